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

namespace {

bool active(FlagState state)
{
    return state == FlagState::Open || state == FlagState::Acknowledged;
}

/// Orders by rank. Equals by what a manager would take first: an amount that is known, the larger one, and what moved last,
/// for there is more to save in it than in what has lain for years. Never by the order in which the facts came in.
bool morePressing(const FocusItem &a, const FocusItem &b)
{
    if (a.rank != b.rank)
        return a.rank > b.rank;
    if (a.row->hasAmount != b.row->hasAmount)
        return a.row->hasAmount;
    if (a.money != b.money)
        return a.money > b.money;
    if (a.row->claimedSince != b.row->claimedSince)
        return a.row->claimedSince > b.row->claimedSince;
    if (a.row->created != b.row->created)
        return a.row->created > b.row->created;
    return a.row->key < b.row->key;
}

/// What the ranks of all flags on one deal have in common.
class RankBasis {
public:
    RankBasis(const DealRow &row, const Board &board)
    {
        const UsualAmounts &usual = board.calibration->usual;
        const double typical = row.pipeline >= 0 ? usual.byPipeline[static_cast<std::size_t>(row.pipeline)] : 0;
        m_rank.currency = usual.currency != 0 ? usual.currency : row.currency;
        m_rank.money = row.hasAmount ? inMajor(row.amount, row.currency) : std::max(typical, 1.0);
        if (row.hasAmount && row.currency != m_rank.currency) {
            const double same = usual.in(row.currency);
            m_rank.money = (same > 0 ? m_rank.money / same : 1) * std::max(usual.in(usual.currency), 1.0);
            m_rank.withinOwnCurrency = true;
        }
        const double days = row.hasDaysToClose ? std::max(static_cast<double>(row.daysToClose), 0.0) : 0;
        m_nearness = 1 + 30 / (30 + days);
    }

    [[nodiscard]] double money() const { return m_rank.money; }
    [[nodiscard]] Rank rank(const domain::Rule &rule) const
    {
        Rank rank = m_rank;
        rank.urgency = rule.urgency * m_nearness;
        rank.actionability = rule.actionability;
        return rank;
    }

private:
    Rank m_rank;
    double m_nearness;
};

FocusItem itemOf(const Board &board, const CompiledPlaybook &playbook, const DealRow &row, std::span<const FlagRow> flags)
{
    const RankBasis basis(row, board);
    FocusItem item{&row, flags, flags.data(), -1, basis.money()};
    for (const FlagRow &flag : flags) {
        const double value = active(flag.state) ? basis.rank(playbook.playbook().rules[flag.rule]).value() : -1;
        if (value > item.rank) {
            item.rank = value;
            item.best = &flag;
        }
    }
    return item;
}

void noteWake(const FlagRow &flag, std::optional<support::Instant> &nextWake)
{
    if (flag.state == FlagState::Snoozed)
        nextWake = std::min(nextWake.value_or(support::Instant::max()), flag.until);
}

} // namespace

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

Rank rank(const Board &board, const CompiledPlaybook &playbook, const FlagRow &flag)
{
    return RankBasis(board.deals[flag.row], board).rank(playbook.playbook().rules[flag.rule]);
}

Focus focus(const Board &board, const CompiledPlaybook &playbook, const std::function<bool(const DealRow &)> &inScope,
            std::size_t below)
{
    Focus focus;
    for (const auto &part : board.deals.parts()) {
        auto row = part->rows.begin();
        const auto end = part->flags.end();
        for (auto first = part->flags.begin(); first != end;) {
            const auto after = std::find_if(first, end, [&](const FlagRow &flag) { return flag.row != first->row; });
            row = std::find_if(row, part->rows.end(), [&](const DealRow &deal) { return deal.index() == first->row; });
            const std::span<const FlagRow> flags(first, after);
            first = after;
            if (!inScope(*row))
                continue;
            const FocusItem item = itemOf(board, playbook, *row, flags);
            if (item.rank >= 0)
                focus.items.push_back(item);
            else
                ++focus.suppressed;
            for (const FlagRow &flag : flags)
                noteWake(flag, focus.nextWake);
        }
    }
    focus.listed = std::min(focus.items.size(), static_cast<std::size_t>(std::max(playbook.playbook().focus.budget, 0)));
    const std::size_t inOrder = focus.listed + std::min(below, focus.items.size() - focus.listed);
    std::ranges::partial_sort(focus.items, focus.items.begin() + static_cast<std::ptrdiff_t>(inOrder), morePressing);
    return focus;
}

} // namespace engine
