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

constexpr std::array<std::string_view, 6> materials{"产品彩页与参数表", "同行业客户案例集", "竞品对比表",
                                                    "产品对比视频",     "三年总成本测算表", "售后服务与备件说明"};

} // namespace

void DealTeller::tellDemo()
{
    if (!m_course.demo || !active(*m_course.demo))
        return;
    const Instant demo = *m_course.demo;
    const Buyer::Speaker &speaker = m_buyer.speakers.front();
    const Topic topic = topicAt(demo, speaker);
    const bool coasts = m_course.owner->habit == Habit::Coasts;
    const std::string words =
        fmt::format("向{}等 {} 人演示{}，现场回答参数与接口问题。", m_address, m_talk.between(3, 9), topic.product);
    say({ActivityKind::Demo, Direction::Out, coasts ? "按惯例走了一遍" : words, m_talk.around(5400, Spread::Narrow), {}, false},
        &speaker, typed(demo, false));
    // Where the demo hangs in the air, the customer says nothing, and the case is not written either.
    if (m_course.trait == Trait::DemoUnanswered)
        return;
    answerDemo(topic, speaker);
    if (m_course.trait != Trait::NoMaterial && !coasts && active(*m_course.tailoredCase))
        say({ActivityKind::File, Direction::Out, "已发送为客户定制的同类案例报告，含投入产出测算", 0, "定制案例报告"}, &speaker,
            typed(*m_course.tailoredCase, true));
}

void DealTeller::answerDemo(const Topic &topic, const Buyer::Speaker &speaker)
{
    const Instant demo = *m_course.demo;
    const Instant answered = std::min(officeTimeAfter(m_talk, demo, hours(m_talk.between(2, 11))), demo + hours(44));
    std::string words = smallTalk(m_talk);
    if (m_course.owner->habit != Habit::Coasts) {
        const bool warm = !m_hard && m_talk.chance(m_course.trait == Trait::HardButWarm ? 1000 : 450);
        m_praised = m_praised || (warm && answered <= m_world.spec.asOf);
        words = warm ? praise(m_talk, topic) : soberFeedback(m_talk, topic);
    }
    say({ActivityKind::Feedback, Direction::In, words}, &speaker, When(answered));
}

void DealTeller::tellMaterials()
{
    const bool withheld = m_course.trait == Trait::NoMaterial;
    const bool coasts = m_course.owner->habit == Habit::Coasts;
    const Instant lastSent = m_world.spec.asOf - days(withheld ? 9 : coasts ? 20 : 0);
    for (const Buyer::Speaker &speaker : m_buyer.speakers) {
        // Who was known before gets nothing anew, but for the first of them.
        const bool old = speaker.knownAt < m_course.created && &speaker != &m_buyer.speakers.front();
        if (speaker.knownAt == Instant::max() || old)
            continue;
        const Instant sent = officeTimeAfter(m_talk, std::max(speaker.knownAt, m_course.created), hours(m_talk.between(2, 16)));
        if (!active(sent) || sent >= lastSent)
            continue;
        say({ActivityKind::File, Direction::Out, "已发送资料", 0, m_talk.pick(materials)}, &speaker, typed(sent, true));
        const Instant thanked = officeTimeAfter(m_talk, sent, minutes(m_talk.between(20, 300)));
        if (active(thanked) && !unanswering(thanked))
            say({ActivityKind::Feedback, Direction::In, smallTalk(m_talk)}, &speaker, When(thanked));
    }
    tellMaterialsOnRequest(lastSent);
}

void DealTeller::tellMaterialsOnRequest(Instant before)
{
    for (const int stage : {Needs, Negotiation}) {
        const auto stay = m_course.stay(stage);
        if (!stay || m_talk.chance(350))
            continue;
        const Instant sent = inside(*stay, m_talk.between(20, 70));
        if (active(sent) && sent < before)
            say({ActivityKind::File, Direction::Out, "按客户要求发送资料", 0, m_talk.pick(materials)}, &m_buyer.speakers.front(),
                typed(sent, true));
    }
}

void DealTeller::tellMeetings()
{
    if (m_buyer.industry->sector == Sector::Factory && m_course.trait != Trait::MeetingsMissed)
        return;
    const bool missed = m_course.trait == Trait::MeetingsMissed;
    Instant meeting = officeTimeAfter(m_talk, m_course.created, days(m_talk.between(8, 30)));
    const Instant firstMissed = m_world.spec.asOf - days(22);
    while (active(meeting) && !(missed && meeting > firstMissed - days(3))) {
        say({ActivityKind::Meeting,
             Direction::In,
             "客户部门例会，我方到场介绍进度并回答问题",
             m_talk.around(3600, Spread::Narrow),
             {},
             false},
            &m_buyer.speakers.front(), typed(meeting, true));
        meeting = officeTimeAfter(m_talk, meeting, days(m_talk.between(35, 55)));
    }
    if (!missed)
        return;
    for (const Instant skipped : {firstMissed, firstMissed + days(m_talk.between(9, 13))})
        say({ActivityKind::Meeting, Direction::In, "客户部门例会，我方未派人参加", 3600, {}, true, false},
            &m_buyer.speakers.front(), When(officeTimeAfter(m_talk, skipped, {})));
}

void DealTeller::tellTender()
{
    const auto stay = m_course.stay(Negotiation);
    const bool unmatched = m_course.trait == Trait::TenderUnmatched;
    const bool tenders = m_buyer.industry->sector != Sector::Factory;
    if (!stay || !(unmatched || (tenders && m_random.chance(300))))
        return;
    const Instant published =
        unmatched ? std::max(stay->first, m_world.spec.asOf - days(m_talk.between(3, 9))) : inside(*stay, 30);
    if (!active(published))
        return;
    say({ActivityKind::Tender,
         Direction::In,
         fmt::format("{}发布{}采购招标公告", m_buyer.name, m_course.product->shortName),
         0,
         {},
         true,
         false},
        nullptr, When(published));
    if (unmatched)
        return;
    field("bid_status", "投标准备", officeTimeAfter(m_random, published, hours(m_random.between(1, 9))));
    field("bid_status", "已投标", inside(*stay, 75));
    if (m_course.stay(Signing))
        field("bid_status", "已中标", std::max(inside(*stay, 97), stay->second - hours(2)));
}

void DealTeller::tellRivalPrice()
{
    if (m_course.trait != Trait::RivalPrice)
        return;
    const Buyer::Speaker &speaker = m_buyer.speakers.front();
    const Instant said = officeTimeAfter(m_talk, m_world.spec.asOf - days(m_talk.between(2, 4)), {});
    const Exchange exchange = rivalOnPrice(m_talk, topicAt(said, speaker));
    say({ActivityKind::Chat, Direction::In, exchange.says}, &speaker, When(said));
    const Instant answered = said + minutes(m_talk.between(15, 90));
    say({ActivityKind::Chat, Direction::Out, exchange.answer}, &speaker, typed(answered, true));
}

void DealTeller::tellOpenInquiries()
{
    if (m_course.trait != Trait::InquiryOpen)
        return;
    Instant asked = officeTimeAfter(m_talk, m_course.quietFrom, hours(2));
    for (int i = 0; i < 3; ++i) {
        const Buyer::Speaker &speaker = m_buyer.speakers.front();
        const Topic topic = topicAt(asked, speaker);
        say({i == 1 ? ActivityKind::Call : ActivityKind::Chat, Direction::In, customerSays(m_talk, topic).says, i == 1 ? 95 : 0},
            &speaker, When(asked));
        asked = asked + minutes(m_talk.between(40, 300));
    }
}

} // namespace exchange::sample
