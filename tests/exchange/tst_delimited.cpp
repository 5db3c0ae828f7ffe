// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/delimited.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace exchange {

using namespace std::string_literals;
using testing::ElementsAre;

namespace {

using Cells = std::vector<std::string>;

/// A source that hands out a few bytes at a time, as a slow disk may.
class Trickle final : public ByteSource {
public:
    Trickle(std::string bytes, std::size_t step) : m_bytes(std::move(bytes)), m_step(step) {}

    support::Result<std::size_t> read(char *into, std::size_t room) override
    {
        const std::size_t count = std::min({m_step, room, m_bytes.size() - m_at});
        std::copy_n(m_bytes.data() + m_at, count, into);
        m_at += count;
        return count;
    }

private:
    std::string m_bytes;
    std::size_t m_step;
    std::size_t m_at = 0;
};

std::vector<Row> rowsOf(const std::string &text, Dialect dialect, std::size_t step = 1'000'000)
{
    DelimitedReader reader(std::make_unique<Trickle>(text, step), dialect);
    std::vector<Row> rows;
    for (Row row; reader.next(row).value();)
        rows.push_back(row);
    return rows;
}

std::vector<Cells> cellsOf(const std::string &text, std::size_t columns = 0, char delimiter = ',')
{
    std::vector<Cells> cells;
    for (const Row &row : rowsOf(text, {Encoding::Utf8, delimiter, columns}))
        cells.push_back(row.fault == RowFault::None ? row.cells : Cells{"fault"});
    return cells;
}

Dialect dialectOf(std::string_view text)
{
    return guessDialect(text, true, Encoding::Utf8);
}

} // namespace

TEST(Delimited, ReadsQuotesDoubledQuotesAndLineBreaksInThem)
{
    EXPECT_THAT(cellsOf("a,\"b,c\",\"d \"\"e\"\"\"\n\"f\r\ng\",,h\n"),
                ElementsAre(Cells{"a", "b,c", "d \"e\""}, Cells{"f\r\ng", "", "h"}));
}

TEST(Delimited, ReadsEveryLineEnd)
{
    for (const char *text : {"a,b\nc,d\n", "a,b\r\nc,d\r\n", "a,b\rc,d\r", "a,b\nc,d", "a,b\r\nc,d", "a,b\n\n\nc,d\n\n"})
        EXPECT_THAT(cellsOf(text), ElementsAre(Cells{"a", "b"}, Cells{"c", "d"})) << text;
}

TEST(Delimited, SaysOnWhichPhysicalLineARowStarts)
{
    const auto rows = rowsOf("h,i\r\n\r\n\"two\r\nlines\",x\r\ny,z\r\n", {});
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[0].line, 1U);
    EXPECT_EQ(rows[1].line, 3U);
    EXPECT_EQ(rows[2].line, 5U);
    EXPECT_EQ(rows[1].raw, "\"two\r\nlines\",x");
}

TEST(Delimited, KeepsAQuoteThatStandsInsideACell)
{
    EXPECT_THAT(cellsOf("5\" pipe,\"6\" pipe\",x\n"), ElementsAre(Cells{"5\" pipe", "6\" pipe", "x"}));
}

TEST(Delimited, UnwrapsARowThatWasQuotedWhole)
{
    EXPECT_THAT(cellsOf("a,b,c\n\"1,\"\"x, y\"\",3\"\n\"4,5,6\"\n", 3),
                ElementsAre(Cells{"a", "b", "c"}, Cells{"1", "x, y", "3"}, Cells{"4", "5", "6"}));
}

TEST(Delimited, AQuoteThatNeverClosesCostsItsOwnLineOnly)
{
    const std::string text = "id,name,city\n1,\"x,Bern\n2,y,Rome\n3,\"Lewis, J\",Oslo\n4,z,Kyiv\n";
    EXPECT_THAT(cellsOf(text, 3), ElementsAre(Cells{"id", "name", "city"}, Cells{"fault"}, Cells{"2", "y", "Rome"},
                                              Cells{"3", "Lewis, J", "Oslo"}, Cells{"4", "z", "Kyiv"}));
    const auto rows = rowsOf(text, {Encoding::Utf8, ',', 3});
    EXPECT_EQ(rows[1].fault, RowFault::UnclosedQuote);
    EXPECT_EQ(rows[1].line, 2U);
    EXPECT_EQ(rows[1].raw, "1,\"x,Bern");
}

TEST(Delimited, AQuoteThatNeverClosesBeforeTheEndOfTheFileCostsItsOwnLineOnly)
{
    EXPECT_THAT(cellsOf("a,b\n1,\"x\n2,y\n3,z\n", 2),
                ElementsAre(Cells{"a", "b"}, Cells{"fault"}, Cells{"2", "y"}, Cells{"3", "z"}));
}

TEST(Delimited, TwoForgottenQuotesDoNotPairUpAndSwallowTheRowsBetween)
{
    EXPECT_THAT(cellsOf("a,b,c\n1,\"x,p\n2,y,q\n3,\",r\n4,z,s\n", 3),
                ElementsAre(Cells{"a", "b", "c"}, Cells{"fault"}, Cells{"2", "y", "q"}, Cells{"fault"}, Cells{"4", "z", "s"}));
}

TEST(Delimited, AnAddressOfTwoLinesWithACommaInEachIsNoForgottenQuote)
{
    EXPECT_THAT(cellsOf("a,b,c\n1,\"Bundesplatz 3, 3rd floor\nBern, Switzerland\",x\n", 3),
                ElementsAre(Cells{"a", "b", "c"}, Cells{"1", "Bundesplatz 3, 3rd floor\nBern, Switzerland", "x"}));
}

TEST(Delimited, ARowWhoseEveryCellIsQuotedIsNeverTorn)
{
    EXPECT_THAT(cellsOf("\"a,,\n1,2,3\n\",\"b\",\"c\"\n\"1\",\"2\",\"3\"\n", 3),
                ElementsAre(Cells{"a,,\n1,2,3\n", "b", "c"}, Cells{"1", "2", "3"}));
}

TEST(Delimited, AForgottenQuoteInALongFileDoesNotSwallowIt)
{
    std::string text = "a,b\n1,\"x\n";
    for (int i = 0; i < 200'000; ++i)
        text += std::to_string(i) + ",yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\n";
    const auto rows = rowsOf(text, {Encoding::Utf8, ',', 2});
    EXPECT_EQ(rows.size(), 200'002U);
    EXPECT_EQ(rows[1].fault, RowFault::UnclosedQuote);
    EXPECT_EQ(rows.back().line, 200'002U);
}

TEST(Delimited, ANoteOfManyLinesIsOneCell)
{
    std::string note;
    for (int i = 0; i < 300; ++i)
        note += "line, with a comma\n";
    EXPECT_THAT(cellsOf("id,note\n1,\"" + note + "\"\n2,x\n", 2),
                ElementsAre(Cells{"id", "note"}, Cells{"1", note}, Cells{"2", "x"}));
}

TEST(Delimited, TakesATrailingEmptyColumnAndMissingLastCells)
{
    EXPECT_THAT(cellsOf("a,b\n1,2,\n3\n4,5\n", 2),
                ElementsAre(Cells{"a", "b"}, Cells{"1", "2", ""}, Cells{"3"}, Cells{"4", "5"}));
}

TEST(Delimited, RefusesARowWithMoreFilledCellsThanColumns)
{
    const auto rows = rowsOf("a,b\n1,Lewis, James\n3,4\n", {Encoding::Utf8, ',', 2});
    EXPECT_EQ(rows[1].fault, RowFault::TooManyCells);
    EXPECT_EQ(rows[2].fault, RowFault::None);
}

TEST(Delimited, RefusesALastRowThatWasCutOff)
{
    const auto rows = rowsOf("a,b,c\n1,2,3\n4,5", {Encoding::Utf8, ',', 3});
    EXPECT_EQ(rows[2].fault, RowFault::CutOff);
    EXPECT_EQ(rowsOf("a,b,c\n1,2,3", {Encoding::Utf8, ',', 3})[1].fault, RowFault::None);
}

TEST(Delimited, ReportsBadBytesAndNulBytesByLine)
{
    const auto rows = rowsOf("a,b\ncaf\xE9,1\nx\0y,2\ngood,3\n"s, {Encoding::Utf8, ',', 2});
    ASSERT_EQ(rows.size(), 4U);
    EXPECT_EQ(rows[1].fault, RowFault::BadBytes);
    EXPECT_EQ(rows[1].line, 2U);
    EXPECT_EQ(rows[1].cells[0], "caf\xEF\xBF\xBD");
    EXPECT_EQ(rows[2].fault, RowFault::BadBytes);
    EXPECT_EQ(rows[3].fault, RowFault::None);
}

TEST(Delimited, PassesOverALineThatIsTooLong)
{
    const auto rows = rowsOf("a,b\n" + std::string(3'000'000, 'x') + "\n1,2\n", {Encoding::Utf8, ',', 2});
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_EQ(rows[1].fault, RowFault::TooLong);
    EXPECT_EQ(rows[1].raw.size(), 1000U);
    EXPECT_EQ(rows[2].line, 3U);
    EXPECT_THAT(rows[2].cells, ElementsAre("1", "2"));
}

TEST(Delimited, SkipsExcelsSeparatorLine)
{
    EXPECT_THAT(cellsOf("sep=;\na;b\n1;2\n", 2, ';'), ElementsAre(Cells{"a", "b"}, Cells{"1", "2"}));
}

TEST(Dialect, FindsTheDelimiterInWhichTheRowsAgree)
{
    EXPECT_EQ(dialectOf("a,b,c\n1,2,3\n").delimiter, ',');
    EXPECT_EQ(dialectOf("a;b;c\n1,5;2,5;3\n2,5;1,25;4\n").delimiter, ';');
    EXPECT_EQ(dialectOf("a\tb\nx, y and z\tq\n").delimiter, '\t');
    EXPECT_EQ(dialectOf("a|b|c\n1|2|3\n").delimiter, '|');
    EXPECT_EQ(dialectOf("sep=|\na|b\n").delimiter, '|');
    EXPECT_EQ(dialectOf("商机名称,金额\n\"a;b;c\",1\n\"d;e;f\",2\n").delimiter, ',');
}

TEST(Dialect, CountsTheColumnsOfMostRows)
{
    EXPECT_EQ(dialectOf("title line\na,b,c\n1,2,3\n4,5,6\n").columns, 3U);
    EXPECT_EQ(dialectOf("a,b,c\n\"1,2,3\"\n\"4,5,6\"\n").columns, 3U);
    EXPECT_EQ(dialectOf("one\ntwo\n").columns, 1U);
    EXPECT_EQ(dialectOf("").columns, 1U);
}

RC_GTEST_PROP(Delimited, ReadsBackEveryTableHoweverTheBytesArrive, ())
{
    const auto columns = *rc::gen::inRange<std::size_t>(2, 6);
    const auto cell = rc::gen::container<std::string>(rc::gen::element('a', 'b', ',', '"', '\n', '\r', ' ', ';'));
    const auto table = *rc::gen::container<std::vector<Cells>>(rc::gen::container<Cells>(columns, cell));
    std::string text;
    std::vector<Cells> expected;
    for (const Cells &row : table) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            text += i == 0 ? "\"" : ",\"";
            for (const char c : row[i])
                text += c == '"' ? "\"\"" : std::string(1, c);
            text += '"';
        }
        text += "\r\n";
        if (std::ranges::any_of(row, [](const std::string &one) { return one.find_first_not_of(" \r\n") != std::string::npos; }))
            expected.push_back(row);
    }
    for (const std::size_t step : {1U, 3U, 1000U}) {
        std::vector<Cells> got;
        for (const Row &row : rowsOf(text, {Encoding::Utf8, ',', columns}, step))
            got.push_back(row.cells);
        RC_ASSERT(got == expected);
    }
}

RC_GTEST_PROP(Delimited, EveryLineOfAnyTextComesOutOnce, ())
{
    const auto text = *rc::gen::container<std::string>(rc::gen::element('a', 'b', ',', '"', '\n'));
    std::uint64_t lastLine = 0;
    for (const Row &row : rowsOf(text, {Encoding::Utf8, ',', 2}, 5)) {
        RC_ASSERT(row.line > lastLine);
        lastLine = row.line;
    }
    RC_ASSERT(lastLine <= static_cast<std::uint64_t>(std::ranges::count(text, '\n')) + 1);
}

} // namespace exchange
