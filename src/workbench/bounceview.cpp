// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/bounce.h"
#include "workbench/breakviews.h"
#include "workbench/funnelasked.h"
#include "workbench/parallel.h"

#include <algorithm>

namespace workbench {

using support::Result;

namespace {

/// The changes of stage of a question, with what they were found in.
struct Found {
    std::shared_ptr<const Snapshot> snapshot;
    std::optional<engine::BounceRule> rule;
    engine::Bounces bounces;

    [[nodiscard]] std::span<const engine::StageChange> changesOf(const engine::ChangedDeal &deal) const
    {
        return std::span(bounces.changes).subspan(deal.first, deal.count);
    }
};

Found find(const Core &core, const PeriodQuestion &question)
{
    Found found;
    found.snapshot = core.snapshot();
    const PlaybookInForce &playbook = found.snapshot->playbook(question.asOf);
    found.rule = engine::bounceRule(playbook.compiled->playbook());
    if (!found.rule)
        return found;
    const InScope inScope(core, *found.snapshot, question.scope, question.asOf);
    Slices segments(core, *found.snapshot, FunnelBy::Segment, question.asOf);
    engine::BounceQuery query{*found.rule, core.m_zone};
    if (question.from)
        query.from = core.m_zone.startOf(*question.from);
    if (question.to)
        query.to = core.m_zone.startOf(*question.to + 1);
    query.accept = [&](const engine::ChangedDeal &deal) { return inScope.deal(deal); };
    query.segment = [&](const engine::ChangedDeal &deal) { return segments.key(deal); };
    found.bounces = engine::bounces(*found.snapshot->history, *playbook.compiled, question.asOf, query, onAllCores());
    return found;
}

std::string segmentName(const Core &core, domain::SymbolKey segment)
{
    return segment == 0 ? std::string() : core.textOf(segment);
}

/// Counts the deals that bounced, by segment and, for the chosen one, by hour.
void countBounces(const Core &core, const Found &found, const std::optional<std::string> &chosen, BounceView &view)
{
    std::map<domain::SymbolKey, BounceSegment> segments;
    for (const engine::ChangedDeal &deal : found.bounces.deals) {
        ++view.changedDeals;
        view.changes += deal.count;
        if (!deal.bounced)
            continue;
        ++view.bouncedDeals;
        const auto [segment, isNew] = segments.try_emplace(deal.segment);
        if (isNew)
            segment->second.name = segmentName(core, deal.segment);
        ++segment->second.deals;
        const bool isChosen = !chosen || *chosen == segment->second.name;
        for (const engine::StageChange &change : found.changesOf(deal)) {
            const std::uint32_t one = change.inBounce ? 1 : 0;
            view.bounceChanges += one;
            segment->second.changes += one;
            view.hours.at(change.hour.value) += isChosen ? one : 0;
        }
    }
    for (auto &[key, segment] : segments)
        view.segments.push_back(std::move(segment));
    std::ranges::sort(view.segments, {}, [](const BounceSegment &segment) {
        return std::pair(-static_cast<std::int64_t>(segment.changes), segment.name);
    });
}

} // namespace

Result<BounceView> bounces(const Workbench &workbench, const BounceQuestion &question, const std::stop_token &stop)
{
    const Core &core = workbench.core();
    const Found found = find(core, question.period);
    if (stop.stop_requested())
        return support::failure(support::ErrorCode::Cancelled, "", "a newer question was asked");
    BounceView view;
    view.ground = groundOf(core, *found.snapshot, question.period.asOf);
    if (!found.rule)
        return view;
    view.moreThan = found.rule->moreThan;
    view.withinDays = static_cast<int>(support::inDays(found.rule->within));
    countBounces(core, found, question.segment, view);
    for (const engine::BouncePattern &pattern : engine::bouncePatterns(found.bounces)) {
        BouncePatternView &one = view.patterns.emplace_back();
        if (pattern.hour)
            one.hourOfWeek = pattern.hour->value;
        one.segment = segmentName(core, pattern.segment);
        one.share = pattern.share;
        one.usual = pattern.usual;
        one.deals = pattern.deals;
        one.chance = pattern.chance;
    }
    return view;
}

Result<DealList> dealsThatBounced(const Workbench &workbench, const BounceQuestion &question, std::optional<int> hourOfWeek,
                                  std::size_t limit, const std::stop_token &stop)
{
    const Core &core = workbench.core();
    const Found found = find(core, question.period);
    const auto board = core.board(*found.snapshot, question.period.asOf, stop);
    if (!board)
        return support::failure(support::ErrorCode::Cancelled, "", "a newer question was asked");
    std::vector<history::DealIndex> deals;
    for (const engine::ChangedDeal &deal : found.bounces.deals) {
        const auto isThere = [&](const engine::StageChange &change) {
            return change.inBounce && (!hourOfWeek || change.hour.value == *hourOfWeek);
        };
        const bool isChosen = !question.segment || *question.segment == segmentName(core, deal.segment);
        if (deal.bounced && isChosen && std::ranges::any_of(found.changesOf(deal), isThere))
            deals.push_back(deal.deal);
    }
    return dealList(core, *found.snapshot, *board, deals, limit);
}

} // namespace workbench
