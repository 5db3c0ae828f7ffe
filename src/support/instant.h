// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "support/error.h"

#include <compare>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace support {

/// A length of time in microseconds.
struct Duration {
    std::int64_t micros = 0;

    friend constexpr auto operator<=>(Duration, Duration) = default;
    friend constexpr Duration operator+(Duration a, Duration b) { return {a.micros + b.micros}; }
    friend constexpr Duration operator-(Duration a, Duration b) { return {a.micros - b.micros}; }
    friend constexpr Duration operator*(Duration a, std::int64_t n) { return {a.micros * n}; }
};

constexpr Duration seconds(std::int64_t n)
{
    return {n * 1'000'000};
}
constexpr Duration minutes(std::int64_t n)
{
    return seconds(n * 60);
}
constexpr Duration hours(std::int64_t n)
{
    return minutes(n * 60);
}
constexpr Duration days(std::int64_t n)
{
    return hours(n * 24);
}

/// `span` as a fractional number of days, for display and statistics.
constexpr double inDays(Duration span)
{
    return static_cast<double>(span.micros) / 86'400e6;
}

/// A point in time: microseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
struct Instant {
    std::int64_t micros = 0;

    static constexpr Instant min() { return {std::numeric_limits<std::int64_t>::min()}; }
    static constexpr Instant max() { return {std::numeric_limits<std::int64_t>::max()}; }

    friend constexpr auto operator<=>(Instant, Instant) = default;
    friend constexpr Instant operator+(Instant t, Duration d) { return {t.micros + d.micros}; }
    friend constexpr Instant operator-(Instant t, Duration d) { return {t.micros - d.micros}; }
    friend constexpr Duration operator-(Instant a, Instant b) { return {a.micros - b.micros}; }
};

/// Reads an ISO-8601 time with an offset ("2026-03-01T09:30:00+08:00", "…Z"; seconds and their fraction, to the
/// microsecond, may be left out; a space may stand for the T). Years 1900 to 2200. Fails with BadTime.
[[nodiscard]] Result<Instant> parseInstant(std::string_view text);

/// `instant` as ISO-8601 in UTC with just the digits of a second that it needs: "2026-03-01T01:30:00Z".
[[nodiscard]] std::string toText(Instant instant);

} // namespace support
