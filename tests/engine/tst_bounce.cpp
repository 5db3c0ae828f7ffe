// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/bounce.h"

#include "tests/fakes/randomstory.h"
#include "tests/fakes/smallplaybook.h"
#include "tests/fakes/story.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <random>

using engine::Bounces;
using engine::WeekHour;
using fakes::Story;
using support::days;

namespace {

constexpr engine::BounceRule rule{2, days(7)};

Bounces found(Story &told, std::string_view asOf, engine::BounceQuery query = {rule})
{
    return engine::bounces(*told.history(), told.playbook(), fakes::at(asOf), query);
}

/// "deal: changes, most within the rule's time" and a mark for those that bounced.
std::string text(const Story &told, const history::History &history, const Bounces &bounces)
{
    std::string all;
    for (const engine::ChangedDeal &deal : bounces.deals)
        all += fmt::format("{}{}: {} {}{}", all.empty() ? "" : ", ", told.text(history.deals().key(deal.deal)), deal.count,
                           deal.most, deal.bounced ? "!" : "");
    return all;
}

std::string text(std::string_view lines, std::string_view asOf, engine::BounceQuery query = {rule})
{
    Story told(fakes::smallPlaybook(), lines);
    return text(told, *told.history(), found(told, asOf, std::move(query)));
}

constexpr WeekHour fridayAtFour{4 * 24 + 16};

/// A deal that bounced, or did not, with its changes in one hour.
void addDeal(Bounces &bounces, WeekHour hour, domain::SymbolKey segment, bool bounced)
{
    const std::uint32_t count = bounced ? 3 : 1;
    engine::ChangedDeal deal;
    deal.deal = {static_cast<std::uint32_t>(bounces.deals.size())};
    deal.segment = segment;
    deal.first = static_cast<std::uint32_t>(bounces.changes.size());
    deal.count = deal.most = count;
    deal.middle = hour;
    deal.bounced = bounced;
    bounces.deals.push_back(deal);
    for (std::uint32_t i = 0; i < count; ++i)
        bounces.changes.push_back({hour, bounced});
}

} // namespace

TEST(Bounce, IsMoreChangesWithinTheRulesTimeThanItAllows)
{
    const std::string_view lines = "0d deal D1\n 1d stage D1 shown\n 2d stage D1 found\n 3d stage D1 shown\n"
                                   "0d deal D2\n 1d stage D2 shown\n 2d stage D2 found\n 0d deal D3";
    EXPECT_EQ(text(lines, "9d"), "D1: 3 3!, D2: 2 2");
    EXPECT_EQ(text(lines, "2d"), "D1: 2 2, D2: 2 2") << "as it was known then";
}

TEST(Bounce, CountsAsTheRulesMeasureDoes)
{
    const std::string_view lines = "0d deal D1\n 1d stage D1 shown\n 2d stage D1 found\n 8d stage D1 shown";
    EXPECT_EQ(text(lines, "9d"), "D1: 3 2") << "the first is a week old by the last";
    EXPECT_EQ(text("0d deal D1\n 1d stage D1 shown\n 2d stage D1 found\n 7d23h59m stage D1 shown", "9d"), "D1: 3 3!");
}

TEST(Bounce, TakesTheFirstSightingOfADealForNoChange)
{
    EXPECT_EQ(text("0d deal D1\n 0d stage D1 none\n 1d stage D1 shown\n 2d stage D1 found", "9d"), "D1: 1 1");
}

TEST(Bounce, IsAskedOfAPeriod)
{
    const std::string_view lines = "0d deal D1\n 1d stage D1 shown\n 2d stage D1 found\n 3d stage D1 shown\n 20d stage D1 found";
    EXPECT_EQ(text(lines, "30d", {.rule = rule, .from = fakes::at("10d")}), "D1: 1 1");
    EXPECT_EQ(text(lines, "30d", {.rule = rule, .to = fakes::at("3d")}), "D1: 2 2") << "up to, and not at";
}

TEST(Bounce, TellsTheHourInTheOrganisationsZone)
{
    // The first of January 2026 is a Thursday; 1d10h is Friday 18:00 in Shanghai.
    Story told(fakes::smallPlaybook(), "0d deal D1\n 1d10h stage D1 shown");
    engine::BounceQuery query{rule};
    EXPECT_EQ(found(told, "9d", query).changes.front().hour, (WeekHour{4 * 24 + 10}));
    query.zone = support::TimeZone::named("Asia/Shanghai").value();
    const WeekHour hour = found(told, "9d", query).changes.front().hour;
    EXPECT_EQ(hour.weekday(), 4);
    EXPECT_EQ(hour.hour(), 18);
}

TEST(Bounce, MarksTheChangesThatAreInOne)
{
    Story told(fakes::smallPlaybook(), "0d deal D1\n 1d stage D1 shown\n 10d stage D1 found\n 11d stage D1 shown\n"
                                       "12d stage D1 found\n 30d stage D1 shown");
    std::string marks;
    const Bounces bounces = found(told, "40d");
    for (const engine::StageChange &change : bounces.changes)
        marks += change.inBounce ? '!' : '.';
    EXPECT_EQ(marks, ".!!!.");
    EXPECT_EQ(bounces.deals.front().bouncedAt, fakes::at("12d"));
    EXPECT_EQ(bounces.deals.front().middle, bounces.changes[2].hour);
}

TEST(Bounce, IsWhatThePlaybooksRuleSays)
{
    domain::Playbook playbook = fakes::smallPlaybook();
    playbook.rules.clear();
    EXPECT_FALSE(engine::bounceRule(playbook)) << "there is none";
    const auto compare = [](domain::Comparison comparison, double limit) {
        return fakes::compare(domain::Measure::StageChangesWeek, comparison, limit);
    };
    domain::ConditionGroup both;
    both.parts = {fakes::compare(domain::Measure::Health, domain::Comparison::Less, 60), compare(domain::Comparison::More, 5)};
    playbook.rules.push_back(fakes::ruleOn("bounce", {both}));
    playbook.windows.bounceDays = 10;
    const auto nested = engine::bounceRule(playbook);
    ASSERT_TRUE(nested);
    EXPECT_EQ(nested->moreThan, 5);
    EXPECT_EQ(nested->within, days(10));
    playbook.rules.back().when = compare(domain::Comparison::AtLeast, 4);
    EXPECT_EQ(engine::bounceRule(playbook)->moreThan, 3);
    playbook.rules.back().enabled = false;
    EXPECT_FALSE(engine::bounceRule(playbook));
}

TEST(BouncePattern, NamesTheHourAndTheSegmentInWhichDealsBounce)
{
    Bounces bounces;
    for (std::uint8_t i = 0; i < 100; ++i) {
        const WeekHour usual{static_cast<std::uint8_t>(9 + i % 5 * 24 + i % 8)};
        addDeal(bounces, usual, 1 + i % 4, false);
        if (i < 20)
            addDeal(bounces, i < 17 ? fridayAtFour : usual, i < 18 ? 2 : 3, true);
    }
    const auto patterns = engine::bouncePatterns(bounces);
    ASSERT_EQ(patterns.size(), 2U);
    EXPECT_EQ(patterns[0].hour, std::nullopt);
    EXPECT_EQ(patterns[0].segment, 2U);
    EXPECT_DOUBLE_EQ(patterns[0].share, 0.9);
    EXPECT_DOUBLE_EQ(patterns[0].usual, 0.25);
    EXPECT_EQ(patterns[0].deals, 18U);
    EXPECT_EQ(patterns[1].hour, fridayAtFour);
    EXPECT_DOUBLE_EQ(patterns[1].share, 0.85);
    EXPECT_LT(patterns[1].chance, 1e-6);
}

TEST(BouncePattern, NamesNothingOfDealsOfWhichNobodyToldTheSegment)
{
    Bounces bounces;
    for (std::uint8_t i = 0; i < 60; ++i)
        addDeal(bounces, {static_cast<std::uint8_t>(9 + i % 5 * 24)}, i < 20 ? 0 : 1, i < 20);
    EXPECT_TRUE(engine::bouncePatterns(bounces).empty());
}

TEST(BouncePattern, NamesNothingWhereNoDealBouncedOrAllDid)
{
    Bounces bounces;
    EXPECT_TRUE(engine::bouncePatterns(bounces).empty());
    for (int i = 0; i < 30; ++i)
        addDeal(bounces, fridayAtFour, 1, true);
    EXPECT_TRUE(engine::bouncePatterns(bounces).empty()) << "there is nothing to compare them with";
}

// Which deals bounced is drawn anew each time, so that whatever is named is named wrongly.
TEST(BouncePattern, OfNothingIsNamedByChanceInOneOfTwentyAtMost)
{
    std::mt19937 random(11);
    constexpr int rounds = 1000;
    int named = 0;
    for (int round = 0; round < rounds; ++round) {
        Bounces bounces;
        for (int i = 0; i < 300; ++i) {
            const bool fridays = random() % 3 == 0; // many changes are made then, whatever the deal
            const auto hour = static_cast<std::uint8_t>(9 + random() % 9 + 24 * (fridays ? 4 : random() % 5));
            addDeal(bounces, {hour}, static_cast<domain::SymbolKey>(1 + random() % 6), random() % 8 == 0);
        }
        named += engine::bouncePatterns(bounces).empty() ? 0 : 1;
    }
    EXPECT_LE(named, rounds / 20);
    EXPECT_GT(named, 0) << "or it would never name anything";
}

RC_GTEST_PROP(Bounce, IsFoundAsByLookingAtEveryWeek, ())
{
    const auto lines = *rc::gen::exec([] { return fakes::anyStory(60); });
    Story told(fakes::smallPlaybook());
    for (const std::string &line : lines)
        told.tell(line);
    const Bounces bounces = found(told, "33d");
    std::size_t changes = 0;
    for (const engine::ChangedDeal &deal : bounces.deals) {
        RC_ASSERT(deal.first == changes);
        changes += deal.count;
        RC_ASSERT(deal.bounced == (deal.most > 2) && deal.most <= deal.count && deal.count > 0);
        const auto own = std::span(bounces.changes).subspan(deal.first, deal.count);
        const auto marked = std::ranges::count_if(own, &engine::StageChange::inBounce);
        RC_ASSERT((deal.bounced ? marked >= deal.most : marked == 0));
    }
    RC_ASSERT(changes == bounces.changes.size());
}

// The measure that flags go by counts the same changes.
RC_GTEST_PROP(Bounce, IsWhatTheFlagSays, ())
{
    const auto lines = *rc::gen::exec([] { return fakes::anyStory(60); });
    const auto time = *rc::gen::exec([] { return fakes::anyTime(3, 33); });
    domain::Playbook playbook = fakes::smallPlaybook();
    playbook.rules = {
        fakes::ruleOn("bounces", fakes::compare(domain::Measure::StageChangesWeek, domain::Comparison::More, rule.moreThan))};
    Story told(playbook);
    for (const std::string &line : lines)
        told.tell(line);
    const auto history = told.history();
    engine::BounceQuery lastWeek{rule};
    lastWeek.from = fakes::at(time) - rule.within + support::Duration{1};
    for (const engine::ChangedDeal &deal : found(told, time, lastWeek).deals) {
        const std::string id = told.text(history->deals().key(deal.deal));
        if (told.deal(id, time).row.status == engine::Status::Open)
            RC_ASSERT(told.flags(id, time) == (deal.bounced ? "bounces" : ""));
    }
}
