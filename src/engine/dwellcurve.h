// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "engine/chance.h"
#include "engine/funnel.h"

#include <vector>

namespace engine {

/// How many deals of a slice are still in a stage after a time, with how sure that is.
struct DwellCurve {
    struct Step {
        support::Duration at;
        double staying = 1;       ///< share that stays longer (Kaplan and Meier 1958); open deals are censored
        Interval band;            ///< 95 %
        std::uint32_t atRisk = 0; ///< so many were watched for so long
    };
    std::vector<Step> steps; ///< one for each time at which deals left, ascending
    std::uint32_t entered = 0;
    std::uint32_t left = 0;
    support::Duration longest; ///< for which any of them was watched: what comes later nobody knows
};

/// The band is Greenwood's variance (1926) on the scale of log(−log) (Kalbfleisch and Prentice 1980), so that it stays within
/// 0 … 1; where all have left there is no variance to tell by, and the band keeps the limits that it had before.
[[nodiscard]] DwellCurve dwellCurve(const Stays &stays, const FunnelQuery &query, std::size_t place);

} // namespace engine
