// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/funnel.h"

#include "tests/fakes/arbitraryvalues.h"
#include "tests/fakes/randomstory.h"
#include "tests/fakes/smallplaybook.h"
#include "tests/fakes/story.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

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
