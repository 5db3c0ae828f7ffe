// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "tests/fakes/smallplaybook.h"
#include "tests/fakes/story.h"

#include <gtest/gtest.h>

using fakes::Story;

namespace {

Story story(std::string_view lines)
{
    return Story(fakes::smallPlaybook(), lines);
}

std::string owner(Story &told, std::string_view asOf)
{
    return told.text(told.deal("D1", asOf).row.owner);
}

} // namespace

TEST(Fold, LetsTheLatestOccurredWinAndNotTheLatestArrived)
{
    Story told = story("0d deal D1\n 5d owner D1 bob\n 3d owner D1 eve");
    EXPECT_EQ(owner(told, "4d"), "eve");
    EXPECT_EQ(owner(told, "5d"), "bob");
}

TEST(Fold, LetsTheLaterRecordedWinATie)
{
    Story told = story("0d deal D1\n 3d/6d owner D1 bob\n 3d/5d owner D1 eve");
    EXPECT_EQ(owner(told, "5d"), "eve");
    EXPECT_EQ(owner(told, "6d"), "bob");
}

TEST(Fold, LetsTheLaterArrivalWinAFullTie)
{
    Story told = story("0d deal D1\n 3d owner D1 bob\n 3d owner D1 eve");
    EXPECT_EQ(owner(told, "3d"), "eve");
}

TEST(Fold, ReadsWhatIsWrittenDownBeforeTheCreationAtTheSameInstant)
{
    Story told = story("0d stage D1 talked\n 0d override D1 found\n 0d amount D1 10 USD\n 0d deal D1 currency=CNY");
    const auto deal = told.deal("D1", "0d");
    EXPECT_EQ(deal.row.claimed, 2);
    EXPECT_TRUE(deal.state.overridden[0]);
    EXPECT_EQ(deal.row.amount, 1000);
    EXPECT_EQ(support::Currency::unpack(deal.row.currency).text(), "USD");
}

TEST(Fold, TakesTheSightOfADealWhoseStageNobodyKnewForNoUpdate)
{
    Story told = story("0d deal D1\n 0d stage D1 none\n 9d stage D1 shown\n 11d stage D1 signed");
    const auto before = told.deal("D1", "5d");
    EXPECT_EQ(before.row.claimed, -1);
    const auto seen = told.deal("D1", "10d");
    EXPECT_EQ(seen.row.claimed, 1);
    EXPECT_EQ(seen.state.claimedSince, fakes::at("9d"));
    EXPECT_EQ(seen.state.progress.at, fakes::at("0d"));
    EXPECT_EQ(told.deal("D1", "12d").state.progress.at, fakes::at("11d"));
}

TEST(Fold, KnowsSinceWhenADealStandsSigned)
{
    const auto signedAt = [](std::string_view lines) { return story(lines).deal("D1", "19d").state.signedAt(); };
    EXPECT_EQ(signedAt("0d deal D1\n 1d stage D1 signed\n 2d stage D1 paid"), fakes::at("1d"));
    EXPECT_EQ(signedAt("0d deal D1\n 1d stage D1 signed\n 2d stage D1 nowhere"), fakes::at("1d"));
    EXPECT_EQ(signedAt("0d deal D1\n 1d stage D1 signed\n 2d stage D1 talked"), std::nullopt) << "it was taken back";
    EXPECT_EQ(signedAt("0d deal D1\n 1d stage D1 signed\n 2d stage D1 talked\n 3d stage D1 paid"), fakes::at("3d"));
    EXPECT_EQ(signedAt("0d deal D1\n 1d stage D1 signed\n 5d won D1"), fakes::at("1d"));
    EXPECT_EQ(signedAt("0d deal D1\n 1d stage D1 signed\n 2d stage D1 talked\n 5d won D1"), fakes::at("5d"));
    EXPECT_EQ(signedAt("0d deal D1\n 5d won D1\n 6d stage D1 paid"), fakes::at("5d"));
}

TEST(Fold, KnowsNoDealBeforeItsCreationIsRecorded)
{
    Story told = story("1d/3d deal D1\n 1d stage D1 shown");
    EXPECT_TRUE(told.board("2d")->deals.rows().empty());
    EXPECT_EQ(told.board("3d")->deals.size(), 1U);
}

TEST(Fold, HoldsAnOldVersionUntilTheNewOneIsRecorded)
{
    Story told = story("0d deal D1 customer=acme\n 0d/5d deal D1 customer=bolt");
    EXPECT_EQ(told.text(told.deal("D1", "4d").row.customer), "acme");
    EXPECT_EQ(told.text(told.deal("D1", "5d").row.customer), "bolt");
}

TEST(Fold, CountsACustomersTalkForEveryDealThatWasOpen)
{
    Story told = story(R"(
        0d deal D1
        0d deal D2
        0d deal D3
        0d deal D4 customer=bolt
        5d deal D5
        1d lost D3
        2d call in @acme)");
    EXPECT_EQ(told.deal("D1", "6d").row.counts.asks, 1);
    EXPECT_EQ(told.deal("D2", "6d").row.counts.asks, 1);
    EXPECT_EQ(told.deal("D3", "6d").state.talk.inquiries, 0) << "closed by then";
    EXPECT_EQ(told.deal("D4", "6d").row.counts.asks, 0) << "another customer";
    EXPECT_EQ(told.deal("D5", "6d").row.counts.asks, 0) << "created later";
}

TEST(Fold, CountsACustomersTalkAtTheCreationButNotAtTheEnd)
{
    Story told = story("1d deal D1\n 1d call in @acme id=a\n 3d call in @acme id=b\n 3d lost D1");
    EXPECT_EQ(told.deal("D1", "2d").state.talk.inquiries, 1);
    EXPECT_EQ(told.deal("D1", "3d").state.talk.inquiries, 1);
}

TEST(Fold, CountsACustomersTalkAgainAfterADealWasReopened)
{
    Story told = story(R"(
        0d deal D1
        1d lost D1
        2d call in @acme id=a
        3d reopened D1
        4d call in @acme id=b)");
    EXPECT_EQ(told.deal("D1", "5d").row.counts.asks, 1);
}

TEST(Fold, CountsTalkOfADealForThatDealAlone)
{
    Story told = story("0d deal D1\n 0d deal D2\n 1d call in D1");
    EXPECT_EQ(told.deal("D2", "1d").row.counts.asks, 0);
}

TEST(Fold, StaysWhereItWasWhenAMoveIsTakenBackOfItsOwnInstant)
{
    Story told = story("0d deal D1\n 1d stage D1 shown\n 5d override D1 shown\n 5d stage D1 talked\n 5d/6d stage D1 shown");
    EXPECT_EQ(told.deal("D1", "5d").row.claimed, 2);
    EXPECT_TRUE(told.deal("D1", "5d").state.overridden[1]);
    const auto deal = told.deal("D1", "7d");
    EXPECT_EQ(deal.row.claimed, 1);
    EXPECT_EQ(deal.state.claimedSince, fakes::at("1d"));
    EXPECT_EQ(deal.state.moves.size(), 1U);
    EXPECT_FALSE(deal.state.overridden[1]);
}

TEST(Fold, GoesBackInAMoveThatWasMadeLater)
{
    Story told = story("0d deal D1\n 1d stage D1 shown\n 5d stage D1 talked\n 6d stage D1 shown");
    EXPECT_EQ(told.deal("D1", "7d").state.claimedSince, fakes::at("6d"));
    EXPECT_EQ(told.deal("D1", "7d").state.moves.size(), 3U);
}

TEST(Fold, GoesThereAndBackWithinAnInstantThatWasToldAtOnce)
{
    Story told = story("0d deal D1\n 1d stage D1 shown\n 5d stage D1 talked\n 5d stage D1 shown");
    EXPECT_EQ(told.deal("D1", "7d").state.moves.size(), 3U);
}

TEST(Fold, ForgetsTheOverridesBehindWhichADealWentBack)
{
    Story told = story("0d deal D1\n 1d override D1 found\n 1d stage D1 talked\n 2d stage D1 found\n 3d stage D1 talked");
    EXPECT_TRUE(told.deal("D1", "1d").state.overridden[0]);
    EXPECT_FALSE(told.deal("D1", "2d").state.overridden[0]);
    EXPECT_FALSE(told.deal("D1", "3d").state.overridden[0]);
}

TEST(Fold, CountsNoTimeInAStageWhileTheDealWasClosed)
{
    Story told = story("0d deal D1\n 1d stage D1 shown\n 5d lost D1\n 25d reopened D1\n 30d won D1\n 31d reopened D1");
    EXPECT_EQ(told.deal("D1", "4d").row.claimedSince, fakes::at("1d"));
    EXPECT_EQ(told.deal("D1", "27d").row.claimedSince, fakes::at("21d")) << "four days before it was lost, two since";
    EXPECT_EQ(told.deal("D1", "32d").row.claimedSince, fakes::at("22d"));
}

TEST(Fold, CountsFromTheReopeningWhereADealWasMovedWhileItWasClosed)
{
    Story told = story("0d deal D1\n 5d lost D1\n 10d stage D1 shown\n 25d reopened D1");
    EXPECT_EQ(told.deal("D1", "27d").row.claimedSince, fakes::at("25d"));
}

TEST(Fold, TakesTheStageAgainForNoMove)
{
    Story told = story("0d deal D1\n 1d stage D1 shown\n 3d stage D1 shown\n 5d stage D1 talked\n 6d stage D1 shown");
    EXPECT_EQ(told.deal("D1", "4d").row.claimedSince, fakes::at("1d"));
    EXPECT_EQ(told.deal("D1", "6d").state.moves.size(), 3U);
}

TEST(Fold, StandsNowhereInAStageThatThePlaybookDoesNotKnow)
{
    Story told = story("0d deal D1\n 1d stage D1 nirvana\n 0d deal D2 pipeline=odd\n 1d stage D2 found");
    const auto unknownStage = told.deal("D1", "1d").row;
    EXPECT_EQ(unknownStage.pipeline, 0);
    EXPECT_EQ(unknownStage.claimed, -1);
    EXPECT_EQ(unknownStage.proven, 0);
    EXPECT_FALSE(unknownStage.hasDaysToClose);
    const auto unknownPipeline = told.deal("D2", "1d");
    EXPECT_EQ(unknownPipeline.row.pipeline, -1);
    EXPECT_EQ(unknownPipeline.row.claimed, -1);
    EXPECT_EQ(unknownPipeline.row.proven, -1);
    EXPECT_EQ(unknownPipeline.row.quadrant, domain::Quadrant::None);
    EXPECT_TRUE(engine::judgeMove(unknownPipeline.state, 1, fakes::at("1d")).empty());
}

TEST(Fold, KeepsMoneyInTheMinorUnitsOfItsCurrency)
{
    Story told = story(R"(
        0d deal D1
        0d amount D1 1500 JPY
        0d deal D2
        0d amount D2 1.234 KWD
        0d deal D3
        0d amount D3 10.50 CNY)");
    EXPECT_EQ(told.deal("D1", "0d").row.amount, 1500);
    EXPECT_EQ(told.deal("D2", "0d").row.amount, 1234);
    EXPECT_EQ(told.deal("D3", "0d").row.amount, 1050);
    const auto major = [&](std::string_view id) {
        const auto deal = told.deal(id, "0d");
        return engine::measure(domain::Measure::Amount, deal.state, told.playbook(), deal.context);
    };
    EXPECT_DOUBLE_EQ(major("D1"), 1500);
    EXPECT_DOUBLE_EQ(major("D2"), 1.234);
    EXPECT_DOUBLE_EQ(major("D3"), 10.5);
}

TEST(Fold, ReadsAWonAmountWithoutCurrencyInTheDealsOwn)
{
    Story told = story(R"(
        0d deal D1 currency=JPY
        1d won D1 1500
        0d deal D2 currency=KWD
        1d won D2 1.234
        0d deal D3
        0d amount D3 9 CNY
        1d won D3 10.5
        0d deal D5 currency=CLF
        1d won D5 1.234
        0d deal D4
        0d amount D4 9 CNY
        1d won D4)");
    EXPECT_EQ(told.deal("D1", "1d").row.amount, 1500);
    EXPECT_EQ(told.deal("D2", "1d").row.amount, 1234);
    EXPECT_EQ(told.deal("D3", "1d").row.amount, 1050);
    EXPECT_EQ(told.deal("D5", "1d").row.amount, 12'340);
    EXPECT_EQ(told.deal("D4", "1d").row.amount, 900);
}

TEST(Fold, ForgetsAWonAmountAndItsCurrencyWhenTheDealIsReopened)
{
    Story told = story("0d deal D1\n 0d amount D1 9 CNY\n 1d won D1 7 USD\n 2d reopened D1");
    EXPECT_EQ(told.deal("D1", "1d").row.amount, 700);
    EXPECT_EQ(support::Currency::unpack(told.deal("D1", "1d").row.currency).text(), "USD");
    EXPECT_EQ(told.deal("D1", "2d").row.amount, 900);
    EXPECT_EQ(support::Currency::unpack(told.deal("D1", "2d").row.currency).text(), "CNY");
}

TEST(Fold, MeasuresWhenTheCloseDateWasPushed)
{
    Story told = story("0d deal D1\n 0d close D1 10d\n 1d close D1 12d\n 2d close D1 11d\n 3d close D1 11d\n 4d close D1 20d");
    const auto pushes = [&](std::string_view asOf) { return told.deal("D1", asOf).state.closePushes; };
    EXPECT_EQ(pushes("0d"), 0);
    EXPECT_EQ(pushes("1d"), 1);
    EXPECT_EQ(pushes("3d"), 1) << "earlier or the same is no push";
    EXPECT_EQ(pushes("4d"), 2);
}

TEST(Fold, ForgetsThePushOfACloseDateThatWasTakenBack)
{
    Story told = story("0d deal D1\n 0d close D1 10d\n 1d close D1 12d\n 1d/2d close D1 10d\n 1d/3d close D1 14d");
    const auto known = [&](std::string_view asOf) {
        const auto state = told.deal("D1", asOf).state;
        return std::pair(*state.closeDay - *told.deal("D1", "0d").state.closeDay, state.closePushes);
    };
    EXPECT_EQ(known("1d"), std::pair(2, 1));
    EXPECT_EQ(known("2d"), std::pair(0, 0)) << "said later of the same instant, so the day before it was never said";
    EXPECT_EQ(known("3d"), std::pair(4, 1)) << "and said again after all";
}

TEST(Fold, TakesAContactForNewOnlyOnce)
{
    Story told = story(R"(
        0d deal D1
        1d contact kim acme
        9d contact kim acme title=boss)");
    EXPECT_EQ(told.deal("D1", "10d").state.contactKnown->at, fakes::at("1d"));
    told.tell("5d contact lee acme");
    EXPECT_EQ(told.deal("D1", "10d").state.contactKnown->at, fakes::at("5d"));
}

TEST(Fold, TakesAMeetingWithoutUsForACallOfTheCustomersAndForNoContact)
{
    Story told = story(R"(
        0d deal D1
        1d call out D1
        2d demo out D1
        3d meeting in D1 text=the splendid price)");
    const engine::TalkState missed = told.deal("D1", "3d").state.talk;
    EXPECT_EQ(missed.inquiries, 1) << "they called us to it";
    EXPECT_EQ(missed.meetingsMissed, 1);
    EXPECT_EQ(missed.unanswered, 2) << "nobody of ours heard an answer";
    EXPECT_EQ(missed.interaction->at, fakes::at("2d"));
    EXPECT_EQ(missed.substance->at, fakes::at("2d"));
    EXPECT_FALSE(missed.demoAnswered);
    EXPECT_EQ(missed.goodTalks, 0);
    told.tell("4d meeting in D1 by=ann text=the splendid price");
    const engine::TalkState met = told.deal("D1", "4d").state.talk;
    EXPECT_EQ(met.meetingsMissed, 0);
    EXPECT_EQ(met.unanswered, 0);
    EXPECT_EQ(met.interaction->at, fakes::at("4d"));
    EXPECT_TRUE(met.demoAnswered);
    EXPECT_EQ(met.goodTalks, 1);
}
