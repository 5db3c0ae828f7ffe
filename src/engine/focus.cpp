// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/focus.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

/// Orders by rank. Equals by what a manager would take first: an amount that is known, the larger one, and what moved last,
/// for there is more to save in it than in what has lain for years. Never by the order in which the facts came in.
bool morePressing(const Pressing &a, const DealRow &rowA, const Pressing &b, const DealRow &rowB)
{
    if (a.rank != b.rank)
        return a.rank > b.rank;
    if (rowA.hasAmount != rowB.hasAmount)
        return rowA.hasAmount;
    if (a.money != b.money)
        return a.money > b.money;
    if (rowA.claimedSince != rowB.claimedSince)
        return rowA.claimedSince > rowB.claimedSince;
    if (rowA.created != rowB.created)
        return rowA.created > rowB.created;
    return rowA.key < rowB.key;
}

/// What the ranks of all flags on one deal have in common.
class RankBasis {
public:
    RankBasis(const DealRow &row, const UsualAmounts &usual)
    {
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

/// How a deal stands by its flags.
Standing standingOf(const DealRow &row, std::span<const FlagRow> flags)
{
    Standing standing;
    standing.open = row.status == Status::Open;
    standing.red = row.red;
    for (const FlagRow &flag : flags) {
        standing.pressing = standing.pressing || isActive(flag.state);
        standing.snoozed = standing.snoozed || flag.state == FlagState::Snoozed;
    }
    standing.putAside = !flags.empty() && !standing.pressing;
    return standing;
}

/// The rank of the flag that puts the deal where it is; `best` counts from the first of `flags`.
Pressing pressingOf(const domain::Playbook &playbook, const RankBasis &basis, std::span<const FlagRow> flags)
{
    Pressing pressing{-1, basis.money(), 0, 0};
    for (std::uint32_t at = 0; at < flags.size(); ++at) {
        const double value = basis.rank(playbook.rules[flags[at].rule]).value();
        if (isActive(flags[at].state) && value > pressing.rank) {
            pressing.rank = value;
            pressing.best = at;
        }
    }
    return pressing;
}

/// A part and the next of its deals that is asked for.
struct Head {
    const Part<DealRow> *part;
    std::size_t at;

    [[nodiscard]] const Pressing &pressing() const { return part->pressing[at]; }
    [[nodiscard]] const DealRow &row() const { return part->rows[pressing().row]; }
    /// Goes on to a deal that is in scope; false where there is none.
    [[nodiscard]] bool settle(const DealsInScope &inScope)
    {
        while (at < part->pressing.size() && !inScope.holds(*part, pressing().row))
            ++at;
        return at < part->pressing.size();
    }
};

bool lessPressing(const Head &a, const Head &b)
{
    return morePressing(b.pressing(), b.row(), a.pressing(), a.row());
}

FocusItem itemOf(const Head &head)
{
    const auto flags = std::ranges::equal_range(head.part->flags, head.row().index(), {}, &FlagRow::row);
    return {&head.row(), flags, &head.part->flags[head.pressing().best], head.pressing().rank};
}

/// The first `count` of all parts together, each of which is in order.
std::vector<FocusItem> firstOf(const Sheet<DealRow> &deals, const DealsInScope &inScope, std::size_t count)
{
    std::vector<Head> heads;
    for (const auto &part : deals.parts()) {
        if (Head head{part.get(), 0}; head.settle(inScope))
            heads.push_back(head);
    }
    std::ranges::make_heap(heads, lessPressing);
    std::vector<FocusItem> items;
    items.reserve(count);
    while (items.size() < count) {
        std::ranges::pop_heap(heads, lessPressing);
        Head head = heads.back();
        heads.pop_back();
        items.push_back(itemOf(head));
        ++head.at;
        if (!head.settle(inScope))
            continue;
        heads.push_back(head);
        std::ranges::push_heap(heads, lessPressing);
    }
    return items;
}

void noteWake(const Part<DealRow> &part, std::size_t row, std::optional<support::Instant> &nextWake)
{
    for (const FlagRow &flag : std::ranges::equal_range(part.flags, part.rows[row].index(), {}, &FlagRow::row)) {
        if (flag.state == FlagState::Snoozed)
            nextWake = std::min(nextWake.value_or(support::Instant::max()), flag.until);
    }
}

void count(const Part<DealRow> &part, const DealsInScope &inScope, Focus &focus)
{
    for (std::size_t row = 0; row < part.standings.size(); ++row) {
        const Standing standing = part.standings[row];
        if (!inScope.holds(part, row))
            continue;
        focus.open += standing.open ? 1U : 0U;
        focus.red += standing.red ? 1U : 0U;
        focus.total += standing.pressing ? 1U : 0U;
        focus.suppressed += standing.putAside ? 1U : 0U;
        if (standing.snoozed)
            noteWake(part, row, focus.nextWake);
    }
}

} // namespace

Rank rank(const Board &board, const CompiledPlaybook &playbook, const FlagRow &flag)
{
    return RankBasis(board.deals[flag.row], board.calibration->usual).rank(playbook.playbook().rules[flag.rule]);
}

void rankPart(const CompiledPlaybook &playbook, const UsualAmounts &usual, Part<DealRow> &part)
{
    std::uint32_t first = 0;
    for (std::uint32_t at = 0; at < part.rows.size(); ++at) {
        std::uint32_t end = first;
        while (end < part.flags.size() && part.flags[end].row == part.rows[at].index())
            ++end;
        const auto flags = std::span(part.flags).subspan(first, end - first);
        part.standings.push_back(standingOf(part.rows[at], flags));
        if (part.standings.back().pressing) {
            Pressing &pressing =
                part.pressing.emplace_back(pressingOf(playbook.playbook(), RankBasis(part.rows[at], usual), flags));
            pressing.row = at;
            pressing.best += first;
        }
        first = end;
    }
    std::ranges::sort(part.pressing, [&](const Pressing &a, const Pressing &b) {
        return morePressing(a, part.rows[a.row], b, part.rows[b.row]);
    });
}

Focus focus(const Board &board, const CompiledPlaybook &playbook, const DealsInScope &inScope, std::size_t below)
{
    Focus focus;
    for (const auto &part : board.deals.parts())
        count(*part, inScope, focus);
    focus.listed = std::min(focus.total, static_cast<std::size_t>(std::max(playbook.playbook().focus.budget, 0)));
    focus.items = firstOf(board.deals, inScope, focus.listed + std::min(below, focus.total - focus.listed));
    return focus;
}

} // namespace engine
