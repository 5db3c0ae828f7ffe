// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "engine/evaluate.h"
#include "history/due.h"

namespace engine {

/// The state of a rule's flag that holds at `asOf`, from the last decision on it. A snooze that is over, and a reopening, leave
/// it open; a dismissal holds until the rule stops holding (`heldSince` tells).
[[nodiscard]] FlagState flagState(const Decision *decision, support::Instant asOf);

/// When it is looked whether something holds: at the organisation's midnights, and where a fact about the subject itself begins
/// or ceases to count. These lie still, so that a break is seen at every hour of the day or at none.
struct Looks {
    support::TimeZone zone;
    std::vector<support::Instant> turns; ///< ascending
};

/// An instant at which something holds, less than a second after it began to hold without a break, given that it holds at `asOf`;
/// looks back at most `lookBack`. It narrows the last change down between two looks; a break between two of them is missed.
[[nodiscard]] support::Instant heldSince(support::Instant asOf, support::Duration lookBack, const Looks &looks,
                                         const std::function<bool(support::Instant)> &holdsAt);

/// The last whole second that is not after `instant`.
[[nodiscard]] support::Instant startOfSecond(support::Instant instant);

/// The second in which the rule at `slot` began to hold for the deal without a break, looking back at most `lookBack`.
[[nodiscard]] support::Instant heldSince(const Basis &basis, history::DealIndex deal, std::size_t slot,
                                         support::Duration lookBack);
/// The same for a lead.
[[nodiscard]] support::Instant heldSince(const Basis &basis, history::LeadIndex lead, std::size_t slot,
                                         support::Duration lookBack);

/// Whether somebody dismissed or resolved it.
[[nodiscard]] inline bool isPutAside(const FlagRow &flag)
{
    return flag.state == FlagState::Dismissed || flag.state == FlagState::Resolved;
}

/// Where `revive` looks back from `asOf` at the subject of `flag`, a place on `shelf`.
template <class I>
[[nodiscard]] Looks looksSince(const FlagRow &flag, support::Instant asOf, support::TimeZone zone, const history::Shelf<I> &shelf,
                               I subject)
{
    return {zone, history::turns(shelf, subject, flag.decided, asOf)};
}

/// Opens a flag that was put aside when its rule held anew after the decision.
void revive(FlagRow &flag, support::Instant asOf, const Looks &looks, const std::function<bool(support::Instant)> &holdsAt);
/// The same for a flag on a deal.
void revive(FlagRow &flag, const Basis &basis, history::DealIndex deal);

} // namespace engine
