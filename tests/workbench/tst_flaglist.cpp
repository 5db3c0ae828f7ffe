// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "desk.h"

#include "app/plumb/json.h"
#include "exchange/playbookjson.h"
#include "workbench/exporting.h"

#include <fmt/format.h>

#include <random>

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using tests::Desk;
using namespace workbench;

namespace {

/// Leads that nobody touched, and so many deals of Ann's of which nothing came that she herself is one to talk to.
std::string neglect()
{
    std::string lines = R"({"type":"customer","id":"solo","name":"Solo"}
{"type":"lead","id":"L1","source":"fair","customer":"solo","owner":"ann","occurred_at":"2026-02-01T09:00:00+08:00"}
{"type":"lead","id":"L2","source":"web","owner":"ann","occurred_at":"2026-02-10T09:00:00+08:00"}
{"type":"lead","id":"L3","source":"web","owner":"bob","occurred_at":"2026-02-05T09:00:00+08:00"}
)";
    for (int i = 0; i < 12; ++i)
        lines += fmt::format(R"({{"type":"deal","id":"N{0}","customer":"zen","name":"N{0}","owner":"ann",)"
                             R"("occurred_at":"2026-01-{1:02}T09:00:00+08:00"}})"
                             "\n",
                             i, i + 1);
    return lines;
}

std::vector<FlagLine> linesOf(const Desk &desk, bool all, const Scope &scope = {})
{
    std::vector<FlagLine> lines;
    EXPECT_TRUE(flags(*desk.workbench, scope, desk.now(), all, [&](const FlagLine &line) { lines.push_back(line); }));
    return lines;
}

std::vector<std::string> told(const std::vector<FlagLine> &lines, FlagOn on)
{
    std::vector<std::string> ids;
    for (const FlagLine &line : lines) {
        if (line.on == on)
            ids.push_back(line.id + ' ' + line.flag.rule);
    }
    return ids;
}

/// What the deal's flag of the rule misses, as programs are told.
std::vector<std::string> missing(const Desk &desk, std::string_view deal, std::string_view rule)
{
    for (const FlagLine &line : linesOf(desk, true)) {
        if (line.id == deal && line.flag.rule == rule)
            return plumb::toJson(line)["missing"];
    }
    ADD_FAILURE() << deal << " has no flag of " << rule;
    return {};
}

std::string field(std::string_view name, std::string_view value)
{
    return fmt::format(R"({{"type":"event","deal":"D4","kind":"field","field":"{}","value":"{}",)"
                       R"("occurred_at":"2026-02-20T09:00:00+08:00"}})"
                       "\n",
                       name, value);
}

std::string answers(const Desk &desk, std::string_view day)
{
    std::string text;
    const support::Instant asOf = tests::at(day);
    EXPECT_TRUE(
        scores(*desk.workbench, asOf, std::nullopt, [&](const ScoreLine &line) { text += plumb::toJson(line).dump() + '\n'; }));
    EXPECT_TRUE(flags(*desk.workbench, {}, asOf, true, [&](const FlagLine &line) { text += plumb::toJson(line).dump() + '\n'; }));
    return text;
}

} // namespace

TEST(FlagList, ShowsAfterTheDealsTheLeadsAndPersonsThatTheTodayPageShows)
{
    Desk desk;
    desk.import(neglect());
    const Today today = desk.workbench->today({}, desk.now()).value();
    std::vector<std::string> leads;
    for (const FlagAbout &about : today.leads)
        leads.push_back(about.id + ' ' + about.flag.rule);
    const std::vector<FlagLine> lines = linesOf(desk, true);
    EXPECT_EQ(told(lines, FlagOn::Lead), leads);
    EXPECT_THAT(told(lines, FlagOn::Lead), ElementsAre("L2 lead_dormant", "L3 lead_dormant", "L1 lead_dormant"));
    std::vector<std::string> people;
    for (const FlagAbout &about : today.people)
        people.push_back(about.id + ' ' + about.flag.rule);
    EXPECT_THAT(told(lines, FlagOn::Person), testing::UnorderedElementsAreArray(people));
    EXPECT_THAT(people, testing::Contains("ann rep_coasting"));
    EXPECT_TRUE(std::ranges::is_sorted(lines, {}, &FlagLine::on)) << "the deals first";
    EXPECT_THAT(told(linesOf(desk, false), FlagOn::Lead), IsEmpty());
}

TEST(FlagList, TellsProgramsWhetherADealALeadOrAPersonIsFlagged)
{
    Desk desk;
    desk.import(neglect());
    for (const FlagLine &line : linesOf(desk, true)) {
        const plumb::Json json = plumb::toJson(line);
        EXPECT_EQ(json["deal"], line.on == FlagOn::Deal ? plumb::Json(line.id) : plumb::Json());
        EXPECT_EQ(json["lead"], line.on == FlagOn::Lead ? plumb::Json(line.id) : plumb::Json());
        EXPECT_EQ(json["person"], line.on == FlagOn::Person ? plumb::Json(line.id) : plumb::Json());
        EXPECT_EQ(json["score"].is_null(), line.on != FlagOn::Deal) << "only deals are ranked";
        if (line.id == "L1") {
            EXPECT_EQ(json["customer"], "solo");
            EXPECT_EQ(json["owner"], "ann");
        } else if (line.id == "L2") {
            EXPECT_TRUE(json["customer"].is_null());
        }
    }
}

TEST(FlagList, OfAPersonHasTheirOwnLeadsAlone)
{
    Desk desk;
    desk.import(neglect());
    const Scope bob{std::nullopt, domain::PersonId::parse("bob").value()};
    const std::vector<FlagLine> lines = linesOf(desk, true, bob);
    EXPECT_THAT(told(lines, FlagOn::Lead), ElementsAre("L3 lead_dormant"));
    EXPECT_THAT(told(lines, FlagOn::Person), IsEmpty());
}

TEST(FlagList, CountsWhatItLeavesOut)
{
    Desk desk;
    desk.import(neglect());
    std::size_t listed = 0;
    const auto counts = flags(*desk.workbench, {}, desk.now(), false, [&](const FlagLine &) { ++listed; }).value();
    const Today today = desk.workbench->today({}, desk.now()).value();
    EXPECT_EQ(counts.open, today.openDeals);
    EXPECT_EQ(counts.below, today.belowTotal);
    EXPECT_EQ(listed, today.listed.size());
    EXPECT_EQ(counts.leads, 3U);
    EXPECT_EQ(counts.people, 1U);
    EXPECT_EQ(counts.putAside, 0U);
    desk.apply(DecideFlag{
        domain::LeadId::parse("L1").value(), domain::RuleId::parse("lead_dormant").value(), domain::FlagAct::Dismissed, {}, "x"});
    const auto after = flags(*desk.workbench, {}, desk.now(), false, [](const FlagLine &) {}).value();
    EXPECT_EQ(after.leads, 2U);
    EXPECT_EQ(linesOf(desk, true).back().on, FlagOn::Person);
    EXPECT_THAT(told(linesOf(desk, true), FlagOn::Lead), ElementsAre("L2 lead_dormant", "L3 lead_dormant", "L1 lead_dormant"));
}

TEST(FlagList, NamesTheKindsOfEvidenceAnyOfWhichARuleMisses)
{
    Desk desk;
    desk.import(field("self_rating", "推进顺利"));
    EXPECT_THAT(missing(desk, "D4", "progress_unproven"),
                ElementsAre("stage_evidence:purchase_process|price_comparison|technical_confirmation"));
    for (const FlagLine &line : linesOf(desk, true)) {
        if (line.flag.rule == "progress_unproven") {
            ASSERT_THAT(line.flag.missing, SizeIs(1));
            EXPECT_THAT(line.flag.missing.front().names, SizeIs(3)) << "each is called by its name";
        }
    }
    desk.import(
        R"({"type":"event","deal":"D4","kind":"field","field":"self_rating","value":"高潜力","occurred_at":"2026-02-21T09:00:00+08:00"})");
    EXPECT_THAT(missing(desk, "D4", "potential_unproven"), ElementsAre("stage_evidence:requirement"));
}

TEST(FlagList, NamesTheFieldsThatARuleMissesAndNotThoseOfTheStage)
{
    Desk desk;
    desk.import(
        field("intent", "强烈")
        + R"({"type":"activity","id":"T1","kind":"tender","direction":"in","deal":"D4","occurred_at":"2026-02-22T09:00:00+08:00"})");
    EXPECT_THAT(missing(desk, "D4", "tender_unmatched"), ElementsAre("fields:bid_status"));
    EXPECT_THAT(missing(desk, "D4", "intent_unproven"),
                ElementsAre("fields:budget_range", "roles:technical_selector", "roles:budget_approver", "roles:final_approver"));
}

TEST(FlagList, NamesEveryKindThatTheGateOfAStageTakes)
{
    const Desk desk;
    const std::vector<std::string> items = missing(desk, "D2", "stage_overrun");
    ASSERT_FALSE(items.empty());
    EXPECT_EQ(items.back(), "stage_evidence:minutes|storefront_photo|need_survey");
}

TEST(FlagList, KnowsWhatIsAbsentFromAConditionThatDeniesItsPresence)
{
    Desk desk;
    domain::Playbook playbook = desk.workbench->playbook(desk.now());
    const auto kind = [](const char *id) { return domain::EvidenceKindId::parse(id).value(); };
    for (domain::Rule &rule : playbook.rules) {
        if (rule.id.text() != "stale")
            continue;
        domain::ConditionGroup none{domain::GroupKind::None, {}};
        none.parts.push_back({domain::EvidenceTest{{kind("contract"), kind("quotation")}, 1, true}});
        none.parts.push_back({domain::FieldTest{domain::FieldId::parse("contract_no").value(), true, ""}});
        none.parts.push_back({domain::EvidenceTest{{kind("minutes")}, 1, false}});
        rule.when = {none};
    }
    ASSERT_TRUE(publishPlaybook(*desk.workbench, exchange::writePlaybook(playbook), ""));
    desk.clock.set(desk.now() + support::minutes(5));
    EXPECT_THAT(missing(desk, "D4", "stale"), ElementsAre("fields:contract_no", "stage_evidence:contract|quotation"))
        << "it has minutes, which the rule asks for";
}

TEST(Scores, AreToldAlsoWhereNobodyRecordsWhatTheHealthIsMadeOf)
{
    const Desk desk(R"({"type":"person","id":"ann","name":"Ann","role":"rep","team":"a"}
{"type":"team","id":"a","name":"A"}
{"type":"customer","id":"zen","name":"Zen"}
{"type":"deal","id":"N","customer":"zen","name":"N","owner":"ann","occurred_at":"2026-01-01T09:00:00+08:00"})");
    plumb::Json told;
    ASSERT_TRUE(scores(*desk.workbench, desk.now(), std::nullopt, [&](const ScoreLine &line) { told = plumb::toJson(line); }));
    EXPECT_EQ(told["health_told"], false);
    EXPECT_LT(told["health"].get<int>(), 0) << "silent since January";
    EXPECT_EQ(told["red"], true);
    EXPECT_EQ(told["quadrant"], "low_long");
    EXPECT_THAT(told["terms"], SizeIs(4));
}

TEST(Answers, AreTheSameBytesInWhateverOrderTheFactsCame)
{
    std::vector<std::string> lines = tests::storyLines();
    for (const char *id : {"Z1", "Z2", "Z3"}) // at one time
        lines.push_back(fmt::format(R"({{"type":"evidence","id":"{}","deal":"D4","kind":"quotation","name":"报价.pdf",)"
                                    R"("occurred_at":"2026-02-10T09:00:00+08:00"}})",
                                    id));
    // Of updates at one time the one that arrived last is the last (engine.md, "Two times"): here it is none of the files.
    lines.emplace_back(
        R"({"type":"activity","id":"A4","kind":"call","direction":"out","deal":"D4","occurred_at":"2026-02-11T09:00:00+08:00"})");
    lines.push_back(neglect());
    const Desk desk(tests::joined(lines));
    std::mt19937 random(11);
    for (int round = 0; round < 4; ++round) {
        std::ranges::shuffle(lines, random);
        const Desk shuffled(tests::joined(lines));
        for (const std::string_view day : {"2026-02-15T10:00:00+08:00", "2026-03-02T10:00:00+08:00"})
            EXPECT_EQ(answers(shuffled, day), answers(desk, day)) << day;
    }
}

TEST(Answers, NameRecordsByIdsThatTheExportFinds)
{
    Desk desk;
    desk.import(
        R"({"type":"evidence","id":"E1","deal":"D1","kind":"minutes","name":"首访纪要2.pdf","verdict":"accepted","occurred_at":"2026-01-10T09:00:00+08:00","recorded_at":"2026-02-01T09:00:00+08:00"})");
    std::size_t events = 0;
    const auto look = [&](const ScoreLine &line) {
        for (const Term &term : line.terms) {
            for (const RecordRef &record : term.records) {
                const auto found = exportRecord(*desk.workbench, record.id, std::nullopt).value();
                EXPECT_THAT(found, testing::Contains(desk.workbench->record(record.number).value())) << record.id;
                EXPECT_THAT(found, SizeIs(record.id == "E1" ? 2 : 1)) << "a thing with all its versions";
                events += record.id.starts_with("event:") ? 1U : 0U;
            }
        }
    };
    ASSERT_TRUE(scores(*desk.workbench, desk.now(), std::nullopt, look));
    EXPECT_GT(events, 0U);
    EXPECT_THAT(exportRecord(*desk.workbench, "E1", tests::at("2026-01-20T09:00:00+08:00")).value(), SizeIs(1));
    for (const std::string_view none : {"E99", "event:0123456789abcdef", "event:17", ""})
        EXPECT_THAT(exportRecord(*desk.workbench, none, std::nullopt).value(), IsEmpty()) << none;
}

TEST(Answers, DoNotFindARecordOfAnImportThatWasTakenBack)
{
    Desk desk;
    desk.import(
        field("intent", "强烈")
        + R"({"type":"evidence","id":"E9","deal":"D4","kind":"minutes","name":"9.pdf","occurred_at":"2026-02-02T09:00:00+08:00"})");
    ASSERT_THAT(exportRecord(*desk.workbench, "E9", std::nullopt).value(), SizeIs(1));
    ASSERT_TRUE(desk.workbench->withdrawBatch(desk.workbench->batches().back().id));
    EXPECT_THAT(exportRecord(*desk.workbench, "E9", std::nullopt).value(), IsEmpty());
}
