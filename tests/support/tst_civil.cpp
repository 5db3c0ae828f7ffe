// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "support/civil.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>

using support::Date;
using support::ErrorCode;
using support::Instant;
using support::TimeZone;

namespace {

Date day(std::string_view text)
{
    return support::parseDate(text).value();
}

Instant at(std::string_view text)
{
    return support::parseInstant(text).value();
}

TimeZone zone(std::string_view name)
{
    return TimeZone::named(name).value();
}

/// Any day of the years that parseDate takes.
rc::Gen<Date> anyDay()
{
    return rc::gen::map(rc::gen::inRange(day("1900-01-01").days, day("2200-12-31").days + 1),
                        [](std::int32_t n) { return Date{n}; });
}

rc::Gen<TimeZone> anyZone()
{
    return rc::gen::map(rc::gen::element("Asia/Shanghai", "Europe/Berlin", "America/Sao_Paulo", "Asia/Kathmandu", "Etc/UTC"),
                        [](const char *name) { return zone(name); });
}

} // namespace

TEST(Date, CountsDaysFrom1970)
{
    EXPECT_EQ(day("1970-01-01").days, 0);
    EXPECT_EQ(day("1969-12-31").days, -1);
    EXPECT_EQ(day("2026-03-01") - day("2026-02-28"), 1);
    EXPECT_EQ(day("2024-03-01") - day("2024-02-28"), 2);
    EXPECT_EQ(day("2026-03-01") + 31, day("2026-04-01"));
}

TEST(Date, RefusesDaysThatTheCalendarLacks)
{
    for (const char *text :
         {"2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "1899-12-31", "2201-01-01"})
        EXPECT_EQ(support::parseDate(text).error().code, ErrorCode::BadDate) << text;
}

TEST(Date, RefusesOtherWaysOfWriting)
{
    for (const char *text :
         {"", "2026-3-1", "2026/03/01", "20260301", "2026-03-01 ", " 2026-03-1", "2026--3-01", "2026-+3-01", "+026-03-01"})
        EXPECT_EQ(support::parseDate(text).error().code, ErrorCode::BadDate) << text;
}

TEST(Date, IsMadeFromItsParts)
{
    EXPECT_EQ(support::toDate({2026, 3, 1}), day("2026-03-01"));
    EXPECT_EQ(support::toDate({2026, 2, 30}).error().subject, "2026-02-30");
    const support::CivilDate parts = support::civil(day("2026-03-01"));
    EXPECT_EQ(parts.year, 2026);
    EXPECT_EQ(parts.month, 3U);
    EXPECT_EQ(parts.day, 1U);
}

TEST(Date, KnowsItsWeekMonthAndQuarter)
{
    EXPECT_EQ(support::weekday(day("2026-03-02")), 0) << "a Monday";
    EXPECT_EQ(support::weekday(day("2026-03-01")), 6) << "a Sunday";
    EXPECT_EQ(support::startOfWeek(day("2026-03-01")), day("2026-02-23"));
    EXPECT_EQ(support::startOfWeek(day("2026-03-02")), day("2026-03-02"));
    EXPECT_EQ(support::startOfMonth(day("2026-03-31")), day("2026-03-01"));
    EXPECT_EQ(support::startOfQuarter(day("2026-03-31")), day("2026-01-01"));
    EXPECT_EQ(support::startOfQuarter(day("2026-04-01")), day("2026-04-01"));
    EXPECT_EQ(support::startOfQuarter(day("2026-12-31")), day("2026-10-01"));
}

TEST(Date, StaysInAShorterMonthWhenMonthsAreAdded)
{
    EXPECT_EQ(support::addMonths(day("2026-01-31"), 1), day("2026-02-28"));
    EXPECT_EQ(support::addMonths(day("2024-01-31"), 1), day("2024-02-29"));
    EXPECT_EQ(support::addMonths(day("2026-01-31"), -2), day("2025-11-30"));
    EXPECT_EQ(support::addMonths(day("2026-11-15"), 14), day("2028-01-15"));
}

RC_GTEST_PROP(Date, IsReadBackToTheSameDay, ())
{
    const Date date = *anyDay();
    RC_ASSERT(support::parseDate(toText(date)).value() == date);
    RC_ASSERT(support::toDate(support::civil(date)).value() == date);
}

RC_GTEST_PROP(Date, LiesInTheWeekMonthAndQuarterThatStartAtOrBeforeIt, ())
{
    const Date date = *anyDay();
    RC_ASSERT(date - support::startOfWeek(date) == support::weekday(date));
    RC_ASSERT(support::civil(support::startOfMonth(date)).day == 1U);
    RC_ASSERT(support::startOfMonth(date) <= date);
    RC_ASSERT(date < support::addMonths(support::startOfMonth(date), 1));
    RC_ASSERT(support::startOfQuarter(date) <= support::startOfMonth(date));
    RC_ASSERT(date < support::addMonths(support::startOfQuarter(date), 3));
}

RC_GTEST_PROP(Date, IsRefusedOrReadWholeFromAnyText, (const std::string &text))
{
    const auto date = support::parseDate(text);
    RC_ASSERT((date ? toText(*date) == text : date.error().code == ErrorCode::BadDate));
}

TEST(TimeZone, IsFoundByItsName)
{
    EXPECT_EQ(zone("Asia/Shanghai").name(), "Asia/Shanghai");
    EXPECT_EQ(TimeZone::utc().startOf(day("2026-03-01")), at("2026-03-01T00:00:00Z"));
}

TEST(TimeZone, RefusesANameThatIsNotInTheDatabase)
{
    for (const char *name : {"", "Mars/Olympus", "asia/shanghai!"}) {
        const auto found = TimeZone::named(name);
        ASSERT_FALSE(found) << name;
        EXPECT_EQ(found.error().code, ErrorCode::BadTimeZone);
        EXPECT_EQ(found.error().subject, name);
    }
}

TEST(TimeZone, CutsDaysAtLocalMidnight)
{
    const TimeZone shanghai = zone("Asia/Shanghai");
    EXPECT_EQ(shanghai.startOf(day("2026-03-01")), at("2026-02-28T16:00:00Z"));
    EXPECT_EQ(shanghai.dateOf(at("2026-02-28T15:59:59.999999Z")), day("2026-02-28"));
    EXPECT_EQ(shanghai.dateOf(at("2026-02-28T16:00:00Z")), day("2026-03-01"));
    EXPECT_EQ(shanghai.minuteOfDay(at("2026-02-28T15:59:59Z")), 1439);
    EXPECT_EQ(shanghai.minuteOfDay(at("2026-02-28T16:00:59Z")), 0);
}

TEST(TimeZone, TakesTheEarlierOfTwoAndTheFirstAfterAGap)
{
    const TimeZone berlin = zone("Europe/Berlin");
    EXPECT_EQ(berlin.at(day("2026-10-25"), support::hours(2) + support::minutes(30)), at("2026-10-25T00:30:00Z"));
    EXPECT_EQ(berlin.at(day("2026-03-29"), support::hours(2) + support::minutes(30)), at("2026-03-29T01:00:00Z"));
    EXPECT_EQ(berlin.at(day("2026-03-29"), support::hours(4)), at("2026-03-29T02:00:00Z"));
}

TEST(TimeZone, StartsADayWithoutMidnightAtItsFirstInstant)
{
    // Brazil put its clocks forward at midnight: 2018-11-04 began at 01:00 local time.
    EXPECT_EQ(zone("America/Sao_Paulo").startOf(day("2018-11-04")), at("2018-11-04T03:00:00Z"));
}

RC_GTEST_PROP(TimeZone, PutsTheStartOfADayIntoThatDay, ())
{
    const TimeZone anywhere = *anyZone();
    const Date date = *anyDay();
    const Instant start = anywhere.startOf(date);
    RC_ASSERT(anywhere.dateOf(start) == date);
    RC_ASSERT(anywhere.dateOf(start - support::seconds(1)) == date + -1);
}

RC_GTEST_PROP(TimeZone, HasNoMinuteOutsideTheDay, ())
{
    const TimeZone anywhere = *anyZone();
    const Instant instant =
        anywhere.startOf(*anyDay()) + support::Duration{*rc::gen::inRange<std::int64_t>(0, support::days(1).micros)};
    const int minute = anywhere.minuteOfDay(instant);
    RC_ASSERT(minute >= 0);
    RC_ASSERT(minute < 1440);
}
