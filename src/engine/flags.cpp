// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/flags.h"

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

/// Orders by rank; equals by the facts of the deal and not by the order in which the facts came in.
bool morePressing(const Board &board, const FocusItem &a, const FocusItem &b)
{
    if (a.rank != b.rank)
        return a.rank > b.rank;
    const DealRow &left = board.deals[a.row];
    const DealRow &right = board.deals[b.row];
    if (left.health != right.health)
        return left.health < right.health;
    if (left.created != right.created)
        return left.created < right.created;
    return left.key < right.key;
}

FocusItem itemOf(const Board &board, const CompiledPlaybook &playbook, std::uint32_t first, std::uint32_t end)
{
    FocusItem item{board.dealFlags[first].row, first, end - first, first, -1};
    for (std::uint32_t i = first; i < end; ++i) {
        const FlagRow &flag = board.dealFlags[i];
        const double value = active(flag.state) ? rank(board, playbook, flag).value() : -1;
        if (value > item.rank) {
            item.rank = value;
            item.best = i;
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

support::Instant heldSince(const Source &source, const Board &board, history::DealIndex deal, std::size_t slot,
                           support::Duration lookBack)
{
    const auto &[history, playbook, rules] = source;
    const RuleSet::Entry *entry = rules.find(slot);
    const auto holdsAt = [&](support::Instant instant) {
        const auto day = static_cast<std::int32_t>((board.asOf - instant).micros / support::days(1).micros);
        const auto then = evaluateDeal(history, playbook, board.calibration, {instant, board.today + -day}, deal);
        const bool sameSubject =
            then && (then->row.status == Status::Open) == (entry->rule->subject == domain::RuleSubject::OpenDeal);
        return sameSubject && entry->condition.holds(then->state, playbook, then->context, then->row.quadrant);
    };
    return heldSince(board.asOf, lookBack, holdsAt);
}

Rank rank(const Board &board, const CompiledPlaybook &playbook, const FlagRow &flag)
{
    const DealRow &row = board.deals[flag.row];
    const domain::Rule &rule = playbook.playbook().rules[flag.rule];
    const double typical =
        row.pipeline >= 0 ? board.calibration.pipelines[static_cast<std::size_t>(row.pipeline)].typicalAmount : 0;
    Rank rank;
    rank.money = row.hasAmount ? inMajor(row.amount, row.currency) : std::max(typical, 1.0);
    const double days = row.hasDaysToClose ? std::max(static_cast<double>(row.daysToClose), 0.0) : 0;
    rank.urgency = rule.urgency * (1 + 30 / (30 + days));
    rank.actionability = rule.actionability;
    return rank;
}

Focus focus(const Board &board, const CompiledPlaybook &playbook, const std::function<bool(const DealRow &)> &inScope)
{
    Focus focus;
    const auto flags = static_cast<std::uint32_t>(board.dealFlags.size());
    for (std::uint32_t first = 0; first < flags;) {
        std::uint32_t end = first;
        for (; end < flags && board.dealFlags[end].row == board.dealFlags[first].row; ++end) {}
        if (inScope(board.deals[board.dealFlags[first].row])) {
            const FocusItem item = itemOf(board, playbook, first, end);
            if (item.rank >= 0)
                focus.items.push_back(item);
            else
                ++focus.suppressed;
            for (std::uint32_t i = first; i < end; ++i)
                noteWake(board.dealFlags[i], focus.nextWake);
        }
        first = end;
    }
    std::ranges::sort(focus.items, [&](const FocusItem &a, const FocusItem &b) { return morePressing(board, a, b); });
    focus.listed = std::min(focus.items.size(), static_cast<std::size_t>(std::max(playbook.playbook().focus.budget, 0)));
    return focus;
}

} // namespace engine
