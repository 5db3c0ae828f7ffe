// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "engine/dealstate.h"

#include <array>

namespace engine {

enum class TermKind : std::uint8_t { Roles, Files, Asks, Stale };

/// One term of the health score: `value` = `count` × `weight`.
struct HealthTerm {
    TermKind kind;
    std::int64_t count = 0;
    std::int64_t weight = 0;
    std::int64_t value = 0;
    std::vector<std::uint32_t> records; ///< the numbers of the facts counted
};

/// The four counts of the score, caps applied (engine.md, "Health score").
struct HealthCounts {
    int roles = 0;
    int files = 0;
    int asks = 0;
    std::int64_t staleDays = 0;
};

/// Days without progress beyond the fresh span, the day in progress counted: with g = as-of − progress, 0 while g ≤ fresh,
/// else floor((g − fresh) / 24 h) + 1.
[[nodiscard]] std::int64_t staleDays(support::Duration sinceProgress, support::Duration fresh);

/// The counts as they are scored, none beyond its cap.
[[nodiscard]] HealthCounts capped(HealthCounts counts, const domain::HealthSettings &settings);

/// The counts of a deal before caps, and as they are scored.
[[nodiscard]] HealthCounts rawCounts(const DealState &state, const domain::HealthSettings &settings, support::Instant asOf);
[[nodiscard]] HealthCounts healthCounts(const DealState &state, const domain::HealthSettings &settings, support::Instant asOf);

/// health = w_role·R + w_file·E + w_ask·Q − w_stale·D: unbounded whole points.
[[nodiscard]] std::int64_t health(const HealthCounts &counts, const domain::HealthSettings &settings);

/// The terms with the facts behind them; their values sum to `health` exactly.
[[nodiscard]] std::array<HealthTerm, 4> healthTerms(const DealState &state, const domain::HealthSettings &settings,
                                                    support::Instant asOf);

} // namespace engine
