// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "support/civil.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace exchange {

/// Which part of a date written in digits comes first, where the year does not.
enum class DateOrder : std::uint8_t { DayFirst, MonthFirst };

/// A date as a cell holds it: a day, perhaps with a time of day, perhaps with an offset from UTC.
struct DateCell {
    support::Date date;
    std::optional<support::Duration> time;
    std::optional<support::Duration> offset;

    friend bool operator==(const DateCell &, const DateCell &) = default;
};

/// Reads "2026-03-01", "2026/3/1 9:30", "20260301", "1.3.2026", "02/23/26 08:55 PM", "15 Apr, 2021 00:02:00", "Apr 15, 2021",
/// 2026年3月1日 下午3:05, "2010-01-13T08:40:25.000+02:00", Excel's day numbers and milliseconds since 1970. Two digits of a
/// year up to 68 are 20xx. `order` says how to read a date whose year stands last. Fails with BadDate or BadTime.
[[nodiscard]] support::Result<DateCell> parseDateCell(std::string_view cell, DateOrder order);

/// The instant of `cell`; without an offset it is a time in `zone`, without a time the start of the day.
[[nodiscard]] support::Instant instantOf(const DateCell &cell, const support::TimeZone &zone);

/// The day and time of Excel's day number `serial`, in its 1900 or 1904 calendar. Fails with BadDate outside 1900…2200.
[[nodiscard]] support::Result<DateCell> fromExcelSerial(double serial, bool from1904);

/// Whether `cell` is one day when its day stands first, and another when its month does.
[[nodiscard]] bool readsTwoWays(std::string_view cell);
/// The order under which `cell` is `day`; nothing where it is under none, or under both.
[[nodiscard]] std::optional<DateOrder> orderOf(std::string_view cell, support::Date day);

/// Learns from all the cells of a column whether they are dates, and in which order.
class DateColumn {
public:
    DateColumn() = default;
    /// A column whose `latest` looks no further than the day `until`: what lies behind it is a typing error.
    explicit DateColumn(support::Date until) : m_until(until) {}

    void learn(std::string_view cell);

    [[nodiscard]] std::uint64_t cells() const { return m_cells; }
    /// How many cells read as a date under the better of the two orders.
    [[nodiscard]] std::uint64_t dates() const;
    /// The order that the cells prove (a part over 12); nothing where they prove none or both.
    [[nodiscard]] std::optional<DateOrder> provenOrder() const;
    /// True when cells prove the one order and others the other: more than one hand wrote the column.
    [[nodiscard]] bool mixed() const { return m_onlyUnder[0] > 0 && m_onlyUnder[1] > 0 && !provenOrder(); }
    /// True when some date reads differently under the two orders and no cell proves one.
    [[nodiscard]] bool ambiguous() const { return m_different > 0 && !provenOrder(); }
    /// The latest day seen, read under `order`, of those up to the day that was given.
    [[nodiscard]] std::optional<support::Date> latest(DateOrder order) const;
    /// The first cell that reads differently under the two orders, to show in the question.
    [[nodiscard]] const std::string &example() const { return m_example; }

private:
    std::uint64_t m_cells = 0;
    std::uint64_t m_dates[2] = {0, 0};
    std::uint64_t m_onlyUnder[2] = {0, 0};
    std::uint64_t m_different = 0;
    std::optional<support::Date> m_latest[2];
    std::optional<support::Date> m_until;
    std::string m_example;
};

} // namespace exchange
