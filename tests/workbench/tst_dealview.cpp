// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "desk.h"

#include "exchange/playbookjson.h"

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using tests::Desk;
using namespace workbench;

namespace {

DealPage page(const Desk &desk, std::string_view deal)
{
    return desk.workbench->deal(tests::dealId(deal), desk.now()).value();
}

std::vector<std::string> hits(const Desk &desk, std::string_view text, HitKind kind)
{
    std::vector<std::string> ids;
    for (const SearchHit &hit : desk.workbench->search(text, 20)) {
        if (hit.kind == kind)
            ids.push_back(hit.id);
    }
    return ids;
}

} // namespace

TEST(DealView, TheTermsSumToTheHealthAndOpenToTheirRecords)
{
    const Desk desk;
    for (const char *deal : {"D1", "D2", "D4"}) {
        const DealPage shown = page(desk, deal);
        std::int64_t sum = 0;
        for (const Term &term : shown.terms) {
            EXPECT_EQ(term.value, term.count * term.weight) << deal << ' ' << term.id;
            sum += term.value;
            for (const RecordRef &record : term.records)
                EXPECT_THAT(desk.workbench->record(record.number).value(), HasSubstr(deal)) << term.id;
        }
        EXPECT_EQ(shown.summary.health, sum) << deal;
    }
    const DealPage first = page(desk, "D1");
    ASSERT_THAT(first.terms, SizeIs(4));
    EXPECT_EQ(first.terms[0].value, 30);
    EXPECT_EQ(first.terms[1].value, 15);
    EXPECT_EQ(first.terms[2].value, 10);
    EXPECT_EQ(first.terms[3].count, 2) << "three days of silence: one past the second day";
}

TEST(DealView, OpensEveryMeasureWithAValueToItsRecords)
{
    const Desk desk;
    const DealPage shown = page(desk, "D1");
    const auto number = [&](domain::Measure measure) {
        const auto found = std::ranges::find(shown.numbers, measure, &NumberView::measure);
        return found == shown.numbers.end() ? NumberView{measure, std::numeric_limits<double>::quiet_NaN(), {}} : *found;
    };
    EXPECT_EQ(number(domain::Measure::Health).value, static_cast<double>(*shown.summary.health));
    EXPECT_DOUBLE_EQ(number(domain::Measure::DaysInStage).value, shown.summary.daysInStage);
    ASSERT_THAT(number(domain::Measure::DaysInStage).records, SizeIs(1));
    for (const NumberView &one : shown.numbers) {
        EXPECT_FALSE(std::isnan(one.value)) << domain::info(one.measure).id;
        for (const RecordRef &record : one.records)
            EXPECT_TRUE(desk.workbench->record(record.number)) << domain::info(one.measure).id;
    }
}

TEST(DealView, SaysWhichTaskWasGivenBecauseOfAFlagUntilItIsDone)
{
    Desk desk;
    const auto given = [&]() -> std::optional<TaskView> {
        const DealPage shown = page(desk, "D1");
        const auto flag = std::ranges::find(shown.flags, "red_line", &Flag::rule);
        return flag == shown.flags.end() ? std::nullopt : flag->task;
    };
    EXPECT_FALSE(given());
    const AssignTask task{tests::dealId("D1"),   domain::TaskKind::AskRep,
                          "请补充报价依据",      *domain::PersonId::parse("ann"),
                          support::Date{20'600}, *domain::RuleId::parse("red_line")};
    desk.apply(task);
    ASSERT_TRUE(given());
    EXPECT_EQ(given()->title, "请补充报价依据");
    EXPECT_EQ(given()->due, support::Date{20'600});
    desk.apply(ChangeTask{*domain::TaskId::parse(given()->id), domain::TaskState::Done});
    EXPECT_FALSE(given());
}

TEST(DealView, SaysWhichRolesAGateAsksFor)
{
    Desk desk;
    domain::Playbook playbook = desk.workbench->playbook(desk.now());
    playbook.roles.push_back({*domain::RoleId::parse("sponsor"), {"Sponsor", "发起人"}});
    ASSERT_TRUE(publishPlaybook(*desk.workbench, exchange::writePlaybook(playbook), ""));
    std::vector<bool> required;
    for (const RoleView &role : page(desk, "D1").roles)
        required.push_back(role.required);
    EXPECT_THAT(required, ElementsAre(true, true, true, false));
}

TEST(DealView, CallsAChoiceByItsNamesAndSaysWhetherTheGateTakesIt)
{
    Desk desk;
    domain::Playbook playbook = desk.workbench->playbook(desk.now());
    playbook.pipelines[0].stages[1].requiredFields = {{*domain::FieldId::parse("seal_status"), {*domain::Name::parse("已盖章")}}};
    ASSERT_TRUE(publishPlaybook(*desk.workbench, exchange::writePlaybook(playbook), ""));
    const auto field = [&] { return page(desk, "D1").stages.at(1).fields.at(0); };
    const auto valueUnmet = [&] {
        const auto unmet = page(desk, "D1").stages.at(1).unmet;
        return std::ranges::find(unmet, GateCondition::Value, &UnmetCondition::kind) != unmet.end();
    };
    EXPECT_TRUE(valueUnmet());
    desk.apply(SetDealField{tests::dealId("D1"), *domain::FieldId::parse("seal_status"), "待盖章"});
    EXPECT_TRUE(field().filled);
    EXPECT_FALSE(field().met);
    EXPECT_EQ(field().valueName.en, "To be sealed");
    EXPECT_TRUE(valueUnmet());
    desk.apply(SetDealField{tests::dealId("D1"), *domain::FieldId::parse("seal_status"), "已盖章"});
    EXPECT_TRUE(field().met);
    EXPECT_FALSE(valueUnmet());
}

TEST(DealView, ShowsTheHealthCutToAHundredWhereThePlaybookSaysSoAndStillKnowsTheSum)
{
    Desk desk;
    domain::Playbook playbook = desk.workbench->playbook(desk.now());
    playbook.health.clampShown = true;
    playbook.health.roleWeight = 300;
    ASSERT_TRUE(publishPlaybook(*desk.workbench, exchange::writePlaybook(playbook), ""));
    const DealPage shown = page(desk, "D1");
    EXPECT_EQ(shown.summary.shownHealth, 100);
    EXPECT_GT(shown.summary.health.value(), 100);
    std::int64_t sum = 0;
    for (const Term &term : shown.terms)
        sum += term.value;
    EXPECT_EQ(sum, shown.summary.health);
    EXPECT_EQ(page(desk, "D2").summary.shownHealth, 0) << "and silence never shows less than nothing";
}

TEST(DealView, AClosedDealHasNoHealth)
{
    const Desk desk;
    const DealPage won = page(desk, "D3");
    EXPECT_EQ(won.summary.status, DealStatus::Won);
    EXPECT_EQ(won.summary.health, std::nullopt);
    EXPECT_THAT(won.terms, IsEmpty());
}

TEST(DealView, SaysWhoWhatAndHowMuch)
{
    const Desk desk;
    const DealPage shown = page(desk, "D1");
    EXPECT_EQ(shown.summary.name, "远景年度试剂");
    EXPECT_EQ(shown.summary.customer, "远景诊断");
    EXPECT_EQ(shown.summary.owner, "安娜");
    EXPECT_EQ(shown.summary.team, "一组");
    EXPECT_EQ(support::decimal(shown.summary.amount.value()), "1200000.50");
    EXPECT_EQ(support::toText(shown.summary.closeDate.value()), "2026-03-20");
    EXPECT_EQ(shown.summary.stageId, "needs_diagnosed");
    EXPECT_EQ(shown.summary.provenStageId, "lead_confirmed");
    EXPECT_EQ(shown.summary.provenGap, 1);
    EXPECT_EQ(shown.nextStep, "周三演示");
    EXPECT_EQ(shown.industry, "医疗");
    EXPECT_EQ(shown.channel, "展会");
    ASSERT_THAT(shown.roles, SizeIs(3));
    EXPECT_EQ(shown.roles[0].contact, "金主任");
    EXPECT_EQ(shown.roles[0].title, "检验科主任");
    EXPECT_EQ(shown.roles[1].contact, "");
    ASSERT_THAT(shown.evidence, SizeIs(2));
    EXPECT_EQ(shown.evidence[0].verdict, domain::Verdict::Accepted);
    EXPECT_TRUE(shown.evidence[0].counts);
    EXPECT_FALSE(shown.evidence[1].counts) << "of a kind that does not";
}

TEST(DealView, TheTimelineHoldsEverythingOnceWithLateEntriesMarked)
{
    const Desk desk;
    const DealPage shown = page(desk, "D1");
    std::size_t ofDeal = 0;
    for (const std::string &line : tests::storyLines())
        ofDeal += line.find("\"D1\"") != std::string::npos ? 1U : 0U;
    const auto own = std::ranges::count(shown.timeline, false, &TimelineEntry::ofCustomer);
    EXPECT_EQ(static_cast<std::size_t>(own), ofDeal);
    EXPECT_TRUE(std::ranges::is_sorted(shown.timeline, std::greater(), &TimelineEntry::occurred));
    std::vector<std::string> late;
    for (const TimelineEntry &entry : shown.timeline) {
        if (entry.late)
            late.push_back(entry.text);
    }
    EXPECT_THAT(late, ElementsAre("补录的拜访"));
    EXPECT_EQ(shown.lastCorrection, tests::at("2026-02-20T09:00:00+08:00"));
}

TEST(DealView, TheTimelineOfThePastHoldsWhatWasKnownThen)
{
    const Desk desk;
    const DealPage then = desk.workbench->deal(tests::dealId("D1"), tests::at("2026-02-15T10:00:00+08:00")).value();
    for (const TimelineEntry &entry : then.timeline)
        EXPECT_NE(entry.text, "补录的拜访") << "it was recorded five days later";
    EXPECT_EQ(then.nextStep, "");
    EXPECT_EQ(then.lastCorrection, std::nullopt);
}

TEST(DealView, ADealThatIsNotThereIsSaidSo)
{
    const Desk desk;
    for (const auto &[deal, asOf] :
         {std::pair("D9", "2026-03-02T10:00:00+08:00"), std::pair("D1", "2025-12-31T10:00:00+08:00")}) {
        const auto shown = desk.workbench->deal(tests::dealId(deal), tests::at(asOf));
        ASSERT_FALSE(shown) << deal;
        EXPECT_EQ(shown.error().code, support::ErrorCode::UnknownDeal);
    }
}

TEST(DealView, ShowsSimilarClosedDeals)
{
    const Desk desk;
    const DealPage shown = page(desk, "D4");
    ASSERT_THAT(shown.similar, SizeIs(1));
    EXPECT_EQ(shown.similar[0].deal.id->text(), "D3");
    EXPECT_THAT(shown.similar[0].reasons, ElementsAre("industry", "size", "stage", "amount", "stuck"));
}

TEST(DealView, SaysWhatComesNextAndUntilWhen)
{
    const Desk desk;
    EXPECT_EQ(page(desk, "D1").nextStep, "周三演示");
    EXPECT_EQ(page(desk, "D1").nextStepDue, support::parseDate("2026-03-04").value());
    EXPECT_EQ(page(desk, "D4").nextStep, "");
    EXPECT_EQ(page(desk, "D4").nextStepDue, std::nullopt);
}

TEST(DealView, ADealThatNobodyHadMovedStoodInTheFirstStageUntilItsFirstMove)
{
    Desk desk;
    desk.import(
        R"({"type":"deal","id":"D9","customer":"zen","name":"Zenith 新","owner":"ann","occurred_at":"2026-01-01T09:00:00+08:00"}
{"type":"event","deal":"D9","kind":"stage","stage":"needs_diagnosed","occurred_at":"2026-02-10T09:00:00+08:00"})");
    const auto stages = page(desk, "D9").stages;
    EXPECT_EQ(stages[0].days, 40);
    EXPECT_EQ(stages[0].entered, tests::at("2026-01-01T09:00:00+08:00"));
    desk.import(
        R"({"type":"event","deal":"D9","kind":"stage","stage":"lead_confirmed","occurred_at":"2026-03-01T10:00:00+08:00"})");
    const auto back = page(desk, "D9").stages;
    EXPECT_EQ(back[0].days, 41) << "all visits together";
    EXPECT_EQ(back[0].entered, tests::at("2026-03-01T10:00:00+08:00"));
}

TEST(DealView, ANumberThatIsNoRecordOpensNothing)
{
    const Desk desk;
    EXPECT_FALSE(desk.workbench->record(999'999));
    EXPECT_FALSE(desk.workbench->record(0));
}

TEST(Search, FindsDealsCustomersAndPeopleInChineseAndAnyCase)
{
    const Desk desk;
    EXPECT_THAT(hits(desk, "远景", HitKind::Deal), testing::UnorderedElementsAre("D1", "D3"));
    EXPECT_THAT(hits(desk, "远景", HitKind::Customer), ElementsAre("acme"));
    EXPECT_THAT(hits(desk, "试剂", HitKind::Deal), ElementsAre("D1"));
    EXPECT_THAT(hits(desk, "安", HitKind::Person), ElementsAre("ann"));
    EXPECT_THAT(hits(desk, "ZENITH", HitKind::Customer), ElementsAre("zen"));
    EXPECT_THAT(hits(desk, "bob", HitKind::Person), ElementsAre("bob"));
    EXPECT_THAT(hits(desk, "ＢＯＢ", HitKind::Person), ElementsAre("bob"));
    EXPECT_THAT(desk.workbench->search("没有这个", 20), IsEmpty());
    EXPECT_THAT(desk.workbench->search("", 20), IsEmpty());
}

TEST(Search, TellsOpenDealsBeforeClosedOnesAndThoseThatWereNotThere)
{
    const Desk desk;
    const auto ids = [&](const char *asOf) {
        std::vector<std::string> found;
        for (const SearchHit &hit : desk.workbench->search("远景", 20, tests::at(asOf))) {
            if (hit.kind == HitKind::Deal)
                found.push_back(hit.id);
        }
        return found;
    };
    EXPECT_THAT(ids("2025-11-01T00:00:00Z"), ElementsAre("D3", "D1")) << "D1 was not there";
    EXPECT_THAT(ids("2026-02-01T00:00:00Z"), ElementsAre("D1", "D3")) << "D3 was won";
}

TEST(Search, FindsTheDealsOfACustomerThatDoNotBearItsName)
{
    const Desk desk;
    ASSERT_TRUE(desk.workbench->today({}, desk.now()));
    EXPECT_THAT(hits(desk, "诊断", HitKind::Customer), ElementsAre("acme"));
    EXPECT_THAT(hits(desk, "诊断", HitKind::Deal), ElementsAre("D1", "D3")) << "the open one first";
    EXPECT_THAT(hits(desk, "远景", HitKind::Deal), testing::UnorderedElementsAre("D1", "D3")) << "none of them twice";
}

TEST(Search, FindsChineseNamesByHowTheyAreSpelled)
{
    const Desk desk;
    EXPECT_THAT(hits(desk, "yuanjingniandu", HitKind::Deal), ElementsAre("D1"));
    EXPECT_THAT(hits(desk, "yjzd", HitKind::Customer), ElementsAre("acme"));
    EXPECT_THAT(hits(desk, "an", HitKind::Person), testing::Contains("ann"));
}

TEST(Search, TellsTheCustomerOfADealAndKeepsToItsLimit)
{
    const Desk desk;
    const auto found = desk.workbench->search("年度", 20);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].detail, "远景诊断");
    EXPECT_THAT(desk.workbench->search("zenith", 1), SizeIs(2)) << "one deal and one customer";
}

TEST(Search, SaysHowADealStandsSoThatDealsOfOneNameCanBeToldApart)
{
    const Desk desk;
    const auto found = desk.workbench->search("年度", 20);
    ASSERT_THAT(found, SizeIs(1));
    ASSERT_TRUE(found[0].deal);
    const DealSummary summary = page(desk, found[0].id).summary;
    EXPECT_EQ(found[0].deal->status, summary.status);
    EXPECT_EQ(found[0].deal->stage, summary.stage);
    EXPECT_EQ(found[0].deal->amount, summary.amount);
    EXPECT_EQ(found[0].deal->owner, summary.owner);
    const auto before = desk.workbench->search("年度", 20, tests::at("2001-01-01T00:00:00Z"));
    ASSERT_THAT(before, SizeIs(1));
    EXPECT_FALSE(before[0].deal) << "there was no such deal then";
}

TEST(Search, ShowsWhatADealWasWonFor)
{
    Desk desk;
    desk.import(
        R"({"type":"event","deal":"D1","kind":"won","amount":"990000","currency":"CNY","occurred_at":"2026-03-01T10:00:00+08:00"})");
    const auto found = desk.workbench->search("年度", 20);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].deal->amount, support::Money::parse("990000", *support::Currency::parse("CNY")).value());
    EXPECT_EQ(found[0].deal->amount, page(desk, "D1").summary.amount);
}

TEST(Search, FindsWhatWasJustImportedAndNotWhatWasWithdrawn)
{
    Desk desk;
    const auto report = desk.import(R"({"type":"customer","id":"new","name":"新客户"})");
    EXPECT_THAT(hits(desk, "新客", HitKind::Customer), ElementsAre("new"));
    ASSERT_TRUE(desk.workbench->withdrawBatch(report.batch));
    EXPECT_THAT(hits(desk, "新客", HitKind::Customer), IsEmpty());
}
