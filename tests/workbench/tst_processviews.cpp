// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "desk.h"

#include "workbench/breakviews.h"
#include "workbench/processviews.h"
#include "workbench/sampling.h"

#include <fmt/format.h>

#include <numeric>

using testing::ElementsAre;
using testing::IsEmpty;
using tests::Desk;
using namespace workbench;

namespace {

constexpr std::size_t everything = 100'000;

/// A sample that all tests look at.
const Workbench &sample()
{
    static const Desk desk("");
    static const auto made =
        createSample(desk.folder / "sample.plumb", {900, 1, tests::at("2026-02-27T18:00:00+08:00")}, desk.clock).value();
    return *made;
}

support::Date day(std::string_view text)
{
    return support::parseDate(text).value();
}

FunnelQuestion question(const Workbench &workbench, FunnelBy by = FunnelBy::All)
{
    FunnelQuestion asked;
    asked.base.asOf = workbench.now();
    asked.by = by;
    return asked;
}

std::uint32_t figure(const FunnelStageLine &line, FunnelCount count)
{
    switch (count) {
    case FunnelCount::Entered: return line.entered;
    case FunnelCount::Forward: return line.forward;
    case FunnelCount::Back: return line.back;
    case FunnelCount::Lost: return line.lost;
    case FunnelCount::Open: return line.open;
    case FunnelCount::Elsewhere: return line.elsewhere;
    case FunnelCount::Won: return line.won;
    case FunnelCount::Overrun: return line.overrun;
    case FunnelCount::WithoutFields: return line.withoutFields;
    case FunnelCount::WithoutEvidence: return line.withoutEvidence;
    case FunnelCount::OpenOverrun: return line.openOverrun;
    case FunnelCount::OpenMissing: return line.openMissing;
    case FunnelCount::OpenStuck: return line.openStuck;
    case FunnelCount::Unplaced: return 0;
    }
    return 0;
}

std::vector<std::string> ids(const DealList &list)
{
    std::vector<std::string> found;
    for (const DealSummary &deal : list.deals)
        found.push_back(deal.id->text());
    return found;
}

std::vector<std::string> behind(const Desk &desk, const std::string &stage, FunnelCount count, bool proven = false)
{
    return ids(dealsBehind(*desk.workbench, question(*desk.workbench), {{{}, stage, proven}, count}, everything).value());
}

/// The sum over the slices of a figure, by stage.
template <class Line>
std::vector<std::uint32_t> sums(const std::vector<Line> &slices, std::uint32_t FunnelStageLine::*member)
{
    std::vector<std::uint32_t> sums;
    for (const Line &slice : slices) {
        sums.resize(slice.stages.size());
        for (std::size_t i = 0; i < slice.stages.size(); ++i)
            sums[i] += slice.stages[i].*member;
    }
    return sums;
}

} // namespace

TEST(FunnelBoard, TellsClaimedAndProvenOfEachStage)
{
    const Desk desk;
    const FunnelView view = funnelView(*desk.workbench, question(*desk.workbench)).value();
    ASSERT_EQ(view.sides.size(), 1U);
    EXPECT_EQ(view.pipeline, "default");
    const FunnelSideView &side = view.sides.front();
    ASSERT_EQ(side.claimed.size(), side.proven.size());
    EXPECT_EQ(side.claimed[0].open, 2U) << "D2 and D4";
    EXPECT_EQ(side.claimed[1].open, 1U) << "D1 claims to be diagnosed";
    EXPECT_EQ(side.proven[0].open, 2U) << "but D1 has not the proofs, and D4 has them all";
    EXPECT_EQ(side.proven[1].open, 1U);
    EXPECT_EQ(side.deals, 4U);
    EXPECT_TRUE(view.claimed.empty()) << "one slice differs from nothing";
    ASSERT_EQ(side.claimed[0].openMoney.size(), 1U);
    EXPECT_EQ(side.claimed[0].openMoney[0].minor, 59'000'000) << "500,000 and 90,000";
}

TEST(FunnelBoard, SaysWhatItRestsOn)
{
    Desk desk;
    const auto ground = [&](support::Instant asOf) {
        FunnelQuestion asked = question(*desk.workbench);
        asked.base.asOf = asOf;
        return funnelView(*desk.workbench, asked).value().ground;
    };
    EXPECT_EQ(ground(desk.now()).lastCorrection, tests::at("2026-02-20T09:00:00+08:00")) << "the visit that was told late";
    EXPECT_EQ(ground(tests::at("2026-02-19T09:00:00+08:00")).lastCorrection, std::nullopt) << "nobody had told it yet";
    EXPECT_EQ(ground(desk.now()).dataTime, desk.workbench->dataTime());
    desk.import(R"({"type":"customer","id":"zen","name":"改名","recorded_at":"2026-02-25T09:00:00+08:00"})");
    EXPECT_EQ(ground(desk.now()).lastCorrection, tests::at("2026-02-25T09:00:00+08:00")) << "it replaced another";
}

TEST(FunnelBoard, OpensACountToItsDeals)
{
    const Desk desk;
    EXPECT_THAT(behind(desk, "lead_confirmed", FunnelCount::Open), testing::UnorderedElementsAre("D2", "D4"));
    EXPECT_THAT(behind(desk, "needs_diagnosed", FunnelCount::Open), ElementsAre("D1"));
    EXPECT_THAT(behind(desk, "needs_diagnosed", FunnelCount::Open, true), ElementsAre("D4"));
    EXPECT_THAT(behind(desk, "lead_confirmed", FunnelCount::Lost), IsEmpty());
}

TEST(FunnelBoard, OpensToTheFirstOfManyDealsAndSaysHowManyThereAre)
{
    const auto list = dealsBehind(sample(), question(sample()), {{{}, "lead_confirmed", false}, FunnelCount::Entered}, 5).value();
    EXPECT_EQ(list.deals.size(), 5U);
    EXPECT_GT(list.total, 500U);
}

TEST(FunnelBoard, RefusesAStageAndAPipelineThatThePlaybookDoesNotKnow)
{
    const Desk desk;
    FunnelQuestion asked = question(*desk.workbench);
    EXPECT_EQ(dealsBehind(*desk.workbench, asked, {{{}, "nowhere", false}, FunnelCount::Open}, 5).error().code,
              support::ErrorCode::UnknownStage);
    EXPECT_EQ(dwellCurve(*desk.workbench, asked, {{}, "nowhere", false}).error().code, support::ErrorCode::UnknownStage);
    asked.base.pipeline = domain::PipelineId::parse("nowhere").value();
    EXPECT_EQ(funnelView(*desk.workbench, asked).error().code, support::ErrorCode::UnknownStage);
}

TEST(FunnelBoard, StopsWhenItIsAsked)
{
    std::stop_source stop;
    stop.request_stop();
    const auto view = funnelView(sample(), question(sample()), stop.get_token());
    ASSERT_FALSE(view);
    EXPECT_EQ(view.error().code, support::ErrorCode::Cancelled);
}

// Of every slice, of every stage, of every count, claimed and proven, in a period.
TEST(FunnelBoard, OpensEveryCountToAsManyDeals)
{
    FunnelQuestion asked = question(sample(), FunnelBy::Region);
    const auto regions = sliceChoices(sample(), asked.base, FunnelBy::Region);
    ASSERT_GE(regions.size(), 2U);
    asked.sides.clear();
    for (std::size_t i = 0; i < 2; ++i)
        asked.sides.push_back({regions[i].id, day("2025-06-01"), std::nullopt});
    const FunnelView view = funnelView(sample(), asked).value();
    for (std::size_t side = 0; side < 2; ++side) {
        for (const bool proven : {false, true}) {
            for (const FunnelStageLine &line : proven ? view.sides[side].proven : view.sides[side].claimed) {
                EXPECT_EQ(line.entered, line.forward + line.back + line.lost + line.open + line.elsewhere);
                const std::array some{FunnelCount::Entered, FunnelCount::Forward, FunnelCount::Open, FunnelCount::OpenStuck,
                                      FunnelCount::WithoutEvidence};
                for (const FunnelCount count : some) {
                    const auto list = dealsBehind(sample(), asked, {{asked.sides[side], line.stage, proven}, count}, everything);
                    EXPECT_EQ(list.value().deals.size(), figure(line, count)) << line.stage << ' ' << static_cast<int>(count);
                }
            }
        }
        const auto unplaced =
            dealsBehind(sample(), asked, {{asked.sides[side], "", false}, FunnelCount::Unplaced}, everything).value();
        EXPECT_EQ(unplaced.total, view.sides[side].unplaced);
    }
}

TEST(FunnelBoard, ComparesTwoSlicesAndTellsOnlyWhatIsMoreThanChance)
{
    // Bob's deals all go on after a day, and ann's all fail.
    std::string lines;
    for (int i = 0; i < 30; ++i) {
        const char *owner = i % 2 == 0 ? "ann" : "bob";
        lines += fmt::format(
            R"({{"type":"deal","id":"X{0}","customer":"zen","name":"X{0}","owner":"{1}","occurred_at":"2026-01-08T09:00:00+08:00"}})"
            "\n",
            i, owner);
        lines +=
            i % 2 == 0
                ? fmt::format(R"({{"type":"event","deal":"X{}","kind":"lost","occurred_at":"2026-01-09T09:00:00+08:00"}})"
                              "\n",
                              i)
                : fmt::format(
                    R"({{"type":"event","deal":"X{}","kind":"stage","stage":"needs_diagnosed","occurred_at":"2026-01-09T09:00:00+08:00"}})"
                    "\n",
                    i);
    }
    Desk desk;
    desk.import(lines);
    FunnelQuestion asked = question(*desk.workbench, FunnelBy::Person);
    asked.sides = {{"ann", day("2026-01-08"), day("2026-01-08")}, {"bob", day("2026-01-08"), day("2026-01-08")}};
    const FunnelView view = funnelView(*desk.workbench, asked).value();
    EXPECT_EQ(view.sides[0].name, "安娜");
    EXPECT_EQ(view.sides[1].name, "Bob");
    EXPECT_EQ(view.sides[0].claimed[0].entered, 15U);
    ASSERT_FALSE(view.claimed.empty());
    const auto &next = view.claimed[0][static_cast<std::size_t>(FunnelFigure::Next)];
    ASSERT_TRUE(next);
    EXPECT_TRUE(next->told);
    EXPECT_LT(next->chance, 0.001);
    EXPECT_GE(next->chance, next->alone);
    EXPECT_LT(next->interval->at(1), 0) << "the first share is less";
    const auto &dwell = view.claimed[0][static_cast<std::size_t>(FunnelFigure::Dwell)];
    EXPECT_FALSE(dwell && dwell->told) << "all left after a day";
    std::swap(asked.sides[0], asked.sides[1]);
    const FunnelView turned = funnelView(*desk.workbench, asked).value();
    EXPECT_DOUBLE_EQ(turned.claimed[0][0]->chance, next->chance);
}

TEST(FunnelBoard, TellsNothingBetweenASliceAndItself)
{
    FunnelQuestion asked = question(sample());
    asked.sides = {FunnelSide(), FunnelSide()};
    const FunnelView view = funnelView(sample(), asked).value();
    for (const auto *stages : {&view.claimed, &view.proven}) {
        for (const FigureDifferences &stage : *stages) {
            for (const auto &difference : stage)
                EXPECT_FALSE(difference && difference->told);
        }
    }
}

TEST(FunnelBoard, ListsWhatDealsCanBeCutBy)
{
    const Desk desk;
    const auto people = sliceChoices(*desk.workbench, {desk.now()}, FunnelBy::Person);
    ASSERT_EQ(people.size(), 2U);
    EXPECT_EQ(people[0].id, "ann") << "the most deals first";
    EXPECT_EQ(people[0].name, "安娜");
    EXPECT_EQ(people[0].deals, 3U);
    const auto products = sliceChoices(*desk.workbench, {desk.now()}, FunnelBy::Product);
    ASSERT_EQ(products.size(), 1U);
    EXPECT_EQ(products[0].id, "") << "nobody told of which";
}

TEST(FunnelBoard, DrawsHowLongDealsStay)
{
    const DwellCurveView curve = dwellCurve(sample(), question(sample()), {{}, "lead_confirmed", false}).value();
    EXPECT_GT(curve.left, 100U);
    EXPECT_LE(curve.steps.size(), 402U);
    EXPECT_GT(curve.limitDays, 0);
    for (std::size_t i = 0; i < curve.steps.size(); ++i) {
        EXPECT_LE(curve.steps[i].low, curve.steps[i].staying + 1e-12);
        EXPECT_GE(curve.steps[i].high, curve.steps[i].staying - 1e-12);
        EXPECT_TRUE(i == 0 || curve.steps[i].days > curve.steps[i - 1].days);
    }
}

TEST(ProcessBoard, AddsUpToAll)
{
    for (const FunnelBy by : {FunnelBy::Team, FunnelBy::Person, FunnelBy::Region}) {
        const ProcessView view = processView(sample(), question(sample(), by), false).value();
        EXPECT_GE(view.rows.size(), 2U);
        const std::vector all{view.all};
        EXPECT_EQ(sums(view.rows, &FunnelStageLine::entered), sums(all, &FunnelStageLine::entered));
        EXPECT_EQ(sums(view.rows, &FunnelStageLine::openStuck), sums(all, &FunnelStageLine::openStuck));
        const auto total = [&](std::uint32_t ProcessRow::*member) {
            return std::accumulate(view.rows.begin(), view.rows.end(), 0U,
                                   [&](std::uint32_t sum, const ProcessRow &row) { return sum + row.*member; });
        };
        EXPECT_EQ(total(&ProcessRow::won), view.all.won);
        EXPECT_EQ(total(&ProcessRow::open), view.all.open);
        EXPECT_EQ(total(&ProcessRow::stuck), view.all.stuck);
        EXPECT_EQ(view.limitDays.size(), view.all.stages.size());
    }
}

TEST(ProcessBoard, TellsWhoIsFastAndWhereDealsStick)
{
    const Desk desk;
    const ProcessView view = processView(*desk.workbench, question(*desk.workbench, FunnelBy::Person), false).value();
    ASSERT_EQ(view.rows.size(), 2U);
    EXPECT_EQ(view.rows[0].name, "Bob");
    EXPECT_EQ(view.rows[0].stuck, 1U) << "since January";
    EXPECT_EQ(view.rows[1].won, 1U);
    EXPECT_TRUE(view.rows[1].cycleDays);
    EXPECT_FALSE(view.rows[0].cycleDays) << "bob won nothing";
    EXPECT_EQ(view.thinBelow, 20U);
}

TEST(Breakpoints, OpenEveryCountToAsMany)
{
    const PeriodQuestion asked{sample().now()};
    const BreakpointsView view = breakpoints(sample(), asked).value();
    EXPECT_GT(view.count(BreakCount::Leads), 0U);
    EXPECT_GT(view.count(BreakCount::Unproven), 0U);
    EXPECT_GT(view.count(BreakCount::Buyers), 0U);
    EXPECT_EQ(view.count(BreakCount::Touched) + view.count(BreakCount::Untouched), view.count(BreakCount::Leads));
    EXPECT_EQ(view.count(BreakCount::Effective) + view.count(BreakCount::ReadUnanswered) + view.count(BreakCount::Unanswered),
              view.count(BreakCount::Touched));
    for (std::size_t i = 0; i < breakCounts; ++i) {
        const auto found = behindBreakpoint(sample(), asked, static_cast<BreakCount>(i), everything).value();
        EXPECT_EQ(found.total, view.counts.at(i)) << i;
        EXPECT_EQ(found.leads.size() + found.deals.deals.size(), view.counts.at(i)) << i;
    }
    const auto few = behindBreakpoint(sample(), asked, BreakCount::Leads, 3).value();
    ASSERT_EQ(few.leads.size(), 3U);
    EXPECT_GE(few.leads[0].cameIn, few.leads[1].cameIn) << "the newest first";
}

TEST(Breakpoints, CountASignedDealWithoutProofsAsUnproven)
{
    Desk desk;
    const auto count = [&](BreakCount which) { return breakpoints(*desk.workbench, {desk.now()}).value().count(which); };
    const std::uint32_t before = count(BreakCount::Unproven);
    desk.import(R"({"type":"event","deal":"D2","kind":"stage","stage":"signed","occurred_at":"2026-02-26T09:00:00+08:00"})");
    EXPECT_EQ(count(BreakCount::Unproven), before + 1);
    const auto deals = behindBreakpoint(*desk.workbench, {desk.now()}, BreakCount::Unproven, 10).value();
    EXPECT_THAT(ids(deals.deals), testing::Contains("D2"));
    PeriodQuestion bobs{desk.now()};
    bobs.scope.person = domain::PersonId::parse("bob").value();
    EXPECT_EQ(breakpoints(*desk.workbench, bobs).value().count(BreakCount::Signed), 1U);
}

TEST(Breakpoints, AskAgainWithinTheTimeThatThePlaybookSets)
{
    const Desk desk;
    EXPECT_EQ(breakpoints(*desk.workbench, {desk.now()}).value().againDays, 182);
}

TEST(BounceBoard, FindsWhatWasPlantedInTheSample)
{
    const BounceQuestion asked{{sample().now()}};
    const BounceView view = bounces(sample(), asked).value();
    EXPECT_EQ(view.moreThan, 5);
    EXPECT_EQ(view.withinDays, 7);
    EXPECT_GT(view.bouncedDeals, 3U);
    ASSERT_FALSE(view.patterns.empty());
    const auto hour = std::ranges::find_if(view.patterns, [](const BouncePatternView &p) { return p.hourOfWeek.has_value(); });
    ASSERT_NE(hour, view.patterns.end());
    EXPECT_EQ(*hour->hourOfWeek, 4 * 24 + 16) << "on Fridays from four to five";
    EXPECT_GT(hour->share, 3 * hour->usual);
    const auto segment = std::ranges::find_if(view.patterns, [](const BouncePatternView &p) { return !p.hourOfWeek; });
    ASSERT_NE(segment, view.patterns.end());
    EXPECT_EQ(segment->segment, view.segments.front().name);
}

TEST(BounceBoard, AddsUpAndOpensToItsDeals)
{
    BounceQuestion asked{{sample().now()}};
    const BounceView view = bounces(sample(), asked).value();
    EXPECT_EQ(std::accumulate(view.hours.begin(), view.hours.end(), 0U), view.bounceChanges);
    EXPECT_EQ(dealsThatBounced(sample(), asked, std::nullopt, everything).value().total, view.bouncedDeals);
    std::uint32_t deals = 0;
    std::uint32_t changes = 0;
    for (const BounceSegment &segment : view.segments) {
        asked.segment = segment.name;
        const BounceView one = bounces(sample(), asked).value();
        EXPECT_EQ(std::accumulate(one.hours.begin(), one.hours.end(), 0U), segment.changes);
        EXPECT_EQ(dealsThatBounced(sample(), asked, std::nullopt, everything).value().total, segment.deals);
        deals += segment.deals;
        changes += segment.changes;
    }
    EXPECT_EQ(deals, view.bouncedDeals);
    EXPECT_EQ(changes, view.bounceChanges);
    const auto friday = dealsThatBounced(sample(), {asked.period}, 4 * 24 + 16, everything).value();
    EXPECT_GT(friday.total, 0U);
    EXPECT_LE(friday.total, view.bouncedDeals);
}
