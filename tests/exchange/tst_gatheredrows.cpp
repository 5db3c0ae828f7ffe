// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/gatheredrows.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <tuple>

namespace exchange {

using support::Instant;

namespace {

using Key = std::tuple<std::string, std::int64_t, std::uint64_t>;

Row rowOf(std::uint64_t line, const std::string &cell)
{
    return {line, RowFault::TooManyCells, {cell, "", std::string("a\0b", 3)}, line % 2 == 0, "raw " + cell};
}

} // namespace

TEST(GatheredRows, AreGivenBackDealByDealInTheOrderOfTheirTimes)
{
    GatheredRows rows;
    const std::vector<Key> added{{"b", 5, 1}, {"a", 9, 2}, {"b", 1, 3}, {"a", 9, 0}, {"a", -7, 4}};
    for (const auto &[deal, time, order] : added)
        ASSERT_TRUE(rows.add({deal, Instant{time}, order, 0, rowOf(order, deal)}));
    std::vector<Key> given;
    ASSERT_TRUE(rows.each([&](const GatheredRows::Entry &entry) -> support::Result<void> {
        given.emplace_back(entry.deal, entry.time.micros, entry.order);
        return {};
    }));
    EXPECT_THAT(given, testing::ElementsAre(Key("a", -7, 4), Key("a", 9, 0), Key("a", 9, 2), Key("b", 1, 3), Key("b", 5, 1)));
}

TEST(GatheredRows, AFailureOfWhoTakesThemEndsIt)
{
    GatheredRows rows(1);
    for (std::uint64_t i = 0; i < 5; ++i)
        ASSERT_TRUE(rows.add({"a", Instant{0}, i, 0, rowOf(i, "x")}));
    int given = 0;
    const auto ended = rows.each([&](const GatheredRows::Entry &) -> support::Result<void> {
        return ++given < 3 ? support::Result<void>() : support::failure(support::ErrorCode::DiskFull, "", "");
    });
    EXPECT_EQ(ended.error().code, support::ErrorCode::DiskFull);
    EXPECT_EQ(given, 3);
}

RC_GTEST_PROP(GatheredRows, ComeBackWholeFromTheDisk, (const std::vector<std::pair<std::uint8_t, std::string>> &told))
{
    GatheredRows rows(*rc::gen::inRange<std::size_t>(1, 4000));
    std::vector<std::tuple<std::string, std::uint64_t, std::string>> expected;
    for (std::uint64_t i = 0; i < told.size(); ++i) {
        const std::string deal = std::to_string(told[i].first % 4);
        RC_ASSERT(rows.add({deal, Instant{0}, i, i % 3, rowOf(i, told[i].second)}).has_value());
        expected.emplace_back(deal, i, told[i].second);
    }
    std::ranges::sort(expected);
    std::size_t at = 0;
    RC_ASSERT(rows.each([&](const GatheredRows::Entry &entry) -> support::Result<void> {
                      const auto &[deal, order, cell] = expected.at(at++);
                      const Row row = rowOf(order, cell);
                      RC_ASSERT(entry.deal == deal && entry.order == order && entry.table == order % 3);
                      RC_ASSERT(entry.row.cells == row.cells && entry.row.raw == row.raw && entry.row.line == row.line);
                      RC_ASSERT(entry.row.fault == row.fault && entry.row.wrapped == row.wrapped);
                      return {};
                  })
                  .has_value());
    RC_ASSERT(at == expected.size());
}

} // namespace exchange
