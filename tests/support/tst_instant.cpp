// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "support/civil.h"
#include "support/instant.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>

using support::ErrorCode;
using support::Instant;

namespace {

std::string inUtc(std::string_view text)
{
    const auto instant = support::parseInstant(text);
    return instant ? toText(*instant) : "refused: " + instant.error().detail;
}

/// Any instant of the years that parseInstant takes.
rc::Gen<Instant> anyInstant()
{
    const std::int64_t from = support::parseInstant("1900-01-01T00:00:00Z").value().micros;
    const std::int64_t to = support::parseInstant("2200-12-31T23:59:59Z").value().micros;
    return rc::gen::map(rc::gen::inRange(from, to), [](std::int64_t micros) { return Instant{micros}; });
}

} // namespace

TEST(Duration, IsMadeOfUnits)
{
    EXPECT_EQ(support::seconds(1).micros, 1'000'000);
    EXPECT_EQ(support::minutes(2), support::seconds(120));
    EXPECT_EQ(support::hours(48), support::days(2));
    EXPECT_EQ(support::days(1) - support::hours(25), support::hours(-1));
    EXPECT_EQ(support::hours(6) * 4 + support::seconds(0), support::days(1));
    EXPECT_DOUBLE_EQ(support::inDays(support::hours(36)), 1.5);
}

TEST(Instant, IsReadWithItsOffset)
{
    EXPECT_EQ(inUtc("1970-01-01T00:00:00Z"), "1970-01-01T00:00:00Z");
    EXPECT_EQ(support::parseInstant("1970-01-01T00:00:00Z")->micros, 0);
    EXPECT_EQ(inUtc("2026-03-01T09:30:00+08:00"), "2026-03-01T01:30:00Z");
    EXPECT_EQ(inUtc("2026-03-01T09:30:00+0800"), "2026-03-01T01:30:00Z");
    EXPECT_EQ(inUtc("2026-03-01T09:30:00+08"), "2026-03-01T01:30:00Z");
    EXPECT_EQ(inUtc("2026-03-01T00:30:00-03:30"), "2026-03-01T04:00:00Z");
    EXPECT_EQ(inUtc("2026-01-01T00:30:00+05:45"), "2025-12-31T18:45:00Z");
}

TEST(Instant, IsReadFromTheLooserFormsOfTheStandard)
{
    EXPECT_EQ(inUtc("2026-03-01 09:30:00+08:00"), "2026-03-01T01:30:00Z");
    EXPECT_EQ(inUtc("2026-03-01t09:30:00z"), "2026-03-01T09:30:00Z");
    EXPECT_EQ(inUtc("2026-03-01T09:30Z"), "2026-03-01T09:30:00Z");
    EXPECT_EQ(inUtc("2026-03-01T09:30:00.25Z"), "2026-03-01T09:30:00.25Z");
    EXPECT_EQ(inUtc("2026-03-01T09:30:00,000001Z"), "2026-03-01T09:30:00.000001Z");
}

TEST(Instant, CutsWhatIsFinerThanAMicrosecond)
{
    EXPECT_EQ(inUtc("2026-03-01T09:30:00.1234569Z"), "2026-03-01T09:30:00.123456Z");
}

TEST(Instant, RefusesWhatIsNoTimeWithAnOffset)
{
    for (const char *text :
         {"", "2026-03-01", "2026-03-01T09:30:00", "2026-03-01T09:30:00.Z", "2026-03-01T24:00:00Z", "2026-03-01T09:60:00Z",
          "2026-03-01T09:30:60Z", "2026-02-29T09:30:00Z", "1899-12-31T23:59:59Z", "2201-01-01T00:00:00Z",
          "2026-03-01T09:30:00+19:00", "2026-03-01T09:30:00+08:60", "2026-03-01T09:30:00+08:0", "2026-03-01T09:30:00Zx",
          "2026-03-01T9:30:00+08:00", "2026-03-01X09:30:00Z", "01/03/2026 09:30:00Z"}) {
        const auto instant = support::parseInstant(text);
        ASSERT_FALSE(instant) << text;
        EXPECT_EQ(instant.error().code, ErrorCode::BadTime);
        EXPECT_EQ(instant.error().subject, text);
    }
}

TEST(Instant, IsWrittenWithTheDigitsOfASecondThatItNeeds)
{
    EXPECT_EQ(toText(Instant{0}), "1970-01-01T00:00:00Z");
    EXPECT_EQ(toText(Instant{500'000}), "1970-01-01T00:00:00.5Z");
    EXPECT_EQ(toText(Instant{-1}), "1969-12-31T23:59:59.999999Z");
}

TEST(Instant, DiffersByDurations)
{
    const Instant noon = support::parseInstant("2026-03-01T12:00:00Z").value();
    EXPECT_EQ(noon + support::hours(48) - noon, support::days(2));
    EXPECT_LT(noon - support::seconds(1), noon);
    EXPECT_LT(Instant::min(), noon);
    EXPECT_GT(Instant::max(), noon);
}

RC_GTEST_PROP(Instant, IsReadBackToTheSameMicrosecond, ())
{
    const Instant instant = *anyInstant();
    RC_ASSERT(support::parseInstant(toText(instant)).value() == instant);
}

RC_GTEST_PROP(Instant, SortsAsItsTextOfWholeSecondsDoes, ())
{
    const auto wholeSecond = [](Instant t) { return Instant{t.micros - t.micros % 1'000'000}; };
    const Instant a = wholeSecond(*anyInstant());
    const Instant b = wholeSecond(*anyInstant());
    RC_ASSERT((a < b) == (toText(a) < toText(b)));
}

RC_GTEST_PROP(Instant, IsRefusedOrReadWholeFromAnyText, (const std::string &text))
{
    const auto instant = support::parseInstant(text);
    RC_ASSERT((instant || instant.error().code == ErrorCode::BadTime));
}
