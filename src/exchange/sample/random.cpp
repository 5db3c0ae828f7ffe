// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/sample/random.h"

#include <array>
#include <numeric>

namespace exchange::sample {

namespace {

using Quantiles = std::array<std::int16_t, 33>;

/// exp(σ·z) in thousandths at 33 quantiles of the normal distribution (the outer two at 0.4 % and 99.6 %).
constexpr std::array<Quantiles, 3> quantiles{{
    {395,  521,  585,  630,  669,  702,  733,  762,  790,  817,  843,  869,  894,  920,  946,  973, 1000,
     1028, 1057, 1087, 1118, 1151, 1187, 1225, 1266, 1312, 1364, 1424, 1496, 1586, 1711, 1919, 2530},
    {204,  327,  398,  453,  501,  546,  587,  628,  667,  706,  746,  786,  826,  867,  910,  954, 1000,
     1048, 1099, 1153, 1211, 1273, 1341, 1415, 1499, 1593, 1703, 1833, 1994, 2205, 2510, 3058, 4910},
    {92,   187,  251,  305,  355,  403,  450,  497,  545,  594,  644,  696,  751,  808,  868,  932,  1000,
     1073, 1152, 1238, 1332, 1436, 1553, 1684, 1835, 2011, 2222, 2482, 2816, 3275, 3978, 5347, 10879},
}};

std::uint64_t mixed(std::uint64_t z)
{
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31U);
}

constexpr std::uint64_t step = 0x9E3779B97F4A7C15ULL;

} // namespace

Random::Random(std::uint64_t seed, Stream stream, std::uint64_t number)
    : m_state(mixed(mixed(mixed(seed + step) + static_cast<std::uint64_t>(stream) * step) + number * step))
{}

std::uint64_t Random::next()
{
    m_state += step;
    return mixed(m_state);
}

std::int64_t Random::below(std::int64_t count)
{
    // Scaling the upper 32 bits is off by less than one part in a million for the counts used here.
    return static_cast<std::int64_t>((next() >> 32U) * static_cast<std::uint64_t>(count) >> 32U);
}

std::int64_t Random::around(std::int64_t median, Spread spread)
{
    const Quantiles &table = quantiles.at(static_cast<std::size_t>(spread));
    const auto at = static_cast<std::size_t>(below(32));
    const std::int64_t factor = table[at] + (table[at + 1] - table[at]) * below(1024) / 1024;
    return median * factor / 1000;
}

std::size_t Random::weighted(std::span<const int> weights)
{
    std::int64_t rest = below(std::accumulate(weights.begin(), weights.end(), std::int64_t(0)));
    std::size_t at = 0;
    while (rest >= weights[at])
        rest -= weights[at++];
    return at;
}

} // namespace exchange::sample
