// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "engine/dealstate.h"
#include "engine/survival.h"
#include "engine/usualamounts.h"
#include "history/builder.h"

#include <stop_token>
#include <vector>

namespace engine {

/// What the won deals of one pipeline say about time and money, as it was known at as-of.
struct PipelineCalibration {
    std::vector<SurvivalCurve> toWin;  ///< by stage: from the first entry to the win
    std::optional<double> medianCycle; ///< days from the creation to the win; none while thin
    double daysCut = 0;                ///< where the battle map divides short from long
};

/// The numbers that evaluating a deal takes from all the others.
struct Calibration {
    std::vector<PipelineCalibration> pipelines;    ///< by place in the playbook
    std::vector<domain::SymbolKey> convertedLeads; ///< sorted: leads that became a deal
    UsualAmounts usual;
};

[[nodiscard]] Calibration calibrate(const history::History &history, const CompiledPlaybook &playbook, support::Instant asOf,
                                    const history::ForEach &forEach, std::stop_token stop = {});

/// A history at an instant.
struct AtInstant {
    const history::History &history;
    support::Instant asOf;
};

/// Whether `deals`, by index, give to `known`, which is of a history at its instant, what they give in its successor at another.
[[nodiscard]] bool calibrateAlike(const Calibration &known, const AtInstant &before, const AtInstant &after,
                                  const CompiledPlaybook &playbook, const std::vector<std::uint32_t> &deals);

/// What the expected days to close come from.
enum class DaysFrom : std::uint8_t {
    History,  ///< deals that were won from the stage
    Age,      ///< the deal's own time in the stage, which none of them was as long in
    Playbook, ///< the stage's number: the history is too thin
};

struct DaysToClose {
    double days;
    DaysFrom from;
};

/// Where an open deal is.
struct InStage {
    int pipeline; ///< its place in the playbook; −1: unknown to it
    int stage;    ///< the claimed one; −1: unknown to the pipeline
    support::Duration spent;
};

/// Expected days to close of an open deal: the median of what remains among the deals that were won from its stage, given
/// the time it has been there. A deal that has outstayed them all is expected to take as long again, the median where nothing
/// else is known (Gott 1993, "Implications of the Copernican principle for our future prospects"). While fewer than `thinBelow`
/// were won, the playbook's number.
[[nodiscard]] std::optional<DaysToClose> daysToClose(const InStage &deal, const CompiledPlaybook &playbook,
                                                     const Calibration &calibration);

} // namespace engine
