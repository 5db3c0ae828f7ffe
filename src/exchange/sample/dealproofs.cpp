// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/sample/calendar.h"
#include "exchange/sample/dealteller.h"

#include <fmt/format.h>

#include <algorithm>

namespace exchange::sample {

using support::days;
using support::hours;
using support::Instant;

namespace {

domain::Sha256 anyHash(Random &random)
{
    std::string hex;
    for (int i = 0; i < 4; ++i)
        hex += fmt::format("{:016x}", random.next());
    return value<domain::Sha256>(hex);
}

/// By sector.
constexpr std::array<std::array<std::string_view, 3>, 3> pains{
    {{"检测等待时间长，人工复核多，结果不能自动回传", "高峰时段标本积压，夜班人手不足", "试剂成本逐年上升，供应商响应慢"},
     {"现有设备停机频繁，备件周期长，影响产能", "数据靠手工登记，出错后无法追溯", "人工检验漏检率高，客户投诉增加"},
     {"实验设备老化，课时排不开", "数据靠手工登记，上级检查时补不齐", "维护靠外包，故障响应慢"}}};
constexpr std::array<std::string_view, 3> processes{"使用部门提需求→论证会→三家比价→分管领导签字",
                                                    "设备更新计划→财务审核→总经理审批→签约", "立项→公开招标→评标公示→签约"};
constexpr std::array<std::string_view, 3> terms{"首付 30%，验收 60%，质保金 10%", "首付 30%，到货 30%，验收 30%，质保 10%",
                                                "签约 30%，验收后 60 天付 60%，质保 10%"};

} // namespace

void DealTeller::field(std::string_view id, std::string_view words, Instant when)
{
    if (active(when))
        m_world.facts.event(m_course.id, actorAt(when), domain::FieldSet{value<domain::FieldId>(id), {text(words)}}, When(when));
}

void DealTeller::tellRoles()
{
    const auto fill = [&](std::string_view role, std::size_t place, Instant when) {
        const Buyer::Speaker &speaker = m_buyer.speakers.at(place);
        if (speaker.knownAt > m_world.spec.asOf)
            return;
        const Instant known = std::max(when, speaker.knownAt + support::minutes(30));
        if (active(known))
            m_world.facts.event(m_course.id, actorAt(known),
                                domain::RoleSet{value<domain::RoleId>(role), {value<domain::ContactId>(speaker.id)}},
                                When(known));
    };
    if (m_course.trait == Trait::Rushed)
        return;
    fill("technical_selector", 0, officeTimeAfter(m_random, m_course.created, hours(m_random.between(1, 30))));
    if (m_course.trait == Trait::IntentUnproven)
        return;
    const bool forced = m_course.stay(Signing).has_value();
    if (forced || m_random.chance(930))
        fill("budget_approver", 1, officeTimeAfter(m_random, m_course.created, hours(m_random.between(20, 240))));
    const auto demo = m_course.stay(Demo);
    if (demo && (forced || m_random.chance(880)))
        fill("final_approver", 2, officeTimeAfter(m_random, demo->first, days(m_random.between(1, 12))));
}

void DealTeller::tellChecks()
{
    for (int stage = Lead; stage < stageCount; ++stage) {
        const auto stay = m_course.stay(stage);
        if (!stay)
            continue;
        const std::string_view id = stageIds.at(static_cast<std::size_t>(stage));
        const bool leaves = stay->second < m_course.end || m_course.won;
        for (int item = 1; item <= 3; ++item) {
            const Instant when = inside(*stay, 20 + 22 * item + m_random.between(0, 12));
            if (active(when) && m_random.chance(leaves ? 955 : 700))
                m_world.facts.event(
                    m_course.id, actorAt(when),
                    domain::ItemChecked{value<domain::StageId>(id), value<domain::ItemId>(fmt::format("{}.{}", id, item)), true},
                    When(when));
        }
    }
}

void DealTeller::tellFields()
{
    if (const auto needs = m_course.stay(Needs)) {
        field("pain_points", m_random.pick(pains.at(static_cast<std::size_t>(m_buyer.industry->sector))), inside(*needs, 35));
        if (m_course.trait != Trait::IntentUnproven)
            field("budget_range", fmt::format("{}–{}", spoken(m_course.amount * 85 / 100), spoken(m_course.amount * 115 / 100)),
                  inside(*needs, 55));
    }
    if (const auto demo = m_course.stay(Demo))
        field("decision_process", m_random.pick(processes), inside(*demo, 50));
    if (const auto signing = m_course.stay(Signing)) {
        field("contract_no", fmt::format("HT{}-{:05}", support::civil(dayOf(signing->first)).year, m_course.number % 100'000),
              signing->first + hours(2));
        field("payment_terms", m_random.pick(terms), signing->first + hours(3));
    }
    if (const auto delivery = m_course.stay(Delivery)) {
        // Service runs one, two or three years; the few contracts that end soon are labelled.
        const support::Date start = dayOf(delivery->first);
        support::Date end = support::addMonths(start, static_cast<int>(12 * m_random.between(1, 3))) + -1;
        const int left = end - m_world.organisation.today();
        if (left >= -20 && left <= 60 && !m_random.chance(300))
            end = support::addMonths(end, 12);
        field("service_end", support::toText(end), inside(*delivery, 50));
        const int stillLeft = end - m_world.organisation.today();
        if (m_course.won && m_course.end <= m_world.spec.asOf && stillLeft >= 0 && stillLeft <= 45)
            m_world.truth({"renewal_due", m_course.id, at(end + -45, 0), at(end, 0),
                           "the service period of a won deal ends within 45 days"});
    }
}

void DealTeller::tellRatings()
{
    const Instant early = officeTimeAfter(m_random, m_course.created, days(m_random.between(2, 5)));
    switch (m_course.trait) {
    case Trait::IntentUnproven: field("intent", "强烈", early); return;
    case Trait::PotentialUnproven: field("self_rating", "高潜力", early); return;
    case Trait::ProgressUnproven: field("self_rating", "推进顺利", officeTimeAfter(m_random, m_course.created, days(12))); return;
    case Trait::HardButWarm: field("self_rating", "困难", officeTimeAfter(m_random, m_course.created, days(12))); return;
    case Trait::None:
    case Trait::Neglected:
    case Trait::NoAnswer:
    case Trait::InquiryOpen:
    case Trait::NoMaterial:
    case Trait::DemoUnanswered:
    case Trait::MeetingsMissed:
    case Trait::TenderUnmatched:
    case Trait::ClosePassed:
    case Trait::SignedUnpaid:
    case Trait::Rushed:
    case Trait::RivalPrice: break;
    }
    field("intent", m_random.chance(650) ? "一般" : "较弱", early);
    if (m_hard)
        field("self_rating", "困难", early + days(3));
    const auto price = m_course.stay(Negotiation);
    if (!price)
        return;
    // Confidence comes after the proof: the budget and the chain are known, the customer's own decision is on paper.
    if (m_random.chance(600))
        field("intent", "强烈", inside(*price, 55));
    if (!m_hard)
        field("self_rating", m_random.chance(550) ? "推进顺利" : "正常", inside(*price, 85));
}

void DealTeller::tellSeals()
{
    const auto demo = m_course.stay(Demo);
    if (!m_buyer.industry->needsSeals || !m_course.demo || !demo)
        return;
    field("seal_status", "待盖章", *m_course.demo + hours(2));
    field("seal_status", m_random.chance(250) ? "电子签章" : "已盖章", inside(*demo, 60));
}

void DealTeller::prove(std::string_view kind, std::string_view title, Instant when)
{
    if (!active(when))
        return;
    const std::string id = fmt::format("{}-e{:02}", m_course.id, ++m_files);
    const bool rejected = m_random.chance(40);
    const bool atOnce = m_random.chance(600) && !rejected;
    domain::Evidence evidence{value<domain::EvidenceId>(id),
                              value<domain::DealId>(m_course.id),
                              value<domain::EvidenceKindId>(kind),
                              name(title),
                              anyHash(m_random),
                              domain::Bytes::of(m_random.around(600'000, Spread::Wide)).value(),
                              {},
                              {},
                              {},
                              {},
                              value<domain::PersonId>(actorAt(when)),
                              atOnce ? domain::Verdict::Accepted : domain::Verdict::Pending,
                              {}};
    const Instant recorded = when + support::minutes(m_random.between(1, 90));
    m_world.facts.add(std::move(evidence), {when, recorded});
    if (atOnce)
        return;
    const Instant judged = officeTimeAfter(m_random, recorded, hours(m_random.between(2, 40)));
    const auto verdict = rejected ? domain::Verdict::Rejected : domain::Verdict::Accepted;
    std::optional<domain::Text> reason;
    if (rejected)
        reason = text("扫描件不清晰，缺签字页，请重新上传");
    m_world.facts.event(m_course.id, m_world.organisation.checker(m_course.number),
                        domain::EvidenceJudged{value<domain::EvidenceId>(id), verdict, reason}, When(judged));
    if (rejected)
        prove(kind, title, officeTimeAfter(m_random, judged, hours(4)));
}

void DealTeller::proveDemo(Instant demo)
{
    prove("minutes", "方案演示纪要.docx", officeTimeAfter(m_random, demo, hours(m_random.between(2, 30))));
    if (m_course.trait != Trait::ProgressUnproven && m_random.chance(450))
        prove("technical_confirmation", "技术确认邮件.eml", officeTimeAfter(m_random, demo, days(m_random.between(3, 7))));
    if (m_random.chance(180))
        prove("test_report", "样品测试报告.pdf", officeTimeAfter(m_random, demo, days(m_random.between(2, 8))));
}

void DealTeller::tellProofs()
{
    const bool noDecision = m_course.trait == Trait::ProgressUnproven;
    prove("minutes", "首次沟通纪要.docx", officeTimeAfter(m_random, m_course.created, hours(m_random.between(2, 14))));
    if (m_course.trait == Trait::Rushed)
        return;
    prove("need_survey", "客户需求调研表.pdf", officeTimeAfter(m_random, m_course.created, hours(m_random.between(16, 60))));
    if (const auto needs = m_course.stay(Needs)) {
        if (m_random.chance(450))
            prove("minutes", "需求调研会纪要.docx", inside(*needs, 40));
        if (m_course.trait != Trait::PotentialUnproven && m_random.chance(600)) {
            prove("requirement", "技术需求文档.pdf", inside(*needs, 65));
            field("requirement_doc", fmt::format("XQ-{:06}", m_course.number), inside(*needs, 66));
        }
    }
    if (m_course.demo)
        proveDemo(*m_course.demo);
    if (const auto price = m_course.stay(Negotiation)) {
        prove("quotation", "报价单_V1.xlsx", price->first + hours(3));
        if (m_random.chance(250))
            prove("quotation", "报价单_V2.xlsx", inside(*price, 60));
        if (!noDecision)
            prove(m_random.chance(500) ? "price_comparison" : "purchase_process", "客户内部采购佐证.pdf", inside(*price, 35));
    }
    if (const auto signing = m_course.stay(Signing))
        prove("contract", "合同盖章扫描件.pdf", signing->first + hours(4));
    if (const auto delivery = m_course.stay(Delivery))
        prove("minutes", "验收记录.pdf", inside(*delivery, 88));
}

} // namespace exchange::sample
