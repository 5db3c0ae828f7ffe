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

struct Parts {
    std::string book = workbook;
    std::string texts = strings;
    bool packed = true;
};

std::string book(const std::string &sheet, const Parts &parts = {})
{
    return zipOf({{"xl/workbook.xml", parts.book},
                  {"xl/_rels/workbook.xml.rels", relations},
                  {"xl/styles.xml", styles},
                  {"xl/sharedStrings.xml", parts.texts},
                  {"xl/worksheets/sheet1.xml", sheet}},
                 parts.packed);
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

/// The rows as "line: first cell", or the fault for the cell.
std::vector<std::string> drawn(const std::vector<Row> &rows)
{
    std::vector<std::string> lines;
    for (const Row &row : rows) {
        const std::string what = row.fault == RowFault::None      ? row.at(0)
                                 : row.fault == RowFault::Damaged ? "damaged"
                                 : row.fault == RowFault::CutOff  ? "cut off"
                                                                  : "another fault";
        lines.push_back(std::to_string(row.line) + ": " + what);
    }
    return lines;
}

std::string row(int number)
{
    const std::string n = std::to_string(number);
    return "<row r=\"" + n + "\"><c r=\"A" + n + "\"><v>" + std::to_string(number * 10) + "</v></c></row>";
}

std::string manyRows(int count)
{
    std::string rows;
    for (int i = 1; i <= count; ++i)
        rows += row(i);
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
    EXPECT_THAT(rows[1].cells, ElementsAre("inline", "1100.04", "TRUE", "formula", "#N/A"));
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
    EXPECT_THAT(rowsOf(book(sheetOf(R"(<row r="1"><c r="A1" s="1"><v>44620</v></c></row>)"), {.book = mac}))[0].cells,
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
}

TEST(Xlsx, ASheetThatEndsWithinARowHasThatRowCutOff)
{
    const std::string start = "<worksheet><sheetData>" + row(1) + row(2);
    EXPECT_THAT(drawn(rowsOf(book(start + "<row r=\"3\"><c r=\"A3\"><v>3"))), ElementsAre("1: 10", "2: 20", "3: cut off"));
    EXPECT_THAT(drawn(rowsOf(book(start + "<ro"))), ElementsAre("1: 10", "2: 20", "3: cut off"));
    EXPECT_THAT(drawn(rowsOf(book(start))), ElementsAre("1: 10", "2: 20", "3: cut off")) << "nothing says that these are all";
    EXPECT_THAT(drawn(rowsOf(book(start + "</sheetData>"))), ElementsAre("1: 10", "2: 20")) << "the rows are whole";
    EXPECT_THAT(drawn(rowsOf(book("<worksheet><sheetData/></worksheet>"))), ElementsAre());
    EXPECT_THAT(drawn(rowsOf(book("<chartsheet><drawing/></chartsheet>"))), ElementsAre());
}

TEST(Xlsx, ADamagedRowIsOneFaultyRowAndReadingGoesOnBehindIt)
{
    for (const std::string damaged :
         {"<row r=\"2\"><c></v></row>", "<row r=\"2\"><c r=\"A2\"><v>2</v></c></rXw>", "<row r=\"2\"><c r=\"A2\"/XXXX",
          "<rXw r=\"2\"><c r=\"A2\"><v>2</v></c></row>", "<row r=\"2\" XX/><c r=\"A2\"><v>2</v></c></row>"})
        EXPECT_THAT(drawn(rowsOf(book(sheetOf(row(1) + damaged + row(3) + row(4))))),
                    ElementsAre("1: 10", "2: damaged", "3: 30", "4: 40"))
            << damaged;
}

TEST(Xlsx, TwoRowsWithoutABorderAreNotReadAsOne)
{
    const std::string two = "<row r=\"2\"><c r=\"A2\"><v>2</v></c>XXXXXXXXX<c r=\"B3\"><v>3</v></c></row>";
    EXPECT_THAT(drawn(rowsOf(book(sheetOf(row(1) + two + row(4))))), ElementsAre("1: 10", "2: damaged", "4: 40"));
}

TEST(Xlsx, OverwrittenBytesOfASheetCostTheirRowsOnly)
{
    std::string bytes = book(sheetOf(manyRows(3000)), {.packed = false});
    const std::size_t at = bytes.find("<row r=\"1500\"");
    bytes.replace(at + 20, 8, 8, '\xFF');
    const auto rows = rowsOf(bytes);
    ASSERT_EQ(rows.size(), 3001U);
    EXPECT_EQ(rows[1498].cells[0], "14990");
    EXPECT_EQ(rows[1499].fault, RowFault::Damaged);
    EXPECT_EQ(rows[1499].line, 1500U);
    EXPECT_EQ(rows[1500].cells[0], "15010");
    EXPECT_EQ(rows[2999].cells[0], "30000");
    EXPECT_EQ(rows[3000].fault, RowFault::Damaged) << "the sum over the sheet does not fit: it is not what was written";
}

TEST(Xlsx, RowsBeforeAFaultOfThePackedBytesComeIn)
{
    std::string bytes = book(sheetOf(manyRows(20'000)));
    const std::size_t sheet = bytes.find("xl/worksheets/sheet1.xml");
    const std::size_t end = bytes.find("PK\x01\x02", sheet);
    bytes.replace(sheet + (end - sheet) * 2 / 3, 16, 16, '\xFF');
    const auto rows = rowsOf(bytes);
    ASSERT_GT(rows.size(), 10'000U);
    for (std::size_t i = 0; i < 10'000; ++i)
        ASSERT_EQ(rows[i].at(0), std::to_string((i + 1) * 10));
    EXPECT_NE(rows.back().fault, RowFault::None);
}

TEST(Xlsx, AnErrorOfAFormulaAndALostTextAreShownAsErrors)
{
    const std::string cells =
        R"(<row r="1"><c t="e"><v>#REF!</v></c><c t="s"><v>99</v></c><c t="s"/><c t="s"><v>0</v></c></row>)";
    EXPECT_THAT(rowsOf(book(sheetOf(cells)))[0].cells, ElementsAre("#REF!", "#REF!", "", "Edge"));
}

TEST(Xlsx, TextsBehindADamagedOneAreNotTakenForOthers)
{
    const std::string cells = R"(<row r="1"><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c></row>)";
    for (const std::string texts :
         {"<sst><si><t>a</t></si><si><t>b</t>XXXXXXXXX<t>c</t></si><si><t>d</t></si></sst>",
          "<sst><si><t>a</t></si><si><t>b</x></si><si><t>d</t></si></sst>", "<sst><si><t>a</t></si><si><t>b"}) {
        const auto rows = rowsOf(book(sheetOf(cells), {.texts = texts}));
        ASSERT_EQ(rows.size(), 2U) << texts;
        EXPECT_THAT(rows[0].cells, ElementsAre("a", "#REF!", "#REF!")) << texts;
        EXPECT_EQ(rows[1].fault, RowFault::Damaged) << texts;
    }
}

TEST(Xlsx, AnArchiveWithoutItsEndIsSaidToBeDamaged)
{
    const std::string whole = book(sheetOf(manyRows(100)));
    EXPECT_EQ(XlsxReader::open(whole.substr(0, whole.size() * 2 / 3), 0).error().code, ErrorCode::FileDamaged);
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
