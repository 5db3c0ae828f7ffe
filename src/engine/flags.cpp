// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/flags.h"

#include "engine/dealpart.h"
#include "engine/fold.h"

#include "support/money.h"

#include <algorithm>
#include <cmath>

namespace engine {

using domain::FlagAct;

FlagState flagState(const Decision *decision, support::Instant asOf)
{
    if (!decision)
        return FlagState::Open;
    switch (decision->act) {
    case FlagAct::Acknowledged: return FlagState::Acknowledged;
    case FlagAct::Snoozed: return asOf < decision->until ? FlagState::Snoozed : FlagState::Open;
    case FlagAct::Resolved: return FlagState::Resolved;
    case FlagAct::Dismissed: return FlagState::Dismissed;
    case FlagAct::Reopened: return FlagState::Open;
    }
    return FlagState::Open;
}

support::Instant heldSince(support::Instant asOf, support::Duration lookBack,
                           const std::function<bool(support::Instant)> &holdsAt)
{
    const support::Instant earliest = asOf - lookBack;
    support::Instant held = asOf;
    support::Instant before = asOf;
    while (before > earliest) {
        before = std::max(before - support::days(1), earliest);
        if (!holdsAt(before))
            break;
        held = before;
    }
    if (held == before)
        return held;
    while (held - before > support::minutes(1)) {
        const support::Instant middle{before.micros + (held - before).micros / 2};
        (holdsAt(middle) ? held : before) = middle;
    }
    return held;
}

void revive(FlagRow &flag, support::Instant asOf, const std::function<bool(support::Instant)> &holdsAt)
{
    // A day more than since the decision shows what held just before it.
    if (isPutAside(flag) && heldSince(asOf, asOf - flag.decided + support::days(1), holdsAt) > flag.decided)
        flag.state = FlagState::Open;
}

support::Instant heldSince(const Basis &basis, history::DealIndex deal, std::size_t slot, support::Duration lookBack)
{
    const auto &[history, playbook, rules] = basis.source;
    const RuleSet::Entry *entry = rules.find(slot);
    DealEvaluation then;
    const auto holdsAt = [&](support::Instant instant) {
        fold(history, playbook, deal, {instant, Depth::Scores}, then.state);
        const bool asksForOpen = entry->rule->subject == domain::RuleSubject::OpenDeal;
        if (!then.state.exists || (then.state.status == Status::Open) != asksForOpen)
            return false;
        const auto day = static_cast<std::int32_t>((basis.when.asOf - instant).micros / support::days(1).micros);
        evaluateState(history, playbook, basis.calibration, {instant, basis.when.today + -day}, then);
        return entry->condition.holds(then.state, playbook, then.context, then.row.quadrant);
    };
    return heldSince(basis.when.asOf, lookBack, holdsAt);
}

} // namespace engine
