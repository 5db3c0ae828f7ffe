// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "engine/chance.h"
#include "engine/funnel.h"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace engine {

/// A figure of a funnel's stage in which two slices are compared.
enum class StageFigure : std::uint8_t {
    Next,    ///< share that goes on
    Win,     ///< share that is won
    Dwell,   ///< how long deals stay
    Overrun, ///< share that stays longer than the stage's limit
    Fields,  ///< share of deals without a field that the stage asks for
    Evidence ///< share of deals without evidence that it asks for
};
inline constexpr std::size_t stageFigures = 6;

/// What two slices have in one figure, and whether the difference is more than chance.
struct Difference {
    double chance = 1; ///< of such a difference where nothing tells the slices apart; corrected for all that is shown at once
    double alone = 1;  ///< the same, had nothing else been compared
    double first = 0;  ///< share of the first slice; of dwell, how many left for each that would have left had they been alike
    double second = 0; ///< the same of the second
    std::optional<Interval> interval; ///< 95 % for the first less the second; of shares
    /// Of shares that deals are still on their way to: within this time, for which both slices were watched. A slice of last
    /// quarter has had no time for what another needed a year for.
    std::optional<support::Duration> within;

    [[nodiscard]] bool isMoreThanChance() const { return chance < tellingChance; }
};

/// By StageFigure; nothing where there is nothing to compare.
using StageDifferences = std::array<std::optional<Difference>, stageFigures>;

/// The differences between two slices of the same stays, by place. A deal should not be in both.
///
/// Shares of deals of which all is known are compared by Fisher's exact test, with Newcombe's interval. The share that goes on
/// or wins is the cumulative incidence (Aalen and Johansen 1978) at the longest time for which both slices were watched, with
/// its variance by the delta method (Marubini and Valsecchi 1995, 10.3); it is put into the same test as the share of the
/// effective number of deals that has this variance (Dorey and Korn 1987). Overruns are the same at the stage's limit. Dwell is
/// compared by the log-rank test with a continuity correction (Mantel 1966; Peto and Peto 1972).
[[nodiscard]] std::vector<StageDifferences> differences(const Stays &stays, const FunnelQuery &first, const FunnelQuery &second,
                                                        const history::ForEach &forEach = history::inOrder);

/// Corrects the chances in everything that is shown at once for its number (Holm).
void correctForNumber(std::span<std::vector<StageDifferences>> shown);

/// A share by the cumulative incidence at some time, as a share of the number of deals that would tell it as surely.
[[nodiscard]] std::optional<Share> effectiveShare(std::span<const StaySpan> sorted, support::Duration within);

/// What the log-rank test says of two groups of spans, each sorted by length; leaving is the event.
struct LogRank {
    double chance = 1;
    double first = 0;  ///< how many of the first group left for each that would have left had they been alike
    double second = 0; ///< the same of the second
};
/// Nothing where at no time anything could have left either group.
[[nodiscard]] std::optional<LogRank> logRank(std::span<const StaySpan> first, std::span<const StaySpan> second);

} // namespace engine
