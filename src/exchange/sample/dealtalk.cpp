// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/sample/calendar.h"
#include "exchange/sample/dealteller.h"

#include <fmt/format.h>

#include <algorithm>

namespace exchange::sample {

using domain::ActivityKind;
using domain::Direction;
using support::days;
using support::hours;
using support::Instant;
using support::minutes;

namespace {

constexpr std::array<ActivityKind, 5> talkKinds{ActivityKind::Call, ActivityKind::Chat, ActivityKind::Email, ActivityKind::Visit,
                                                ActivityKind::Meeting};
constexpr std::array<int, 5> talkWeights{33, 34, 11, 17, 5};

constexpr std::array<std::string_view, 11> titleEndings{"工程师", "主任", "科长", "院长", "副总", "总经理",
                                                        "经理",   "总监", "部长", "局长", "所长"};

/// "王主任" for 王志强, 检验科主任.
std::string address(std::string_view name, std::string_view title)
{
    for (const std::string_view ending : titleEndings) {
        if (title.ends_with(ending))
            return std::string(surnameOf(name))
                   + std::string(ending == "工程师"                       ? "工"
                                 : ending == "总经理" || ending == "副总" ? "总"
                                                                          : ending);
    }
    return std::string(surnameOf(name)) + "老师";
}

/// A week of visits gets into the system on its Friday afternoon.
Instant fridayOf(Random &random, Instant occurred)
{
    support::Date friday = support::startOfWeek(dayOf(occurred)) + 4;
    if (occurred >= at(friday, 15 * 60 + 45))
        friday = friday + 7;
    return at(friday, 15 * 60 + 50) + support::seconds(random.between(0, 70 * 60));
}

} // namespace

When DealTeller::typed(Instant occurred, bool automatic)
{
    const Rep &rep = m_course.ownerAt(occurred);
    if (rep.habit == Habit::BackFills)
        return {occurred, fridayOf(m_typing, occurred)};
    if (automatic || rep.habit == Habit::ShortCalls)
        return {occurred, occurred + support::seconds(m_typing.between(20, 150))};
    if (rep.habit == Habit::TypesLate) {
        const support::Date day = dayOf(occurred);
        if (m_typing.chance(500))
            return {occurred, std::max(occurred, at(day, 20 * 60 + m_typing.between(30, 120)))};
        return {occurred,
                at(support::startOfWeek(day) + (support::weekday(day) > 4 ? 12 : 5), 10 * 60 + m_typing.between(0, 90))};
    }
    if (m_typing.chance(70))
        return {occurred, officeTimeAfter(m_typing, occurred, hours(14))};
    return {occurred, occurred + minutes(m_typing.between(8, 170))};
}

const Buyer::Speaker &DealTeller::speakerAt(Instant when)
{
    constexpr std::array<int, 4> weights{56, 22, 14, 8};
    const Buyer::Speaker &speaker = m_buyer.speakers.at(m_talk.weighted(weights));
    return speaker.knownAt < when - minutes(10) ? speaker : m_buyer.speakers.front();
}

Topic DealTeller::topicAt(Instant when, const Buyer::Speaker &speaker)
{
    m_address = address(speaker.name, speaker.title);
    return {m_course.stageAt(when),        m_address, m_course.product->shortName, m_course.amount, m_buyer.industry->sector,
            m_course.number * 5 + m_turn++};
}

bool DealTeller::unanswering(Instant when) const
{
    if (m_course.trait == Trait::DemoUnanswered)
        return when > *m_course.demo;
    return m_course.trait == Trait::NoAnswer && when > m_world.spec.asOf - days(20);
}

bool DealTeller::substantial(Instant when)
{
    switch (m_course.ownerAt(when).habit) {
    case Habit::Plain:
    case Habit::AnswersLate: return m_talk.chance(820);
    case Habit::BackFills: return m_talk.chance(120);
    case Habit::Fills: return m_talk.chance(220);
    case Habit::Coasts: return m_course.number % 13 == 0 && m_talk.chance(700);
    case Habit::ShortCalls: return m_talk.chance(880);
    case Habit::TypesLate: return m_talk.chance(860);
    }
    return true;
}

void DealTeller::say(const Talk &talk, const Buyer::Speaker *speaker, const When &when)
{
    if (!m_world.facts.known(when) || when.occurred >= m_course.end)
        return;
    const bool out = talk.direction == Direction::Out;
    const bool visit = talk.kind == ActivityKind::Visit && out;
    const bool readable =
        out && (talk.kind == ActivityKind::Chat || talk.kind == ActivityKind::Email || talk.kind == ActivityKind::File);
    const Region &region = regions()[m_buyer.region];
    domain::Activity activity{value<domain::ActivityId>(fmt::format("{}-a{:03}", m_course.id, ++m_activities)),
                              talk.kind,
                              talk.direction,
                              value<domain::DealId>(m_course.id),
                              value<domain::CustomerId>(m_buyer.id),
                              {},
                              {},
                              {},
                              {},
                              {},
                              {},
                              {},
                              {},
                              {}};
    if (speaker != nullptr)
        activity.contact = value<domain::ContactId>(speaker->id);
    if (talk.attended)
        activity.actor = value<domain::PersonId>(actorAt(when.occurred));
    if (talk.seconds > 0)
        activity.duration = domain::Seconds::of(talk.seconds).value();
    if (!talk.words.empty())
        activity.text = text(talk.words);
    if (readable)
        activity.readAt = when.occurred + minutes(m_talk.between(1, 240));
    if (visit) {
        activity.lat = domain::Latitude::of(static_cast<double>(region.latitude * 10 + m_talk.between(-900, 900)) / 1000).value();
        activity.lon =
            domain::Longitude::of(static_cast<double>(region.longitude * 10 + m_talk.between(-900, 900)) / 1000).value();
    }
    activity.origin = talk.automatic ? domain::Origin::Auto : domain::Origin::Manual;
    if (!talk.material.empty())
        activity.material = name(talk.material);
    m_world.facts.add(std::move(activity), when);
}

void DealTeller::tellTouches()
{
    constexpr std::array<std::int64_t, stageCount> gapDays{5, 6, 6, 5, 6, 8};
    firstContact();
    // Whoever cares for a deal speaks of it at least every six days while that still can be seen; neglect is planted.
    Instant now = m_course.created;
    for (int count = 1;; ++count) {
        const std::int64_t median = gapDays.at(static_cast<std::size_t>(m_course.stageAt(now))) * 24 * 60;
        const std::int64_t gap = m_talk.around(median, Spread::Narrow);
        const bool recent = now > m_world.spec.asOf - days(25);
        now = officeTimeAfter(m_talk, now, minutes(recent ? std::min<std::int64_t>(gap, 5 * 24 * 60) : gap));
        if (!active(now))
            return;
        if (m_course.lostBefore && now > *m_course.lostBefore && now < m_course.reopened)
            continue;
        touch(now);
        if (count % 3 == 0)
            planNext(now);
    }
}

void DealTeller::firstContact()
{
    const Buyer::Speaker &speaker = m_buyer.speakers.front();
    const Topic topic = topicAt(m_course.created, speaker);
    const ActivityKind kind = m_talk.chance(600) ? ActivityKind::Call : ActivityKind::Chat;
    const Instant asked = m_course.created + minutes(3);
    const Exchange exchange = customerSays(m_talk, topic);
    say({kind, Direction::In, exchange.says, kind == ActivityKind::Call ? m_talk.between(60, 400) : 0}, &speaker, When(asked));
    const bool late = m_course.owner->habit == Habit::AnswersLate;
    const Instant answered = late ? officeTimeAfter(m_talk, asked, minutes(m_talk.between(430, 700)))
                                  : asked + minutes(m_talk.around(48, Spread::Middle));
    say({ActivityKind::Chat, Direction::Out, exchange.answer}, &speaker, typed(answered, true));
}

void DealTeller::touch(Instant when)
{
    const Buyer::Speaker &speaker = speakerAt(when);
    const Topic topic = topicAt(when, speaker);
    const bool silent = unanswering(when);
    if (silent && m_course.trait == Trait::DemoUnanswered && m_unanswered >= 2)
        return;
    if (!silent && m_course.ownerAt(when).habit != Habit::BackFills && m_talk.chance(240))
        customerStarts(topic, speaker, when);
    else
        weStart(topic, speaker, when);
}

void DealTeller::customerStarts(const Topic &topic, const Buyer::Speaker &speaker, Instant when)
{
    const bool call = m_talk.chance(450);
    // Who lives on old customers does not hear much from them either.
    const bool concrete = m_course.ownerAt(when).habit == Habit::Coasts ? substantial(when) : m_talk.chance(800);
    const Exchange exchange =
        concrete ? customerSays(m_talk, topic) : Exchange{smallTalk(m_talk), filler(m_talk, ActivityKind::Chat)};
    say({call ? ActivityKind::Call : ActivityKind::Chat, Direction::In, exchange.says, call ? m_talk.between(70, 700) : 0},
        &speaker, When(when));
    m_unanswered = 0;
    const Instant answered = when + minutes(m_talk.around(50, Spread::Middle));
    if (active(answered))
        say({ActivityKind::Chat, Direction::Out, substantial(when) ? exchange.answer : filler(m_talk, ActivityKind::Chat)},
            &speaker, typed(answered, true));
    m_unanswered = 1;
}

ActivityKind DealTeller::kindOfTouch(Habit habit)
{
    const ActivityKind kind = talkKinds.at(m_talk.weighted(talkWeights));
    if (habit == Habit::BackFills)
        return m_talk.chance(800) ? ActivityKind::Visit : ActivityKind::Call;
    return habit == Habit::ShortCalls && kind != ActivityKind::Visit ? ActivityKind::Call : kind;
}

std::int64_t DealTeller::secondsOfTouch(Habit habit, ActivityKind kind)
{
    if (habit == Habit::BackFills)
        return m_talk.between(9, 39);
    if (kind == ActivityKind::Call)
        return habit == Habit::ShortCalls ? m_talk.between(24, 58) : m_talk.around(240, Spread::Middle);
    return kind == ActivityKind::Visit || kind == ActivityKind::Meeting ? m_talk.around(3000, Spread::Narrow) : 0;
}

void DealTeller::weStart(const Topic &topic, const Buyer::Speaker &speaker, Instant when)
{
    const Habit habit = m_course.ownerAt(when).habit;
    const ActivityKind kind = kindOfTouch(habit);
    const bool written = kind == ActivityKind::Chat || kind == ActivityKind::Email;
    const bool automatic = written || (kind == ActivityKind::Call && m_talk.chance(600));
    const std::string words = substantial(when) ? noteOf(m_talk, topic) : filler(m_talk, kind);
    say({kind, Direction::Out, words, secondsOfTouch(habit, kind), {}, automatic}, &speaker, typed(when, automatic));
    ++m_unanswered;
    if (habit == Habit::BackFills)
        pretendVisits(when);
    else if (kind == ActivityKind::Visit && m_random.chance(250))
        prove("storefront_photo", "客户门头水印照片.jpg", when + minutes(5));
    if (!unanswering(when) && (m_talk.chance(460) || m_unanswered >= 2))
        reply(topic, speaker, when);
}

Exchange DealTeller::repliedWith(const Topic &topic, Instant when)
{
    const bool coasts = m_course.ownerAt(when).habit == Habit::Coasts;
    const bool warm = m_course.trait == Trait::HardButWarm && when > m_course.created + days(8);
    const bool praises = !m_hard && !coasts && topic.stage >= Demo && m_talk.chance(warm ? 500 : 40);
    if (praises) {
        m_praised = m_praised || active(when);
        return {praise(m_talk, topic), "谢谢认可，下一步的资料已发您。"};
    }
    const bool concrete = coasts ? substantial(when) : m_talk.chance(740);
    return concrete ? customerSays(m_talk, topic) : Exchange{smallTalk(m_talk), {}};
}

void DealTeller::reply(const Topic &topic, const Buyer::Speaker &speaker, Instant when)
{
    const Instant replied = officeTimeAfter(m_talk, when, minutes(m_talk.around(70, Spread::Wide)));
    const Exchange exchange = repliedWith(topic, replied);
    if (!active(replied))
        return;
    say({m_talk.chance(800) ? ActivityKind::Chat : ActivityKind::Email, Direction::In, exchange.says}, &speaker, When(replied));
    m_unanswered = 0;
    // A question in writing gets its answer; politeness needs none.
    const Instant answered = replied + minutes(m_talk.around(40, Spread::Middle));
    if (exchange.answer.empty() || !active(answered) || !m_talk.chance(550))
        return;
    m_unanswered = 1;
    say({ActivityKind::Chat, Direction::Out, substantial(when) ? exchange.answer : filler(m_talk, ActivityKind::Chat)}, &speaker,
        typed(answered, true));
}

void DealTeller::planNext(Instant when)
{
    const Instant typedAt = when + minutes(m_talk.between(5, 60));
    const support::Date due = addWorkdays(dayOf(when), m_talk.between(2, 6));
    if (m_course.ownerAt(when).habit != Habit::BackFills)
        m_world.facts.event(m_course.id, actorAt(when), domain::NextStepSet{text(nextStep(m_talk, m_course.stageAt(when))), due},
                            When(typedAt));
}

void DealTeller::pretendVisits(Instant when)
{
    for (std::int64_t extra = m_talk.between(1, 2); extra > 0; --extra) {
        const Instant claimed = officeTimeAfter(m_talk, when, hours(m_talk.between(18, 60)));
        if (active(claimed))
            say({ActivityKind::Visit, Direction::Out, filler(m_talk, ActivityKind::Visit), m_talk.between(8, 38), {}, false},
                &m_buyer.speakers.front(), typed(claimed, false));
    }
}

} // namespace exchange::sample
