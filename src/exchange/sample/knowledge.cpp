// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/sample/knowledge.h"

#include "exchange/sample/calendar.h"

#include <fmt/format.h>

namespace exchange::sample {

using support::Date;

namespace {

struct Text {
    domain::ArticleKind kind;
    std::string_view title;
    std::string_view tags; ///< words with a space between them
    std::string_view body;
};

constexpr std::array<Text, 10> articles{{
    {domain::ArticleKind::Case, "汽车零部件客户：技术参数未确认停滞 37 天，如何重新启动", "汽车零部件 技术参数 停滞",
     "卡点：客户工程部与采购对节拍要求不一致，没有人签字确认参数。\n做法：售前带测试数据到现场，三方当场确认参数表并签字；同时约"
     "生产副总参加评审会。\n"
     "结果：9 天后进入报价，21 天签约。"},
    {domain::ArticleKind::Case, "二级医院检验科：从试用申请到签约 49 天", "医院 试用 检验科",
     "第 1 周完成需求调研与试用申请；第 3 周出样品对比报告；第 5 周论证会，终审人到场；第 7 周签约。关键在演示后 48 "
     "小时内送到定制案例报告。"},
    {domain::ArticleKind::Case, "教育局项目：盖章材料提前一周准备", "教育 公章 流程",
     "所有演示材料需加盖公章，线下流程平均 2.5 天。把公章材料状态放进演示阶段的准入条件后，周五退回阶段的情况不再出现。"},
    {domain::ArticleKind::Script, "客户说“太贵了”的三种回应", "价格 异议 话术",
     "先问和什么比；再用三年总成本算账；最后谈交换条件：用付款、范围或时间换价格，不单独让价。"},
    {domain::ArticleKind::Script, "约见终审人的话术", "决策链 终审人",
     "向对接人说明：汇报材料由我方准备，只需要终审人二十分钟，目标是确认价值与时间表。"},
    {domain::ArticleKind::Template, "三年总成本对比表", "成本 模板",
     "设备价、耗材、维保、停机损失、培训五项，按年列出；附竞品公开数据与来源。"},
    {domain::ArticleKind::Template, "会议纪要三栏模板", "纪要 模板",
     "客户当前痛点／我方匹配方案／下一步动作（人、时间、交付物）。"},
    {domain::ArticleKind::FailureReview, "失败复盘：只谈采购科，没有见到终审人", "失败复盘 决策链",
     "报价阶段停留 41 天，价格让了两次。复盘：副院长从未听过方案，论证会上被临时否决。改进：报价前必须确认三个角色。"},
    {domain::ArticleKind::FailureReview, "失败复盘：演示后一周才送案例", "失败复盘 响应速度",
     "客户演示当天反馈积极，案例报告第 7 天才到，期间竞品已安排参观。改进：演示前就准备好案例骨架。"},
    {domain::ArticleKind::Guide, "采购新规应对指南", "政策 指南",
     "公开招标限额调整后，先确认项目走哪条流程，再定报价策略；附法务解读要点。"},
}};

constexpr std::array<std::string_view, 6> capabilities{"need_discovery",    "solution_match",  "objection_handling",
                                                       "price_negotiation", "decision_access", "follow_up"};

domain::Tags tagsOf(std::string_view words)
{
    domain::Tags tags;
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        tags.push_back(name(words.substr(0, end)));
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return tags;
}

/// A quarter's target of a rep, in yuan.
std::int64_t targetOf(domain::PersonLevel level)
{
    switch (level) {
    case domain::PersonLevel::New: return 300'000;
    case domain::PersonLevel::Junior: return 560'000;
    case domain::PersonLevel::Senior: return 860'000;
    case domain::PersonLevel::Consultant: return 1'100'000;
    }
    return 0;
}

} // namespace

void tellProducts(const Organisation &organisation, Facts &facts)
{
    for (const Product &product : products())
        facts.add(domain::Product{value<domain::ProductId>(product.id), name(product.name), name(product.line),
                                  yuan(product.listPrice), cny()},
                  When(at(organisation.start() + -30, 9 * 60, 3)));
}

void tellTargets(const Spec &spec, const Organisation &organisation, Facts &facts)
{
    for (Date quarter = support::startOfQuarter(organisation.start()); quarter <= organisation.today();
         quarter = support::addMonths(quarter, 3)) {
        const support::CivilDate civil = support::civil(quarter);
        const auto period = value<domain::Period>(fmt::format("{}-Q{}", civil.year, (civil.month + 2) / 3));
        const When told(at(workdayFrom(quarter), 9 * 60));
        // What is expected grows as the deals begun about four months before.
        const std::int64_t growth =
            std::max<std::int64_t>(20, 15 + std::int64_t(170) * (quarter - organisation.start() - 85) / 730);
        const std::int64_t dense =
            std::max<std::int64_t>(100, static_cast<std::int64_t>(spec.deals * 100 / 28 / organisation.reps().size()));
        std::vector<std::int64_t> ofTeams(organisation.teams().size(), 0);
        for (const Rep &rep : organisation.reps()) {
            const bool here = rep.joined < quarter + 60 && (!rep.left || *rep.left > quarter);
            if (!here)
                continue;
            const std::int64_t amount = targetOf(rep.level) * growth / 100 * dense / 100 / 10'000 * 10'000;
            ofTeams[rep.moved && *rep.moved <= quarter ? rep.movedTo : rep.team] += amount;
            facts.add(domain::Target{value<domain::PersonId>(rep.id), {}, period, yuan(amount), cny()}, told);
        }
        for (std::size_t t = 0; t < ofTeams.size(); ++t)
            facts.add(
                domain::Target{{}, value<domain::TeamId>(organisation.teams()[t].id), period, yuan(ofTeams[t] * 95 / 100), cny()},
                told);
    }
}

void tellAssessments(const Spec &spec, const Organisation &organisation, Facts &facts)
{
    for (std::size_t r = 0; r < organisation.reps().size(); ++r) {
        const Rep &rep = organisation.reps()[r];
        Random random(spec.seed, Stream::Knowledge, r);
        for (std::size_t c = 0; c < capabilities.size(); ++c) {
            if (!random.chance(550))
                continue;
            const support::Instant when =
                officeTime(random, workdayFrom(organisation.today() + -static_cast<int>(random.between(3, 170))));
            if (rep.left || dayOf(when) < rep.joined)
                continue;
            const auto score =
                domain::Score::of(std::clamp<std::int64_t>(rep.skill * 72 / 100 + random.between(-16, 16), 20, 98)).value();
            const auto source = random.chance(700) ? domain::AssessmentSource::Review : domain::AssessmentSource::Simulation;
            facts.add(domain::Assessment{value<domain::AssessmentId>(fmt::format("as-{:03}-{}", r + 1, c + 1)),
                                         value<domain::PersonId>(rep.id),
                                         value<domain::CapabilityId>(capabilities.at(c)),
                                         score,
                                         source,
                                         value<domain::PersonId>(organisation.checker(r)),
                                         {},
                                         {}},
                      When(when));
        }
    }
}

void tellArticles(const Organisation &organisation, Facts &facts)
{
    for (std::size_t a = 0; a < articles.size(); ++a) {
        const Text &article = articles.at(a);
        const Date day = workdayFrom(organisation.today() + -static_cast<int>(15 + a * 31));
        facts.add(domain::Article{value<domain::ArticleId>(fmt::format("art-{:02}", a + 1)), article.kind, name(article.title),
                                  text(article.body), tagsOf(article.tags),
                                  value<domain::PersonId>(organisation.reps()[a * 4 % organisation.reps().size()].id),
                                  name("published")},
                  When(at(day, 17 * 60)));
    }
}

} // namespace exchange::sample
