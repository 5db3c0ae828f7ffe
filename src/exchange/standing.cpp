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

bool saysSame(const Record &one, const Record &other)
{
    return one.fact() == other.fact() && one.extras() == other.extras();
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

/// Whether `body` says that there is nothing of its kind.
bool clears(const EventBody &body)
{
    if (const auto *planned = std::get_if<domain::CloseDateSet>(&body))
        return !planned->date.value;
    const auto *step = std::get_if<domain::NextStepSet>(&body);
    return step != nullptr && step->text.text().empty() && !step->due;
}

/// When the last event of the kinds that `isOne` names happened; before all else where there is none.
template <class IsOne>
Instant lastWhen(const DealStanding &standing, IsOne isOne)
{
    Instant last = Instant::min();
    for (const Record &event : standing.events)
        last = isOne(*bodyOf(event)) ? std::max(last, event.occurredAt()) : last;
    return last;
}

bool opensOrEnds(const EventBody &body)
{
    return isEnd(body) || std::holds_alternative<domain::Reopened>(body);
}

/// The first of the row's times, `StandsSince::day` and `touched`, that is after `turn`; nothing where none is.
std::optional<Instant> timeAfter(Instant turn, const StandsSince &since)
{
    if (since.day && *since.day > turn)
        return since.day;
    return since.touched && *since.touched > turn ? since.touched : std::nullopt;
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

/// Tells again what of `standing` says the same as `body`; false where it stands otherwise.
bool repeats(const DealStanding &standing, const EventBody &body, RowFacts &facts)
{
    if (const Record *same = sameIn(standing, body))
        facts.repeat(*same);
    return standsAs(standing, body);
}

/// The same of a stage, or of an end and what it leaves unsaid.
bool repeatsState(const DealStanding &standing, const EventBody &body, const StandsSince &since, RowFacts &facts)
{
    const Record *closed = closing(standing);
    if (!isEnd(body))
        return closed == nullptr && repeats(standing, body, facts);
    if (closed == nullptr || !saysNoMore(standing, *closed, body, since.saysWhy))
        return false;
    facts.repeat(*closed);
    return true;
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

bool standsAs(const DealStanding &standing, const EventBody &body)
{
    return sameIn(standing, body) != nullptr || (clears(body) && !isLater(standing, body, Instant::min()));
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
    else if (const auto *moved = lastOf<domain::StageMoved>(standing); moved != nullptr && moved->stage.value)
        state.stage = moved->stage.value->text();
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

bool KnownDeal::isClosed() const
{
    return closing(m_now) != nullptr;
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

std::optional<DealStanding> KnownDeal::toldAsOf(Instant when) const
{
    return m_context.dealImported ? m_context.dealImported(m_id.text(), when) : std::nullopt;
}

Instant KnownDeal::lastTold() const
{
    const Instant described = m_now.deal ? m_now.deal->recordedAt() : Instant::min();
    return told().events.empty() ? described : std::max(described, told().events.back().occurredAt());
}

std::optional<Record> KnownDeal::sameDescription(const Record &said, std::optional<Instant> own) const
{
    if (saysSame(*m_now.deal, said))
        return m_now.deal;
    if (!own || *own > lastTold() || !m_context.dealTold)
        return std::nullopt;
    std::optional<Record> held;
    for (const Record &told : m_context.dealTold(m_id.text())) {
        const bool isDescription = std::holds_alternative<domain::Deal>(told.fact());
        if (isDescription && told.recordedAt() <= *own && (!held || told.recordedAt() >= held->recordedAt()))
            held = told;
    }
    return held && saysSame(*held, said) ? held : std::nullopt;
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
    const bool isAfter = own && *own > lastTold();
    const domain::Times times{m_now.deal->occurredAt(), newsOf(isAfter ? own : std::nullopt).recorded, true};
    if (const auto described = facts.add(std::move(deal), times, std::move(extras)); !described)
        return described;
    if (const auto same = sameDescription(facts.records.back(), own)) {
        facts.records.pop_back();
        facts.repeat(*same);
    }
    if (!owned || rep == owner() || rep == ownerOf(told()))
        return {};
    const bool wasThen = own && rep == ownerOf(asOf(*own));
    return wasThen ? Read<void>() : say(domain::OwnerSet{rep}, own, facts);
}

Read<void> KnownDeal::say(EventBody body, std::optional<Instant> own, RowFacts &facts) const
{
    if (repeats(told(), body, facts) || repeats(m_now, body, facts))
        return {};
    const bool isOlder = own && isLater(m_now, body, *own);
    const DealStanding then = isOlder ? asOf(*own) : DealStanding();
    const auto toldThen = isOlder ? toldAsOf(*own) : std::nullopt;
    if (isOlder && ((toldThen && repeats(*toldThen, body, facts)) || repeats(then, body, facts)))
        return {};
    const bool isTie = own && (isSaidAt(m_now, body, *own) || isSaidAt(then, body, *own));
    return add(std::move(body), isTie ? std::nullopt : own, facts);
}

void KnownDeal::repeatSaid(const EventBody &body, Instant when, RowFacts &facts) const
{
    const DealStanding then = asOf(when);
    if (const Record *same = sameIn(then, body))
        facts.repeat(*same);
}

Instant KnownDeal::lastTurn() const
{
    return lastWhen(m_now,
                    [](const EventBody &body) { return opensOrEnds(body) || std::holds_alternative<domain::StageMoved>(body); });
}

bool KnownDeal::goesOn(const EventBody &body, Instant when) const
{
    return isLater(m_now, body, when);
}

Read<void> KnownDeal::sayState(EventBody body, const StandsSince &since, RowFacts &facts) const
{
    if (repeatsState(told(), body, since, facts) || repeatsState(m_now, body, since, facts))
        return {};
    const bool isNewer = since.touched && *since.touched > lastTurn();
    if (since.day && *since.day < last() && !isNewer && !since.timeless) {
        const auto toldThen = toldAsOf(*since.day);
        if ((toldThen && repeatsState(*toldThen, body, since, facts)) || repeatsState(asOf(*since.day), body, since, facts))
            return {};
    }
    return isEnd(body) ? sayEnd(std::move(body), since, facts) : sayStage(std::move(body), since, facts);
}

Read<void> KnownDeal::sayStage(EventBody body, const StandsSince &since, RowFacts &facts) const
{
    const std::optional<Instant> shown = std::max(since.day, since.touched);
    const bool isNewer = shown && *shown > lastTurn();
    const Instant moved = lastWhen(m_now, [](const EventBody &one) { return std::holds_alternative<domain::StageMoved>(one); });
    const std::optional<Instant> when = isNewer ? timeAfter(moved, since) : since.day;
    const Record *closed = closing(m_now);
    if (closed == nullptr)
        return say(std::move(body), when, facts);
    const bool isTie = shown == closed->occurredAt();
    const Record *same = sameIn(m_now, body);
    const bool reopens = !shown || *shown > closed->occurredAt() || (isTie && !(same && same->occurredAt() == *shown));
    if (!reopens)
        return say(std::move(body), since.day, facts);
    return add(domain::Reopened{}, isTie ? std::nullopt : shown, facts).and_then([&] {
        return say(std::move(body), isTie ? std::nullopt : when, facts);
    });
}

Read<void> KnownDeal::sayEnd(EventBody body, const StandsSince &since, RowFacts &facts) const
{
    const Record *closed = closing(m_now);
    if (closed != nullptr && bodyOf(*closed)->index() == body.index())
        return sayMore(*closed, std::move(body), since, facts);
    const Instant turn = lastWhen(m_now, opensOrEnds);
    const std::optional<Instant> shown = std::max(since.day, since.touched);
    const bool isOlder = since.day && *shown < turn && !since.timeless;
    const std::optional<Instant> when = isOlder ? since.day : timeAfter(turn, since);
    const auto reopened = closed != nullptr && !isOlder ? add(domain::Reopened{}, when, facts) : Read<void>();
    return reopened.and_then([&] { return add(std::move(body), when, facts); });
}

Read<void> KnownDeal::sayMore(const Record &closed, EventBody body, const StandsSince &since, RowFacts &facts) const
{
    // It ended when it ended; what else is said of that is learned later.
    const bool isLaterDay = !since.assumed && since.day && *since.day > closed.occurredAt();
    const Instant ended = isLaterDay ? *since.day : closed.occurredAt();
    if (since.touched && ended == closed.occurredAt() && *since.touched < closed.recordedAt()) { // an older row
        facts.repeat(closed);
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
