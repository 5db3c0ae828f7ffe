// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/survival.h"

#include "tests/fakes/arbitraryvalues.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

using engine::Ending;
using engine::Spell;
using engine::SurvivalCurve;
using support::days;

namespace {

/// A span that ended in the event, in something that rules the event out, or was still running.
struct RivalSpell {
    support::Duration length;
    Ending ending;
};

engine::QuantileWalk walked(std::vector<Spell> spells)
{
    std::ranges::sort(spells, {}, &Spell::length);
    engine::QuantileWalk walk;
    for (std::size_t i = 0; i < spells.size(); ++i)
        walk.expect();
    for (const Spell &spell : spells)
        walk.add(spell.length, spell.ended);
    return walk;
}

std::optional<double> incidence(std::vector<RivalSpell> spells)
{
    std::ranges::sort(spells, {}, &RivalSpell::length);
    engine::IncidenceWalk walk;
    for (std::size_t i = 0; i < spells.size(); ++i)
        walk.expect();
    for (const RivalSpell &spell : spells)
        walk.add(spell.length, spell.ending);
    return walk.share();
}

/// The share that is still running at `length`.
double surviving(const SurvivalCurve &curve, support::Duration length)
{
    const auto steps = curve.steps();
    const auto after = std::ranges::upper_bound(steps, length, {}, &SurvivalCurve::Step::at);
    return after == steps.begin() ? 1 : (after - 1)->surviving;
}

bool close(double a, double b)
{
    return std::abs(a - b) < 1e-9;
}

std::vector<RivalSpell> anySpells()
{
    std::vector<RivalSpell> spells(static_cast<std::size_t>(fakes::anyNumber(1, 30)));
    for (RivalSpell &spell : spells)
        spell = {days(fakes::anyNumber(0, 12)), static_cast<Ending>(fakes::anyNumber(0, 2))};
    return spells;
}

/// The share still running after `length`, as a product over every day on which something ended, each counted from scratch.
double slowSurvival(const std::vector<RivalSpell> &spells, support::Duration length)
{
    std::set<support::Duration> times;
    for (const RivalSpell &spell : spells)
        times.insert(spell.length);
    double share = 1;
    for (const support::Duration time : times) {
        const auto risk = std::ranges::count_if(spells, [&](const auto &spell) { return spell.length >= time; });
        const auto ended = std::ranges::count_if(
            spells, [&](const auto &spell) { return spell.length == time && spell.ending != Ending::Censored; });
        if (time <= length)
            share *= static_cast<double>(risk - ended) / static_cast<double>(risk);
    }
    return share;
}

/// Aalen and Johansen's sum: over all days, who is still running just before it times the share that comes to the event then.
double slowIncidence(const std::vector<RivalSpell> &spells)
{
    double sum = 0;
    for (std::int64_t day = 0; day <= 12; ++day) {
        const auto at = [&](Ending ending) {
            return static_cast<double>(std::ranges::count_if(
                spells, [&](const auto &spell) { return spell.length == days(day) && spell.ending == ending; }));
        };
        const auto risk =
            static_cast<double>(std::ranges::count_if(spells, [&](const auto &spell) { return spell.length >= days(day); }));
        if (risk > 0)
            sum += slowSurvival(spells, days(day) - support::Duration{1}) * at(Ending::Event) / risk;
    }
    return sum;
}

} // namespace

TEST(SurvivalCurve, IsAStaircaseThroughTheEndedSpells)
{
    const SurvivalCurve curve({{days(1), true}, {days(2), false}, {days(3), true}, {days(4), true}});
    ASSERT_EQ(curve.steps().size(), 3U);
    EXPECT_DOUBLE_EQ(surviving(curve, days(0)), 1);
    EXPECT_DOUBLE_EQ(surviving(curve, days(1)), 0.75);
    EXPECT_DOUBLE_EQ(surviving(curve, days(2)), 0.75);
    EXPECT_DOUBLE_EQ(surviving(curve, days(3)), 0.375);
    EXPECT_DOUBLE_EQ(surviving(curve, days(9)), 0);
}

TEST(SurvivalCurve, CountsThoseCensoredAtAnEventAsAtRiskInIt)
{
    const SurvivalCurve curve({{days(1), false}, {days(1), true}});
    EXPECT_DOUBLE_EQ(surviving(curve, days(1)), 0.5);
}

TEST(SurvivalCurve, TellsWhatRemainsOfThoseThatCameSoFar)
{
    const SurvivalCurve curve({{days(2), true}, {days(4), true}, {days(6), true}, {days(10), true}});
    EXPECT_EQ(curve.medianRemaining(days(0)), days(4));
    EXPECT_EQ(curve.medianRemaining(days(5)), days(1)) << "of 6 and 10 the nearer";
    EXPECT_EQ(curve.medianRemaining(days(6)), days(4));
    EXPECT_EQ(curve.medianRemaining(days(10)), std::nullopt);
}

TEST(QuantileWalk, EndsWhereHalfAndFourFifthsAreGone)
{
    const auto walk = walked({{days(1), true}, {days(2), false}, {days(3), true}, {days(4), true}});
    EXPECT_EQ(walk.median(), days(3));
    EXPECT_EQ(walk.eightieth(), days(4));
    EXPECT_EQ(walked({{days(1), true}, {days(2), false}, {days(2), false}}).median(), std::nullopt) << "too few ended";
    EXPECT_EQ(walked({}).median(), std::nullopt);
}

TEST(IncidenceWalk, IsThePlainShareWithoutCensoring)
{
    EXPECT_DOUBLE_EQ(*incidence({{days(1), Ending::Event}, {days(1), Ending::Competing}, {days(9), Ending::Event}}), 2.0 / 3);
    EXPECT_EQ(incidence({}), std::nullopt);
}

RC_GTEST_PROP(SurvivalCurve, AgreesWithAProductCountedFromScratch, ())
{
    const auto rivals = *rc::gen::map(rc::gen::exec(anySpells), [](std::vector<RivalSpell> spells) { return spells; });
    std::vector<Spell> spells;
    for (const RivalSpell &spell : rivals)
        spells.push_back({spell.length, spell.ending != Ending::Censored});
    const SurvivalCurve curve(spells);
    for (std::int64_t day = 0; day <= 13; ++day)
        RC_ASSERT(close(surviving(curve, days(day)), slowSurvival(rivals, days(day))));
}

RC_GTEST_PROP(QuantileWalk, FindsTheQuantilesOfTheCurve, ())
{
    const auto rivals = *rc::gen::map(rc::gen::exec(anySpells), [](std::vector<RivalSpell> spells) { return spells; });
    std::vector<Spell> spells;
    for (const RivalSpell &spell : rivals)
        spells.push_back({spell.length, spell.ending != Ending::Censored});
    const engine::QuantileWalk walk = walked(spells);
    const SurvivalCurve curve(spells);
    const auto firstAtMost = [&](double left) {
        const auto steps = curve.steps();
        const auto found = std::ranges::find_if(steps, [&](const auto &step) { return step.surviving <= left + 1e-12; });
        return found == steps.end() ? std::nullopt : std::optional(found->at);
    };
    RC_ASSERT(walk.median() == firstAtMost(0.5));
    RC_ASSERT(walk.eightieth() == firstAtMost(1 - 0.8));
}

RC_GTEST_PROP(SurvivalCurve, FindsWhatASearchFromTheFirstStepOnFinds, ())
{
    const auto lengths = *rc::gen::container<std::vector<std::int64_t>>(
        rc::gen::oneOf(rc::gen::inRange<std::int64_t>(0, 40), rc::gen::inRange<std::int64_t>(0, days(400).micros)));
    std::vector<Spell> spells;
    for (const std::int64_t length : lengths)
        spells.push_back({{length}, length % 5 != 0});
    const SurvivalCurve curve(spells);
    const auto firstAtMost = [&](double left) -> std::optional<support::Duration> {
        for (const SurvivalCurve::Step &step : curve.steps()) {
            if (step.surviving <= left + 1e-12)
                return step.at;
        }
        return std::nullopt;
    };
    const support::Duration spent{*rc::gen::inRange<std::int64_t>(-10, days(410).micros)};
    double now = 1;
    for (const SurvivalCurve::Step &step : curve.steps())
        now = step.at <= spent ? step.surviving : now;
    RC_ASSERT(surviving(curve, spent) == now);
    const auto total = now > 0 ? firstAtMost(1 - (1 - now / 2)) : std::nullopt;
    RC_ASSERT(curve.medianRemaining(spent) == (total && *total >= spent ? std::optional(*total - spent) : std::nullopt));
}

RC_GTEST_PROP(IncidenceWalk, AgreesWithASumCountedFromScratch, ())
{
    const auto spells = *rc::gen::exec(anySpells);
    const bool ended = std::ranges::any_of(spells, [](const auto &spell) { return spell.ending != Ending::Censored; });
    RC_ASSERT(incidence(spells).has_value() == ended);
    RC_ASSERT(!ended || close(*incidence(spells), slowIncidence(spells)));
}

RC_GTEST_PROP(IncidenceWalk, IsThePlainShareWhateverTheTimesWithoutCensoring, ())
{
    auto spells = *rc::gen::exec(anySpells);
    std::erase_if(spells, [](const RivalSpell &spell) { return spell.ending == Ending::Censored; });
    RC_PRE(!spells.empty());
    const auto events = std::ranges::count(spells, Ending::Event, &RivalSpell::ending);
    RC_ASSERT(close(*incidence(spells), static_cast<double>(events) / static_cast<double>(spells.size())));
}
