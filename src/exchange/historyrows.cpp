// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/importstate.h"
#include "exchange/stagewords.h"
#include "exchange/standing.h"

namespace exchange {

namespace {

using support::Instant;

/// One row of a deal's history: what of it is news since the row before.
class HistoryRow {
public:
    HistoryRow(ImportState &state, const Cells &cells, RowFacts &facts) : m_state(state), m_cells(cells), m_facts(facts) {}

    Read<RowFate> convert()
    {
        const std::string own = m_cells.text(Meaning::DealId);
        const auto id = domain::DealId::parse(m_state.things.ownId(own));
        if (own.empty() || !id)
            return m_cells.trouble(Meaning::DealId, own.empty() ? RefusalReason::Missing : RefusalReason::BadText);
        const auto time = m_cells.pastTime(Meaning::StageEnteredAt);
        if (!time)
            return tl::unexpected(time.error());
        if (!*time)
            return m_cells.trouble(Meaning::StageEnteredAt, RefusalReason::Missing);
        m_when = **time;
        const bool known =
            m_state.rows.contains(dealKey(*id)) || (m_state.context.knowsDeal && m_state.context.knowsDeal(id->text()));
        if (!known && m_state.hasDeals)
            return m_cells.trouble(Meaning::DealId, RefusalReason::UnknownDeal);
        m_news = before(*id);
        for (const auto step : {&HistoryRow::addActor, &HistoryRow::addOwner, &HistoryRow::addAmount, &HistoryRow::addCloseDate,
                                &HistoryRow::addStage}) {
            if (const auto done = (this->*step)(*id); !done)
                return tl::unexpected(done.error());
        }
        if (!known) {
            if (const auto created = addDeal(*id); !created)
                return tl::unexpected(created.error());
            m_facts.claims.emplace_back(dealKey(*id), 0);
        }
        m_state.histories[id->text()] = std::move(m_news);
        return RowFate::Told;
    }

private:
    static std::string dealKey(const domain::DealId &id) { return std::string(name(Meaning::DealId)) + ':' + id.text(); }

    /// Where the deal stood after the row before, be it one of an import before this.
    [[nodiscard]] HistoryState before(const domain::DealId &id) const
    {
        if (const auto entry = m_state.histories.find(id.text()); entry != m_state.histories.end())
            return entry->second;
        const auto &standing = m_state.context.dealStanding;
        return standing ? historyOf(standing(id.text(), m_when - support::Duration{1})) : HistoryState();
    }

    /// A deal that is known by its history only begins with the first row of it.
    Read<void> addDeal(const domain::DealId &id)
    {
        const HistoryBegin &begin = m_state.begins.at(id.text());
        const auto called = domain::Name::parse(m_cells.text(Meaning::DealId));
        if (!called)
            return m_cells.trouble(Meaning::DealId, RefusalReason::BadText);
        const auto customer = m_state.things.customerFor(id.text(), called->text(), m_facts);
        const auto owner = m_state.beginner(begin, m_cells, m_facts);
        if (!customer || !owner)
            return tl::unexpected(firstTrouble(customer, owner).value());
        if (m_news.owner.empty())
            m_news.owner = owner->text();
        m_cells.notes().add("deal_without_customer");
        domain::Deal deal{id, *customer, *called, std::nullopt, *owner, std::nullopt, std::nullopt, std::nullopt, std::nullopt};
        if (const auto &pipeline = m_cells.columns().profile.pipeline)
            deal.pipeline = pipeline->id;
        return m_facts.add(std::move(deal), {begin.first, begin.first, false});
    }

    Read<void> addActor(const domain::DealId &)
    {
        const auto actor = m_state.things.actor(m_cells, m_facts);
        if (!actor)
            return tl::unexpected(actor.error());
        m_actor = *actor;
        return {};
    }

    Read<void> addOwner(const domain::DealId &id)
    {
        const auto owner = m_state.things.owner(m_cells, m_facts);
        if (!owner)
            return tl::unexpected(owner.error());
        if (!*owner)
            return {};
        if (!m_actor)
            m_actor = *owner;
        const bool changed = !m_news.owner.empty() && m_news.owner != (*owner)->text();
        m_news.owner = (*owner)->text();
        return changed ? event(id, domain::OwnerSet{**owner}) : Read<void>();
    }

    Read<void> addAmount(const domain::DealId &id)
    {
        const auto amount = m_cells.money(Meaning::Amount);
        if (!amount)
            return tl::unexpected(amount.error());
        if (!*amount)
            return {};
        const std::string text = (*amount)->decimal.text() + ' ' + (*amount)->currency.text();
        if (text == m_news.amount)
            return {};
        m_news.amount = text;
        return event(id, domain::AmountSet{(*amount)->decimal, (*amount)->currency});
    }

    Read<void> addCloseDate(const domain::DealId &id)
    {
        const auto date = m_cells.date(Meaning::CloseDate);
        if (!date)
            return tl::unexpected(date.error());
        if (!*date || support::toText(**date) == m_news.closeDate)
            return {};
        m_news.closeDate = support::toText(**date);
        return event(id, domain::CloseDateSet{{**date}});
    }

    /// Why the deal was lost, by this row; of its last end the deal's own row may say it.
    [[nodiscard]] Read<std::optional<domain::Text>> lostReason(const domain::DealId &id) const
    {
        auto own = m_cells.longText(Meaning::LostReason);
        const auto ofDeal = m_state.lostReasons.find(id.text());
        const bool isLast = m_when >= m_state.begins.at(id.text()).last;
        if (!own || *own || ofDeal == m_state.lostReasons.end() || !isLast)
            return own;
        return ofDeal->second;
    }

    Read<void> addStage(const domain::DealId &id)
    {
        const std::string stage = m_cells.text(Meaning::Stage);
        if (stage.empty())
            return {};
        const std::string said = m_state.stageTarget(stage, m_cells.notes());
        const bool wasClosed = isEndWord(m_news.stage);
        const bool isDeleted = said == deletedWord;
        const std::string target = isDeleted ? "lost" : said;
        if (target == "ignore" || target == m_news.stage || (isDeleted && wasClosed))
            return {};
        m_news.stage = target;
        const auto reopened = wasClosed ? event(id, domain::Reopened{}) : Read<void>();
        if (!reopened)
            return reopened;
        if (target == "won")
            return event(id, domain::Won{});
        if (target == "lost") {
            const auto reason = isDeleted ? m_cells.longText(Meaning::Stage) : lostReason(id);
            return reason ? event(id, domain::Lost{*reason}) : tl::unexpected(reason.error());
        }
        const auto stageId = domain::StageId::parse(target);
        return stageId ? event(id, domain::StageMoved{{*stageId}}) : m_cells.trouble(Meaning::Stage, RefusalReason::UnknownStage);
    }

    Read<void> event(const domain::DealId &id, domain::EventBody body)
    {
        return m_facts.add(domain::DealEvent{{id, m_actor}, std::move(body)}, {m_when, m_when, false});
    }

    ImportState &m_state;
    const Cells &m_cells;
    RowFacts &m_facts;
    Instant m_when;
    HistoryState m_news;
    std::optional<domain::PersonId> m_actor;
};

/// When the history of a deal ends; before all else where it has none.
Instant endOf(const ImportState &state, const domain::DealId &deal)
{
    const auto begin = state.begins.find(deal.text());
    return begin == state.begins.end() ? Instant::min() : begin->second.last;
}

/// Whether the last that a history said of what `body` tells is the same.
bool isIn(const HistoryState &history, const domain::EventBody &body)
{
    if (const auto *amount = std::get_if<domain::AmountSet>(&body))
        return history.amount == amount->amount.text() + ' ' + amount->currency.text();
    const auto *planned = std::get_if<domain::CloseDateSet>(&body);
    return planned != nullptr && planned->date.value && history.closeDate == support::toText(*planned->date.value);
}

/// An amount or a planned day of the deal's row, where its history ended with another one.
Read<void> valueNow(const ImportState &state, const SaidEnd &said, RowFacts &facts)
{
    const auto history = state.histories.find(said.deal.text());
    const Instant stops = endOf(state, said.deal);
    const bool same = history != state.histories.end() && isIn(history->second, said.body);
    if (const auto known = knownDeal(state.context, said.deal))
        return same && !known->goesOn(said.body, stops) ? Read<void>() : known->say(said.body, said.since.touched, facts);
    if (same)
        return {};
    const Instant when = std::max(said.since.day.value_or(state.context.importTime), stops);
    domain::EventBody body = said.body;
    return facts.add(domain::DealEvent{{said.deal, std::nullopt}, std::move(body)}, {when, when, false});
}

} // namespace

Read<void> historyEnd(const ImportState &state, const SaidEnd &end, RowFacts &facts)
{
    if (end.target.empty())
        return valueNow(state, end, facts);
    const auto history = state.histories.find(end.deal.text());
    const std::string last = history == state.histories.end() ? std::string() : history->second.stage;
    if (last == end.target || (!isEndWord(end.target) && !last.empty())) // of two stages the one that has a day is surer
        return {};
    const Instant stops = endOf(state, end.deal);
    StandsSince since = end.since;
    if (since.day)
        since.day = std::max(*since.day, stops);
    if (const auto known = knownDeal(state.context, end.deal); known && (last.empty() || known->lastTurn() >= stops))
        return known->sayState(end.body, since, facts);
    const Instant when = since.day.value_or(state.context.importTime);
    const auto event = [&](domain::EventBody body) {
        return facts.add(domain::DealEvent{{end.deal, std::nullopt}, std::move(body)}, {when, when, false});
    };
    return (isEndWord(last) ? event(domain::Reopened{}) : Read<void>()).and_then([&] { return event(end.body); });
}

Read<RowFate> historyRow(ImportState &state, const Cells &cells, RowFacts &facts)
{
    return HistoryRow(state, cells, facts).convert();
}

} // namespace exchange
