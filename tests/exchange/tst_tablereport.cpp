// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/tablereport.h"

#include "exchange/tablefile.h"
#include "tests/fakes/folder.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <clocale>
#include <fstream>
#include <sstream>

namespace exchange {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

namespace {

support::Money yuan(std::string_view amount)
{
    return support::Money::parse(amount, support::Currency::parse("CNY").value()).value();
}

TableReport deals()
{
    return {.title = "漏斗",
            .about = {{"截至", "2026-03-12"}, {"范围", "华东"}},
            .columns = {"客户", "金额", "健康分", "转化率", "预计成交"},
            .rows = {{std::string("远景, \"诊断\""), yuan("1280000.50"), std::int64_t{65}, Share{0.625},
                      support::parseDate("2026-05-01").value()},
                     {std::string("=cmd|' /C calc'!A0"), {}, std::int64_t{-20}, {}, {}}}};
}

std::string bytesOf(const std::filesystem::path &file)
{
    std::ostringstream out;
    out << std::ifstream(file, std::ios::binary).rdbuf();
    return out.str();
}

/// The rows of the table number `at` of a file, as our own import reads them.
std::vector<std::vector<std::string>> readBack(const std::filesystem::path &file, std::size_t at = 0)
{
    const Input input = memoryInput(file.filename().string(), bytesOf(file));
    const auto tables = findTables(input, 0, {}).value();
    const auto rows = openRows(std::span(&input, 1), tables.at(at)).value();
    std::vector<std::vector<std::string>> cells;
    for (Row row; rows->next(row).value();)
        cells.push_back(row.cells);
    return cells;
}

} // namespace

TEST(TableReport, CsvSaysFirstWhatItIsOf)
{
    EXPECT_EQ(csv(deals()), "\xEF\xBB\xBF# 漏斗\r\n# 截至: 2026-03-12\r\n# 范围: 华东\r\n"
                            "客户,金额,金额 (ISO 4217),健康分,转化率,预计成交\r\n"
                            "\"远景, \"\"诊断\"\"\",1280000.50,CNY,65,0.625,2026-05-01\r\n"
                            "'=cmd|' /C calc'!A0,,,-20,,\r\n");
}

TEST(TableReport, ARemarkOfCsvIsOneLine)
{
    TableReport report = deals();
    report.about = {{"范围", "a\r\n=evil"}};
    EXPECT_THAT(csv(report), HasSubstr("# 范围: a  =evil\r\n"));
}

TEST(TableReport, GoesOnTheClipboardInTabs)
{
    TableReport report = deals();
    report.rows[0][0] = std::string("two\nlines\tand a tab");
    EXPECT_THAT(tabbed(report),
                StartsWith("客户\t金额\t金额 (ISO 4217)\t健康分\t转化率\t预计成交\ntwo lines and a tab\t1280000.50\tCNY\t"));
}

TEST(TableReport, AWorkbookHoldsNumbersDaysAndAmountsAsSuch)
{
    const tests::Folder folder;
    const auto file = folder.path() / "deals.xlsx";
    ASSERT_TRUE(writeXlsx(deals(), file));
    const auto cells = readBack(file);
    ASSERT_EQ(cells.size(), 3U);
    EXPECT_THAT(cells[0], ElementsAre("客户", "金额", "健康分", "转化率", "预计成交"));
    EXPECT_THAT(cells[1], ElementsAre("远景, \"诊断\"", "1280000.5", "65", "0.625", "2026-05-01"));
    EXPECT_EQ(cells[2][0], "=cmd|' /C calc'!A0") << "a text of a workbook is never run";
    EXPECT_EQ(readBack(file, 1).at(1).at(1), "2026-03-12") << "the second sheet says what it is of";
}

TEST(TableReport, AWorkbookHasPointsInWhateverLanguageTheProgramSpeaks)
{
    const tests::Folder folder;
    const char *german = std::setlocale(LC_NUMERIC, "de_DE.UTF-8");
    if (!german)
        GTEST_SKIP() << "this machine has no German locale";
    const auto written = writeXlsx(deals(), folder.path() / "deals.xlsx");
    std::setlocale(LC_NUMERIC, "C");
    ASSERT_TRUE(written);
    EXPECT_EQ(readBack(folder.path() / "deals.xlsx").at(1).at(1), "1280000.5");
}

TEST(TableReport, IsWrittenWholeOrNotAtAll)
{
    const tests::Folder folder;
    const auto missing = folder.path() / "nowhere" / "deals";
    EXPECT_EQ(writeCsv(deals(), missing).error().code, support::ErrorCode::FileUnwritable);
    EXPECT_EQ(writeXlsx(deals(), missing).error().code, support::ErrorCode::FileUnwritable);
    const auto taken = folder.path() / "taken";
    std::filesystem::create_directory(taken);
    EXPECT_EQ(writeCsv(deals(), taken).error().code, support::ErrorCode::FileUnwritable);
    EXPECT_EQ(writeXlsx(deals(), taken).error().code, support::ErrorCode::FileUnwritable);
    EXPECT_TRUE(std::filesystem::is_directory(taken));
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "taken.part")) << "nothing half done stays";
    std::ofstream(folder.path() / "old.csv") << "old";
    ASSERT_TRUE(writeCsv(deals(), folder.path() / "old.csv"));
    EXPECT_THAT(bytesOf(folder.path() / "old.csv"), Not(HasSubstr("old")));
}

TEST(TableReport, MoreRowsThanASheetHasAreRefused)
{
    const tests::Folder folder;
    TableReport report{.title = "t", .about = {}, .columns = {"n"}, .rows = {}};
    report.rows.assign(1'048'576, {std::int64_t{1}});
    EXPECT_EQ(writeXlsx(report, folder.path() / "much.xlsx").error().code, support::ErrorCode::TooLarge);
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "much.xlsx"));
}

TEST(TableReport, ALongTextIsCutBetweenLetters)
{
    const tests::Folder folder;
    std::string text = "x";
    for (int i = 0; i < 20'000; ++i)
        text += "准";
    TableReport report{.title = "t", .about = {}, .columns = {"text"}, .rows = {{text}}};
    ASSERT_TRUE(writeXlsx(report, folder.path() / "long.xlsx"));
    const std::string back = readBack(folder.path() / "long.xlsx").at(1).at(0);
    ASSERT_THAT(back, testing::EndsWith("准…"));
    EXPECT_EQ(back.substr(0, back.size() - std::string("…").size()), text.substr(0, back.size() - std::string("…").size()));
}

/// What stands in the cells is read back from both kinds of file, whatever it is.
RC_GTEST_PROP(TableReport, IsReadBackAsItWasWritten, ())
{
    const tests::Folder folder;
    TableReport report{.title = "t", .about = {{"a", "b"}}, .columns = {"word", "number"}, .rows = {}};
    const auto words = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(
        std::vector<std::string>{"华东", "a,b", "say \"hi\"", " spaced ", "多\n行", "O'Neil", "1e5", "007", "ünïcödé", "<&>"}));
    for (const std::string &word : words)
        report.rows.push_back({word, *rc::gen::inRange<std::int64_t>(-1'000'000'000, 1'000'000'000)});
    RC_ASSERT(writeCsv(report, folder.path() / "t.csv").has_value());
    RC_ASSERT(writeXlsx(report, folder.path() / "t.xlsx").has_value());
    const auto fromCsv = readBack(folder.path() / "t.csv");
    const auto fromXlsx = readBack(folder.path() / "t.xlsx");
    constexpr std::size_t remarks = 2; // and then the headings
    for (std::size_t row = 0; row < report.rows.size(); ++row) {
        const std::string word = std::get<std::string>(report.rows[row][0]);
        const std::string number = std::to_string(std::get<std::int64_t>(report.rows[row][1]));
        RC_ASSERT(fromCsv.at(row + remarks + 1) == (std::vector<std::string>{word, number}));
        RC_ASSERT(fromXlsx.at(row + 1) == (std::vector<std::string>{word, number}));
    }
}

} // namespace exchange
