// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/funnel.h"

#include "tests/fakes/arbitraryvalues.h"
#include "tests/fakes/plainfacts.h"
#include "tests/fakes/randomstory.h"
#include "tests/fakes/smallplaybook.h"
#include "tests/fakes/story.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <set>

using engine::Ending;
using fakes::Story;

namespace {

std::vector<engine::FunnelSlice> funnel(Story &told, std::string_view asOf, const engine::FunnelQuery &query = {},
                                        bool proven = false)
{
    return engine::funnel(engine::Stays(*told.history(), told.playbook(), fakes::at(asOf), {0, proven}), query);
}

/// "entered forward back lost open" of each stage.
std::string counts(const engine::FunnelSlice &slice)
{
    std::string text;
    for (const engine::FunnelStage &s : slice.stages)
        text += fmt::format("{}{} {} {} {} {}", text.empty() ? "" : " | ", s.entered, s.forward, s.back, s.lost, s.open);
    return text;
}

std::string counts(std::string_view lines, std::string_view asOf, const engine::FunnelQuery &query = {}, bool proven = false)
{
    Story told(fakes::smallPlaybook(), lines);
    return counts(funnel(told, asOf, query, proven).at(0));
}

/// "entered forward back lost open elsewhere won" of each stage of the default pipeline, from a plain reading of each deal.
std::string plainCounts(const Story &told, const domain::Playbook &playbook, support::Instant asOf)
{
    const domain::Pipeline &pipeline = playbook.pipelines.front();
    std::vector<std::array<int, 7>> counts(pipeline.stages.size());
    const auto known = fakes::plain::knownAt(told.records(), asOf);
    std::set<std::string> ids;
    for (const auto &fact : known) {
        if (const auto *deal = fakes::plain::as<domain::Deal>(fact))
            ids.insert(deal->id.text());
    }
    for (const std::string &id : ids) {
        fakes::plain::PlainFacts deal(known, playbook, asOf);
        if (!deal.read(id) || deal.pipeline != &pipeline)
            continue;
        const support::Instant end = std::min(asOf, deal.closed.value_or(asOf));
        std::vector<int> way;
        if (deal.moves.empty() || deal.moves.front().at > deal.created)
            way.push_back(0);
        for (const fakes::plain::Move &move : deal.moves) {
            if (move.at <= end)
                way.push_back(move.place);
        }
        int last = -1; // the last stage that the playbook knows
        for (const int place : way)
            last = place >= 0 ? place : last;
        for (int place = 0; place < static_cast<int>(counts.size()); ++place) {
            const auto entered = deal.entered(place);
            if (!entered || *entered > end || std::ranges::find(way, place) == way.end())
                continue;
            auto &own = counts[static_cast<std::size_t>(place)];
            const bool won = deal.status == "won";
            ++own[0];
            if (won || last > place)
                ++own[1];
            else if (last < place)
                ++own[2];
            else if (deal.status == "lost")
                ++own[3];
            else
                ++own[way.back() == place ? 4U : 5U];
            own[6] += won ? 1 : 0;
        }
    }
    std::string text;
    for (const auto &own : counts)
        text += fmt::format("{} | ", fmt::join(own, " "));
    return text;
}

constexpr std::string_view none = "0 0 0 0 0";

} // namespace

TEST(Funnel, CountsADealInTheFirstStageFromItsCreation)
{
    EXPECT_EQ(counts("0d deal D1", "1d"), fmt::format("1 0 0 0 1 | {0} | {0} | {0} | {0}", none));
}

TEST(Funnel, KeepsADealInTheFirstStageWhenItMovesOn)
{
    EXPECT_EQ(counts("0d deal D1\n 2d stage D1 talked", "3d"), fmt::format("1 1 0 0 0 | {0} | 1 0 0 0 1 | {0} | {0}", none));
}

TEST(Funnel, DoesNotPutADealIntoTheFirstStageThatStartedFurtherOn)
{
    EXPECT_EQ(counts("0d deal D1\n 0d stage D1 shown", "3d"), fmt::format("{0} | 1 0 0 0 1 | {0} | {0} | {0}", none));
}

TEST(Funnel, HasADealInNoStageBeforeTheOneInWhichItWasFirstSeen)
{
    const std::string_view lines = "0d deal D1\n 0d stage D1 none\n 2d stage D1 shown";
    EXPECT_EQ(counts(lines, "1d"), fmt::format("{0} | {0} | {0} | {0} | {0}", none));
    EXPECT_EQ(counts(lines, "3d"), fmt::format("{0} | 1 0 0 0 1 | {0} | {0} | {0}", none));
}

TEST(Funnel, SaysHowManyDealsOfThePeriodAreInNoStage)
{
    Story told(fakes::smallPlaybook(), "0d deal D1\n 0d stage D1 none\n 4d won D1\n 1d deal D2\n 2d deal D3\n 2d stage D3 none\n"
                                       "3d stage D3 shown\n 8d deal D4\n 8d stage D4 none");
    EXPECT_EQ(funnel(told, "9d").at(0).unplaced, 2U);
    EXPECT_EQ(funnel(told, "9d", {.from = fakes::at("1d")}).at(0).unplaced, 1U);
    EXPECT_EQ(funnel(told, "9d", {.to = fakes::at("8d")}).at(0).unplaced, 1U);
    EXPECT_EQ(funnel(told, "7d").at(0).unplaced, 1U);
}

TEST(Funnel, CountsEachDealOnceAStageHoweverOftenItBounces)
{
    EXPECT_EQ(counts("0d deal D1\n 1d stage D1 shown\n 2d stage D1 found\n 3d stage D1 shown\n 4d stage D1 found", "5d"),
              fmt::format("1 0 0 0 1 | 1 0 1 0 0 | {0} | {0} | {0}", none));
}

TEST(Funnel, KeepsLostDealsWhereTheyWereLost)
{
    EXPECT_EQ(counts("0d deal D1\n 1d stage D1 shown\n 2d lost D1\n 3d stage D1 signed", "5d"),
              fmt::format("1 1 0 0 0 | 1 0 0 1 0 | {0} | {0} | {0}", none));
}

TEST(Funnel, CountsAWonDealAsGoneForwardFromEveryStage)
{
    EXPECT_EQ(counts("0d deal D1\n 1d stage D1 talked\n 2d stage D1 shown\n 3d won D1", "5d"),
              fmt::format("1 1 0 0 0 | 1 1 0 0 0 | 1 1 0 0 0 | {0} | {0}", none));
}

TEST(Funnel, KeepsNoDealInAStageThatItLeftForOneThatThePlaybookDoesNotKnow)
{
    const std::string_view lines = "0d deal D1\n 1d stage D1 talked\n 3d stage D1 nowhere";
    EXPECT_EQ(counts(lines, "2d"), fmt::format("1 1 0 0 0 | {0} | 1 0 0 0 1 | {0} | {0}", none));
    Story told(fakes::smallPlaybook(), lines);
    const auto slice = funnel(told, "9d").at(0);
    EXPECT_EQ(counts(slice), fmt::format("1 1 0 0 0 | {0} | 1 0 0 0 0 | {0} | {0}", none));
    EXPECT_EQ(slice.stages[2].elsewhere, 1U);
    EXPECT_EQ(slice.stages[2].dwellMedian, support::days(2)) << "until it left";
}

TEST(Funnel, CountsADealThatWasLostInAStageThatNobodyKnowsWhereItStoodBefore)
{
    EXPECT_EQ(counts("0d deal D1\n 1d stage D1 nowhere\n 2d lost D1", "5d"),
              fmt::format("1 0 0 1 0 | {0} | {0} | {0} | {0}", none));
}

TEST(Funnel, CountsThoseThatEnteredInThePeriod)
{
    const std::string_view lines = "0d deal D1\n 5d deal D2\n 10d deal D3";
    engine::FunnelQuery query;
    query.from = fakes::at("5d");
    query.to = fakes::at("10d");
    EXPECT_EQ(counts(lines, "20d", query), fmt::format("1 0 0 0 1 | {0} | {0} | {0} | {0}", none));
}

TEST(Funnel, OfThePastKnowsOnlyWhatWasKnown)
{
    EXPECT_EQ(counts("0d deal D1\n 1d/4d stage D1 shown", "3d"), fmt::format("1 0 0 0 1 | {0} | {0} | {0} | {0}", none));
}

TEST(Funnel, MeasuresDwellOverAllStaysAndOverrunsAgainstTheLimit)
{
    Story told(fakes::smallPlaybook(),
               "0d deal D1\n 6d stage D1 shown\n 8d stage D1 found\n 13d stage D1 shown\n 0d deal D2\n 10d stage D2 shown");
    const auto stage = funnel(told, "20d").at(0).stages[0];
    EXPECT_EQ(stage.dwellMedian, support::days(10));
    EXPECT_EQ(stage.dwellEightieth, support::days(11));
    EXPECT_DOUBLE_EQ(*stage.meanDwellDays, 10.5);
    EXPECT_EQ(stage.overrun, 1U) << "ten days are within a limit of ten";
}

TEST(Funnel, CountsNoTimeBetweenTheEndOfADealAndItsReopening)
{
    Story told(fakes::smallPlaybook(), "0d deal D1\n 4d lost D1\n 24d reopened D1\n 28d stage D1 shown");
    const auto stage = funnel(told, "30d").at(0).stages[0];
    EXPECT_EQ(stage.dwellMedian, support::days(8));
    EXPECT_EQ(stage.overrun, 0U);
}

TEST(Funnel, TreatsOpenDealsAsCensoredAndLostOnesAsFailed)
{
    Story told(fakes::smallPlaybook(), R"(
        0d deal D1
        1d stage D1 shown
        0d deal D2
        2d lost D2
        0d deal D3
        0d deal D4
        3d stage D4 shown
        3d won D4)");
    const auto stage = funnel(told, "9d").at(0).stages[0];
    // D1 goes at 1 of 4 at risk, D2 fails at 2, D4 goes at 3 with D3 still running: 1/4 + 1/2 · 1/2.
    EXPECT_DOUBLE_EQ(*stage.conversion, 0.5);
    // D2 fails at 2 of 4 at risk, then D4 is won with D1 and D3 still running.
    EXPECT_DOUBLE_EQ(*stage.winRate, 0.75 * (1.0 / 3));
}

TEST(Funnel, KnowsNoConversionWhereNoDealHasLeftTheStage)
{
    Story told(fakes::smallPlaybook(), "0d deal D1\n 0d deal D2");
    const auto stage = funnel(told, "9d").at(0).stages[0];
    EXPECT_EQ(stage.entered, 2U);
    EXPECT_EQ(stage.conversion, std::nullopt) << "which is another thing than that none goes on";
    EXPECT_EQ(stage.winRate, std::nullopt);
}

TEST(Funnel, FollowsTheProvenWayWhenAsked)
{
    EXPECT_EQ(counts("0d deal D1\n 0d stage D1 paid\n 2d override D1 found", "3d", {}, true),
              fmt::format("1 1 0 0 0 | 1 0 0 0 1 | {0} | {0} | {0}", none));
}

TEST(Funnel, EntersAStageWhenTheGateBeforeItIsOverridden)
{
    engine::FunnelQuery query;
    query.from = fakes::at("40d");
    query.to = fakes::at("41d");
    EXPECT_EQ(counts("0d deal D1\n 40d override D1 found", "41d", query, true),
              fmt::format("{0} | 1 0 0 0 1 | {0} | {0} | {0}", none));
}

TEST(Funnel, IsCutIntoSlices)
{
    Story told(fakes::smallPlaybook(), "0d deal D1 owner=ann\n 0d deal D2 owner=bob\n 0d deal D3 owner=bob");
    engine::FunnelQuery query;
    query.slice = [](const engine::StayDeal &deal) { return deal.owner; };
    const auto slices = funnel(told, "1d", query);
    ASSERT_EQ(slices.size(), 2U);
    EXPECT_EQ(told.text(slices[0].key), "ann");
    EXPECT_EQ(slices[1].stages[0].entered, 2U);
}

TEST(Funnel, CountsWhatTheGatesMiss)
{
    Story told(fakes::smallPlaybook(), "0d deal D1\n 0d field D1 pain much\n 0d deal D2");
    const auto stage = funnel(told, "1d").at(0).stages[0];
    EXPECT_EQ(stage.fieldsAsked, 2U);
    EXPECT_EQ(stage.fieldsMissing, 1U);
    EXPECT_EQ(stage.evidenceMissing, 2U);
}

TEST(Funnel, SumsTheMoneyThatStandsInAStageByCurrency)
{
    Story told(fakes::smallPlaybook(), "0d deal D1\n 0d amount D1 10 CNY\n 0d deal D2\n 0d amount D2 2.50 CNY\n 0d deal D3\n"
                                       "0d amount D3 7 USD\n 0d deal D4\n 0d amount D4 99 CNY\n 1d stage D4 shown\n 0d deal D5");
    const auto stages = funnel(told, "2d").at(0).stages;
    ASSERT_EQ(stages[0].openMoney.size(), 2U);
    EXPECT_EQ(stages[0].openMoney[0].sum + stages[0].openMoney[1].sum, 1250 + 700);
    ASSERT_EQ(stages[1].openMoney.size(), 1U);
    EXPECT_EQ(stages[1].openMoney[0].sum, 9900);
}

TEST(Funnel, SaysHowLongWonDealsTook)
{
    Story told(fakes::smallPlaybook(), "0d deal D1\n 4d won D1\n 2d deal D2\n 8d won D2\n 0d deal D3\n 1d lost D3\n 0d deal D4");
    const auto slice = funnel(told, "9d").at(0);
    EXPECT_EQ(slice.deals, 4U);
    EXPECT_EQ(slice.won, 2U);
    EXPECT_DOUBLE_EQ(*slice.cycleDays, 5);
    EXPECT_EQ(funnel(told, "3d").at(0).cycleDays, std::nullopt);
}

TEST(Funnel, CountsWhereOpenDealsStick)
{
    // D1 and D2 are over the limit of ten days; D2 and D3 miss the field and the file; D4 has both and is new.
    Story told(fakes::smallPlaybook(),
               "0d deal D1\n 0d field D1 pain much\n 0d file D1 E1 quotation verdict=accepted\n 0d deal D2\n"
               "9d deal D3\n 9d deal D4\n 9d field D4 pain much\n 9d file D4 E4 quotation verdict=accepted");
    const auto stage = funnel(told, "12d").at(0).stages[0];
    EXPECT_EQ(stage.openOverrun, 2U);
    EXPECT_EQ(stage.openMissing, 2U);
    EXPECT_EQ(stage.openStuck, 3U);
    EXPECT_EQ(stage.withoutFields, 2U);
    EXPECT_EQ(stage.withoutEvidence, 2U);
}

RC_GTEST_PROP(Funnel, OpensEveryCountToAsManyDeals, (bool proven))
{
    const auto lines = *rc::gen::exec([] { return fakes::anyStory(60); });
    const auto time = *rc::gen::exec([] { return fakes::anyTime(3, 33); });
    Story told(fakes::smallPlaybook());
    for (const std::string &line : lines)
        told.tell(line);
    const auto history = told.history();
    const engine::Stays stays(*history, told.playbook(), fakes::at(time), {0, proven});
    engine::FunnelQuery query;
    query.from = fakes::at("2d");
    const auto slices = engine::funnel(stays, query);
    if (slices.empty())
        return;
    for (std::size_t place = 0; place < slices[0].stages.size(); ++place) {
        const engine::FunnelStage &s = slices[0].stages[place];
        const std::array counts{s.entered,     s.forward,     s.back,     s.lost,          s.open,
                                s.elsewhere,   s.won,         s.overrun,  s.withoutFields, s.withoutEvidence,
                                s.openOverrun, s.openMissing, s.openStuck};
        for (std::size_t i = 0; i < counts.size(); ++i) {
            auto deals = engine::dealsCounted(stays, query, place, static_cast<engine::FunnelCount>(i));
            RC_ASSERT(deals.size() == counts.at(i));
            RC_ASSERT(std::ranges::adjacent_find(deals) == deals.end());
        }
    }
    RC_ASSERT(engine::dealsUnplaced(stays, query).size() == slices[0].unplaced);
}

RC_GTEST_PROP(Funnel, IsThatOfAPlainReadingOfEachDeal, ())
{
    const auto lines = *rc::gen::exec([] { return fakes::anyStory(60); });
    const auto time = *rc::gen::exec([] { return fakes::anyTime(3, 33); });
    const domain::Playbook playbook = fakes::smallPlaybook();
    Story told(playbook);
    for (const std::string &line : lines)
        told.tell(line);
    const auto slices = funnel(told, time);
    std::string text;
    for (std::size_t place = 0; place < playbook.pipelines.front().stages.size(); ++place) {
        const engine::FunnelStage s = slices.empty() ? engine::FunnelStage() : slices.front().stages[place];
        text += fmt::format("{} {} {} {} {} {} {} | ", s.entered, s.forward, s.back, s.lost, s.open, s.elsewhere, s.won);
    }
    RC_ASSERT(text == plainCounts(told, playbook, fakes::at(time)));
}

RC_GTEST_PROP(Funnel, LosesNoDealOnTheWay, (bool proven))
{
    const auto lines = *rc::gen::exec([] { return fakes::anyStory(60); });
    const auto time = *rc::gen::exec([] { return fakes::anyTime(3, 33); });
    Story told(fakes::smallPlaybook());
    for (const std::string &line : lines)
        told.tell(line);
    engine::FunnelQuery query;
    query.slice = [](const engine::StayDeal &deal) { return deal.owner; };
    for (const engine::FunnelSlice &slice : funnel(told, time, query, proven)) {
        for (const engine::FunnelStage &s : slice.stages) {
            RC_ASSERT(s.entered == s.forward + s.back + s.lost + s.open + s.elsewhere);
            RC_ASSERT(!s.conversion || s.entered > s.open);
            RC_ASSERT(s.conversion || s.forward + s.lost == 0);
            RC_ASSERT(!s.conversion || (*s.conversion >= 0 && *s.conversion <= 1 + 1e-12));
        }
    }
}
