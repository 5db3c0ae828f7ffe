// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/todaychange.h"

#include <algorithm>
#include <unordered_set>

namespace workbench {

namespace {

/// The deals of a scope with an open or acknowledged flag, by index.
using Flagged = std::unordered_set<std::uint32_t>;

Flagged flaggedOf(const ScopedBoard &day)
{
    Flagged flagged;
    for (const auto &part : day.board.deals.parts()) {
        for (const engine::Pressing &pressing : part->pressing) {
            if (day.inScope.deal(part->rows[pressing.row]))
                flagged.insert(part->rows[pressing.row].index());
        }
    }
    return flagged;
}

void count(const ScopedBoard &day, DayCounts &counts)
{
    for (const auto &part : day.board.deals.parts()) {
        for (std::size_t row = 0; row < part->rows.size(); ++row) {
            const engine::Standing standing = part->standings[row];
            if (!standing.open || !day.inScope.deal(part->rows[row]))
                continue;
            ++counts.open;
            counts.red += standing.red ? 1U : 0U;
        }
    }
}

} // namespace

void compareToday(const engine::Focus &focus, const ScopedBoard &now, const ScopedBoard &then, Today &today)
{
    const Flagged before = flaggedOf(then);
    const Flagged after = flaggedOf(now);
    DayCounts counts;
    counts.flagged = before.size();
    counts.gone = static_cast<std::size_t>(std::ranges::count_if(before, [&](auto deal) { return !after.contains(deal); }));
    count(then, counts);
    today.compared = counts;
    for (std::size_t at = 0; at < focus.items.size(); ++at) {
        const bool listed = at < today.listed.size();
        TodayItem &item = listed ? today.listed[at] : today.below.at(at - today.listed.size());
        item.isNew = !before.contains(focus.items[at].row->index());
    }
}

} // namespace workbench
