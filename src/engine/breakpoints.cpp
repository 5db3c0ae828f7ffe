// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/breakpoints.h"

#include "engine/difference.h"
#include "engine/fold.h"
#include "engine/gate.h"

#include <algorithm>
#include <unordered_map>

namespace engine {

using domain::RowKind;
using history::Act;
using history::Event;
using history::Stamp;
using support::Instant;

namespace {

constexpr std::size_t neighbours = 16 * history::Block::slots; ///< looked at in one piece of work

/// Runs `look(first, end, found)` over `count` subjects piece by piece, and gives what was found in their order.
template <class Found, class Look>
std::vector<Found> gathered(std::size_t count, const history::ForEach &forEach, const Look &look)
{
    std::vector<std::vector<Found>> parts((count + neighbours - 1) / neighbours);
    forEach(parts.size(), [&](std::size_t at) { look(at * neighbours, std::min(count, (at + 1) * neighbours), parts[at]); });
    std::vector<Found> all;
    for (const std::vector<Found> &part : parts)
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

bool standsSigned(const DealState &state, int place)
{
    const auto &stages = state.pipeline->stages;
    return place >= 0 && stages[static_cast<std::size_t>(place)].stage->signedFromHere;
}

DealPath pathOf(const history::History &history, const DealState &state, Instant asOf)
{
    DealPath path{state.deal, history.deals().key(state.deal), state.customer, state.owner, state.team, state.product,
                  state.lead};
    path.created = state.created.at;
    path.ended = std::min(state.closed, asOf);
    path.status = state.status;
    if (state.status != Status::Lost)
        path.signedAt = state.signedAt();
    // In a pipeline without a signature nobody can say what would prove it.
    const bool canBeProven = state.pipeline && std::ranges::any_of(state.pipeline->stages, [](const CompiledStage &stage) {
                                 return stage.stage->signedFromHere;
                             });
    path.unproven = path.signedAt && canBeProven && !standsSigned(state, provenPlace(state, asOf));
    return path;
}

std::vector<DealPath> readDeals(const history::History &history, const CompiledPlaybook &playbook, Instant asOf,
                                const history::ForEach &forEach)
{
    return gathered<DealPath>(history.deals().size(), forEach,
                              [&](std::size_t from, std::size_t to, std::vector<DealPath> &found) {
                                  DealState state;
                                  for (std::size_t i = from; i < to; ++i) {
                                      fold(history, playbook, {static_cast<std::uint32_t>(i)}, {asOf, Depth::Proofs}, state);
                                      if (state.exists)
                                          found.push_back(pathOf(history, state, asOf));
                                  }
                              });
}

/// When the customer of each lead opened deals, and of which leads deals tell that they came from them.
class Openings {
public:
    explicit Openings(const std::vector<DealPath> &deals)
    {
        for (const DealPath &deal : deals) {
            m_ofCustomer[deal.customer].push_back(deal.created);
            if (deal.lead == 0)
                continue;
            const auto [known, isNew] = m_ofLead.try_emplace(deal.lead, deal.created);
            known->second = std::min(known->second, deal.created);
        }
        for (auto &[customer, times] : m_ofCustomer)
            std::ranges::sort(times);
    }

    [[nodiscard]] std::optional<Instant> of(const LeadPath &lead) const
    {
        std::optional<Instant> first;
        if (const auto own = m_ofLead.find(lead.key); own != m_ofLead.end())
            first = std::max(own->second, lead.cameIn);
        const auto customer = lead.customer == 0 ? m_ofCustomer.end() : m_ofCustomer.find(lead.customer);
        if (customer == m_ofCustomer.end())
            return first;
        const auto next = std::ranges::lower_bound(customer->second, lead.cameIn);
        return next != customer->second.end() ? std::min(first.value_or(*next), *next) : first;
    }

private:
    std::unordered_map<domain::SymbolKey, std::vector<Instant>> m_ofCustomer;
    std::unordered_map<domain::SymbolKey, Instant> m_ofLead;
};

/// What was said about a lead since it came in.
void readTalk(const CompiledPlaybook &playbook, const history::AsOf &customer, LeadPath &lead)
{
    customer.acts([&](const Stamp &stamp, const Act &act) {
        if (stamp.occurred < lead.cameIn)
            return;
        const std::uint16_t effects = playbook.talkEffects().of(act);
        const bool said = (effects & Said) != 0;
        const bool heard = (effects & Heard) != 0;
        lead.effective = lead.effective || (said && (effects & Substantial) != 0) || (heard && lead.touched);
        lead.touched = lead.touched || said;
        lead.read = lead.read || (said && act.read && customer.block().readAt(act.number) <= customer.asOf());
    });
}

class LeadReader {
public:
    LeadReader(const history::History &history, const CompiledPlaybook &playbook, Instant asOf, const Openings &openings)
        : m_history(history)
        , m_playbook(playbook)
        , m_asOf(asOf)
        , m_openings(openings)
    {}

    [[nodiscard]] std::optional<LeadPath> read(history::LeadIndex index) const
    {
        std::optional<LeadPath> lead;
        history::view(m_history.leads(), index, m_asOf).events([&](const Stamp &stamp, const Event &event) {
            if (event.kind == RowKind::Lead)
                lead = LeadPath{index, m_history.leads().key(index), event.object, event.d, stamp.occurred};
        });
        if (!lead)
            return lead;
        if (const auto customer = m_history.customers().find(lead->customer))
            readTalk(m_playbook, history::view(m_history.customers(), *customer, m_asOf), *lead);
        lead->dealAt = m_openings.of(*lead);
        lead->touched = lead->touched || lead->dealAt;
        lead->effective = lead->effective || lead->dealAt;
        return lead;
    }

private:
    const history::History &m_history;
    const CompiledPlaybook &m_playbook;
    Instant m_asOf;
    const Openings &m_openings;
};

/// The share of spans that come to the event within a time.
std::optional<TimedShare> timedShare(std::vector<StaySpan> spans, support::Duration within)
{
    std::ranges::sort(spans, {}, &StaySpan::length);
    if (spans.empty())
        return std::nullopt;
    within = std::min(within, spans.back().length);
    const auto share = effectiveShare(spans, within);
    if (!share)
        return std::nullopt;
    return TimedShare{*share, shareInterval(*share), within};
}

constexpr support::Duration inTheEnd{std::numeric_limits<std::int64_t>::max()};

/// How long it took from one instant to another, or how long nobody has seen it.
StaySpan spanOf(Instant from, std::optional<Instant> event, Instant until, Ending otherwise = Ending::Censored)
{
    return {event.value_or(until) - from, from, 0, event ? Ending::Event : otherwise};
}

std::optional<TimedShare> signedShare(const std::vector<DealPath> &created)
{
    std::vector<StaySpan> spans;
    for (const DealPath &deal : created) {
        const Ending otherwise = deal.status == Status::Lost ? Ending::Competing : Ending::Censored;
        // The day of a signature can be told before that of the creation: then it took no time.
        const auto at = deal.signedAt ? std::optional(std::max(*deal.signedAt, deal.created)) : std::nullopt;
        spans.push_back(spanOf(deal.created, at, std::max(deal.ended, deal.created), otherwise));
    }
    return timedShare(std::move(spans), inTheEnd);
}

bool isInPeriod(const BreakpointQuery &query, Instant instant)
{
    return instant >= query.from && instant < query.to;
}

/// Which deals were created and which were signed in the period.
void takeDeals(const std::vector<DealPath> &deals, const BreakpointQuery &query, Breakpoints &found)
{
    for (const DealPath &deal : deals) {
        if (query.acceptDeal && !query.acceptDeal(deal))
            continue;
        if (isInPeriod(query, deal.created))
            found.created.push_back(deal);
        if (deal.signedAt && isInPeriod(query, *deal.signedAt))
            found.signings.push_back(deal);
    }
}

/// How many have done it `within` a time, by when they did; the beginning of time is never.
std::optional<TimedShare> buyersShare(const std::vector<Buyer> &buyers, Instant Buyer::*when, Instant asOf,
                                      support::Duration within)
{
    std::vector<StaySpan> spans;
    for (const Buyer &buyer : buyers)
        spans.push_back(spanOf(buyer.at, buyer.*when > buyer.at ? std::optional(buyer.*when) : std::nullopt, asOf));
    return timedShare(std::move(spans), within);
}

/// Finds among the deals of the customer what came after the purchase.
void followUp(std::span<const DealPath *const> own, Buyer &buyer)
{
    for (const DealPath *deal : own) {
        if (deal->created > buyer.at && (!buyer.newDeal || deal->created < buyer.newDealAt)) {
            buyer.newDeal = deal->deal;
            buyer.newDealAt = deal->created;
        }
        const bool isLater = deal->status == Status::Won && deal->ended > buyer.at;
        if (isLater && (!buyer.boughtAgain || deal->ended < buyer.boughtAgainAt)) {
            buyer.boughtAgain = deal->deal;
            buyer.boughtAgainAt = deal->ended;
        }
    }
}

/// The customers with a win in the period, and what came after it.
std::vector<Buyer> readBuyers(const std::vector<DealPath> &deals, const BreakpointQuery &query)
{
    std::vector<const DealPath *> sorted;
    for (const DealPath &deal : deals)
        sorted.push_back(&deal);
    const auto endOf = [](const DealPath *deal) { return deal->status == Status::Won ? deal->ended : Instant::max(); };
    std::ranges::sort(sorted, {}, [&](const DealPath *deal) { return std::tuple(deal->customer, endOf(deal), deal->deal); });
    std::vector<Buyer> buyers;
    for (std::size_t first = 0, end = 0; first < sorted.size(); first = end) {
        while (end < sorted.size() && sorted[end]->customer == sorted[first]->customer)
            ++end;
        const std::span own(sorted.data() + first, end - first);
        const auto bought = std::ranges::find_if(own, [&](const DealPath *deal) {
            const bool isWonThen = deal->status == Status::Won && isInPeriod(query, deal->ended);
            return isWonThen && (!query.acceptDeal || query.acceptDeal(*deal));
        });
        if (bought == own.end())
            continue;
        Buyer &buyer = buyers.emplace_back(Buyer{(*bought)->customer, (*bought)->deal, (*bought)->ended});
        followUp(own, buyer);
    }
    return buyers;
}

} // namespace

support::Duration repurchaseTime(const domain::Playbook &playbook)
{
    constexpr int halfAYear = 182;
    return support::days(playbook.windows.repurchaseDays.value_or(halfAYear));
}

Breakpoints breakpoints(const history::History &history, const CompiledPlaybook &playbook, Instant asOf,
                        const BreakpointQuery &query, const history::ForEach &forEach)
{
    const std::vector<DealPath> deals = readDeals(history, playbook, asOf, forEach);
    Breakpoints found;
    takeDeals(deals, query, found);
    found.areSigned = signedShare(found.created);
    const Openings openings(deals);
    const LeadReader reader(history, playbook, asOf, openings);
    found.leads = gathered<LeadPath>(history.leads().size(), forEach, [&](std::size_t i, std::size_t end, auto &leads) {
        for (; i < end; ++i) {
            const auto lead = reader.read({static_cast<std::uint32_t>(i)});
            if (lead && isInPeriod(query, lead->cameIn))
                leads.push_back(*lead);
        }
    });
    if (query.acceptLead)
        std::erase_if(found.leads, [&](const LeadPath &lead) { return !query.acceptLead(lead); });
    std::vector<StaySpan> toDeal;
    for (const LeadPath &lead : found.leads)
        toDeal.push_back(spanOf(lead.cameIn, lead.dealAt, asOf));
    found.becomeDeals = timedShare(std::move(toDeal), inTheEnd);
    found.buyers = readBuyers(deals, query);
    found.openNewDeals = buyersShare(found.buyers, &Buyer::newDealAt, asOf, query.again);
    found.buyAgain = buyersShare(found.buyers, &Buyer::boughtAgainAt, asOf, query.again);
    return found;
}

} // namespace engine
