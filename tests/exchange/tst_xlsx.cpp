// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/workbookparts.h"
#include "exchange/xlsx.h"
#include "zipfixture.h"

#include <gmock/gmock.h>

#include <string>

namespace exchange {

using support::ErrorCode;
using testing::ElementsAre;

namespace {

const std::string workbook = R"(<workbook xmlns:r="r"><sheets><sheet name="Hidden" state="hidden" r:id="rId2"/>)"
                             R"(<sheet name="商机" r:id="rId1"/></sheets></workbook>)";
const std::string relations = R"(<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/>)"
                              R"(<Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>)";
const std::string styles =
    R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>)"
    R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="4"/></cellXfs></styleSheet>)";
const std::string strings =
    R"(<sst><si><t>Edge</t></si><si><r><t>一诺</t></r><r><t xml:space="preserve"> 科技</t></r><rPh><t>yi nuo</t></rPh></si></sst>)";

std::string book(const std::string &sheet, const std::string &bookXml = workbook)
{
    return zipOf({{"xl/workbook.xml", bookXml},
                  {"xl/_rels/workbook.xml.rels", relations},
                  {"xl/styles.xml", styles},
                  {"xl/sharedStrings.xml", strings},
                  {"xl/worksheets/sheet1.xml", sheet}});
}

std::string sheetOf(const std::string &rows)
{
    return "<?xml version=\"1.0\"?><worksheet><sheetData>" + rows + "</sheetData></worksheet>";
}

std::vector<Row> rowsOf(const std::string &bytes)
{
    auto reader = XlsxReader::open(bytes, 0).value();
    std::vector<Row> rows;
    for (Row row; reader->next(row).value();)
        rows.push_back(row);
    return rows;
}

} // namespace

TEST(Xlsx, ReadsStringsNumbersTruthAndGaps)
{
    const auto rows = rowsOf(
        book(sheetOf(R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row><row r="2"/>)"
                     R"(<row r="4"><c r="A4" t="inlineStr"><is><t>inline</t></is></c><c r="B4"><v>1.1000400000000001E3</v></c>)"
                     R"(<c t="b"><v>1</v></c><c t="str"><v>formula</v></c><c t="e"><v>#N/A</v></c></row>)")));
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_THAT(rows[0].cells, ElementsAre("Edge", "", "一诺 科技"));
    EXPECT_THAT(rows[1].cells, ElementsAre("inline", "1100.04", "TRUE", "formula", ""));
    EXPECT_EQ(rows[1].line, 4U);
    EXPECT_EQ(rows[0].raw, "Edge\t\t一诺 科技");
}

TEST(Xlsx, ReadsDatesByTheStyleOfTheirCell)
{
    const auto rows = rowsOf(book(sheetOf(
        R"(<row r="1"><c r="A1" s="1"><v>46082</v></c><c r="B1" s="2"><v>46082.5</v></c><c r="C1" s="0"><v>46082</v></c><c r="D1" s="3"><v>46082</v></c></row>)")));
    EXPECT_THAT(rows[0].cells, ElementsAre("2026-03-01", "2026-03-01T12:00:00", "46082", "46082"));
}

TEST(Xlsx, ReadsDatesOfThe1904Calendar)
{
    const std::string mac =
        R"(<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>)";
    EXPECT_THAT(rowsOf(book(sheetOf(R"(<row r="1"><c r="A1" s="1"><v>44620</v></c></row>)"), mac))[0].cells,
                ElementsAre("2026-03-01"));
}

TEST(Xlsx, DoesNotMindNamespacePrefixes)
{
    const auto rows = rowsOf(
        book(R"(<x:worksheet><x:sheetData><x:row r="1"><x:c r="B1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>)"));
    EXPECT_THAT(rows[0].cells, ElementsAre("", "7"));
}

TEST(Xlsx, ReadsASheetOfAnySizeRowByRow)
{
    std::string rows;
    for (int i = 1; i <= 20'000; ++i)
        rows += "<row r=\"" + std::to_string(i) + "\"><c><v>" + std::to_string(i) + "</v></c><c t=\"s\"><v>1</v></c></row>";
    const auto read = rowsOf(book(sheetOf(rows)));
    ASSERT_EQ(read.size(), 20'000U);
    EXPECT_EQ(read.back().cells[0], "20000");
    EXPECT_EQ(read.back().line, 20'000U);
}

TEST(Xlsx, ShowsTheVisibleSheetsOnly)
{
    const auto reader = XlsxReader::open(book(sheetOf("")), 0).value();
    ASSERT_EQ(reader->sheets().size(), 1U);
    EXPECT_EQ(reader->sheets()[0].name, "商机");
    EXPECT_EQ(XlsxReader::open(book(sheetOf("")), 1).error().code, ErrorCode::OutOfRange);
}

TEST(Xlsx, RefusesWhatIsNoWorkbook)
{
    EXPECT_EQ(XlsxReader::open("id,name\n1,2\n", 0).error().code, ErrorCode::UnknownFormat);
    EXPECT_EQ(XlsxReader::open("", 0).error().code, ErrorCode::UnknownFormat);
    EXPECT_EQ(XlsxReader::open(zipOf({{"hello.txt", "hello"}}), 0).error().code, ErrorCode::UnknownFormat);
    EXPECT_EQ(XlsxReader::open(book(sheetOf("")).substr(0, 300), 0).error().code, ErrorCode::UnknownFormat);
}

TEST(Xlsx, SaysSoWhenASheetIsDamaged)
{
    auto reader = XlsxReader::open(book(sheetOf(R"(<row r="1"><c></v></row>)")), 0).value();
    Row row;
    EXPECT_EQ(reader->next(row).error().code, ErrorCode::BadSyntax);
}

TEST(Xlsx, DoesNotUnpackABombIntoMemory)
{
    auto reader =
        XlsxReader::open(book(sheetOf("<row r=\"1\"><c><v>" + std::string(64 << 20, '1') + "</v></c></row>")), 0).value();
    Row row;
    EXPECT_EQ(reader->next(row).error().code, ErrorCode::TooLarge);
    const std::string bomb = zipOf({{"xl/workbook.xml", std::string(32 << 20, ' ')}});
    EXPECT_LT(bomb.size(), 100'000U);
    EXPECT_EQ(XlsxReader::open(bomb, 0).error().code, ErrorCode::TooLarge);
}

TEST(Xlsx, RefusesARowOfMegabytesAndReadsOn)
{
    const std::string huge = "<c><v>1</v></c><c t=\"str\"><v>" + std::string(2'000'000, 'x') + "</v></c>";
    const auto rows = rowsOf(book(sheetOf("<row>" + huge + "</row><row><c><v>2</v></c></row>")));
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].fault, RowFault::TooLong);
    EXPECT_LT(rows[0].raw.size(), 1000U);
    EXPECT_EQ(rows[1].fault, RowFault::None);
    EXPECT_THAT(rows[1].cells, ElementsAre("2"));
}

TEST(Xlsx, CountsOnWhereARowSaysAnImpossibleNumber)
{
    const auto rows = rowsOf(book(sheetOf(R"(<row r="18446744073709551615"><c><v>1</v></c></row><row><c><v>2</v></c></row>)")));
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].line, 1U);
    EXPECT_EQ(rows[1].line, 2U);
}

TEST(Xlsx, KnowsDateFormatsFromNumberFormats)
{
    for (const char *code : {"yyyy-mm-dd", "m/d/yy h:mm", "[$-804]yyyy\"年\"m\"月\"d\"日\";@", "[h]:mm:ss", "mmm-yy"})
        EXPECT_TRUE(isDateFormat(code)) << code;
    for (const char *code : {"General", "0.00", "#,##0.00_);[Red](#,##0.00)", "\"dd\"0", "0\\d", "@", ""})
        EXPECT_FALSE(isDateFormat(code)) << code;
}

} // namespace exchange
