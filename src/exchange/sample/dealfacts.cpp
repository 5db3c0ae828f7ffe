// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/sample/calendar.h"
#include "exchange/sample/dealteller.h"

#include <fmt/format.h>

#include <algorithm>

namespace exchange::sample {

using domain::ForecastCategory;
using support::days;
using support::hours;
using support::Instant;
using support::minutes;

DealTeller::DealTeller(const World &world, const Buyer &buyer, const Course &course)
    : m_world(world)
    , m_buyer(buyer)
    , m_course(course)
    , m_random(world.spec.seed, Stream::Deal, course.number + (1ULL << 40U))
    , m_talk(world.spec.seed, Stream::Talk, course.number)
    , m_typing(world.spec.seed, Stream::Typing, course.number)
    , m_pace(world.spec.seed, Stream::Pace, course.number)
{
    m_hard = course.trait == Trait::None && m_random.chance(25);
}

void DealTeller::tell()
{
    if (m_course.created > m_world.spec.asOf)
        return;
    tellCreation();
    tellMoves();
    tellCloses();
    tellAmounts();
    tellCategories();
    tellRoles();
    tellChecks();
    tellFields();
    tellRatings();
    tellSeals();
    tellProofs();
    tellTouches();
    tellDemo();
    tellMaterials();
    tellMeetings();
    tellTender();
    tellOpenInquiries();
    tellRivalPrice();
    tellPayments();
    tellEnd();
    tellLabels();
}

Instant DealTeller::inside(std::pair<Instant, Instant> stay, std::int64_t percent)
{
    const Instant raw = stay.first + support::Duration{(stay.second - stay.first).micros / 100 * percent};
    return std::min(officeTimeAfter(m_pace, raw, {}), std::max(raw, stay.second - minutes(5)));
}

void DealTeller::tellCreation()
{
    domain::Deal deal{
        value<domain::DealId>(m_course.id),
        value<domain::CustomerId>(m_buyer.id),
        name(fmt::format("{} {}{}项目", m_buyer.name, m_course.product->shortName, m_course.quantity > 1 ? "批量采购" : "采购")),
        {},
        value<domain::PersonId>(m_course.owner->id),
        value<domain::TeamId>(m_world.organisation.teams()[m_buyer.team].id),
        value<domain::ProductId>(m_course.product->id),
        cny(),
        {}};
    // The first deal is what a lead became; a later one came by itself.
    if (!m_buyer.lead.empty() && m_course.first)
        deal.lead = value<domain::LeadId>(m_buyer.lead);
    m_world.facts.add(std::move(deal), When(m_course.created));
    if (m_course.heir != nullptr)
        m_world.facts.event(m_course.id, m_world.organisation.teams()[m_buyer.team].manager,
                            domain::OwnerSet{value<domain::PersonId>(m_course.heir->id)}, When(m_course.handedOver));
}

void DealTeller::tellMoves()
{
    for (const Move &move : m_course.moves) {
        const auto stage = value<domain::StageId>(stageIds.at(static_cast<std::size_t>(move.stage)));
        m_world.facts.event(m_course.id, actorAt(move.at), domain::StageMoved{{stage}}, When(move.at + support::seconds(5)));
    }
}

void DealTeller::tellCloses()
{
    for (const CloseGuess &guess : m_course.closes)
        m_world.facts.event(m_course.id, actorAt(guess.at), domain::CloseDateSet{{guess.date}}, When(guess.at));
}

void DealTeller::tellAmounts()
{
    const auto set = [&](std::int64_t amount, Instant when) {
        if (active(when))
            m_world.facts.event(m_course.id, actorAt(when),
                                domain::AmountSet{yuan(std::clamp<std::int64_t>(amount / 500 * 500, 10'000, 5'000'000)), cny()},
                                When(when));
    };
    const Instant first = officeTimeAfter(m_random, m_course.created, hours(m_random.between(1, 60)));
    set(m_course.amount * m_random.between(75, 135) / 100 / 10'000 * 10'000, first);
    if (const auto demo = m_course.stay(Demo))
        set(m_course.amount * m_random.between(92, 112) / 100, inside(*demo, 70));
    if (const auto price = m_course.stay(Negotiation))
        set(m_course.amount, inside(*price, 80));
}

void DealTeller::tellCategories()
{
    const auto set = [&](ForecastCategory category, Instant when) {
        if (active(when))
            m_world.facts.event(m_course.id, actorAt(when), domain::CategorySet{category}, When(when));
    };
    set(ForecastCategory::Pipeline, m_course.created + minutes(20));
    if (const auto demo = m_course.stay(Demo); demo && m_random.chance(600))
        set(ForecastCategory::BestCase, inside(*demo, 85));
    const bool sure = m_course.stay(Signing).has_value();
    if (const auto price = m_course.stay(Negotiation); price && m_random.chance(sure ? 850 : 250))
        set(ForecastCategory::Commit, inside(*price, 75));
}

void DealTeller::tellPayments()
{
    const auto stay = m_course.stay(Signing);
    if (!stay || m_course.trait == Trait::SignedUnpaid)
        return;
    const auto pay = [&](std::int64_t percent, Instant when) {
        const Instant booked = officeTimeAfter(m_random, when, hours(3));
        m_world.facts.event(m_course.id, "ops-1", domain::PaymentReceived{yuan(m_course.amount * percent / 100), cny()},
                            When(when, std::max(booked, when)));
        return booked;
    };
    const Instant first = officeTimeAfter(m_random, stay->first, days(m_random.between(3, 10)));
    const Instant booked = pay(30, first);
    prove("payment_slip", "首付款银行回单.pdf", officeTimeAfter(m_random, booked, hours(1)));
    if (!m_course.won)
        return;
    pay(60, officeTimeAfter(m_random, m_course.end, days(m_random.between(-4, 12))));
    if (m_random.chance(900))
        pay(10, officeTimeAfter(m_random, m_course.end, days(m_random.between(85, 130))));
}

void DealTeller::tellEnd()
{
    if (m_course.lostBefore) {
        m_world.facts.event(m_course.id, actorAt(*m_course.lostBefore), domain::Lost{text("客户暂停项目")},
                            When(*m_course.lostBefore));
        m_world.facts.event(m_course.id, actorAt(m_course.reopened), domain::Reopened{}, When(m_course.reopened));
    }
    // A loss is often admitted a few days late.
    const Instant recorded =
        m_course.won ? m_course.end : officeTimeAfter(m_random, m_course.end, hours(m_random.between(0, 70)));
    if (m_course.won)
        m_world.facts.event(m_course.id, actorAt(m_course.end), domain::Won{yuan(m_course.amount), cny()}, When(m_course.end));
    else
        m_world.facts.event(m_course.id, actorAt(m_course.end),
                            domain::Lost{text(lossReason(m_random, m_course.stageAt(m_course.end)))},
                            When(m_course.end, recorded));
}

void DealTeller::tellLabels()
{
    const Instant today = m_world.spec.asOf;
    const auto say = [&](std::string_view truth, Instant from, std::string_view detail) {
        m_world.truth({std::string(truth), m_course.id, from, today, std::string(detail)});
    };
    if (m_course.bounced && m_course.demo && *m_course.demo + days(7) < today)
        m_world.truth({"stage_bounce", m_course.id, *m_course.demo, std::min(today, *m_course.demo + days(16)),
                       "sent back on a Friday between 16 and 17 for want of a stamp"});
    if (!m_course.openAt(today))
        return;
    if (m_course.trait != Trait::None && (m_course.trait != Trait::HardButWarm || m_praised))
        say(wordOf(m_course.trait), std::min(m_course.quietFrom, today), "planted in a deal open at the sample's as-of");
    const auto pushes = std::ranges::count_if(m_course.closes, [&](const CloseGuess &guess) { return guess.at <= today; }) - 1;
    if (pushes >= 2)
        say("close_pushed", m_course.closes.at(static_cast<std::size_t>(pushes)).at, "expected close moved later twice or more");
    if (m_hard)
        say("honest_hard", m_course.created, "called hard, and the customer does not praise us");
}

} // namespace exchange::sample
