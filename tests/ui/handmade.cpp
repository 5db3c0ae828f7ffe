// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "tests/ui/handmade.h"

#include <array>

namespace handmade {
namespace {

using workbench::DealPage;
using workbench::Flag;
using workbench::TimelineEntry;

struct Names {
    const char *customer;
    const char *deal;
    const char *owner;
};

constexpr std::array<Names, 8> names{{
    {"华东精密检验中心", "全自动生化流水线", "李雷"},
    {"苏州恒川自动化设备有限公司", "产线视觉检测升级二期及备件年度框架", "韩梅梅"},
    {"宁波港联医院", "IVD 试剂年度供应", "王小明"},
    {"杭州数澜信息", "客户数据平台", "赵云"},
    {"南京金陵制药", "MES 系统", "孙倩"},
    {"合肥晶创半导体", "洁净室监测", "周杰"},
    {"Shanghai Harbour Logistics", "Warehouse scanners", "Amy Chen"},
    {"无锡市第二人民医院", "POCT 设备", "李雷"},
}};

support::Instant daysAgo(std::int64_t days, std::int64_t hours = 0)
{
    return now() - support::days(days) - support::hours(hours);
}

Flag silence(double days)
{
    return {.rule = "no_substance",
            .name = {"No contact of substance", "无实质互动"},
            .sentence =
                {"No contact of substance for {days_since_substance} days: no price, sample, document or decision was spoken of.",
                 "已经 {days_since_substance} 天没有实质互动：没谈到报价、样品、资料，也没谈到决策。"},
            .severity = domain::Severity::Warning,
            .proposal = domain::Proposal::AskRep,
            .quoted = {{domain::Measure::DaysSinceSubstance, days}},
            .missing = {{domain::Missing::Roles, {"budget_approver"}, {{"Budget approver", "预算审批人"}}},
                        {domain::Missing::Roles, {"final_approver"}, {{"Final approver", "终审人"}}},
                        {domain::Missing::KeyFiles}},
            .since = daysAgo(3),
            .until = {},
            .task = {},
            .records = {},
            .notify = {},
            .rank = 2'304'000,
            .money = 1'280'500,
            .urgency = 1.5,
            .actionability = 1.2};
}

Flag redAndNear(double health, double days)
{
    return {
        .rule = "red_and_near",
        .name = {"Red and about to close", "红灯临近成交"},
        .sentence = {"A decision is expected in {days_to_close} days, yet health is only {health}: step in today.",
                     "预计 {days_to_close} 天内见分晓，健康分却只有 {health}：今天就该主管亲自介入。"},
        .severity = domain::Severity::Critical,
        .proposal = domain::Proposal::StepIn,
        .quoted = {{domain::Measure::Health, health}, {domain::Measure::DaysToClose, days}},
        .missing = {{domain::Missing::Roles, {"final_approver"}, {{"Final approver", "终审人"}}}, {domain::Missing::KeyFiles}},
        .since = daysAgo(1, 4),
        .until = {},
        .task = {},
        .records = {},
        .notify = {},
        .rank = 5'122'000,
        .money = 1'280'500,
        .urgency = 2,
        .actionability = 2};
}

TimelineEntry entry(std::uint32_t number, domain::RowKind kind, support::Instant at)
{
    TimelineEntry made;
    made.number = number;
    made.kind = kind;
    made.occurred = at;
    made.recorded = at;
    made.actor = "李雷";
    return made;
}

TimelineEntry talk(std::uint32_t number, support::Instant at, domain::ActivityKind kind, domain::Direction direction,
                   const char *text)
{
    TimelineEntry made = entry(number, domain::RowKind::Activity, at);
    made.activity = kind;
    made.direction = direction;
    made.text = text;
    return made;
}

void addTalk(DealPage &page)
{
    using domain::ActivityKind;
    using domain::Direction;
    page.timeline.push_back(talk(30, daysAgo(0, 2), ActivityKind::Chat, Direction::In,
                                 "王主任：报价单我们内部还在讨论，财务那边想知道付款条件能不能分三期？"));
    page.timeline.push_back(talk(29, daysAgo(0, 5), ActivityKind::Call, Direction::Out, "已电话沟通，客户说再看看。"));
    TimelineEntry late = talk(
        28, daysAgo(2), ActivityKind::Visit, Direction::Out,
        "拜访检验科，现场看了流水线布局；客户关心试剂兼容和售后响应时间，希望我们提供同级别医院的使用数据以及三年的维护费用测算。"
        "科主任认可方案，但采购流程要先过设备委员会，预计月底开会。需要准备一份给委员会看的对比表，越简单越好。");
    late.recorded = daysAgo(0, 16);
    late.late = true;
    page.timeline.push_back(late);
    page.timeline.push_back(talk(20, daysAgo(9), ActivityKind::Demo, Direction::Out, "方案演示，技术科 4 人参加。"));
}

void addMoves(DealPage &page)
{
    TimelineEntry moved = entry(27, domain::RowKind::StageMoved, daysAgo(3));
    moved.label = {"Quoting and negotiating", "报价谈判"};
    TimelineEntry amount = entry(26, domain::RowKind::AmountSet, daysAgo(3, 1));
    amount.money = yuan(1'280'500);
    TimelineEntry close = entry(25, domain::RowKind::CloseDateSet, daysAgo(4));
    close.date = support::toDate({2026, 3, 31}).value();
    TimelineEntry file = entry(24, domain::RowKind::Evidence, daysAgo(5));
    file.text = "会议纪要-检验科-0305.pdf";
    file.label = {"Minutes", "会议纪要"};
    TimelineEntry verdict = entry(23, domain::RowKind::EvidenceJudged, daysAgo(4, 2));
    verdict.label = {"Minutes", "会议纪要"};
    verdict.code = static_cast<int>(domain::Verdict::Accepted);
    TimelineEntry role = entry(22, domain::RowKind::RoleSet, daysAgo(12));
    role.label = {"Technical selector", "技术选型人"};
    role.text = "王建国";
    TimelineEntry created = entry(1, domain::RowKind::Deal, daysAgo(41));
    for (const TimelineEntry &one : {moved, amount, close, file, verdict, role, created})
        page.timeline.push_back(one);
}

workbench::StageView stage(const char *id, domain::Label name, double days, double limit)
{
    workbench::StageView made;
    made.id = id;
    made.name = std::move(name);
    made.days = days;
    made.limitDays = limit;
    if (days > 0)
        made.entered = daysAgo(static_cast<std::int64_t>(days));
    return made;
}

void addStages(DealPage &page)
{
    page.stages = {stage("lead_confirmed", {"Lead confirmed", "线索确认"}, 6, 7),
                   stage("needs_diagnosed", {"Needs diagnosed", "需求诊断"}, 21, 14),
                   stage("demonstrated", {"Solution demonstrated", "方案演示"}, 11, 14),
                   stage("negotiating", {"Quoting and negotiating", "报价谈判"}, 3, 21),
                   stage("signed", {"Contract signed", "合同签署"}, 0, 14),
                   stage("delivered", {"Delivered and paid", "交付回款"}, 0, 45)};
    page.stages[0].gateHolds = true;
    page.stages[1].proven = true;
    page.stages[2].overridden = true;
    workbench::StageView &now = page.stages[3];
    now.claimed = true;
    now.unmet = {
        {workbench::GateCondition::Role, "final_approver", {"Final approver", "终审人"}},
        {workbench::GateCondition::Evidence, "price_comparison", {"Price comparison", "三方比价单"}, 0, 1},
        {workbench::GateCondition::Checklist, "negotiating.2", {"Payment terms agreed with finance", "付款条件已与财务确认"}}};
    now.checklist = {{"negotiating.1", {"Quotation sent and confirmed as received", "报价单已发出并确认收到"}, true},
                     {"negotiating.2", {"Payment terms agreed with finance", "付款条件已与财务确认"}, false},
                     {"negotiating.3", {"Who else is quoting, and at what price?", "还有谁在报价，价格多少？"}, false}};
    now.fields = {{"budget_range", {"Budget range", "预算区间"}, "100–150 万", true},
                  {"payment_terms", {"Payment terms", "付款条件"}, "", false}};
}

void addEvidence(DealPage &page)
{
    const auto file = [&](const char *id, const char *name, domain::Label kind, const char *stageId, domain::Verdict verdict) {
        workbench::EvidenceView made;
        made.id = id;
        made.name = name;
        made.kindName = std::move(kind);
        made.stageId = stageId;
        made.verdict = verdict;
        made.counts = verdict != domain::Verdict::Rejected;
        made.occurred = daysAgo(5);
        made.recorded = daysAgo(4);
        made.by = "李雷";
        page.evidence.push_back(made);
    };
    file("e1", "需求调研表-盖章.pdf", {"Need survey", "需求调研表"}, "needs_diagnosed", domain::Verdict::Accepted);
    file("e2", "会议纪要-检验科-0305.pdf", {"Minutes", "会议纪要"}, "demonstrated", domain::Verdict::Pending);
    file("e3", "报价单-V2.xlsx", {"Quotation", "报价单"}, "negotiating", domain::Verdict::Rejected);
    page.evidence.back().reason = "不是盖章版本";
    file("e4", "报价单-V2 (1).xlsx", {"Quotation", "报价单"}, "negotiating", domain::Verdict::Pending);
    page.evidence.back().duplicate = true;
    page.evidence.back().counts = false;
}

void addPeople(DealPage &page)
{
    page.roles = {{"technical_selector", {"Technical selector", "技术选型人"}, true, "王建国", "检验科主任", "c1"},
                  {"budget_approver", {"Budget approver", "预算审批人"}, true, "", "", ""},
                  {"final_approver", {"Final approver", "终审人"}, true, "", "", ""}};
    page.tasks = {{"t1", domain::TaskKind::AskRep, "请补充预算审批人的联系方式", "李雷", support::toDate({2026, 3, 10}).value(),
                   domain::TaskState::Open},
                  {"t2", domain::TaskKind::Task, "准备给设备委员会的对比表", "韩梅梅", support::toDate({2026, 3, 20}).value(),
                   domain::TaskState::Done}};
    workbench::SimilarCase similar;
    similar.deal = item(5).deal;
    similar.deal.status = workbench::DealStatus::Won;
    similar.reasons = {"industry", "amount"};
    page.similar.push_back(similar);
}

} // namespace

support::Instant now()
{
    return support::parseInstant("2026-03-12T09:30:00Z").value();
}

support::Money yuan(std::int64_t major)
{
    return {major * 100, support::Currency::parse("CNY").value()};
}

workbench::TodayItem item(int number)
{
    const Names &of = names.at(static_cast<std::size_t>(number - 1) % names.size());
    workbench::TodayItem made;
    made.place = number;
    made.deal.id = domain::DealId::parse("deal-" + std::to_string(number)).value();
    made.deal.customer = of.customer;
    made.deal.name = of.deal;
    made.deal.owner = of.owner;
    made.deal.ownerId = "p-" + std::to_string(number);
    made.deal.team = "华东一组";
    made.deal.amount = yuan(1'280'500 / number + 73 * number);
    made.deal.health = 5 * number + 20;
    made.deal.shownHealth = made.deal.health;
    made.deal.red = *made.deal.health < 60;
    made.deal.daysToClose = 9 + 3 * number;
    made.deal.closeDate = support::toDate({2026, 3, 31}).value();
    made.deal.quadrant = number % 2 == 1 ? domain::Quadrant::LowShort : domain::Quadrant::LowLong;
    made.deal.stage = {"Quoting and negotiating", "报价谈判"};
    made.deal.stageId = "negotiating";
    made.deal.provenStage = {"Needs diagnosed", "需求诊断"};
    made.deal.provenGap = 2;
    made.deal.daysInStage = 3 + number;
    made.deal.stageLimitDays = 21;
    if (number % 3 == 1)
        made.flags.push_back(redAndNear(static_cast<double>(*made.deal.health), 9));
    made.flags.push_back(silence(11 + number));
    return made;
}

workbench::Today today(int listed, int below)
{
    workbench::Today made;
    made.asOf = now();
    made.dataTime = now();
    for (int i = 1; i <= listed + below; ++i)
        (i <= listed ? made.listed : made.below).push_back(item(i));
    made.openDeals = 312;
    made.redDeals = 25;
    made.snoozed = 4;
    return made;
}

workbench::Today todayWithPeople()
{
    workbench::Today made = today(8, 15);
    Flag coasting{.rule = "rep_coasting",
                  .name = {"Coasting", "躺单"},
                  .sentence = {"Without a contact of substance lately: {share_without_substance} of {open_deals} open deals.",
                               "在跟 {open_deals} 单，其中 {share_without_substance} 近期没有实质互动。"},
                  .proposal = domain::Proposal::Coach,
                  .quoted = {{domain::Measure::ShareWithoutSubstance, 0.83}, {domain::Measure::OpenDeals, 12}},
                  .missing = {},
                  .since = daysAgo(6),
                  .until = {},
                  .task = {},
                  .records = {},
                  .notify = {}};
    made.people.push_back({"rep-7", "周杰", coasting});
    Flag dormant = coasting;
    dormant.rule = "lead_dormant";
    dormant.sentence = {"Nothing has been done with this lead for {lead_days_since_action} days.",
                        "这条线索已经 {lead_days_since_action} 天没有任何动作。"};
    dormant.quoted = {{domain::Measure::LeadDaysSinceAction, 17}};
    made.leads.push_back({"lead-204", "lead-204", dormant});
    return made;
}

workbench::DealPage deal()
{
    workbench::DealPage page;
    const workbench::TodayItem first = item(1);
    page.summary = first.deal;
    page.flags = first.flags;
    page.flags.push_back(silence(4));
    page.flags.back().state = workbench::FlagState::Dismissed;
    page.terms = {{"roles", 1, 30, 30, {{22, "event:22"}}},
                  {"files", 1, 15, 15, {{24, "e2"}}},
                  {"asks", 1, 10, 10, {{30, "a30"}}},
                  {"stale", 6, -5, -30, {}}};
    addTalk(page);
    addMoves(page);
    addStages(page);
    addEvidence(page);
    addPeople(page);
    page.nextStep = "提交设备委员会对比表";
    page.nextStepDue = support::toDate({2026, 3, 18}).value();
    page.asOf = now();
    page.industry = "医疗检验";
    page.region = "华东";
    page.closePushes = 2;
    page.dataTime = now();
    page.lastCorrection = daysAgo(0, 16);
    page.playbookVersion = 3;
    return page;
}

} // namespace handmade
