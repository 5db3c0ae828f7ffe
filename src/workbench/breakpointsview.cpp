// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/breakpoints.h"
#include "workbench/breakviews.h"
#include "workbench/funnelasked.h"
#include "workbench/parallel.h"

#include <algorithm>
#include <numeric>

namespace workbench {

using support::Result;

namespace {

std::optional<TimedShareView> viewOf(const std::optional<engine::TimedShare> &share)
{
    if (!share)
        return std::nullopt;
    return TimedShareView{share->share.value(), share->interval.from, share->interval.to, share->share.whole,
                          support::inDays(share->within)};
}

/// What the breakpoints count of leads, of deals and of buyers.
bool counts(BreakCount count, const engine::LeadPath &lead)
{
    switch (count) {
    case BreakCount::Leads: return true;
    case BreakCount::Touched: return lead.touched;
    case BreakCount::Effective: return lead.effective;
    case BreakCount::ReadUnanswered: return lead.isReadUnanswered();
    case BreakCount::Unanswered: return lead.isUnanswered();
    case BreakCount::Untouched: return !lead.touched;
    case BreakCount::BecameDeals: return lead.dealAt.has_value();
    case BreakCount::Created:
    case BreakCount::Signed:
    case BreakCount::Unproven:
    case BreakCount::Buyers:
    case BreakCount::OpenedNew:
    case BreakCount::BoughtAgain: return false;
    }
    return false;
}

bool isAboutLeads(BreakCount count)
{
    return count < BreakCount::Created;
}

std::vector<history::DealIndex> dealsCounted(const engine::Breakpoints &found, BreakCount count, support::Duration again)
{
    std::vector<history::DealIndex> deals;
    for (const engine::DealPath &deal : count == BreakCount::Created ? found.created : found.signings) {
        if (count == BreakCount::Created || count == BreakCount::Signed || (count == BreakCount::Unproven && deal.unproven))
            deals.push_back(deal.deal);
    }
    for (const engine::Buyer &buyer : found.buyers) {
        if (count == BreakCount::Buyers)
            deals.push_back(buyer.first);
        if (count == BreakCount::OpenedNew && buyer.newDeal && buyer.newDealAt - buyer.at <= again)
            deals.push_back(*buyer.newDeal);
        if (count == BreakCount::BoughtAgain && buyer.boughtAgain && buyer.boughtAgainAt - buyer.at <= again)
            deals.push_back(*buyer.boughtAgain);
    }
    return deals;
}

std::vector<const engine::LeadPath *> leadsCounted(const engine::Breakpoints &found, BreakCount count)
{
    std::vector<const engine::LeadPath *> leads;
    for (const engine::LeadPath &lead : found.leads) {
        if (counts(count, lead))
            leads.push_back(&lead);
    }
    return leads;
}

/// The breakpoints of a question, with what they were found in.
struct Found {
    std::shared_ptr<const Snapshot> snapshot;
    support::Duration again;
    engine::Breakpoints breakpoints;
};

Found find(const Core &core, const PeriodQuestion &question)
{
    Found found;
    found.snapshot = core.snapshot();
    const PlaybookInForce &playbook = found.snapshot->playbook(question.asOf);
    found.again = engine::repurchaseTime(playbook.compiled->playbook());
    const InScope inScope(core, *found.snapshot, question.scope, question.asOf);
    engine::BreakpointQuery query;
    if (question.from)
        query.from = core.m_zone.startOf(*question.from);
    if (question.to)
        query.to = core.m_zone.startOf(*question.to + 1);
    query.again = found.again;
    query.acceptLead = [&](const engine::LeadPath &lead) { return inScope.lead(lead); };
    query.acceptDeal = [&](const engine::DealPath &deal) { return inScope.deal(deal); };
    found.breakpoints = engine::breakpoints(*found.snapshot->history, *playbook.compiled, question.asOf, query, onAllCores());
    return found;
}

} // namespace

Result<BreakpointsView> breakpoints(const Workbench &workbench, const PeriodQuestion &question, const std::stop_token &stop)
{
    const Core &core = workbench.core();
    const Found found = find(core, question);
    if (stop.stop_requested())
        return support::failure(support::ErrorCode::Cancelled, "", "a newer question was asked");
    BreakpointsView view;
    view.ground = groundOf(core, *found.snapshot, question.asOf);
    for (std::size_t i = 0; i < breakCounts; ++i) {
        const auto count = static_cast<BreakCount>(i);
        view.counts.at(i) =
            static_cast<std::uint32_t>(isAboutLeads(count) ? leadsCounted(found.breakpoints, count).size()
                                                           : dealsCounted(found.breakpoints, count, found.again).size());
    }
    view.becomeDeals = viewOf(found.breakpoints.becomeDeals);
    view.areSigned = viewOf(found.breakpoints.areSigned);
    view.openNewDeals = viewOf(found.breakpoints.openNewDeals);
    view.buyAgain = viewOf(found.breakpoints.buyAgain);
    view.againDays = static_cast<int>(support::inDays(found.again));
    return view;
}

Result<BrokenOff> behindBreakpoint(const Workbench &workbench, const PeriodQuestion &question, BreakCount count,
                                   std::size_t limit, const std::stop_token &stop)
{
    const Core &core = workbench.core();
    const Found found = find(core, question);
    BrokenOff answer;
    if (!isAboutLeads(count)) {
        const auto board = core.board(*found.snapshot, question.asOf, stop);
        if (!board)
            return support::failure(support::ErrorCode::Cancelled, "", "a newer question was asked");
        answer.deals = dealList(core, *found.snapshot, *board, dealsCounted(found.breakpoints, count, found.again), limit);
        answer.total = answer.deals.total;
        return answer;
    }
    auto leads = leadsCounted(found.breakpoints, count);
    answer.total = leads.size();
    std::ranges::stable_sort(leads, std::greater(), &engine::LeadPath::cameIn);
    leads.resize(std::min(limit, leads.size()));
    std::vector<domain::SymbolKey> customers;
    std::ranges::transform(leads, std::back_inserter(customers), &engine::LeadPath::customer);
    const std::vector<std::string> names = core.namesOf(customers);
    for (std::size_t i = 0; i < leads.size(); ++i)
        answer.leads.push_back(
            {core.textOf(leads[i]->key), names[i],
             leads[i]->owner == 0 ? std::string() : found.snapshot->organisation->personName(leads[i]->owner, question.asOf),
             leads[i]->cameIn});
    return answer;
}

} // namespace workbench
