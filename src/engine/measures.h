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

/// The measure of a deal; `noValue` where it does not apply or belongs to something else.
[[nodiscard]] double measure(domain::Measure which, const DealState &state, const CompiledPlaybook &playbook,
                             const DealContext &context);

/// Whether the talk about a deal, with its customer's, can change the measure.
[[nodiscard]] bool comesFromTalk(domain::Measure which);

/// The numbers of the facts that a measure was made of, where it has some.
[[nodiscard]] std::vector<std::uint32_t> measureRecords(domain::Measure which, const DealState &state);

} // namespace engine
