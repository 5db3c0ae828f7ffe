// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "support/civil.h"

#include <date/date.h>
#include <date/tz.h>
#include <fmt/format.h>

#include <charconv>
#include <stdexcept>

namespace support {

namespace {

date::sys_days sysDays(Date date)
{
    return date::sys_days(date::days(date.days));
}

Date fromDays(date::local_days day)
{
    return {static_cast<std::int32_t>(day.time_since_epoch().count())};
}

using Micros = std::chrono::duration<std::int64_t, std::micro>;

date::sys_time<Micros> sysTime(Instant instant)
{
    return date::sys_time<Micros>(Micros(instant.micros));
}

bool readDigits(std::string_view text, int &value)
{
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
    return status == std::errc() && end == text.data() + text.size();
}

} // namespace

CivilDate civil(Date date)
{
    const date::year_month_day ymd(sysDays(date));
    return {int(ymd.year()), unsigned(ymd.month()), unsigned(ymd.day())};
}

Result<Date> toDate(CivilDate c)
{
    const date::year_month_day ymd{date::year(c.year), date::month(c.month), date::day(c.day)};
    if (!ymd.ok() || c.year < 1900 || c.year > 2200)
        return failure(ErrorCode::BadDate, fmt::format("{:04}-{:02}-{:02}", c.year, c.month, c.day), "no such day");
    return Date{static_cast<std::int32_t>(date::sys_days(ymd).time_since_epoch().count())};
}

Result<Date> parseDate(std::string_view text)
{
    int year = 0;
    int month = 0;
    int day = 0;
    if (text.size() != 10 || text[4] != '-' || text[7] != '-' || !readDigits(text.substr(0, 4), year)
        || !readDigits(text.substr(5, 2), month) || !readDigits(text.substr(8, 2), day) || month < 0 || day < 0)
        return failure(ErrorCode::BadDate, text, "a date is written 2026-03-01");
    return toDate({year, static_cast<unsigned>(month), static_cast<unsigned>(day)});
}

std::string toText(Date date)
{
    const CivilDate c = civil(date);
    return fmt::format("{:04}-{:02}-{:02}", c.year, c.month, c.day);
}

int weekday(Date date)
{
    return static_cast<int>(date::weekday(sysDays(date)).iso_encoding()) - 1;
}

Date startOfWeek(Date date)
{
    return date + -weekday(date);
}

Date startOfMonth(Date date)
{
    return date + -(static_cast<std::int32_t>(civil(date).day) - 1);
}

Date startOfQuarter(Date date)
{
    const int monthInQuarter = (static_cast<int>(civil(date).month) - 1) % 3;
    return addMonths(startOfMonth(date), -monthInQuarter);
}

Date addMonths(Date date, int months)
{
    date::year_month_day ymd = date::year_month_day(sysDays(date)) + date::months(months);
    if (!ymd.ok())
        ymd = ymd.year() / ymd.month() / date::last;
    return {static_cast<std::int32_t>(date::sys_days(ymd).time_since_epoch().count())};
}

Result<TimeZone> TimeZone::named(std::string_view name)
{
    try {
        return TimeZone(date::locate_zone(std::string(name)));
    } catch (const std::runtime_error &) {
        return failure(ErrorCode::BadTimeZone, name, "the system's zone database has no such zone");
    }
}

TimeZone TimeZone::utc()
{
    return TimeZone(date::locate_zone("Etc/UTC"));
}

std::string TimeZone::name() const
{
    return m_zone->name();
}

Instant TimeZone::startOf(Date date) const
{
    return at(date, {});
}

Date TimeZone::dateOf(Instant instant) const
{
    return fromDays(date::floor<date::days>(m_zone->to_local(sysTime(instant))));
}

int TimeZone::minuteOfDay(Instant instant) const
{
    const auto local = m_zone->to_local(sysTime(instant));
    const auto sinceMidnight = local - date::floor<date::days>(local);
    return static_cast<int>(date::floor<std::chrono::minutes>(sinceMidnight).count());
}

Instant TimeZone::at(Date date, Duration sinceMidnight) const
{
    const date::local_time<Micros> local = date::local_days(date::days(date.days)) + Micros(sinceMidnight.micros);
    return {m_zone->to_sys(local, date::choose::earliest).time_since_epoch().count()};
}

} // namespace support
