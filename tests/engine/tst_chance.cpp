// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/chance.h"

#include "tests/fakes/arbitraryvalues.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

using engine::chanceOfDifference;
using engine::chanceOfExcess;
using engine::Share;

namespace {

double logChoose(double n, double k)
{
    return std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1);
}

/// How likely the table with `at` in the first group is, from the formula.
double likelihood(Share first, Share second, std::int64_t at)
{
    const double part = first.part + second.part;
    return std::exp(logChoose(first.whole, static_cast<double>(at)) + logChoose(second.whole, part - static_cast<double>(at))
                    - logChoose(static_cast<double>(first.whole) + second.whole, part));
}

/// Fisher's test and its tail by adding up every table.
std::pair<double, double> slowChances(Share first, Share second)
{
    const std::int64_t part = static_cast<std::int64_t>(first.part) + second.part;
    const double here = likelihood(first, second, first.part);
    double asRare = 0;
    double excess = 0;
    for (std::int64_t at = std::max<std::int64_t>(0, part - second.whole); at <= std::min<std::int64_t>(part, first.whole);
         ++at) {
        const double weight = likelihood(first, second, at);
        asRare += weight <= here * (1 + 1e-7) ? weight : 0;
        excess += at >= first.part ? weight : 0;
    }
    return {asRare, excess};
}

Share anyShare(std::int64_t most)
{
    const auto whole = fakes::anyNumber(1, most);
    return {static_cast<std::uint32_t>(fakes::anyNumber(0, whole)), static_cast<std::uint32_t>(whole)};
}

} // namespace

TEST(Chance, OfFishersTeaIsOneInSeventyForAllCupsRight)
{
    EXPECT_NEAR(chanceOfExcess({4, 4}, {0, 4}), 1.0 / 70, 1e-12);
    EXPECT_NEAR(chanceOfDifference({4, 4}, {0, 4}), 2.0 / 70, 1e-12) << "all wrong would be as rare";
    EXPECT_NEAR(chanceOfDifference({3, 4}, {1, 4}), 34.0 / 70, 1e-12);
}

TEST(Chance, OfTheSameShareIsCertain)
{
    EXPECT_DOUBLE_EQ(chanceOfDifference({5, 10}, {5, 10}), 1);
    EXPECT_DOUBLE_EQ(chanceOfDifference({0, 10}, {0, 20}), 1);
    EXPECT_DOUBLE_EQ(chanceOfExcess({0, 10}, {3, 20}), 1);
}

TEST(Chance, IsAskedOfAMillionAsOfTen)
{
    // At this size the score test without correction is the same to a digit or two.
    const double p = chanceOfDifference({300'500, 1'000'000}, {299'000, 1'000'000});
    const double z = 0.0015 / std::sqrt(2 * 0.29975 * 0.70025 / 1e6);
    EXPECT_NEAR(p, std::erfc(z / std::sqrt(2)), 5e-4);
    EXPECT_LT(chanceOfDifference({400'000, 1'000'000}, {300'000, 1'000'000}), 1e-100);
}

TEST(Chance, IntervalsAreNewcombesOwn)
{
    // Newcombe 1998, table II: 56/70 and 48/80, method 10.
    const engine::Interval interval = engine::differenceInterval({56, 70}, {48, 80});
    EXPECT_NEAR(interval.from, 0.0524, 5e-5);
    EXPECT_NEAR(interval.to, 0.3339, 5e-5);
    const engine::Interval none = engine::differenceInterval({10, 10}, {0, 20});
    EXPECT_NEAR(none.from, 0.6791, 5e-5);
    EXPECT_NEAR(none.to, 1.0, 5e-5);
}

TEST(Chance, OfAShareIsWilsons)
{
    const engine::Interval interval = engine::shareInterval({81, 263});
    EXPECT_NEAR(interval.from, 0.2553, 5e-5);
    EXPECT_NEAR(interval.to, 0.3662, 5e-5);
    EXPECT_DOUBLE_EQ(engine::shareInterval({0, 5}).from, 0);
    EXPECT_DOUBLE_EQ(engine::shareInterval({5, 5}).to, 1);
}

TEST(Chance, IsCorrectedForTheNumberOfComparisons)
{
    EXPECT_EQ(engine::correctedForNumber({}), std::vector<double>());
    const auto corrected = engine::correctedForNumber({0.04, 0.01, 0.03, 0.005});
    const std::vector<double> expected{0.06, 0.03, 0.06, 0.02};
    for (std::size_t i = 0; i < expected.size(); ++i)
        EXPECT_NEAR(corrected[i], expected[i], 1e-12) << i;
    EXPECT_EQ(engine::correctedForNumber({0.9, 0.8}), (std::vector<double>{1, 1}));
}

RC_GTEST_PROP(Chance, IsThatOfAddingUpEveryTable, ())
{
    const Share first = *rc::gen::exec([] { return anyShare(60); });
    const Share second = *rc::gen::exec([] { return anyShare(60); });
    const auto [difference, excess] = slowChances(first, second);
    RC_ASSERT(std::abs(chanceOfDifference(first, second) - difference) < 1e-9);
    RC_ASSERT(std::abs(chanceOfExcess(first, second) - excess) < 1e-9);
    RC_ASSERT(std::abs(chanceOfDifference(second, first) - difference) < 1e-9);
}

RC_GTEST_PROP(Chance, LeavesTheOrderOfComparisonsAsItIs, ())
{
    const auto count = *rc::gen::inRange<std::size_t>(1, 12);
    const auto chances = *rc::gen::container<std::vector<double>>(
        count, rc::gen::map(rc::gen::inRange(0, 1001), [](int n) { return n / 1000.0; }));
    const auto corrected = engine::correctedForNumber(chances);
    for (std::size_t i = 0; i < count; ++i) {
        RC_ASSERT(corrected[i] >= chances[i] && corrected[i] <= 1);
        for (std::size_t j = 0; j < count; ++j)
            RC_ASSERT(chances[i] > chances[j] || corrected[i] <= corrected[j]);
    }
}
