// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "engine/flags.h"

#include <limits>
#include <span>

namespace engine {

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

/// Looks once at the flags of `part`: how each of its deals stands, and the order of those with an open or acknowledged flag.
void rankPart(const CompiledPlaybook &playbook, const UsualAmounts &usual, Part<DealRow> &part);

/// A flagged deal; refers to the board.
struct FocusItem {
    const DealRow *row;
    std::span<const FlagRow> flags;
    const FlagRow *best; ///< the one of the flags that puts it where it is
    double rank;
};

struct Focus {
    std::vector<FocusItem> items; ///< the most pressing first: those within the budget, and as many below it as were asked for
    std::size_t total = 0;        ///< deals with an open or acknowledged flag
    std::size_t listed = 0;       ///< so many of them are within the focus budget
    std::size_t suppressed = 0;   ///< deals whose flags are all snoozed, dismissed or resolved
    std::size_t open = 0;         ///< open deals, flagged or not
    std::size_t red = 0;          ///< open deals below the red line
    std::optional<support::Instant> nextWake;
};

/// Which deals are asked for.
struct DealsInScope {
    std::function<bool(domain::SymbolKey owner)> owner = {}; ///< none: everybody's
    std::function<bool(const DealRow &)> deal = {};          ///< of those; none: all of them

    [[nodiscard]] bool holds(const Part<DealRow> &part, std::size_t row) const
    {
        return (!owner || owner(part.owners[row])) && (!deal || deal(part.rows[row]));
    }
};

/// The day's list of the deals in scope (28), in order as far as the budget and `below` more.
[[nodiscard]] Focus focus(const Board &board, const CompiledPlaybook &playbook, const DealsInScope &inScope,
                          std::size_t below = std::numeric_limits<std::size_t>::max());

} // namespace engine
