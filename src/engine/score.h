// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "engine/evaluate.h"

namespace engine {

/// What an open deal's facts come to at an instant; of another one the counts and the health alone, which rules may ask for.
struct Score {
    HealthCounts counts; ///< caps applied
    std::int64_t health = 0;
    std::optional<DaysToClose> days;
    domain::Quadrant quadrant = domain::Quadrant::None;
};

/// The score of a deal with these counts, before caps. Of `row` it reads what time does not change.
[[nodiscard]] Score scoreOf(const HealthCounts &counts, const DealRow &row, const CompiledPlaybook &playbook,
                            const Calibration &calibration, support::Instant asOf);

/// Beside the score what a row has of two measures.
struct RowMeasures {
    double daysSinceSubstance;
    double firstResponseHours;
};
void write(const Score &score, const RowMeasures &measures, const domain::Playbook &playbook, support::Instant asOf,
           DealRow &row);

/// Deals created after this instant make the people's median responses.
[[nodiscard]] inline support::Instant responsesFrom(const domain::WindowSettings &windows, support::Instant asOf)
{
    return asOf - support::days(windows.responseDays);
}

/// Whether the row can change while nothing is recorded: then it is kept in Live.
[[nodiscard]] bool changesWithTime(const DealRow &row, const RuleSet &rules, const domain::Playbook &playbook,
                                   support::Instant asOf);

/// Tells everything in `part`, which has rows and `live`, that time changes: scores, flags, and the order of the flagged.
void score(const Basis &basis, Part<DealRow> &part);

/// The same deals at the instant of `basis`, which no fact and no window of theirs stands between.
[[nodiscard]] std::shared_ptr<const Part<DealRow>> rescored(const Basis &basis, const Part<DealRow> &known);

} // namespace engine
