// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/standing.h"

#include <algorithm>
#include <utility>

namespace exchange {

using domain::EventBody;
using domain::Record;
using support::Instant;

const EventBody *bodyOf(const Record &record)
{
    const auto *event = std::get_if<domain::DealEvent>(&record.fact());
    return event == nullptr ? nullptr : &event->body;
}

bool isEnd(const EventBody &body)
{
    return std::holds_alternative<domain::Won>(body) || std::holds_alternative<domain::Lost>(body);
}

namespace {

/// True where the last event of the kind of `body` came after `when`: then an earlier one may have said the same.
bool isLater(const DealStanding &standing, const EventBody &body, Instant when)
{
    return std::ranges::any_of(standing.events, [&](const Record &event) {
        return bodyOf(event)->index() == body.index() && event.occurredAt() > when;
    });
}

template <class Body>
const Body *lastOf(const DealStanding &standing)
{
    for (const Record &event : standing.events) {
        if (const auto *body = std::get_if<Body>(bodyOf(event)))
            return body;
    }
    return nullptr;
}

/// Whether what `body` would replace was said at the instant `when`, so that a row of that time does not say which came first.
bool isSaidAt(const DealStanding &standing, const EventBody &body, Instant when)
{
    for (const Record &event : standing.events) {
        if (bodyOf(event)->index() == body.index())
            return event.occurredAt() == when;
    }
    return std::holds_alternative<domain::OwnerSet>(body) && standing.deal && standing.deal->occurredAt() == when;
}

/// Whether `body` says no more of how a deal ended than `closed`, the end of this standing: what a row leaves unsaid stands.
bool saysNoMore(const DealStanding &standing, const Record &closed, const EventBody &body, bool saysWhy)
{
    if (*bodyOf(closed) == body)
        return true;
    if (const auto *lost = std::get_if<domain::Lost>(&body))
        return std::holds_alternative<domain::Lost>(*bodyOf(closed)) && !saysWhy && !lost->reason;
    const auto *won = std::get_if<domain::Won>(&body);
    const auto *before = std::get_if<domain::Won>(bodyOf(closed));
    if (won == nullptr || before == nullptr || !won->amount)
        return won != nullptr && before != nullptr;
    const auto *amount = lastOf<domain::AmountSet>(standing);
    return !before->amount && amount != nullptr && amount->amount == *won->amount && amount->currency == won->currency;
}

} // namespace

const Record *sameIn(const DealStanding &standing, const EventBody &body)
{
    for (const Record &event : standing.events) {
        if (bodyOf(event)->index() == body.index())
            return *bodyOf(event) == body ? &event : nullptr;
    }
    return nullptr;
}

std::optional<domain::PersonId> ownerOf(const DealStanding &standing)
{
    if (const auto *set = lastOf<domain::OwnerSet>(standing))
        return set->person;
    return standing.deal ? std::optional(std::get<domain::Deal>(standing.deal->fact()).owner) : std::nullopt;
}

const Record *closing(const DealStanding &standing)
{
    const Record *closed = nullptr;
    for (const Record &event : standing.events) {
        if (isEnd(*bodyOf(event)))
            closed = &event;
        else if (std::holds_alternative<domain::Reopened>(*bodyOf(event)))
            closed = nullptr;
    }
    return closed;
}

HistoryState historyOf(const DealStanding &standing)
{
    HistoryState state;
    if (const Record *closed = closing(standing))
        state.stage = std::holds_alternative<domain::Won>(*bodyOf(*closed)) ? "won" : "lost";
    else if (const auto *moved = lastOf<domain::StageMoved>(standing))
        state.stage = moved->stage.text();
    if (const auto *amount = lastOf<domain::AmountSet>(standing))
        state.amount = amount->amount.text() + ' ' + amount->currency.text();
    if (const auto *planned = lastOf<domain::CloseDateSet>(standing); planned != nullptr && planned->date.value)
        state.closeDate = support::toText(*planned->date.value);
    if (const auto owner = ownerOf(standing))
        state.owner = owner->text();
    return state;
}

std::optional<domain::PersonId> KnownDeal::owner() const
{
    return ownerOf(m_now);
}

std::optional<domain::NextStepSet> KnownDeal::nextStep(std::optional<Instant> when) const
{
    const DealStanding then = when ? asOf(*when) : m_now;
    const auto *step = lastOf<domain::NextStepSet>(then);
    return step == nullptr ? std::nullopt : std::optional(*step);
}

Instant KnownDeal::last() const
{
    return m_now.events.empty() ? Instant::min() : m_now.events.back().occurredAt();
}

domain::Times KnownDeal::newsOf(std::optional<Instant> own) const
{
    return own ? domain::Times{*own, *own, false} : domain::Times{m_context.importTime, m_context.importTime, true};
}

Read<void> KnownDeal::add(EventBody body, std::optional<Instant> own, RowFacts &facts) const
{
    return facts.add(domain::DealEvent{{m_id, std::nullopt}, std::move(body)}, newsOf(own));
}

Read<void> KnownDeal::describe(domain::Deal deal, domain::Extras extras, std::optional<Instant> own, bool owned,
                               RowFacts &facts) const
{
    const auto &before = std::get<domain::Deal>(m_now.deal->fact());
    const domain::PersonId rep = std::exchange(deal.owner, before.owner);
    deal.team = before.team;
    if (!deal.currency)
        deal.currency = before.currency;
    if (!deal.lead)
        deal.lead = before.lead;
    if (!deal.pipeline)
        deal.pipeline = before.pipeline;
    const bool isTie = own == m_now.deal->recordedAt();
    const domain::Times times{m_now.deal->occurredAt(), newsOf(isTie ? std::nullopt : own).recorded, true};
    const auto described = facts.add(std::move(deal), times, std::move(extras));
    if (!described || !owned || rep == owner())
        return described;
    const bool wasThen = own && rep == ownerOf(asOf(*own));
    return wasThen ? described : say(domain::OwnerSet{rep}, own, facts);
}

Read<void> KnownDeal::say(EventBody body, std::optional<Instant> own, RowFacts &facts) const
{
    const DealStanding then = own && isLater(m_now, body, *own) ? asOf(*own) : DealStanding();
    for (const DealStanding *standing : {&m_now, &then}) {
        if (const Record *same = sameIn(*standing, body)) {
            facts.records.push_back(*same);
            return {};
        }
    }
    const bool isTie = own && (isSaidAt(m_now, body, *own) || isSaidAt(then, body, *own));
    return add(std::move(body), isTie ? std::nullopt : own, facts);
}

Instant KnownDeal::lastTurn() const
{
    Instant last = Instant::min();
    for (const Record &event : m_now.events) {
        const EventBody &body = *bodyOf(event);
        const bool turns =
            isEnd(body) || std::holds_alternative<domain::StageMoved>(body) || std::holds_alternative<domain::Reopened>(body);
        last = turns ? std::max(last, event.occurredAt()) : last;
    }
    return last;
}

bool KnownDeal::goesOn(const EventBody &body, Instant when) const
{
    return isLater(m_now, body, when);
}

Read<void> KnownDeal::sayState(EventBody body, const StandsSince &since, RowFacts &facts) const
{
    if (isEnd(body))
        return sayEnd(std::move(body), since, facts);
    const Record *closed = closing(m_now);
    const std::optional<Instant> shown = std::max(since.day, since.touched);
    const bool reopens = closed != nullptr && (!shown || *shown > closed->occurredAt());
    if (!reopens)
        return say(std::move(body), since.day, facts);
    return add(domain::Reopened{}, shown, facts).and_then([&] { return say(std::move(body), since.day, facts); });
}

Read<void> KnownDeal::sayEnd(EventBody body, const StandsSince &since, RowFacts &facts) const
{
    std::optional<Instant> own = since.day;
    const DealStanding then = own && last() > *own ? asOf(*own) : DealStanding();
    for (const DealStanding *standing : {&m_now, &then}) {
        const Record *closed = closing(*standing);
        if (closed != nullptr && saysNoMore(*standing, *closed, body, since.saysWhy)) {
            facts.records.push_back(*closed);
            return {};
        }
    }
    const Record *closed = closing(m_now);
    if (closed != nullptr && bodyOf(*closed)->index() == body.index())
        return sayMore(*closed, std::move(body), since, facts);
    const bool reopens = closed != nullptr && (!own || *own >= closed->occurredAt());
    if (reopens && own == closed->occurredAt())
        own.reset();
    const auto reopened = reopens ? add(domain::Reopened{}, own, facts) : Read<void>();
    return reopened.and_then([&] { return add(std::move(body), own, facts); });
}

Read<void> KnownDeal::sayMore(const Record &closed, EventBody body, const StandsSince &since, RowFacts &facts) const
{
    // It ended when it ended; what else is said of that is learned later.
    const Instant ended = since.assumed ? closed.occurredAt() : since.day.value_or(closed.occurredAt());
    if (since.touched && ended == closed.occurredAt() && *since.touched < closed.recordedAt()) { // an older row
        facts.records.push_back(closed);
        return {};
    }
    const bool isTie = ended == closed.occurredAt() && since.touched == closed.recordedAt();
    const Instant learned = since.touched && !isTie ? std::max(ended, *since.touched) : m_context.importTime;
    return facts.add(domain::DealEvent{{m_id, std::nullopt}, std::move(body)}, {ended, learned, false});
}

std::optional<KnownDeal> knownDeal(const ImportContext &context, const domain::DealId &id)
{
    const bool isKnown = context.dealStanding && context.knowsDeal && context.knowsDeal(id.text());
    return isKnown ? std::optional<KnownDeal>(std::in_place, context, id) : std::nullopt;
}

} // namespace exchange
