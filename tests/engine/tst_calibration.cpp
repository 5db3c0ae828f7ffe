// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "tests/fakes/smallplaybook.h"
#include "tests/fakes/story.h"

#include <gtest/gtest.h>

using engine::DaysFrom;
using fakes::Story;

namespace {

/// Three deals that were won 10, 20 and 30 days after they began, without a move in between, and an open one of day 40.
constexpr std::string_view threeWon = R"(
    0d deal W1
    10d won W1
    0d deal W2
    20d won W2
    0d deal W3
    30d won W3
    40d deal D1
)";

} // namespace

TEST(DaysToClose, AreTheMedianOfWhatRemainedForTheDealsThatWereWonFromTheStage)
{
    Story story(fakes::smallPlaybook(), threeWon);
    EXPECT_EQ(story.deal("D1", "40d").row.daysToClose, 20);
    EXPECT_EQ(story.deal("D1", "55d").row.daysToClose, 5);
    EXPECT_EQ(story.deal("D1", "55d").row.daysFrom, DaysFrom::History);
}

TEST(DaysToClose, CountFromTheCreationWhereNobodyKnowsTheStagesOfWonDeals)
{
    Story story(fakes::smallPlaybook(), std::string(threeWon) + "0d stage W1 none\n 0d stage W2 none\n 0d stage W3 none");
    EXPECT_EQ(story.deal("D1", "40d").row.daysToClose, 20);
    EXPECT_EQ(story.deal("D1", "40d").row.daysFrom, DaysFrom::History);
}

TEST(DaysToClose, AreAsManyAgainForADealThatOutstayedAllThatWereWon)
{
    Story story(fakes::smallPlaybook(), threeWon);
    EXPECT_EQ(story.deal("D1", "69d23h").row.daysFrom, DaysFrom::History);
    const engine::DealRow row = story.deal("D1", "440d").row;
    EXPECT_EQ(row.daysToClose, 400);
    EXPECT_EQ(row.daysFrom, DaysFrom::Age);
}

TEST(DaysToClose, AreThePlaybooksWhileFewDealsWereWon)
{
    Story story(fakes::smallPlaybook(), threeWon);
    const engine::DealRow row = story.deal("W3", "25d").row;
    EXPECT_EQ(row.daysToClose, static_cast<float>(story.playbook().playbook().pipelines[0].stages[0].remainingDays));
    EXPECT_EQ(row.daysFrom, DaysFrom::Playbook);
}
