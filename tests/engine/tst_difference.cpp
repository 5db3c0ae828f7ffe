// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/difference.h"

#include "engine/dwellcurve.h"
#include "tests/fakes/arbitraryvalues.h"
#include "tests/fakes/randomstory.h"
#include "tests/fakes/smallplaybook.h"
#include "tests/fakes/story.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <random>

using engine::Ending;
using engine::Share;
using engine::StageFigure;
using engine::StaySpan;
using fakes::Story;
using support::days;

namespace {

using Spans = std::vector<StaySpan>;

/// "3+ 5 7-": censored at 3, the event at 5, a rival at 7.
Spans spans(std::string_view text)
{
    Spans all;
    for (std::size_t i = 0; i < text.size();) {
        int length = 0;
        for (; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i)
            length = 10 * length + (text[i] - '0');
        Ending ending = Ending::Event;
        for (; i < text.size() && (text[i] < '0' || text[i] > '9'); ++i)
            ending = text[i] == '+' ? Ending::Censored : text[i] == '-' ? Ending::Competing : ending;
        all.push_back({days(length), {}, 0, ending});
    }
    std::ranges::sort(all, {}, &StaySpan::length);
    return all;
}

Spans anySpans(std::int64_t most)
{
    Spans all(static_cast<std::size_t>(fakes::anyNumber(1, most)));
    for (StaySpan &span : all)
        span = {days(fakes::anyNumber(0, 12)), {}, 0, static_cast<Ending>(fakes::anyNumber(0, 2))};
    std::ranges::sort(all, {}, &StaySpan::length);
    return all;
}

/// The log-rank test day by day, each group counted from scratch; the chance, or −1 without a variance.
double slowLogRank(const Spans &first, const Spans &second)
{
    double apart = 0;
    double variance = 0;
    for (int day = 0; day <= 12; ++day) {
        const auto count = [&](const Spans &group, bool onlyEvents) {
            return static_cast<double>(std::ranges::count_if(group, [&](const StaySpan &s) {
                return onlyEvents ? s.length == days(day) && s.ending == Ending::Event : s.length >= days(day);
            }));
        };
        const double n1 = count(first, false);
        const double n = n1 + count(second, false);
        const double ended = count(first, true) + count(second, true);
        if (n == 0)
            break;
        apart += count(first, true) - ended * n1 / n;
        if (n > 1)
            variance += ended * n1 * (n - n1) * (n - ended) / (n * n * (n - 1));
    }
    return variance > 0 ? std::erfc(std::max(0.0, std::abs(apart) - 0.5) / std::sqrt(2 * variance)) : -1;
}

engine::FunnelQuery owned(Story &told, std::string_view owner)
{
    engine::FunnelQuery query;
    query.accept = [&told, owner](const engine::StayDeal &deal) { return told.text(deal.owner) == owner; };
    return query;
}

/// Deals of which some went on after `days`, told as lines.
std::string group(std::string_view owner, int deals, int gone, int days)
{
    std::string lines;
    for (int i = 0; i < deals; ++i) {
        lines += fmt::format("0d deal {0}{1} owner={0}\n", owner, i);
        if (i < gone)
            lines += fmt::format("{}d stage {}{} shown\n", days, owner, i);
        else
            lines += fmt::format("{}d lost {}{}\n", days, owner, i);
    }
    return lines;
}

} // namespace

TEST(Difference, OfSharesWithoutOpenDealsIsFishersTest)
{
    Story told(fakes::smallPlaybook(), group("ann", 20, 18, 3) + group("bob", 20, 6, 3));
    const engine::Stays stays(*told.history(), told.playbook(), fakes::at("9d"), {});
    auto found = engine::differences(stays, owned(told, "ann"), owned(told, "bob"));
    // Those who went on are open in the next stage, so that of their win nothing is known.
    const auto next = found[0][static_cast<std::size_t>(StageFigure::Next)];
    ASSERT_TRUE(next);
    EXPECT_DOUBLE_EQ(next->first, 0.9);
    EXPECT_DOUBLE_EQ(next->second, 0.3);
    EXPECT_NEAR(next->alone, engine::chanceOfDifference({18, 20}, {6, 20}), 1e-12);
    EXPECT_EQ(next->within, std::nullopt) << "of all of them it is known";
    EXPECT_EQ(found[4][static_cast<std::size_t>(StageFigure::Next)], std::nullopt) << "nothing comes after the last stage";
}

TEST(Difference, ComparesOverTheTimeForWhichBothWereWatched)
{
    // Ann's deals are of an earlier time: half went on within five days, and all but two in the end. Bob's are five days old.
    std::string lines;
    for (int i = 0; i < 10; ++i) {
        lines += fmt::format("0d deal A{} owner=ann\n {}d stage A{} shown\n", i, i < 5 ? 3 : 20, i);
        lines += fmt::format("35d deal B{} owner=bob\n", i);
        if (i < 5)
            lines += fmt::format("38d stage B{} shown\n", i);
    }
    Story told(fakes::smallPlaybook(), lines);
    const engine::Stays stays(*told.history(), told.playbook(), fakes::at("40d"), {});
    const auto next =
        engine::differences(stays, owned(told, "ann"), owned(told, "bob"))[0][static_cast<std::size_t>(StageFigure::Next)];
    ASSERT_TRUE(next);
    EXPECT_DOUBLE_EQ(next->first, 0.5);
    EXPECT_DOUBLE_EQ(next->second, 0.5);
    EXPECT_EQ(next->within, days(5));
    EXPECT_DOUBLE_EQ(next->alone, 1) << "bob's have only had less time";
}

TEST(Difference, OfOverrunsIsNotAskedWhereASliceIsYoungerThanTheLimit)
{
    std::string lines = group("ann", 6, 6, 12); // the limit is ten days
    for (int i = 0; i < 6; ++i)
        lines += fmt::format("35d deal B{} owner=bob\n", i);
    Story told(fakes::smallPlaybook(), lines);
    const engine::Stays young(*told.history(), told.playbook(), fakes::at("40d"), {});
    const auto overrun = static_cast<std::size_t>(StageFigure::Overrun);
    EXPECT_EQ(engine::differences(young, owned(told, "ann"), owned(told, "bob"))[0][overrun], std::nullopt);
    const engine::Stays old(*told.history(), told.playbook(), fakes::at("46d"), {});
    const auto difference = engine::differences(old, owned(told, "ann"), owned(told, "bob"))[0][overrun];
    ASSERT_TRUE(difference);
    EXPECT_DOUBLE_EQ(difference->first, 1);
    EXPECT_DOUBLE_EQ(difference->second, 1);
}

TEST(Difference, IsMarkedOnlyAfterTheCorrectionForAllThatIsShown)
{
    Story told(fakes::smallPlaybook(), group("ann", 9, 8, 3) + group("bob", 9, 3, 3));
    const engine::Stays stays(*told.history(), told.playbook(), fakes::at("9d"), {});
    std::vector<std::vector<engine::StageDifferences>> shown;
    shown.push_back(engine::differences(stays, owned(told, "ann"), owned(told, "bob")));
    const std::size_t figure = static_cast<std::size_t>(StageFigure::Next);
    EXPECT_LT(shown[0][0][figure]->alone, 0.05);
    engine::correctForNumber(shown);
    EXPECT_GE(shown[0][0][figure]->chance, 0.05);
    EXPECT_FALSE(shown[0][0][figure]->isMoreThanChance());
}

TEST(EffectiveShare, IsThePlainShareWithoutOpenDeals)
{
    EXPECT_EQ(engine::effectiveShare(spans("1 2 3- 4"), days(9)), (Share{3, 4}));
    EXPECT_EQ(engine::effectiveShare(spans("1 2 3- 4"), days(2)), (Share{2, 4})) << "half within two days";
    EXPECT_EQ(engine::effectiveShare(spans("5+ 6+"), days(4)), (Share{0, 2})) << "nobody yet, and both were watched";
    EXPECT_EQ(engine::effectiveShare(spans("5+ 6+"), days(7)), std::nullopt) << "and nobody any longer";
}

TEST(EffectiveShare, CountsADealThatIsStillOpenAsLess)
{
    const auto share = engine::effectiveShare(spans("1 1 1 2+ 2+ 2+ 2+ 9 9- 9-"), days(9));
    ASSERT_TRUE(share);
    EXPECT_LT(share->whole, 10U);
    EXPECT_GE(share->whole, 5U);
}

TEST(LogRank, IsThatOfTheTextbook)
{
    // Remission of leukaemia, Freireich et al. 1963: 16.79 without a correction for continuity, from 9 − 19.25 and 6.2570.
    const auto drug = spans("6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+");
    const auto none = spans("1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23");
    const auto test = engine::logRank(drug, none);
    ASSERT_TRUE(test);
    EXPECT_NEAR(test->first, 9 / 19.2505, 1e-4);
    EXPECT_NEAR(test->second, 21 / 10.7495, 1e-4);
    EXPECT_NEAR(test->chance, std::erfc((10.2505 - 0.5) / std::sqrt(2 * 6.2570)), 1e-6);
}

TEST(LogRank, SaysNothingWhereNothingCouldEnd)
{
    EXPECT_EQ(engine::logRank(spans("3+ 4+"), spans("5+")), std::nullopt);
    EXPECT_EQ(engine::logRank({}, spans("5")), std::nullopt);
}

RC_GTEST_PROP(LogRank, IsThatOfCountingEveryDayFromScratch, ())
{
    const Spans first = *rc::gen::exec([] { return anySpans(25); });
    const Spans second = *rc::gen::exec([] { return anySpans(25); });
    const double slow = slowLogRank(first, second);
    const auto test = engine::logRank(first, second);
    RC_ASSERT(test.has_value() == (slow >= 0));
    RC_ASSERT(!test || std::abs(test->chance - slow) < 1e-9);
    const auto turned = engine::logRank(second, first);
    RC_ASSERT(!test || std::abs(test->chance - turned->chance) < 1e-9);
}

RC_GTEST_PROP(EffectiveShare, OfClosedDealsIsTheirCount, ())
{
    Spans all = *rc::gen::exec([] { return anySpans(30); });
    for (StaySpan &span : all)
        span.ending = span.ending == Ending::Censored ? Ending::Competing : span.ending;
    const auto within = days(*rc::gen::inRange(0, 13));
    const auto part =
        std::ranges::count_if(all, [&](const StaySpan &s) { return s.length <= within && s.ending == Ending::Event; });
    RC_ASSERT(engine::effectiveShare(all, within)
              == (Share{static_cast<std::uint32_t>(part), static_cast<std::uint32_t>(all.size())}));
}

// Both slices are of one kind, so that every difference that is told is told wrongly.
TEST(Difference, OfNothingIsToldByChanceInOneOfTwentyAtMost)
{
    std::mt19937 random(7);
    const auto group = [&](std::size_t count) {
        Spans all;
        for (std::size_t i = 0; i < count; ++i) {
            const auto event = 1 + static_cast<int>(random() % 60);
            const auto watched = 1 + static_cast<int>(random() % 60);
            const Ending end = random() % 3 == 0 ? Ending::Competing : Ending::Event;
            all.push_back({days(std::min(event, watched)), {}, 0, event <= watched ? end : Ending::Censored});
        }
        std::ranges::sort(all, {}, &StaySpan::length);
        return all;
    };
    int told = 0;
    int toldOfDwell = 0;
    constexpr int rounds = 2000;
    for (int round = 0; round < rounds; ++round) {
        const std::size_t size = 8 + random() % 60;
        const Spans first = group(size);
        const Spans second = group(size + random() % 40);
        const auto within = days(40);
        const auto a = engine::effectiveShare(first, within);
        const auto b = engine::effectiveShare(second, within);
        told += a && b && engine::chanceOfDifference(*a, *b) < engine::tellingChance ? 1 : 0;
        const auto test = engine::logRank(first, second);
        toldOfDwell += test && test->chance < engine::tellingChance ? 1 : 0;
    }
    EXPECT_LE(told, rounds / 20);
    EXPECT_LE(toldOfDwell, rounds / 20);
    EXPECT_GT(told, 0) << "or it would never tell anything";
}

TEST(DwellCurve, HasGreenwoodsBandOnTheScaleOfLogLog)
{
    // The drug's group of Freireich et al.: S(6) = 0.857 with 0.620 to 0.952, S(23) = 0.448 with 0.188 to 0.680.
    std::string lines;
    int i = 0;
    for (const auto &[length, ended] : std::initializer_list<std::pair<int, bool>>{
             {6, true},   {6, true},   {6, true},   {6, false},  {7, true},   {9, false},  {10, true},
             {10, false}, {11, false}, {13, true},  {16, true},  {17, false}, {19, false}, {20, false},
             {22, true},  {23, true},  {25, false}, {32, false}, {32, false}, {34, false}, {35, false}}) {
        lines += fmt::format("{}d deal D{}\n", 40 - length, ++i);
        if (ended)
            lines += fmt::format("40d stage D{} shown\n", i);
    }
    Story told(fakes::smallPlaybook(), lines);
    const engine::Stays stays(*told.history(), told.playbook(), fakes::at("40d"), {});
    const engine::DwellCurve curve = engine::dwellCurve(stays, {}, 0);
    EXPECT_EQ(curve.entered, 21U);
    EXPECT_EQ(curve.left, 9U);
    EXPECT_EQ(curve.longest, days(35));
    ASSERT_EQ(curve.steps.size(), 7U);
    EXPECT_NEAR(curve.steps.front().staying, 0.857, 5e-4);
    EXPECT_NEAR(curve.steps.front().band.from, 0.620, 5e-4);
    EXPECT_NEAR(curve.steps.front().band.to, 0.952, 5e-4);
    EXPECT_NEAR(curve.steps.back().staying, 0.448, 5e-4);
    EXPECT_NEAR(curve.steps.back().band.from, 0.188, 5e-4);
    EXPECT_NEAR(curve.steps.back().band.to, 0.680, 5e-4);
    EXPECT_EQ(curve.steps.back().atRisk, 6U);
}

RC_GTEST_PROP(DwellCurve, FallsAndKeepsWithinItsBand, (bool proven))
{
    const auto lines = *rc::gen::exec([] { return fakes::anyStory(60); });
    Story told(fakes::smallPlaybook());
    for (const std::string &line : lines)
        told.tell(line);
    const engine::Stays stays(*told.history(), told.playbook(), fakes::at("20d"), {0, proven});
    for (std::size_t place = 0; place < 5; ++place) {
        double before = 1;
        for (const auto &step : engine::dwellCurve(stays, {}, place).steps) {
            RC_ASSERT(step.staying < before && step.staying >= 0);
            RC_ASSERT(step.band.from <= step.staying + 1e-12 && step.staying <= step.band.to + 1e-12);
            RC_ASSERT(step.band.from >= 0 && step.band.to <= 1);
            before = step.staying;
        }
    }
}
