// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/sample/calendar.h"

#include <array>
#include <tuple>

namespace exchange::sample {

using support::Date;
using support::Instant;

namespace {

constexpr support::Duration offset = support::hours(8);
constexpr std::int64_t microsPerDay = support::days(1).micros;

/// Spring Festival as month * 100 + day (Purple Mountain Observatory's almanac), from 2018 on.
constexpr std::array<int, 18> springFestivals{216, 205, 125, 212, 201, 122, 210, 129, 217,
                                              206, 126, 213, 203, 123, 211, 131, 219, 208};
constexpr int firstYear = 2018;

Date springFestival(int year)
{
    const int index = year - firstYear;
    // Outside the table the middle of its range does: nobody looks at the exact day of a made-up year.
    const int monthDay =
        index >= 0 && index < int(springFestivals.size()) ? springFestivals.at(static_cast<std::size_t>(index)) : 205;
    return *support::toDate({year, static_cast<unsigned>(monthDay / 100), static_cast<unsigned>(monthDay % 100)});
}

bool isHoliday(Date day)
{
    const auto [year, month, dayOfMonth] = support::civil(day);
    if (month <= 2) {
        const int sinceFestival = day - springFestival(year);
        return (sinceFestival >= -1 && sinceFestival <= 6) || (month == 1 && dayOfMonth == 1);
    }
    return (month == 10 && dayOfMonth <= 7) || (month == 5 && dayOfMonth <= 5);
}

/// The workday before a day off, for 0, or so many workdays after it.
Date shifted(Date day, int workdays)
{
    if (workdays > 0)
        return addWorkdays(day, workdays);
    while (!isWorkday(day))
        day = day + -1;
    return day;
}

constexpr std::int64_t opens = 9 * 60;
constexpr std::int64_t lunch = 12 * 60;
constexpr std::int64_t lunchEnds = 13 * 60 + 30;
constexpr std::int64_t closes = 18 * 60;

} // namespace

Date dayOf(Instant instant)
{
    const std::int64_t local = (instant + offset).micros;
    const std::int64_t day = local / microsPerDay - (local % microsPerDay < 0 ? 1 : 0);
    return {static_cast<std::int32_t>(day)};
}

int minuteOf(Instant instant)
{
    return static_cast<int>((instant - at(dayOf(instant), 0)).micros / support::minutes(1).micros);
}

Instant at(Date day, std::int64_t minute, std::int64_t second)
{
    return Instant{} + support::days(day.days) + support::minutes(minute) + support::seconds(second) - offset;
}

bool isWorkday(Date day)
{
    return support::weekday(day) < 5 && !isHoliday(day);
}

Date workdayFrom(Date day)
{
    while (!isWorkday(day))
        day = day + 1;
    return day;
}

Date addWorkdays(Date day, std::int64_t count)
{
    for (; count > 0; --count)
        day = workdayFrom(day + 1);
    return day;
}

bool nearQuarterEnd(Date day)
{
    const int left = support::addMonths(support::startOfQuarter(day), 3) - day;
    return left <= 10;
}

Instant officeTime(Random &random, Date day)
{
    const std::int64_t morning = lunch - opens;
    const std::int64_t minute = random.below(morning + closes - lunchEnds);
    return at(day, minute < morning ? opens + minute : lunchEnds + minute - morning, random.below(60));
}

Instant officeTimeAfter(Random &random, Instant from, support::Duration pause)
{
    const Instant earliest = from + pause + support::seconds(random.between(60, 1500));
    const Date day = dayOf(earliest);
    // What takes half a day or more happens at any hour; what would fall on days off spreads over the days after them.
    if (pause >= support::hours(12)) {
        constexpr std::array<int, 6> shifts{0, 0, 1, 1, 2, 3};
        const Date workday = isWorkday(day) ? day : shifted(day, random.pick(shifts));
        const Instant when = officeTime(random, workday);
        return when > from ? when : officeTime(random, addWorkdays(workday, 1));
    }
    // Drawn one after the other: the order in which arguments are evaluated is the compiler's.
    const std::int64_t late = random.between(2, 90);
    const std::int64_t second = random.below(60);
    const std::int64_t minute = minuteOf(earliest);
    if (!isWorkday(day) || minute >= closes)
        return at(workdayFrom(day + 1), opens + late, second);
    if (minute < opens)
        return at(day, opens + late, second);
    if (minute >= lunch && minute < lunchEnds)
        return at(day, lunchEnds + late / 2, second);
    return earliest;
}

} // namespace exchange::sample
