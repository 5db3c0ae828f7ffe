// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/amend.h"

#include "tests/fakes/arbitraryvalues.h"
#include "tests/fakes/randomstory.h"
#include "tests/fakes/smallplaybook.h"
#include "tests/fakes/story.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

using domain::FactRow;
using fakes::Story;

namespace {

/// A thousand deals in four blocks, of which every tenth is won, with customers and people of their own.
void tellManyDeals(Story &story)
{
    for (int i = 0; i < 1'000; ++i) {
        story.tell(fmt::format("0d deal D{} customer=c{} owner=p{}", i, i / 2, i % 7));
        if (i % 10 == 0)
            story.tell(fmt::format("{}d won D{}", 5 + i % 9, i));
    }
}

/// How many blocks of deals two boards do not share.
std::size_t apart(const engine::Board &a, const engine::Board &b)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < a.deals.parts().size(); ++i)
        count += a.deals.parts()[i] == b.deals.parts()[i] ? 0U : 1U;
    return count;
}

/// A board, the facts told since, and the board amended by them.
struct Amended {
    Amended(Story &story, std::string_view news)
    {
        const engine::When when = fakes::when(fakes::at("20d"));
        history::Builder builder;
        const std::size_t known = story.rows().size();
        for (const FactRow &row : story.rows())
            builder.add(row);
        const auto before = builder.finish();
        board = engine::evaluate({*before, story.playbook(), story.rules()}, when);
        story.tell(news);
        const auto rows = story.rows();
        for (std::size_t i = known; i < rows.size(); ++i)
            builder.add(rows[i]);
        const auto after = builder.finish();
        const engine::Source source{*after, story.playbook(), story.rules()};
        amended = engine::amend({*board, *before}, source, when);
        EXPECT_EQ(fakes::dump(*amended, story), fakes::dump(*engine::evaluate(source, when), story));
    }

    std::shared_ptr<const engine::Board> board;
    std::shared_ptr<const engine::Board> amended;
};

RC_GTEST_PROP(Amend, GivesTheBoardOfAFullEvaluation, ())
{
    Story story(fakes::ruledPlaybook());
    for (const std::string &line : *rc::gen::exec([] { return fakes::anyStory(60); }))
        story.tell(line);
    const engine::When when = fakes::when(fakes::at(*rc::gen::exec([] { return fakes::anyTime(3, 33); })));
    const auto rows = story.rows();
    const auto split = static_cast<std::size_t>(*rc::gen::inRange<std::size_t>(0, rows.size() + 1));
    history::Builder builder;
    for (std::size_t i = 0; i < split; ++i) {
        FactRow row = rows[i];
        // What supersedes it comes later.
        if (row.until != support::Instant::max() && *rc::gen::arbitrary<bool>())
            row.until = support::Instant::max();
        builder.add(row);
    }
    auto before = builder.finish();
    auto board = engine::evaluate({*before, story.playbook(), story.rules()}, when);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i >= split || rows[i].until != support::Instant::max())
            builder.add(rows[i]);
        if (i + 1 < rows.size() && *rc::gen::inRange(0, 4) != 0)
            continue;
        const auto after = builder.finish();
        board = engine::amend({*board, *before}, {*after, story.playbook(), story.rules()}, when);
        before = after;
    }
    RC_ASSERT(fakes::dump(*board, story)
              == fakes::dump(*engine::evaluate({*before, story.playbook(), story.rules()}, when), story));
}

RC_GTEST_PROP(Amend, GivesTheBoardOfAFullEvaluationAtALaterInstant, ())
{
    Story story(fakes::ruledPlaybook());
    for (const std::string &line : *rc::gen::exec([] { return fakes::anyStory(60); }))
        story.tell(line);
    const auto history = story.history();
    const engine::Source source{*history, story.playbook(), story.rules()};
    auto instant = fakes::at(*rc::gen::exec([] { return fakes::anyTime(3, 33); }));
    auto board = engine::evaluate(source, fakes::when(instant));
    for (int step = 0; step < 4; ++step) {
        instant =
            instant
            + support::Duration{*rc::gen::element<std::int64_t>(1, 60'000'000, 3'600'000'000, 86'400'000'000, 900'000'000'000)};
        const auto later = engine::amend({*board, *history}, source, fakes::when(instant));
        RC_ASSERT(fakes::dump(*later, story) == fakes::dump(*engine::evaluate(source, fakes::when(instant)), story));
        board = later;
    }
}

/// A board at one time, and another of the same facts at a later one.
struct Passed {
    Passed(Story &story, std::string_view from, std::string_view to)
    {
        const auto history = story.history();
        const engine::Source source{*history, story.playbook(), story.rules()};
        board = engine::evaluate(source, fakes::when(fakes::at(from)));
        later = engine::amend({*board, *history}, source, fakes::when(fakes::at(to)));
        EXPECT_EQ(fakes::dump(*later, story), fakes::dump(*engine::evaluate(source, fakes::when(fakes::at(to))), story));
    }

    /// How many blocks of deals were told anew from their facts.
    [[nodiscard]] std::size_t toldAnew() const
    {
        std::size_t count = 0;
        for (std::size_t i = 0; i < board->deals.parts().size(); ++i)
            count += board->deals.parts()[i]->live == later->deals.parts()[i]->live ? 0U : 1U;
        return count;
    }

    std::shared_ptr<const engine::Board> board;
    std::shared_ptr<const engine::Board> later;
};

} // namespace

TEST(Amend, ScoresDealsAtALaterInstantWithoutTheirFacts)
{
    Story story(fakes::ruledPlaybook());
    tellManyDeals(story);
    const Passed passed(story, "20d", "22d1us");
    EXPECT_EQ(passed.toldAnew(), 0U);
    EXPECT_EQ(passed.later->deals[501].health, passed.board->deals[501].health - 2 * 5);
}

TEST(Amend, LooksAtADealWhenAnInquiryLeavesItsWindow)
{
    Story story(fakes::ruledPlaybook());
    tellManyDeals(story);
    story.tell("15d call in D300\n 18d call in D301");
    EXPECT_EQ(Passed(story, "21d", "21d23h").toldAnew(), 0U);
    EXPECT_EQ(Passed(story, "21d", "22d").toldAnew(), 1U);
}

TEST(Amend, LooksAtADealWhenAMoveLeavesTheWindowOfBounces)
{
    domain::Playbook book = fakes::smallPlaybook();
    book.rules = {fakes::ruleOn("bounces", fakes::compare(domain::Measure::StageChangesWeek, domain::Comparison::AtLeast, 2))};
    Story story(book, "0d deal D1\n 3d stage D1 shown\n 5d stage D1 talked");
    const Passed passed(story, "9d", "10d");
    EXPECT_EQ(passed.board->deals.flags().size(), 1U);
    EXPECT_EQ(passed.later->deals.flags().size(), 0U);
}

TEST(Amend, LooksAtADealWhenItHasWaitedLongEnoughInItsStage)
{
    Story story(fakes::smallPlaybook(), R"(
        0d deal D1
        1d field D1 pain much
        1d check D1 found ask
        1d file D1 E1 quotation hash=a verdict=accepted
        2d stage D1 shown
        2d role D1 tech kim
        2d file D1 E2 minutes hash=b verdict=accepted
        2d file D1 E3 report hash=c verdict=accepted
    )");
    const Passed passed(story, "2d12h", "3d");
    EXPECT_EQ(passed.board->deals[0].proven, 1);
    EXPECT_EQ(passed.later->deals[0].proven, 2);
}

TEST(Amend, ForgetsTheResponsesOfDealsThatLeaveTheirWindow)
{
    Story story(fakes::smallPlaybook(), "0d deal D1\n 1d call in D1\n 5d lost D1");
    const Passed passed(story, "80d", "91d");
    EXPECT_EQ(passed.board->people[0].medianResponseHours, 79 * 24);
    EXPECT_TRUE(std::isnan(passed.later->people[0].medianResponseHours));
}

TEST(Amend, OpensAFlagWhoseSnoozeIsOver)
{
    Story story(fakes::ruledPlaybook());
    tellManyDeals(story);
    const auto flag = story.board("19d")->deals.flagsOn(501).front();
    story.tell("19d flag D501 " + std::string(story.playbook().playbook().rules[flag.rule].id.text()) + " snoozed until=22d");
    const Passed passed(story, "20d", "23d");
    EXPECT_EQ(passed.board->deals.flagsOn(501).front().state, engine::FlagState::Snoozed);
    EXPECT_EQ(passed.later->deals.flagsOn(501).front().state, engine::FlagState::Open);
    EXPECT_EQ(passed.toldAnew(), 0U);
}

TEST(Amend, LooksAtADealWhenAFactFallsDue)
{
    Story story(fakes::ruledPlaybook());
    tellManyDeals(story);
    story.tell("3d/22d stage D701 shown");
    const Passed passed(story, "20d", "23d");
    EXPECT_EQ(passed.toldAnew(), 1U);
    EXPECT_EQ(passed.later->deals[701].claimed, passed.board->deals[701].claimed + 1);
}

TEST(Amend, EvaluatesEverythingWhenAWinFallsDue)
{
    Story story(fakes::ruledPlaybook());
    tellManyDeals(story);
    story.tell("3d/22d won D701");
    EXPECT_NE(Passed(story, "20d", "23d").later->calibration, Passed(story, "20d", "21d").later->calibration);
}

TEST(Amend, SharesTheBlocksThatAnEditDoesNotTouch)
{
    Story story(fakes::ruledPlaybook());
    tellManyDeals(story);
    const Amended made(story, "19d stage D500 shown");
    EXPECT_EQ(apart(*made.board, *made.amended), 1U);
    EXPECT_EQ(made.board->calibration, made.amended->calibration);
}

TEST(Amend, LooksAtTheDealsOfACustomerThatWasTalkedTo)
{
    Story story(fakes::ruledPlaybook());
    tellManyDeals(story);
    const Amended made(story, "19d call in @c127");
    EXPECT_EQ(apart(*made.board, *made.amended), 1U);
    EXPECT_NE(made.board->deals[254].health, made.amended->deals[254].health);
    EXPECT_NE(made.board->deals[255].health, made.amended->deals[255].health);
}

TEST(Amend, EndsALeadByADealOfItsCustomer)
{
    domain::Playbook book = fakes::smallPlaybook();
    book.rules = {fakes::ruleOn("asleep", fakes::compare(domain::Measure::LeadDaysSinceAction, domain::Comparison::More, 5))};
    book.rules[0].subject = domain::RuleSubject::Lead;
    Story story(book, "1d lead L1 customer=acme\n 1d lead L2 customer=zen");
    const Amended opened(story, "8d deal D1 customer=acme");
    EXPECT_EQ(opened.board->leads.flags().size(), 2U);
    EXPECT_EQ(opened.amended->leads.flags().size(), 1U);
}

TEST(Amend, EvaluatesEverythingWhenADealIsWon)
{
    Story story(fakes::ruledPlaybook());
    tellManyDeals(story);
    const Amended made(story, "19d won D501");
    EXPECT_NE(made.board->calibration, made.amended->calibration);
    EXPECT_EQ(apart(*made.board, *made.amended), 4U);
}

TEST(Amend, EvaluatesEverythingWhenAnAmountChangesByWhichOthersAreRanked)
{
    Story story(fakes::ruledPlaybook(), "0d deal D1\n 0d amount D1 10 CNY\n 0d deal D2\n 0d amount D2 30 CNY");
    const Amended made(story, "19d amount D1 20 CNY");
    EXPECT_NE(made.board->calibration, made.amended->calibration);
    story.tell("19d won D2");
    const Amended afterAWin(story, "19d amount D1 40 CNY");
    EXPECT_EQ(afterAWin.board->calibration, afterAWin.amended->calibration);
}

TEST(Amend, KnowsWhetherWhatWasPutAsideAboutAPersonHeldAnew)
{
    Story story(fakes::ruledPlaybook(), R"(
        0d deal D1
        0d deal D2 owner=bob
        11d flag ~ann idle dismissed
        11d flag ~bob idle dismissed)");
    const Amended elsewhere(story, "19d/19d call out D2");
    EXPECT_EQ(elsewhere.amended->personFlags.at(0).state, engine::FlagState::Dismissed);
    const Amended told(story, "12d/13d call in D1 text=the price\n 12d/13d call in D2 text=the price");
    EXPECT_TRUE(told.amended->personFlags.empty());
}

TEST(Amend, TakesInADealThatIsNew)
{
    Story story(fakes::ruledPlaybook());
    tellManyDeals(story);
    const Amended made(story, "19d deal N1 customer=c3 owner=p9");
    EXPECT_EQ(apart(*made.board, *made.amended), 1U);
    EXPECT_EQ(made.amended->deals.size(), 1'001U);
    EXPECT_EQ(made.amended->people.size(), made.board->people.size() + 1);
}

TEST(Amend, GivesNothingWhenItWasStopped)
{
    Story story(fakes::ruledPlaybook());
    tellManyDeals(story);
    const engine::When when = fakes::when(fakes::at("20d"));
    const auto history = story.history();
    const engine::Source source{*history, story.playbook(), story.rules()};
    const auto board = engine::evaluate(source, when);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(engine::amend({*board, *history}, source, when, history::inOrder, stop.get_token()), nullptr);
}
