// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/sample/calendar.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace exchange::sample;
using support::Date;
using support::Instant;

namespace {

Date day(std::string_view text)
{
    return *support::parseDate(text);
}

} // namespace

TEST(SampleCalendar, KnowsTheLongHolidays)
{
    EXPECT_FALSE(isWorkday(day("2026-02-17"))); // Spring Festival
    EXPECT_FALSE(isWorkday(day("2026-02-20")));
    EXPECT_FALSE(isWorkday(day("2025-10-03")));
    EXPECT_FALSE(isWorkday(day("2026-05-01")));
    EXPECT_FALSE(isWorkday(day("2026-01-01")));
    EXPECT_FALSE(isWorkday(day("2026-11-21"))); // a Saturday
    EXPECT_TRUE(isWorkday(day("2026-11-20")));
    EXPECT_EQ(workdayFrom(day("2026-10-01")), day("2026-10-08"));
    EXPECT_EQ(addWorkdays(day("2026-11-20"), 1), day("2026-11-23"));
}

TEST(SampleCalendar, LivesInShanghai)
{
    const Instant morning = *support::parseInstant("2026-11-20T09:30:00+08:00");
    EXPECT_EQ(dayOf(morning), day("2026-11-20"));
    EXPECT_EQ(minuteOf(morning), 9 * 60 + 30);
    EXPECT_EQ(at(day("2026-11-20"), 9 * 60 + 30), morning);
    EXPECT_EQ(dayOf(*support::parseInstant("2026-11-19T16:00:00Z")), day("2026-11-20"));
    EXPECT_EQ(dayOf(*support::parseInstant("1969-12-31T15:59:59Z")), day("1969-12-31"));
}

RC_GTEST_PROP(SampleCalendar, OfficeTimesAreInOfficeHoursAndNotBeforeTheirStart, (std::uint64_t seed))
{
    Random random(seed, Stream::Talk, 1);
    const Instant from = at(day("2025-01-01") + *rc::gen::inRange(0, 700), *rc::gen::inRange(0, 1440));
    const support::Duration pause = support::minutes(*rc::gen::inRange(0, 60 * 24 * 40));
    const Instant when = officeTimeAfter(random, from, pause);
    RC_ASSERT(when > from);
    RC_ASSERT(isWorkday(dayOf(when)));
    RC_ASSERT(minuteOf(when) >= 9 * 60 && minuteOf(when) < 18 * 60 + 1);
    RC_ASSERT(when - from <= pause + support::days(13));
}
