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

namespace {

/// The last of `looks` before `instant`.
support::Instant lookBefore(const Looks &looks, support::Instant instant)
{
    const support::Date day = looks.zone.dateOf(instant);
    const support::Instant today = looks.zone.startOf(day);
    const support::Instant midnight = today < instant ? today : looks.zone.startOf(day + -1);
    const auto turn = std::ranges::lower_bound(looks.turns, instant);
    return turn == looks.turns.begin() ? midnight : std::max(midnight, *std::prev(turn));
}

} // namespace

support::Instant heldSince(support::Instant asOf, support::Duration lookBack, const Looks &looks,
                           const std::function<bool(support::Instant)> &holdsAt)
{
    const support::Instant earliest = asOf - lookBack;
    support::Instant held = asOf;
    support::Instant before = asOf;
    while (before > earliest) {
        before = std::max(lookBefore(looks, before), earliest);
        if (!holdsAt(before))
            break;
        held = before;
    }
    if (held == before)
        return held;
    while (held - before > support::seconds(1)) {
        const support::Instant middle{before.micros + (held - before).micros / 2};
        (holdsAt(middle) ? held : before) = middle;
    }
    return held;
}

support::Instant startOfSecond(support::Instant instant)
{
    const std::int64_t second = support::seconds(1).micros;
    const std::int64_t rest = instant.micros % second;
    return {instant.micros - (rest < 0 ? rest + second : rest)};
}

void revive(FlagRow &flag, support::Instant asOf, const Looks &looks, const std::function<bool(support::Instant)> &holdsAt)
{
    // A day more than since the decision shows what held just before it.
    if (isPutAside(flag) && heldSince(asOf, asOf - flag.decided + support::days(1), looks, holdsAt) > flag.decided)
        flag.state = FlagState::Open;
}

namespace {

/// Whether a rule holds for a deal at any instant.
class DealRule {
public:
    DealRule(const Basis &basis, history::DealIndex deal, std::size_t slot)
        : m_basis(basis)
        , m_deal(deal)
        , m_entry(*basis.source.rules.find(slot))
    {}

    [[nodiscard]] bool operator()(support::Instant instant)
    {
        const auto &[history, playbook, rules] = m_basis.source;
        fold(history, playbook, m_deal, {instant, Depth::Scores}, m_then.state);
        const bool asksForOpen = m_entry.rule->subject == domain::RuleSubject::OpenDeal;
        if (!m_then.state.exists || (m_then.state.status == Status::Open) != asksForOpen)
            return false;
        evaluateState(history, playbook, m_basis.calibration, {instant, m_basis.when.zone}, m_then);
        return m_entry.condition.holds(m_then.state, playbook, m_then.context, m_then.row.quadrant);
    }

private:
    const Basis &m_basis;
    history::DealIndex m_deal;
    const RuleSet::Entry &m_entry;
    DealEvaluation m_then;
};

} // namespace

support::Instant heldSince(const Basis &basis, history::DealIndex deal, std::size_t slot, support::Duration lookBack)
{
    DealRule holdsAt(basis, deal, slot);
    const support::Instant asOf = basis.when.asOf;
    const Looks looks{basis.when.zone, history::turns(basis.source.history.deals(), deal, asOf - lookBack, asOf)};
    return startOfSecond(heldSince(asOf, lookBack, looks, std::ref(holdsAt)));
}

void revive(FlagRow &flag, const Basis &basis, history::DealIndex deal)
{
    if (!isPutAside(flag))
        return;
    DealRule holdsAt(basis, deal, flag.rule);
    const Looks looks = looksSince(flag, basis.when.asOf, basis.when.zone, basis.source.history.deals(), deal);
    revive(flag, basis.when.asOf, looks, std::ref(holdsAt));
}

} // namespace engine
