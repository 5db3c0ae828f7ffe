// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "desk.h"

#include "workbench/battlemap.h"
#include "workbench/sampling.h"

#include <fmt/format.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <map>
#include <numeric>

using domain::Quadrant;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;
using tests::Desk;
using namespace workbench;

namespace {

std::shared_ptr<const BattleMap> mapOf(const Workbench &workbench, const Scope &scope = {})
{
    return battleMap(workbench, scope, workbench.now()).value();
}

/// A sample that every test reads.
const Workbench &sample()
{
    static const Desk desk("");
    static const auto made =
        createSample(desk.folder / "map.plumb", {400, 5, tests::at("2026-02-27T18:00:00+08:00")}, desk.clock).value();
    return *made;
}

/// The deals of the map as "id: quadrant, days", in its order.
std::vector<std::string> told(const Workbench &workbench, const BattleMap &map)
{
    std::vector<std::uint32_t> places(map.size());
    std::iota(places.begin(), places.end(), 0U);
    const auto deals = mapDeals(workbench, map, places);
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < deals.size(); ++i)
        lines.push_back(fmt::format("{}: {}, {}", deals[i].id->text(), static_cast<int>(map.quadrant[i]),
                                    i < map.placed ? std::to_string(std::lround(map.days[i])) : "none"));
    return lines;
}

/// What a quadrant holds, counted one score after the other.
struct Counted {
    std::uint32_t deals = 0;
    std::map<std::string, std::int64_t> money;
};

std::map<Quadrant, Counted> counted(const Workbench &workbench, const std::function<Quadrant(const ScoreLine &)> &quadrant)
{
    std::map<Quadrant, Counted> all;
    const auto done = scores(workbench, workbench.now(), std::nullopt, [&](const ScoreLine &line) {
        Counted &one = all[quadrant(line)];
        ++one.deals;
        if (line.amount)
            one.money[line.amount->currency.text()] += line.amount->minor;
    });
    EXPECT_TRUE(done);
    return all;
}

void expectSame(const MapTally &tallied, const std::map<Quadrant, Counted> &expected)
{
    for (const Quadrant quadrant :
         {Quadrant::None, Quadrant::HighShort, Quadrant::LowShort, Quadrant::HighLong, Quadrant::LowLong}) {
        const auto slow = expected.find(quadrant);
        const Counted none;
        const Counted &wanted = slow == expected.end() ? none : slow->second;
        const MapSum &sum = tallied.of(quadrant);
        EXPECT_EQ(sum.deals, wanted.deals) << static_cast<int>(quadrant);
        std::map<std::string, std::int64_t> money;
        for (const support::Money &one : sum.claimed)
            money[one.currency.text()] += one.minor;
        EXPECT_EQ(money, wanted.money) << static_cast<int>(quadrant);
    }
}

std::uint32_t dealsIn(const MapTally &tallied)
{
    std::uint32_t all = tallied.withoutDays.deals;
    for (const MapSum &quadrant : tallied.quadrants)
        all += quadrant.deals;
    return all;
}

std::string codeName(const BattleMap &map, MapBy by, std::size_t place)
{
    return map.name(by)[map.code(by)[place]].id;
}

} // namespace

TEST(BattleMap, HasTheOpenDealsOfTheScope)
{
    const Desk desk;
    EXPECT_THAT(told(*desk.workbench, *mapOf(*desk.workbench)),
                UnorderedElementsAre(testing::StartsWith("D1:"), testing::StartsWith("D2:"), testing::StartsWith("D4:")))
        << "D3 is won";
    const Scope bobs{.person = domain::PersonId::parse("bob").value()};
    EXPECT_THAT(told(*desk.workbench, *mapOf(*desk.workbench, bobs)), ElementsAre(testing::StartsWith("D2:")));
    const Scope nobodys{.product = domain::ProductId::parse("none").value()};
    EXPECT_THAT(told(*desk.workbench, *mapOf(*desk.workbench, nobodys)), IsEmpty());
}

TEST(BattleMap, TellsRegionOwnerStageAndGravestFlagOfADeal)
{
    const Desk desk;
    const auto map = mapOf(*desk.workbench);
    const std::vector<std::string> lines = told(*desk.workbench, *map);
    const auto at = static_cast<std::size_t>(
        std::ranges::find_if(lines, [](const std::string &line) { return line.starts_with("D1"); }) - lines.begin());
    ASSERT_LT(at, lines.size());
    EXPECT_EQ(codeName(*map, MapBy::Region, at), "north");
    EXPECT_EQ(codeName(*map, MapBy::Rep, at), "ann");
    EXPECT_EQ(codeName(*map, MapBy::Stage, at), "needs_diagnosed");
    const auto other = static_cast<std::size_t>(
        std::ranges::find_if(lines, [](const std::string &line) { return line.starts_with("D2"); }) - lines.begin());
    EXPECT_EQ(codeName(*map, MapBy::Region, other), "") << "the team of bob lies in no region";
}

TEST(BattleMap, TakesNoFlagThatSomebodyHasPutAside)
{
    Desk desk;
    const auto flagOf = [&] {
        const auto map = mapOf(*desk.workbench, {.person = domain::PersonId::parse("bob").value()});
        return codeName(*map, MapBy::Flag, 0);
    };
    for (std::string before = flagOf(); !before.empty();) {
        desk.apply(DecideFlag{tests::dealId("D2"), domain::RuleId::parse(before).value(), domain::FlagAct::Dismissed, {}, "no"});
        const std::string after = flagOf();
        ASSERT_NE(after, before);
        before = after;
    }
}

TEST(BattleMap, CountsAndSumsAsTheScoresDo)
{
    const auto map = mapOf(sample());
    ASSERT_GT(map->placed, 50U);
    expectSame(tally(*map, map->cuts), counted(sample(), [](const ScoreLine &line) { return line.quadrant; }));
}

TEST(BattleMap, ProvesTheMoneyOfDealsWhoseEvidenceBearsTheirStage)
{
    const auto map = mapOf(sample());
    const domain::Playbook playbook = sample().playbook(sample().now());
    const auto &stages = playbook.pipelines.front().stages;
    const auto stageAt = [&](const std::string &id) {
        return std::ranges::find(stages, id, [](const domain::Stage &stage) { return stage.id.text(); }) - stages.begin();
    };
    std::uint32_t proven = 0;
    std::int64_t money = 0;
    ASSERT_TRUE(scores(sample(), sample().now(), std::nullopt, [&](const ScoreLine &line) {
        const bool bears = stageAt(line.proven) >= stageAt(line.claimed);
        proven += bears ? 1 : 0;
        money += bears && line.amount ? line.amount->minor : 0;
    }));
    const MapTally tallied = tally(*map, map->cuts);
    std::uint32_t told = tallied.withoutDays.provenDeals;
    std::int64_t sum = 0;
    for (const MapSum &quadrant : tallied.quadrants) {
        told += quadrant.provenDeals;
        for (const support::Money &one : quadrant.proven)
            sum += one.minor;
    }
    EXPECT_EQ(told, proven);
    EXPECT_EQ(sum, money) << "all amounts of the sample are of one currency";
    EXPECT_LT(proven, map->size());
}

TEST(BattleMap, IsDividedAnewByOtherCuts)
{
    const auto map = mapOf(sample());
    const MapCuts cuts{30, 12.5};
    expectSame(tally(*map, cuts), counted(sample(), [&](const ScoreLine &line) {
                   if (!line.daysToClose)
                       return Quadrant::None;
                   const bool isShort = *line.daysToClose <= 12.5;
                   if (*line.health >= 30)
                       return isShort ? Quadrant::HighShort : Quadrant::HighLong;
                   return isShort ? Quadrant::LowShort : Quadrant::LowLong;
               }));
}

RC_GTEST_PROP(BattleMapProperty, EveryOpenDealIsInAQuadrantOrBesideTheMapWhereverItIsCut, ())
{
    const auto map = mapOf(sample());
    const auto health = *rc::gen::inRange<std::int64_t>(-200, 300);
    const auto days = *rc::gen::inRange(0, 400);
    const MapTally tallied = tally(*map, {health, days / 2.0});
    RC_ASSERT(dealsIn(tallied) == map->size());
    RC_ASSERT(tallied.withoutDays.deals == map->size() - map->placed);
    const MapTally own = tally(*map, map->cuts);
    const auto claimed = [](const MapTally &of) {
        std::int64_t sum = 0;
        for (const MapSum &quadrant : of.quadrants) {
            for (const support::Money &one : quadrant.claimed)
                sum += one.minor;
        }
        return sum;
    };
    RC_ASSERT(claimed(tallied) == claimed(own));
}

RC_GTEST_PROP(BattleMapProperty, WhatIsTakenAndWhatIsNotMakeTheWhole, ())
{
    const auto map = mapOf(sample());
    std::vector<std::uint8_t> taken(map->size());
    std::vector<std::uint8_t> left(map->size());
    std::vector<std::uint32_t> places;
    for (std::size_t i = 0; i < map->size(); ++i) {
        taken[i] = *rc::gen::inRange(0, 2) != 0 ? 1 : 0;
        left[i] = 1 - taken[i];
        if (taken[i] != 0)
            places.push_back(static_cast<std::uint32_t>(i));
    }
    RC_ASSERT(dealsIn(tally(*map, map->cuts, taken)) == sumOf(*map, places).deals);
    RC_ASSERT(dealsIn(tally(*map, map->cuts, taken)) + dealsIn(tally(*map, map->cuts, left)) == map->size());
}

TEST(BattleMap, KnowsADealByTheSameNumberAtEveryInstant)
{
    const auto now = mapOf(sample());
    const auto before = battleMap(sample(), {}, sample().now() - support::days(28)).value();
    const auto idOf = [](const BattleMap &map) {
        std::vector<std::uint32_t> places(map.size());
        std::iota(places.begin(), places.end(), 0U);
        std::map<std::uint32_t, std::string> ids;
        const auto deals = mapDeals(sample(), map, places);
        for (std::size_t i = 0; i < deals.size(); ++i)
            ids[map.deal[i]] = deals[i].id->text();
        return ids;
    };
    const auto ids = idOf(*now);
    std::size_t common = 0;
    for (const auto &[deal, id] : idOf(*before)) {
        const auto same = ids.find(deal);
        if (same == ids.end())
            continue;
        ++common;
        EXPECT_EQ(same->second, id);
    }
    EXPECT_GT(common, 10U);
    EXPECT_TRUE(std::is_sorted(now->deal.begin(), now->deal.begin() + static_cast<std::ptrdiff_t>(now->placed)));
    EXPECT_TRUE(std::is_sorted(now->deal.begin() + static_cast<std::ptrdiff_t>(now->placed), now->deal.end()));
}

TEST(BattleMap, KeepsTheCurrenciesApart)
{
    Desk desk;
    desk.import(
        R"({"type":"event","deal":"D2","kind":"amount","amount":"1000","currency":"EUR","occurred_at":"2026-02-20T09:00:00+08:00"})");
    const auto map = mapOf(*desk.workbench);
    std::map<std::string, std::int64_t> sums;
    const MapTally tallied = tally(*map, map->cuts);
    for (const Quadrant quadrant :
         {Quadrant::None, Quadrant::HighShort, Quadrant::LowShort, Quadrant::HighLong, Quadrant::LowLong}) {
        for (const support::Money &one : tallied.of(quadrant).claimed)
            sums[one.currency.text()] += one.minor;
    }
    EXPECT_EQ(sums["EUR"], 100'000);
}

TEST(BattleMap, FindsTheClosedDealsThatWereStuckWhereThisOneIsAndWhatHelpedThem)
{
    Desk desk;
    desk.import(R"({"type":"contact","id":"boss","customer":"acme","name":"老板"}
{"type":"deal","id":"W1","customer":"acme","name":"卡住过","owner":"ann","occurred_at":"2025-09-01T09:00:00+08:00"}
{"type":"event","deal":"W1","kind":"role","role":"final_approver","contact":"boss","occurred_at":"2025-10-20T09:00:00+08:00"}
{"type":"event","deal":"W1","kind":"stage","stage":"needs_diagnosed","occurred_at":"2025-11-01T09:00:00+08:00"}
{"type":"event","deal":"W1","kind":"won","occurred_at":"2025-11-02T09:00:00+08:00"}
{"type":"deal","id":"L1","customer":"acme","name":"丢了","owner":"ann","occurred_at":"2025-09-01T09:00:00+08:00"}
{"type":"event","deal":"L1","kind":"lost","occurred_at":"2025-11-02T09:00:00+08:00"})");
    const auto map = mapOf(*desk.workbench, {.person = domain::PersonId::parse("bob").value()});
    ASSERT_EQ(map->size(), 1U) << "D2, in the first stage";
    const std::vector<std::uint32_t> place{0};
    const auto cases = mapCases(*desk.workbench, *map, place, 10).at(0);
    const auto find = [&](std::string_view id) {
        return std::ranges::find_if(cases, [&](const SimilarCase &one) { return one.deal.id->text() == id; });
    };
    const auto won = find("W1");
    ASSERT_NE(won, cases.end());
    EXPECT_THAT(won->reasons, testing::Contains("stuck"));
    EXPECT_EQ(won->stallDays, 61);
    ASSERT_THAT(won->helped, testing::SizeIs(1));
    EXPECT_EQ(won->helped[0], desk.workbench->playbook(desk.now()).roles.at(2).name);
    const auto lost = find("L1");
    ASSERT_NE(lost, cases.end());
    EXPECT_EQ(lost->stallDays, 62);
    EXPECT_THAT(lost->helped, IsEmpty()) << "nothing helped what was lost";
    EXPECT_LT(won - cases.begin(), lost - cases.begin());
}

TEST(BattleMap, StopsWhenItIsAskedTo)
{
    const Desk desk;
    std::stop_source stop;
    stop.request_stop();
    const auto map = battleMap(*desk.workbench, {}, desk.now(), stop.get_token());
    ASSERT_FALSE(map);
    EXPECT_EQ(map.error().code, support::ErrorCode::Cancelled);
}
