// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/jsonlines.h"

#include "exchange/factjson.h"
#include "tests/fakes/arbitraryrecords.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>

using exchange::LineReader;
using support::ErrorCode;
using testing::ElementsAre;
using testing::Pair;

namespace {

/// Gives its bytes in pieces of a few, so that every boundary falls everywhere.
class Dripping final : public exchange::ByteSource {
public:
    Dripping(std::string bytes, std::size_t piece) : m_bytes(std::move(bytes)), m_piece(piece) {}

    support::Result<std::size_t> read(char *into, std::size_t room) override
    {
        const std::size_t count = std::min({room, m_piece, m_bytes.size() - m_at});
        std::copy_n(m_bytes.data() + m_at, count, into);
        m_at += count;
        return count;
    }

private:
    std::string m_bytes;
    std::size_t m_piece;
    std::size_t m_at = 0;
};

/// A source of any size that never exists as a whole: one line over and over, and then its read fails if so told.
class Endless final : public exchange::ByteSource {
public:
    Endless(std::string line, std::uint64_t bytes, bool breaks) : m_line(std::move(line)), m_left(bytes), m_breaks(breaks) {}

    support::Result<std::size_t> read(char *into, std::size_t room) override
    {
        if (m_left == 0 && m_breaks)
            return support::failure(ErrorCode::IoFailed, "f", "the disk is gone");
        const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(room, m_left));
        for (std::size_t i = 0; i < count; ++i, m_at = (m_at + 1) % m_line.size())
            into[i] = m_line[m_at];
        m_left -= count;
        return count;
    }

private:
    std::string m_line;
    std::uint64_t m_left;
    bool m_breaks;
    std::size_t m_at = 0;
};

std::vector<std::pair<std::uint64_t, std::string>> linesOf(std::string bytes, std::size_t piece, std::size_t maxBytes = 20)
{
    Dripping source(std::move(bytes), piece);
    LineReader reader(source, maxBytes);
    std::vector<std::pair<std::uint64_t, std::string>> lines;
    while (const auto line = *reader.next())
        lines.emplace_back(line->number, std::string(line->text) + (line->tooLong ? "…" : ""));
    return lines;
}

struct Heard {
    std::vector<std::uint64_t> facts;
    std::vector<std::pair<std::uint64_t, ErrorCode>> refused;
};

support::Result<exchange::FactCounts> readAll(exchange::ByteSource &source, Heard &heard, const std::stop_token &stop = {})
{
    const exchange::FactHandlers handlers{
        [&](std::uint64_t line, const domain::Record &) {
            heard.facts.push_back(line);
            return support::Result<void>();
        },
        [&](std::uint64_t line, std::string_view, const support::Error &error) { heard.refused.emplace_back(line, error.code); },
        {}};
    return exchange::readFacts(source, {}, handlers, stop);
}

constexpr const char *team = R"({"type":"team","id":"t","name":"N"})";

} // namespace

TEST(JsonLines, FindsLinesWhereverThePiecesEnd)
{
    for (const std::size_t piece : {1U, 2U, 3U, 7U, 100U}) {
        EXPECT_THAT(linesOf("\xEF\xBB\xBF"
                            "a\r\n\nb\nc d",
                            piece),
                    ElementsAre(Pair(1, "a"), Pair(2, ""), Pair(3, "b"), Pair(4, "c d")));
        EXPECT_THAT(linesOf("a\n", piece), ElementsAre(Pair(1, "a")));
        EXPECT_THAT(linesOf("", piece), ElementsAre());
    }
}

TEST(JsonLines, CutsALineThatIsTooLongAndGoesOnAfterIt)
{
    const std::string tooLong(300'000, 'x');
    for (const std::size_t piece : {1U, 1000U, 1'000'000U}) {
        EXPECT_THAT(
            linesOf("a\n" + tooLong + "\nb\n" + tooLong, piece),
            ElementsAre(Pair(1, "a"), Pair(2, std::string(20, 'x') + "…"), Pair(3, "b"), Pair(4, std::string(20, 'x') + "…")));
    }
    EXPECT_THAT(linesOf(std::string(20, 'y') + "\r\nb", 5), ElementsAre(Pair(1, std::string(20, 'y')), Pair(2, "b")));
    EXPECT_THAT(linesOf(std::string(21, 'y') + "\r\nb", 5), ElementsAre(Pair(1, std::string(20, 'y') + "…"), Pair(2, "b")));
}

TEST(JsonLines, RefusesLineByLineAndKeepsTheRest)
{
    exchange::MemorySource source("\n" + std::string(team) + "\nnonsense\n   \n" + team + "\r\n{\"type\":\"x\"}");
    Heard heard;
    const auto counts = readAll(source, heard);
    ASSERT_TRUE(counts);
    EXPECT_EQ(counts->facts, 2U);
    EXPECT_EQ(counts->refused, 2U);
    EXPECT_THAT(heard.facts, ElementsAre(2, 5));
    EXPECT_THAT(heard.refused, ElementsAre(Pair(3, ErrorCode::BadSyntax), Pair(6, ErrorCode::UnknownType)));
}

TEST(JsonLines, RefusesALineOverTheLimitByItsNumber)
{
    exchange::MemorySource source(std::string(team) + "\n" + std::string(exchange::maxLineBytes + 5, ' ') + "{}\n" + team);
    Heard heard;
    ASSERT_TRUE(readAll(source, heard));
    EXPECT_THAT(heard.facts, ElementsAre(1, 3));
    EXPECT_THAT(heard.refused, ElementsAre(Pair(2, ErrorCode::TooLarge)));
}

TEST(JsonLines, TensOfThousandsOfRefusalsDoNoHarm)
{
    Endless source(std::string(team) + "\n{\"type\":\"team\"}\n", 50'000 * 52, false);
    Heard heard;
    const auto counts = readAll(source, heard);
    ASSERT_TRUE(counts);
    EXPECT_EQ(counts->facts, 50'000U);
    EXPECT_EQ(counts->refused, 50'000U);
}

TEST(JsonLines, TellsWhenTheSourceBreaks)
{
    Endless source(std::string(team) + "\n", 3600, true);
    Heard heard;
    const auto counts = readAll(source, heard);
    ASSERT_FALSE(counts);
    EXPECT_EQ(counts.error().code, ErrorCode::IoFailed);
    EXPECT_EQ(heard.facts.size(), 100U);
}

TEST(JsonLines, StopsWhenAsked)
{
    std::stop_source stop;
    stop.request_stop();
    exchange::MemorySource source(team);
    Heard heard;
    const auto counts = readAll(source, heard, stop.get_token());
    ASSERT_FALSE(counts);
    EXPECT_EQ(counts.error().code, ErrorCode::Cancelled);
}

TEST(JsonLines, EndsWithTheErrorOfWhoeverTakesTheFacts)
{
    exchange::MemorySource source(std::string(team) + "\n" + team);
    int taken = 0;
    const auto full = [&](std::uint64_t, const domain::Record &) -> support::Result<void> {
        ++taken;
        return support::failure(ErrorCode::DiskFull, "", "full");
    };
    const auto counts = exchange::readFacts(source, {}, {full, {}, {}});
    ASSERT_FALSE(counts);
    EXPECT_EQ(counts.error().code, ErrorCode::DiskFull);
    EXPECT_EQ(taken, 1);
}

TEST(JsonLines, ReportsHowFarItHasRead)
{
    Endless source(std::string(team) + "\n", 36 * 10'000, false);
    std::vector<std::uint64_t> reports;
    const exchange::FactHandlers handlers{[](std::uint64_t, const domain::Record &) { return support::Result<void>(); },
                                          {},
                                          [&](std::uint64_t bytes) { reports.push_back(bytes); }};
    ASSERT_TRUE(exchange::readFacts(source, {}, handlers));
    ASSERT_FALSE(reports.empty());
    EXPECT_TRUE(std::ranges::is_sorted(reports));
    EXPECT_LE(reports.back(), 36U * 10'000);
}

RC_GTEST_PROP(JsonLines, ReadsBackAnyListOfFacts, ())
{
    const auto records = *rc::gen::container<std::vector<domain::Record>>(rc::gen::arbitrary<domain::Record>());
    std::string text;
    for (const domain::Record &record : records) {
        exchange::appendJson(text, record);
        text += '\n';
    }
    Dripping source(text, *rc::gen::inRange<std::size_t>(1, 400));
    std::vector<domain::Record> again;
    const exchange::FactHandlers handlers{[&](std::uint64_t, domain::Record record) {
                                              again.push_back(std::move(record));
                                              return support::Result<void>();
                                          },
                                          [](std::uint64_t, std::string_view line, const support::Error &error) {
                                              RC_FAIL(std::string(line) + ": " + error.detail);
                                          },
                                          {}};
    RC_ASSERT(exchange::readFacts(source, {}, handlers).has_value());
    RC_ASSERT(again == records);
}

TEST(LineFinder, GivesLinesAgainInAnyOrder)
{
    const std::vector<exchange::Input> inputs{exchange::memoryInput("a", "one\ntwo\r\nthree\n"),
                                              exchange::memoryInput("b", "other")};
    exchange::LineFinder lines(inputs);
    EXPECT_EQ(lines.line(0, 2), "two");
    EXPECT_EQ(lines.line(0, 2), "two");
    EXPECT_EQ(lines.line(0, 3), "three");
    EXPECT_EQ(lines.line(1, 1), "other");
    EXPECT_EQ(lines.line(0, 1), "one");
    EXPECT_EQ(lines.line(0, 9), "") << "the file is shorter than it was";
}
