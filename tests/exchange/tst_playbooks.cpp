// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/playbookjson.h"

#include "domain/playbookwords.h"
#include "resources/embedded.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

using domain::Measure;
using testing::ElementsAre;
using testing::IsSupersetOf;

// What the playbooks that come with the program must hold, whatever their texts say.

namespace {

domain::Playbook playbookOf(std::string_view name)
{
    const auto found = std::ranges::find(resources::playbooks(), name, &resources::Embedded::name);
    return exchange::readPlaybook(found == resources::playbooks().end() ? std::string_view() : found->text).value();
}

template <class List>
std::vector<std::string> ids(const List &list)
{
    std::vector<std::string> texts;
    for (const auto &part : list)
        texts.push_back(part.id.text());
    return texts;
}

using Settings = std::map<std::string, double>;

/// The named numbers of a condition.
void collect(const domain::Condition &condition, Settings &settings)
{
    if (const auto *group = std::get_if<domain::ConditionGroup>(&condition.test)) {
        for (const domain::Condition &part : group->parts)
            collect(part, settings);
    } else if (const auto *test = std::get_if<domain::MeasureTest>(&condition.test); test && !test->setting.empty()) {
        settings[test->setting] = std::get<double>(test->limit);
    }
}

/// Every named number of the rules, as "rule.setting".
Settings settingsOf(const domain::Playbook &playbook)
{
    Settings all;
    for (const domain::Rule &rule : playbook.rules) {
        Settings own;
        collect(rule.when, own);
        for (const auto &[name, value] : own)
            all[rule.id.text() + "." + name] = value;
    }
    return all;
}

std::set<int> catalogue(const domain::Playbook &playbook)
{
    std::set<int> numbers;
    for (const domain::Rule &rule : playbook.rules)
        numbers.insert(rule.catalogue.begin(), rule.catalogue.end());
    return numbers;
}

} // namespace

TEST(DefaultPlaybook, HasTheStagesAndRolesOfTheInterchangeFormat)
{
    const domain::Playbook playbook = playbookOf("default");
    ASSERT_EQ(playbook.pipelines.size(), 1U);
    EXPECT_THAT(ids(playbook.pipelines[0].stages),
                ElementsAre("lead_confirmed", "needs_diagnosed", "demonstrated", "negotiating", "signed", "delivered"));
    EXPECT_THAT(ids(playbook.roles), ElementsAre("technical_selector", "budget_approver", "final_approver"));
    EXPECT_THAT(ids(playbook.evidenceKinds), ElementsAre("need_survey", "minutes", "quotation", "price_comparison", "test_report",
                                                         "contract", "storefront_photo", "technical_confirmation",
                                                         "purchase_process", "payment_slip", "requirement", "other"));
}

TEST(DefaultPlaybook, ScoresAndListsByTheNumbersOfTheCatalogue)
{
    const domain::Playbook playbook = playbookOf("default");
    EXPECT_EQ(playbook.health.roleWeight, 30);
    EXPECT_EQ(playbook.health.fileWeight, 15);
    EXPECT_EQ(playbook.health.askWeight, 10);
    EXPECT_EQ(playbook.health.staleWeight, 5);
    EXPECT_EQ(playbook.health.redBelow, 60);
    EXPECT_EQ(playbook.health.askWindow, support::days(7));
    EXPECT_EQ(playbook.health.fresh, support::hours(48));
    EXPECT_EQ(playbook.healthCut(), 60);
    EXPECT_EQ(playbook.focus.budget, 8);
    EXPECT_EQ(playbook.windows.substanceDays, 10);
}

/// The measures that a condition compares with a number of its own.
void collectNumbered(const domain::Condition &condition, std::set<Measure> &measures)
{
    if (const auto *group = std::get_if<domain::ConditionGroup>(&condition.test)) {
        for (const domain::Condition &part : group->parts)
            collectNumbered(part, measures);
    } else if (const auto *test = std::get_if<domain::MeasureTest>(&condition.test);
               test && std::holds_alternative<double>(test->limit)) {
        measures.insert(test->measure);
    }
}

TEST(Playbooks, HaveOneRedLine)
{
    for (const std::string_view name : {"default", "hospital"}) {
        domain::Playbook playbook = playbookOf(name);
        std::set<Measure> numbered;
        for (const domain::Rule &rule : playbook.rules)
            collectNumbered(rule.when, numbered);
        EXPECT_FALSE(numbered.contains(Measure::Health)) << "a rule of " << name << " has a red line of its own";
        playbook.health.redBelow = 70;
        EXPECT_EQ(playbook.healthCut(), 70) << name;
    }
}

TEST(DefaultPlaybook, OffersEveryNumberOfTheCatalogueUnderAName)
{
    const Settings expected{
        {"chain_incomplete.least_files", 2},
        {"no_response.contacts", 3},
        {"no_interaction.silent_days", 7},
        {"no_substance.empty_days", 10},
        {"rep_coasting.share", 0.8},
        {"lead_dormant.dormant_days", 14},
        {"demo_without_feedback.feedback_hours", 48},
        {"contact_without_material.material_hours", 72},
        {"relation_weakening.meetings", 2},
        {"lead_unread.unread_days", 3},
        {"renewal_due.lead_days", 45},
        {"high_intent.inquiries", 3},
        {"high_intent_missed.follow_up_hours", 72},
        {"first_response_late.alarm_hours", 6.8},
        {"rep_slow_response.alarm_hours", 6.8},
        {"rep_response_watch.normal_hours", 2.1},
        {"stage_bounce.changes", 5},
        {"close_pushed.pushes", 2},
    };
    for (const std::string_view name : {"default", "hospital"})
        EXPECT_THAT(settingsOf(playbookOf(name)), IsSupersetOf(expected)) << name;
}

TEST(Playbooks, HaveRulesForTheWholeCatalogueOfFlags)
{
    for (const std::string_view name : {"default", "hospital"}) {
        const domain::Playbook playbook = playbookOf(name);
        EXPECT_THAT(catalogue(playbook),
                    IsSupersetOf({2, 6, 9, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 27, 56, 204}));
        const auto contradictions = std::ranges::count_if(
            playbook.rules, [](const domain::Rule &rule) { return rule.catalogue == std::vector<int>{27}; });
        EXPECT_GE(contradictions, 5) << name;
    }
}

TEST(Playbooks, AskThreeThingsAndOneOrTwoProofsInEveryStage)
{
    for (const std::string_view name : {"default", "hospital"}) {
        const domain::Playbook playbook = playbookOf(name);
        for (const domain::Stage &stage : playbook.pipelines[0].stages) {
            const std::string &id = stage.id.text();
            EXPECT_THAT(ids(stage.checklist), ElementsAre(id + ".1", id + ".2", id + ".3"));
            EXPECT_GE(stage.evidence.size(), 1U) << id;
            EXPECT_LE(stage.evidence.size(), 2U) << id;
            EXPECT_FALSE(stage.requiredFields.empty()) << id;
        }
    }
}

TEST(Playbooks, ExpectLessAndLessTimeFromStageToStage)
{
    for (const std::string_view name : {"default", "hospital"}) {
        const domain::Playbook playbook = playbookOf(name);
        const auto &stages = playbook.pipelines[0].stages;
        EXPECT_TRUE(std::ranges::is_sorted(stages, std::greater{}, &domain::Stage::remainingDays)) << name;
        EXPECT_TRUE(std::ranges::is_sorted(stages, std::less{}, &domain::Stage::signedFromHere)) << name;
    }
}

TEST(Playbooks, CallADealSignedOnlyWhereNobodyBidsAnyMore)
{
    const domain::Playbook playbook = playbookOf("hospital");
    for (const domain::Stage &stage : playbook.pipelines[0].stages)
        EXPECT_EQ(stage.signedFromHere, stage.id.text() == "first_order") << stage.id.text();
}

TEST(Playbooks, TellTheManagerWhatARuleFound)
{
    for (const std::string_view name : {"default", "hospital"}) {
        const domain::Playbook playbook = playbookOf(name);
        for (const domain::Rule &rule : playbook.rules) {
            const bool manager = std::ranges::count(rule.notify, domain::PersonRole::Manager) > 0;
            const bool rep = std::ranges::count(rule.notify, domain::PersonRole::Rep) > 0;
            EXPECT_TRUE(manager || rep) << rule.id.text();
            EXPECT_TRUE(manager || rule.severity != domain::Severity::Critical) << rule.id.text();
        }
    }
}

TEST(Playbooks, RemindTheRepAndCopyTheManagerAfterADemoWithoutFeedback)
{
    const domain::Playbook playbook = playbookOf("default");
    const domain::Rule *rule = playbook.rule(*domain::RuleId::parse("demo_without_feedback"));
    ASSERT_NE(rule, nullptr);
    EXPECT_THAT(rule->notify, ElementsAre(domain::PersonRole::Rep, domain::PersonRole::Manager));
    EXPECT_THAT(rule->missing, ElementsAre(domain::Missing::Feedback));
    EXPECT_EQ(rule->basis, Measure::HoursDemoUnanswered);
}

TEST(HospitalPlaybook, GoesInSixStepsWithTheHospitalsOwnVouchers)
{
    const domain::Playbook playbook = playbookOf("hospital");
    EXPECT_EQ(playbook.pipelines[0].stages.size(), 6U);
    EXPECT_THAT(ids(playbook.evidenceKinds), testing::IsSupersetOf({"academic_signin", "trial_request", "price_record"}));
    EXPECT_EQ(playbook.name.zh, "医院准入六步法");
}

TEST(Lexicon, TellsSubstanceFromPoliteness)
{
    const domain::Lexicon lexicon(playbookOf("default").lexicon);
    const auto signals = [&](const char *text) { return lexicon.signalsOf(text); };
    for (const char *empty : {"已电话沟通", "已联系，客户在忙", "正常跟进中", "Called customer, no news"}) {
        EXPECT_TRUE(has(signals(empty), domain::Signal::Filler)) << empty;
        EXPECT_FALSE(has(signals(empty), domain::Signal::Substance)) << empty;
    }
    for (const char *concrete : {"客户反馈报价偏高，要求下周二前给新方案", "样品试用结果合格，主任同意上会",
                                 "已电话沟通，客户要测试报告", "The trial report was accepted by the lab"})
        EXPECT_TRUE(has(signals(concrete), domain::Signal::Substance)) << concrete;
    EXPECT_FALSE(has(signals("已电话沟通，客户要测试报告"), domain::Signal::Filler));
}

TEST(Lexicon, HearsCompetitorsPricesPraiseAndRequests)
{
    const domain::Lexicon lexicon(playbookOf("default").lexicon);
    const auto signals = [&](const char *text) { return lexicon.signalsOf(text); };
    EXPECT_TRUE(has(signals("竞品价格低一成"), domain::Signal::Competitor));
    EXPECT_TRUE(has(signals("竞品价格低一成"), domain::Signal::Price));
    EXPECT_TRUE(has(signals("上次演示效果很好"), domain::Signal::GoodTalk));
    EXPECT_FALSE(has(signals("客户不满意，也不认可方案"), domain::Signal::GoodTalk));
    EXPECT_TRUE(has(signals("客户说需要定制接口"), domain::Signal::Request));
    EXPECT_TRUE(has(signals("请把报价单和技术参数发过来"), domain::Signal::Request));
    EXPECT_FALSE(has(signals("今天天气不错"), domain::Signal::Competitor));
}

TEST(Lexicon, HearsNoWordInsideAnother)
{
    for (const std::string_view name : {"default", "hospital"}) {
        const domain::Lexicon lexicon(playbookOf(name).lexicon);
        const auto competitor = static_cast<domain::Signals>(domain::Signal::Competitor);
        for (const char *empty :
             {"The goods' arrival is on Monday", "an industrial customer", "a morbid joke", "客户对手续费有疑问",
              "对手术室的同事说了一声", "和朋友商量一下", "个别家属来过", "客户说不是很满意", "对我们不是很感兴趣",
              "He is not very happy", "She isn't very impressed", "完成本周拜访", "配合同事拜访", "他马上会回电", "直接口头说过",
              "同样品质的人", "其中标准是什么"})
            EXPECT_EQ(lexicon.signalsOf(empty), 0U) << name << ": " << empty;
        for (const char *heard : {"竞争对手续约了", "竞争对手上周来过", "友商来过", "Their rival came", "另一家更便宜"})
            EXPECT_NE(lexicon.signalsOf(heard) & competitor, 0U) << name << ": " << heard;
        EXPECT_TRUE(has(lexicon.signalsOf("客户很满意"), domain::Signal::GoodTalk)) << name;
        EXPECT_TRUE(has(lexicon.signalsOf("马上上会"), domain::Signal::Substance)) << name;
    }
}
