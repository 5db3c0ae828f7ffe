// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "history/builder.h"
#include "history/image.h"

#include "tests/fakes/historytext.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstring>

using domain::FactRow;
using domain::RowKind;
using history::History;
using support::Instant;
using tests::textOf;

namespace {

using Bytes = std::vector<std::byte>;

Bytes imageOf(const History &known)
{
    Bytes bytes;
    const auto written = history::writeImage(known, [&](std::span<const std::byte> piece) -> support::Result<void> {
        bytes.insert(bytes.end(), piece.begin(), piece.end());
        return {};
    });
    EXPECT_TRUE(written);
    return bytes;
}

std::shared_ptr<const History> read(const Bytes &bytes)
{
    const auto kept = std::make_shared<const Bytes>(bytes);
    return history::readImage(*kept, kept);
}

const std::vector<RowKind> kinds{RowKind::Deal,     RowKind::StageMoved,  RowKind::Won,      RowKind::Activity,
                                 RowKind::Evidence, RowKind::Customer,    RowKind::Contact,  RowKind::Lead,
                                 RowKind::Task,     RowKind::Other,       RowKind::OwnerSet, RowKind::AmountSet,
                                 RowKind::FieldSet, RowKind::FlagDecision};

rc::Gen<FactRow> anyRow()
{
    return rc::gen::exec([] {
        const auto below = [](int bound) { return *rc::gen::inRange(0, bound); };
        FactRow row;
        row.kind = *rc::gen::elementOf(kinds);
        row.subject = static_cast<domain::SymbolKey>(below(700));
        row.object = static_cast<domain::SymbolKey>(1 + below(300));
        row.a = static_cast<std::uint32_t>(below(8));
        row.c = static_cast<std::uint32_t>(1 + below(8));
        row.value = below(3);
        row.occurred = {below(50)};
        row.recorded = {row.occurred.micros + below(5)};
        row.until = below(4) == 0 ? Instant{row.recorded.micros + 1 + below(9)} : Instant::max();
        return row;
    });
}

/// Rows with numbers from `first` on.
std::vector<FactRow> anyRows(std::uint32_t first)
{
    auto rows = *rc::gen::container<std::vector<FactRow>>(anyRow());
    for (FactRow &row : rows)
        row.number = first++;
    return rows;
}

std::shared_ptr<const History> with(std::shared_ptr<const History> before, const std::vector<FactRow> &rows)
{
    history::Builder builder(std::move(before));
    for (const FactRow &row : rows)
        builder.add(row);
    return builder.finish();
}

} // namespace

RC_GTEST_PROP(Image, IsReadAsTheHistoryThatWasWritten, ())
{
    const auto known = with(std::make_shared<History>(), anyRows(1));
    const auto again = read(imageOf(*known));
    RC_ASSERT(again != nullptr);
    RC_ASSERT(textOf(*again) == textOf(*known));
}

RC_GTEST_PROP(Image, IsBuiltOnLikeTheHistoryThatWasWritten, ())
{
    const auto known = with(std::make_shared<History>(), anyRows(1));
    const auto again = read(imageOf(*known));
    RC_ASSERT(again != nullptr);
    const auto rows = anyRows(100'000);
    RC_ASSERT(textOf(*with(again, rows)) == textOf(*with(known, rows)));
}

TEST(Image, OutlivesTheOneWhoReadIt)
{
    FactRow row;
    row.kind = RowKind::Deal;
    row.subject = 7;
    row.number = 1;
    const auto known = with(std::make_shared<History>(), {row});
    std::string before = textOf(*known);
    auto kept = std::make_shared<const Bytes>(imageOf(*known));
    const auto again = history::readImage(*kept, kept);
    kept.reset();
    ASSERT_TRUE(again);
    EXPECT_EQ(textOf(*again), before);
}

TEST(Image, OfAnotherMakeOrLengthIsNone)
{
    std::vector<FactRow> rows;
    for (std::uint32_t number = 1; number <= 900; ++number) {
        FactRow row;
        row.kind = kinds[number % kinds.size()];
        row.subject = number;
        row.object = 1;
        row.c = 1;
        row.number = number;
        rows.push_back(row);
    }
    const Bytes whole = imageOf(*with(std::make_shared<History>(), rows));
    ASSERT_TRUE(read(whole));
    Bytes other = whole;
    other.front() ^= std::byte{1};
    EXPECT_FALSE(read(other));
    Bytes longer = whole;
    longer.resize(longer.size() + history::Block::alignment);
    EXPECT_FALSE(read(longer));
    for (std::size_t size = 0; size < whole.size(); size += 97)
        EXPECT_FALSE(read(Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)))) << size;
}

TEST(Image, StopsBeingWrittenWhenNobodyTakesIt)
{
    const auto refused = history::writeImage(History(), [](std::span<const std::byte>) -> support::Result<void> {
        return support::failure(support::ErrorCode::DiskFull, "x", "full");
    });
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, support::ErrorCode::DiskFull);
}
