// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "engine/dealstate.h"
#include "engine/health.h"

#include "domain/measure.h"

#include <array>
#include <limits>

namespace engine {

/// The value of a measure that does not apply: no comparison with it holds.
inline constexpr double noValue = std::numeric_limits<double>::quiet_NaN();

/// An amount of minor units as a number of major ones, for statistics and ranks; without a currency, two decimals.
[[nodiscard]] double inMajor(std::int64_t minor, std::uint32_t currency);

/// What is computed about a deal beside its own facts, before its measures.
struct DealContext {
    support::Instant asOf;
    support::Date today; ///< as-of's day in the organisation's time zone
    int proven = -1;
    std::int64_t health = 0;
    double daysToClose = noValue;
};

/// How the value of a measure goes on while nothing is recorded about the deal.
enum class Course : std::uint8_t {
    Fixed,     ///< the number stays
    Days,      ///< days since an instant
    Hours,     ///< hours since an instant
    StaleDays, ///< those of the health score, since an instant
    DaysTo,    ///< whole days to a day
    DaysPast,  ///< whole days since a day, and none before it
    Response,  ///< hours from the first inquiry to the first response, or until now
    Setting,   ///< told by the playbook for the stage
    Scored     ///< told by the score itself
};
[[nodiscard]] Course courseOf(domain::Measure which);

/// The value of a measure that is a setting, for a deal that claims the stage at `stage` of the pipeline at `pipeline`; −1:
/// unknown.
[[nodiscard]] double setting(domain::Measure which, const CompiledPlaybook &playbook, int pipeline, int stage);

/// What the course of a measure starts from: the number, the instant in microseconds, the day; of a setting or a score, its
/// value. `noValue` where the measure does not apply.
[[nodiscard]] double origin(domain::Measure which, const DealState &state, const CompiledPlaybook &playbook,
                            const DealContext &context);

/// When courses are followed to.
struct Clock {
    support::Instant asOf;
    support::Date today;
    support::Duration fresh; ///< domain::HealthSettings::fresh
};

/// Hours between two instants in microseconds.
[[nodiscard]] constexpr double hoursBetween(double from, double to)
{
    return (to - from) / 3600e6;
}

/// The value that a measure with this course has come to at `clock`.
[[nodiscard]] inline double valueAt(Course course, double origin, const Clock &clock)
{
    // An instant of the years that facts have is a whole number of microseconds in a double as well.
    const auto asOf = static_cast<double>(clock.asOf.micros);
    switch (course) {
    case Course::Days: return (asOf - origin) / 86'400e6;
    case Course::Hours: return hoursBetween(origin, asOf);
    case Course::StaleDays:
        return static_cast<double>(staleDays(clock.asOf - support::Instant{static_cast<std::int64_t>(origin)}, clock.fresh));
    case Course::DaysTo: return origin - clock.today.days;
    case Course::DaysPast: return clock.today.days > origin ? clock.today.days - origin : noValue;
    case Course::Fixed:
    case Course::Response:
    case Course::Setting:
    case Course::Scored: return origin;
    }
    return origin;
}

/// The measure of a deal; `noValue` where it does not apply or belongs to something else.
[[nodiscard]] double measure(domain::Measure which, const DealState &state, const CompiledPlaybook &playbook,
                             const DealContext &context);

/// Whether the talk about a deal, with its customer's, can change the measure.
[[nodiscard]] bool comesFromTalk(domain::Measure which);

/// The numbers of the facts that a measure was made of, where it has some.
[[nodiscard]] std::vector<std::uint32_t> measureRecords(domain::Measure which, const DealState &state);

} // namespace engine
