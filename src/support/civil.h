// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "support/instant.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace date {
class time_zone;
}

namespace support {

/// A day of the Gregorian calendar, as the number of days since 1970-01-01.
struct Date {
    std::int32_t days = 0;

    friend constexpr auto operator<=>(Date, Date) = default;
    friend constexpr Date operator+(Date d, std::int32_t n) { return {d.days + n}; }
    friend constexpr std::int32_t operator-(Date a, Date b) { return a.days - b.days; }
};

/// A day as people write it. A value made by `civil` is always a real day.
struct CivilDate {
    int year = 1970;
    unsigned month = 1;
    unsigned day = 1;
};

[[nodiscard]] CivilDate civil(Date date);

/// The day of `civil`; fails with BadDate where the calendar has no such day or the year is not in 1900…2200.
[[nodiscard]] Result<Date> toDate(CivilDate civil);

/// Reads "2026-03-01". Fails with BadDate.
[[nodiscard]] Result<Date> parseDate(std::string_view text);
[[nodiscard]] std::string toText(Date date);

/// 0 Monday … 6 Sunday.
[[nodiscard]] int weekday(Date date);
[[nodiscard]] Date startOfWeek(Date date);
[[nodiscard]] Date startOfMonth(Date date);
[[nodiscard]] Date startOfQuarter(Date date);
[[nodiscard]] Date addMonths(Date date, int months);

/// The organisation's time zone: where days, weeks and quarters are cut. Cheap to copy.
class TimeZone {
public:
    /// Looks `name` ("Asia/Shanghai") up in the system's zone database. Fails with BadTimeZone.
    [[nodiscard]] static Result<TimeZone> named(std::string_view name);
    [[nodiscard]] static TimeZone utc();

    [[nodiscard]] std::string name() const;
    /// The first instant of `date`; where the clock skips midnight, the first instant that exists.
    [[nodiscard]] Instant startOf(Date date) const;
    [[nodiscard]] Date dateOf(Instant instant) const;
    /// Minutes since local midnight, 0…1439.
    [[nodiscard]] int minuteOfDay(Instant instant) const;
    /// The instant of a local wall-clock time; of two, the earlier, of none, the first after the gap.
    [[nodiscard]] Instant at(Date date, Duration sinceMidnight) const;

private:
    explicit TimeZone(const date::time_zone *zone) : m_zone(zone) {}

    const date::time_zone *m_zone;
};

} // namespace support
