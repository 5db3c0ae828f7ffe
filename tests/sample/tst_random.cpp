// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/sample/random.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>
#include <vector>

using exchange::sample::Random;
using exchange::sample::Spread;
using exchange::sample::Stream;

TEST(SampleRandom, GivesTheSameNumbersInEveryVersion)
{
    Random random(1, Stream::Deal, 7);
    EXPECT_EQ(random.next(), Random(1, Stream::Deal, 7).next());
    EXPECT_NE(Random(1, Stream::Deal, 7).next(), Random(1, Stream::Deal, 8).next());
    EXPECT_NE(Random(1, Stream::Deal, 7).next(), Random(2, Stream::Deal, 7).next());
    EXPECT_NE(Random(1, Stream::Deal, 7).next(), Random(1, Stream::Talk, 7).next());
}

TEST(SampleRandom, StraysFromTheMedianAsFarAsItsSpread)
{
    for (const auto &[spread, p90] :
         {std::pair(Spread::Narrow, 1.57), std::pair(Spread::Middle, 2.16), std::pair(Spread::Wide, 3.17)}) {
        std::vector<std::int64_t> values;
        Random random(3, Stream::Talk, 1);
        for (int i = 0; i < 20'000; ++i)
            values.push_back(random.around(100'000, spread));
        std::ranges::sort(values);
        EXPECT_NEAR(static_cast<double>(values[10'000]) / 100'000, 1.0, 0.03);
        EXPECT_NEAR(static_cast<double>(values[18'000]) / 100'000, p90, 0.08 * p90);
    }
}

TEST(SampleRandom, PicksAsOftenAsTheWeightsSay)
{
    constexpr std::array<int, 3> weights{1, 0, 3};
    std::array<int, 3> hits{};
    Random random(5, Stream::Talk, 2);
    for (int i = 0; i < 8000; ++i)
        ++hits.at(random.weighted(weights));
    EXPECT_NEAR(hits[0], 2000, 150);
    EXPECT_EQ(hits[1], 0);
}

RC_GTEST_PROP(SampleRandom, StaysWithinItsBounds, (std::uint64_t seed))
{
    const auto from = *rc::gen::inRange<std::int64_t>(-1000, 1000);
    const auto to = from + *rc::gen::inRange<std::int64_t>(0, 5000);
    Random random(seed, Stream::Course, 1);
    for (int i = 0; i < 50; ++i) {
        const std::int64_t value = random.between(from, to);
        RC_ASSERT(value >= from && value <= to);
    }
}
