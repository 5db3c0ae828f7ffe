// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "engine/evaluate.h"

#include <span>

namespace engine {

/// The state of a rule's flag that holds at `asOf`, from the last decision on it. A snooze that is over, and a reopening, leave
/// it open; a dismissal holds until the rule stops holding (`heldSince` tells).
[[nodiscard]] FlagState flagState(const Decision *decision, support::Instant asOf);

/// Since when something holds without a break, to the minute, given that it holds at `asOf`; looks back at most `lookBack`.
[[nodiscard]] support::Instant heldSince(support::Instant asOf, support::Duration lookBack,
                                         const std::function<bool(support::Instant)> &holdsAt);

/// Since when the rule at `slot` holds for the deal without a break, to the minute, looking back at most `lookBack`. Breaks
/// shorter than a day may be missed, since it looks at each day once and then narrows the last change down.
[[nodiscard]] support::Instant heldSince(const Basis &basis, history::DealIndex deal, std::size_t slot,
                                         support::Duration lookBack = support::days(180));
/// The same for a lead.
[[nodiscard]] support::Instant heldSince(const Basis &basis, history::LeadIndex lead, std::size_t slot,
                                         support::Duration lookBack = support::days(180));

/// Whether somebody dismissed or resolved it.
[[nodiscard]] inline bool isPutAside(const FlagRow &flag)
{
    return flag.state == FlagState::Dismissed || flag.state == FlagState::Resolved;
}

/// Opens a flag that was put aside when its rule held anew after the decision.
void revive(FlagRow &flag, support::Instant asOf, const std::function<bool(support::Instant)> &holdsAt);

/// What ranks a flag: money × urgency × actionability (engine.md, "Focus budget").
struct Rank {
    /// The deal's amount in major units of `currency`; without one, the typical amount of its pipeline.
    double money = 0;
    /// The currency that money is ranked in, one for the whole board. Without a table of rates a deal in another one is ranked
    /// within its own: it counts as many times the usual amount as it has of its own currency's.
    std::uint32_t currency = 0;
    bool withinOwnCurrency = false;
    double urgency = 0;       ///< the rule's, times 1 + 30 / (30 + days to close)
    double actionability = 0; ///< the rule's
    [[nodiscard]] double value() const { return money * urgency * actionability; }
};

[[nodiscard]] Rank rank(const Board &board, const CompiledPlaybook &playbook, const FlagRow &flag);

/// A flagged deal; refers to the board.
struct FocusItem {
    const DealRow *row;
    std::span<const FlagRow> flags;
    const FlagRow *best; ///< the one of the flags that puts it where it is
    double rank;
    double money; ///< as it is ranked
};

struct Focus {
    std::vector<FocusItem>
        items; ///< all with an open or acknowledged flag; as many as were asked for in order, the most pressing first
    std::size_t listed = 0;     ///< so many of them are within the focus budget
    std::size_t suppressed = 0; ///< deals whose flags are all snoozed, dismissed or resolved
    std::optional<support::Instant> nextWake;
};

/// The day's list of the deals that `inScope` accepts (28), in order as far as the budget and `below` more.
[[nodiscard]] Focus focus(const Board &board, const CompiledPlaybook &playbook,
                          const std::function<bool(const DealRow &)> &inScope,
                          std::size_t below = std::numeric_limits<std::size_t>::max());

} // namespace engine
