// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/focus.h"

#include "tests/fakes/smallplaybook.h"
#include "tests/fakes/story.h"

#include <gtest/gtest.h>

#include <cmath>

using domain::Comparison;
using domain::Measure;
using engine::FlagState;
using fakes::Story;

namespace {

domain::Playbook playbook()
{
    domain::Playbook playbook = fakes::smallPlaybook();
    playbook.rules = {fakes::ruleOn("red", fakes::compare(Measure::Health, Comparison::Less, 60)),
                      fakes::ruleOn("still", fakes::compare(Measure::DaysSinceProgress, Comparison::More, 5))};
    playbook.rules[0].urgency = 2;
    playbook.rules[0].actionability = 0.5;
    return playbook;
}

Story story(std::string_view lines)
{
    return Story(playbook(), lines);
}

/// The state of the deal's flag by the first rule.
std::optional<FlagState> state(Story &told, std::string_view asOf)
{
    const auto board = told.board(asOf);
    for (const engine::FlagRow &flag : board->deals.flags()) {
        if (flag.rule == 0)
            return flag.state;
    }
    return std::nullopt;
}

std::vector<std::string> listed(Story &told, std::string_view asOf)
{
    const auto board = told.board(asOf);
    std::vector<std::string> ids;
    for (const engine::FocusItem &item : engine::focus(*board, told.playbook(), {}).items)
        ids.push_back(told.text(item.row->key));
    return ids;
}

} // namespace

TEST(Flag, IsOpenWhileItsRuleHolds)
{
    Story told = story("0d deal D1\n 2d role D1 tech kim\n 2d role D1 final lee");
    EXPECT_EQ(state(told, "1d"), FlagState::Open);
    EXPECT_EQ(state(told, "2d"), std::nullopt) << "resolved by itself";
}

TEST(Flag, IsRaisedForOpenDealsOnly)
{
    Story told = story("0d deal D1\n 1d lost D1");
    EXPECT_EQ(state(told, "1d"), std::nullopt);
}

TEST(Flag, StaysOnTheListWhenAcknowledged)
{
    Story told = story("0d deal D1\n 1d flag D1 red acknowledged");
    EXPECT_EQ(state(told, "2d"), FlagState::Acknowledged);
    EXPECT_EQ(listed(told, "2d").size(), 1U);
}

TEST(Flag, WakesExactlyWhenItsSnoozeEnds)
{
    Story told = story("0d deal D1\n 1d flag D1 red snoozed until=3d");
    EXPECT_EQ(state(told, "2d23h59m59s"), FlagState::Snoozed);
    EXPECT_EQ(state(told, "3d"), FlagState::Open);
    const auto board = told.board("2d");
    const auto focus = engine::focus(*board, told.playbook(), {});
    EXPECT_TRUE(focus.items.empty());
    EXPECT_EQ(focus.suppressed, 1U);
    EXPECT_EQ(focus.nextWake, fakes::at("3d"));
}

TEST(Flag, StaysDismissedWhileItsRuleHoldsWithoutABreak)
{
    Story told = story("0d deal D1\n 1d flag D1 red dismissed");
    EXPECT_EQ(state(told, "2d"), FlagState::Dismissed);
    EXPECT_EQ(state(told, "60d"), FlagState::Dismissed);
}

TEST(Flag, ComesBackWhenItsRuleHeldAnewAfterTheDismissal)
{
    Story told = story(R"(
        0d deal D1
        1d flag D1 red dismissed
        3d role D1 tech kim
        3d role D1 final lee
        9d role D1 final none)");
    EXPECT_EQ(state(told, "2d"), FlagState::Dismissed);
    EXPECT_EQ(state(told, "4d"), std::nullopt);
    EXPECT_EQ(state(told, "10d"), FlagState::Open);
}

TEST(Flag, ThatCameBackAfterABreakShorterThanADayIsOpenAtEveryHour)
{
    Story told = story(R"(
        0d deal D1
        1d flag D1 red dismissed
        3d6h role D1 tech kim
        3d6h role D1 final lee
        3d18h role D1 final none)");
    const auto history = told.history();
    for (const char *asOf : {"8d3h", "8d12h", "8d20h", "9d"}) {
        EXPECT_EQ(state(told, asOf), FlagState::Open) << asOf;
        const auto board = told.board(asOf);
        const auto since = engine::heldSince(engine::basisOf({*history, told.playbook(), told.rules()}, *board),
                                             board->deals.begin()->deal, 0, support::days(180));
        EXPECT_EQ(since, fakes::at("3d18h")) << asOf;
    }
}

TEST(Flag, ComesBackWhenItWasResolvedByHandAndHoldsAnew)
{
    Story told = story(R"(
        0d deal D1
        1d flag D1 red resolved
        3d role D1 tech kim
        3d role D1 final lee
        9d role D1 final none)");
    EXPECT_EQ(state(told, "2d"), FlagState::Resolved);
    EXPECT_EQ(state(told, "10d"), FlagState::Open);
}

TEST(Flag, IsOpenAgainWhenSomebodyReopensIt)
{
    Story told = story("0d deal D1\n 1d flag D1 red dismissed\n 2d flag D1 red reopened");
    EXPECT_EQ(state(told, "1d"), FlagState::Dismissed);
    EXPECT_EQ(state(told, "2d"), FlagState::Open);
}

TEST(Flag, TakesTheLastDecisionOnItsOwnRule)
{
    Story told = story("0d deal D1\n 1d flag D1 red acknowledged\n 2d flag D1 still dismissed");
    EXPECT_EQ(state(told, "3d"), FlagState::Acknowledged);
}

TEST(Flag, OfALeadComesBackWhenItsRuleHeldAnewAfterTheDismissal)
{
    domain::Playbook book = fakes::smallPlaybook();
    book.rules = {fakes::ruleOn("asleep", fakes::compare(Measure::LeadDaysSinceAction, Comparison::More, 5))};
    book.rules[0].subject = domain::RuleSubject::Lead;
    Story told(book, "0d lead L1 customer=acme\n 7d flag @L1 asleep resolved\n 8d call out @acme");
    ASSERT_EQ(told.board("6d")->leads.flags().size(), 1U);
    EXPECT_EQ(told.board("6d")->leads.flags().begin()->state, FlagState::Open);
    EXPECT_EQ(told.board("7d12h")->leads.flags().begin()->state, FlagState::Resolved);
    EXPECT_TRUE(told.board("9d")->leads.flags().empty());
    EXPECT_EQ(told.board("14d")->leads.flags().begin()->state, FlagState::Open);
}

TEST(Flag, OfALeadIsNotRaisedOnceItBecameADeal)
{
    domain::Playbook book = fakes::smallPlaybook();
    book.rules = {fakes::ruleOn("asleep", fakes::compare(Measure::LeadDaysSinceAction, Comparison::More, 5))};
    book.rules[0].subject = domain::RuleSubject::Lead;
    Story told(book, "0d lead L1\n 8d deal D1 lead=L1");
    EXPECT_EQ(told.board("7d")->leads.flags().size(), 1U);
    EXPECT_TRUE(told.board("8d")->leads.flags().empty());
    EXPECT_TRUE(told.board("8d")->leads.begin()->converted);
}

TEST(Flag, OfALeadIsNotRaisedOnceItsCustomerHasADealOpenedSince)
{
    domain::Playbook book = fakes::smallPlaybook();
    book.rules = {fakes::ruleOn("asleep", fakes::compare(Measure::LeadDaysSinceAction, Comparison::More, 5))};
    book.rules[0].subject = domain::RuleSubject::Lead;
    Story told(book, R"(
        0d deal before customer=acme
        1d lead L1 customer=acme
        1d lead L2 customer=zen
        8d deal since customer=acme)");
    EXPECT_EQ(told.board("7d12h")->leads.flags().size(), 2U) << "a deal from before it came in ends nothing";
    const auto board = told.board("9d");
    ASSERT_EQ(board->leads.flags().size(), 1U);
    EXPECT_EQ(told.text(board->leads[board->leads.flags().begin()->row].key), "L2");
}

TEST(Flag, OfAPersonComesBackWhenItsRuleHeldAnewAfterTheDismissal)
{
    domain::Playbook book = fakes::smallPlaybook();
    book.rules = {fakes::ruleOn("idle", fakes::compare(Measure::ShareWithoutSubstance, Comparison::AtLeast, 0.5))};
    book.rules[0].subject = domain::RuleSubject::Person;
    Story told(book, R"(
        0d deal D1
        0d deal D2 owner=bob
        11d flag ~ann idle dismissed
        12d call in D1 text=the price
        30d owner D1 bob
        30d owner D2 ann)");
    const auto stateOf = [&](std::string_view asOf) -> std::optional<FlagState> {
        const auto board = told.board(asOf);
        for (const engine::FlagRow &flag : board->personFlags) {
            if (told.text(board->people[flag.row].person) == "ann")
                return flag.state;
        }
        return std::nullopt;
    };
    EXPECT_EQ(stateOf("10d12h"), FlagState::Open);
    EXPECT_EQ(stateOf("11d12h"), FlagState::Dismissed);
    EXPECT_EQ(stateOf("13d"), std::nullopt);
    EXPECT_EQ(stateOf("23d"), FlagState::Open) << "her deal fell silent a second time";
    EXPECT_EQ(stateOf("31d"), FlagState::Open) << "and the one that she took over is silent as well";
}

TEST(HeldSince, IsWhenTheRuleBeganToHoldToTheMinute)
{
    Story told = story("0d deal D1\n 2d call out D1");
    const auto history = told.history();
    const auto board = told.board("20d");
    const auto since = engine::heldSince(engine::basisOf({*history, told.playbook(), told.rules()}, *board),
                                         board->deals.begin()->deal, 1, support::days(180));
    EXPECT_EQ(since, fakes::at("7d"));
}

TEST(HeldSince, CutsDaysInTheOrganisationsTimeZone)
{
    domain::Playbook book = fakes::smallPlaybook();
    book.rules = {fakes::ruleOn("passed", fakes::compare(Measure::DaysPastClose, Comparison::More, 0))};
    Story told(book, "0d deal D1\n 0d close D1 5d");
    const auto history = told.history();
    const engine::Source source{*history, told.playbook(), told.rules()};
    const auto since = [&](support::TimeZone zone) {
        const auto board = engine::evaluate(source, {fakes::at("10d12h"), zone});
        return engine::heldSince(engine::basisOf(source, *board), board->deals.begin()->deal, 0, support::days(180));
    };
    EXPECT_EQ(since(support::TimeZone::utc()), fakes::at("6d"));
    EXPECT_EQ(since(*support::TimeZone::named("Asia/Shanghai")), fakes::at("5d16h"));
}

TEST(HeldSince, IsToldOfALead)
{
    domain::Playbook book = fakes::smallPlaybook();
    book.rules = {fakes::ruleOn("asleep", fakes::compare(Measure::LeadDaysSinceAction, Comparison::More, 5))};
    book.rules[0].subject = domain::RuleSubject::Lead;
    Story told(book, "0d lead L1 customer=acme\n 2d call out @acme");
    const auto history = told.history();
    const auto board = told.board("20d");
    const auto since = engine::heldSince(engine::basisOf({*history, told.playbook(), told.rules()}, *board),
                                         board->leads.begin()->lead, 0, support::days(180));
    EXPECT_EQ(since, fakes::at("7d"));
}

TEST(HeldSince, LooksNoFurtherBackThanAsked)
{
    Story told = story("0d deal D1");
    const auto history = told.history();
    const auto board = told.board("40d");
    const auto since = engine::heldSince(engine::basisOf({*history, told.playbook(), told.rules()}, *board),
                                         board->deals.begin()->deal, 1, support::days(3));
    EXPECT_EQ(since, fakes::at("37d"));
}

TEST(Rank, IsMoneyTimesUrgencyTimesActionability)
{
    Story told = story("0d deal D1\n 0d amount D1 1000 CNY");
    const auto board = told.board("1d");
    const engine::Rank rank = engine::rank(*board, told.playbook(), *board->deals.flags().begin());
    EXPECT_DOUBLE_EQ(rank.money, 1000);
    EXPECT_DOUBLE_EQ(rank.urgency, 2 * (1 + 30.0 / (30 + 90))) << "the first stage has typically 90 days to go";
    EXPECT_DOUBLE_EQ(rank.actionability, 0.5);
    EXPECT_DOUBLE_EQ(rank.value(), rank.money * rank.urgency * rank.actionability);
}

TEST(Rank, TakesTheTypicalAmountForADealWithoutOne)
{
    Story told = story("0d deal D1\n 0d deal D2\n 1d won D2 300 CNY\n 0d deal D3\n 1d won D3 500 CNY");
    const auto board = told.board("1d");
    EXPECT_DOUBLE_EQ(engine::rank(*board, told.playbook(), *board->deals.flags().begin()).money, 400);
}

TEST(Rank, CountsTheWholeUnitsOfEachCurrency)
{
    Story told = story("0d deal D1\n 0d amount D1 1000 JPY\n 0d deal D2\n 0d amount D2 1000 KWD");
    const auto board = told.board("1d");
    EXPECT_DOUBLE_EQ(engine::rank(*board, told.playbook(), *board->deals.flags().begin()).money, 1000);
    EXPECT_DOUBLE_EQ(engine::rank(*board, told.playbook(), *std::next(board->deals.flags().begin())).money, 1000);
}

TEST(Focus, ListsTheMostPressingFirst)
{
    Story told = story(R"(
        0d deal small
        0d amount small 10 CNY
        0d deal large
        0d amount large 1000 CNY
        0d deal near
        0d amount near 1000 CNY
        0d stage near signed)");
    EXPECT_EQ(listed(told, "1d"), (std::vector<std::string>{"near", "large", "small"}));
}

TEST(Focus, RanksCurrenciesByWhatIsUsualInThemWhereNothingIsWonYet)
{
    Story told = story(R"(
        0d deal D1
        0d amount D1 1000000 JPY
        0d deal D2
        0d amount D2 50000 USD
        0d deal D3
        0d amount D3 900000 JPY
        0d deal D4
        0d amount D4 60000 USD)");
    EXPECT_EQ(listed(told, "1d"), (std::vector<std::string>{"D4", "D1", "D3", "D2"}));
}

TEST(Focus, RanksACurrencyInWhichNothingIsWonByItsOpenDealsWhateverElseIsWon)
{
    Story told = story(R"(
        0d deal W
        0d won W 5000 CNY
        0d deal small
        0d amount small 100 USD
        0d deal large
        0d amount large 1000000 USD
        0d deal mid
        0d amount mid 1000 USD
        0d deal home
        0d amount home 4000 CNY)");
    EXPECT_EQ(listed(told, "1d"), (std::vector<std::string>{"large", "mid", "home", "small"}));
    const auto board = told.board("1d");
    EXPECT_DOUBLE_EQ(engine::rank(*board, told.playbook(), *std::next(board->deals.flags().begin())).money, 1000.0 * 5000);
}

TEST(Focus, SettlesTiesByAKnownAmountAndThenByWhatMovedLast)
{
    Story told = story("0d deal known\n 0d amount known 1 CNY\n 1d deal young\n 0d deal old\n 1d next old");
    EXPECT_EQ(listed(told, "3d"), (std::vector<std::string>{"known", "young", "old"}));
}

TEST(Focus, HoldsAtMostEightAndCountsTheRest)
{
    Story told(playbook());
    for (int i = 0; i < 11; ++i)
        told.tell("0d deal D" + std::to_string(i));
    const auto board = told.board("1d");
    const auto focus = engine::focus(*board, told.playbook(), {});
    EXPECT_EQ(focus.listed, 8U);
    EXPECT_EQ(focus.items.size(), 11U);
}

TEST(Focus, ShowsADealOnceWithItsMostPressingFlag)
{
    Story told = story("0d deal D1");
    const auto board = told.board("9d");
    const auto focus = engine::focus(*board, told.playbook(), {});
    ASSERT_EQ(focus.items.size(), 1U);
    EXPECT_EQ(focus.items[0].flags.size(), 2U);
    const double best = engine::rank(*board, told.playbook(), *focus.items[0].best).value();
    EXPECT_DOUBLE_EQ(focus.items[0].rank, best);
    for (const engine::FlagRow &flag : board->deals.flags())
        EXPECT_LE(engine::rank(*board, told.playbook(), flag).value(), best);
}

TEST(Focus, LeavesOutWhatIsNotInScope)
{
    Story told = story("0d deal D1 owner=ann\n 0d deal D2 owner=bob");
    const auto board = told.board("1d");
    const auto ofBob = [&](domain::SymbolKey owner) { return told.text(owner) == "bob"; };
    const auto focus = engine::focus(*board, told.playbook(), {.owner = ofBob});
    ASSERT_EQ(focus.items.size(), 1U);
    EXPECT_EQ(told.text(focus.items[0].row->key), "D2");
}

TEST(Rank, ComparesADealOfAnotherCurrencyWithinItsOwn)
{
    domain::Playbook book = fakes::smallPlaybook();
    book.rules = {fakes::ruleOn("any", fakes::compare(Measure::DaysOpen, Comparison::AtLeast, 0))};
    Story told(book, R"(
        0d deal D1
        0d amount D1 100 CNY
        0d won D1
        0d deal D2
        0d amount D2 300 CNY
        0d deal D3
        0d amount D3 20 USD
        0d won D3
        0d deal D4
        0d amount D4 30 USD
        0d deal D5
        0d deal D6
        0d amount D6 5 CNY)");
    const auto board = told.board("1d");
    const auto rankOf = [&](std::string_view deal) {
        for (const engine::FlagRow &flag : board->deals.flags()) {
            if (told.text(board->deals[flag.row].key) == deal)
                return engine::rank(*board, told.playbook(), flag);
        }
        return engine::Rank();
    };
    EXPECT_EQ(rankOf("D2").money, 300);
    EXPECT_FALSE(rankOf("D2").withinOwnCurrency);
    EXPECT_EQ(rankOf("D4").money, 150) << "one and a half times what is usual in its currency";
    EXPECT_TRUE(rankOf("D4").withinOwnCurrency);
    EXPECT_EQ(rankOf("D4").currency, support::Currency::parse("CNY")->packed());
    EXPECT_EQ(rankOf("D5").money, 100) << "without an amount, what is usual";
}

TEST(Person, IsMeasuredByDealsAndFirstResponses)
{
    Story told = story(R"(
        0d deal D1
        0d deal D2
        0d deal D3 owner=bob
        1d call in D1
        1d6h48m call out D1 text=the price
        1d call in D2)");
    const auto board = told.board("11d");
    ASSERT_EQ(board->people.size(), 2U);
    const engine::PersonRow &ann = board->people[0];
    EXPECT_EQ(ann.openDeals, 2U);
    EXPECT_EQ(ann.withoutSubstance, 1U) << "ten days are not more than ten days";
    EXPECT_EQ(ann.medianResponseHours, 6.8) << "to the last bit, since rules compare with it";
    EXPECT_TRUE(std::isnan(board->people[1].medianResponseHours));
    EXPECT_EQ(told.board("11d1us")->people[0].withoutSubstance, 1U);
}
