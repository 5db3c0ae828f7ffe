// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/chance.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace engine {

namespace {

/// The tables with the same sums as one, by how many of the part fall into the first group; each weighs as likely as it is,
/// the likeliest 1. Away from it weights only fall, so that what no longer shows in a sum need not be looked at.
class Tables {
public:
    Tables(Share first, Share second)
        : m_inFirst(first.whole)
        , m_inSecond(second.whole)
        , m_part(static_cast<std::int64_t>(first.part) + second.part)
        , m_least(std::max<std::int64_t>(0, m_part - m_inSecond))
        , m_most(std::min(m_part, m_inFirst))
        , m_likeliest(std::clamp((m_inFirst + 1) * (m_part + 1) / (m_inFirst + m_inSecond + 2), m_least, m_most))
    {}

    /// Calls `take(parts in the first group, weight)` for every table that weighs anything.
    template <class Take>
    void each(const Take &take) const
    {
        constexpr double nothing = 1e-30;
        take(m_likeliest, 1.0);
        double weight = 1;
        for (std::int64_t at = m_likeliest; at < m_most && weight > nothing; ++at) {
            weight *= ratio(at);
            take(at + 1, weight);
        }
        weight = 1;
        for (std::int64_t at = m_likeliest; at > m_least && weight > nothing; --at) {
            weight /= ratio(at - 1);
            take(at - 1, weight);
        }
    }

private:
    /// How much likelier the table with one more is.
    [[nodiscard]] double ratio(std::int64_t at) const
    {
        return static_cast<double>(m_part - at) / static_cast<double>(at + 1) * static_cast<double>(m_inFirst - at)
               / static_cast<double>(m_inSecond - m_part + at + 1);
    }

    std::int64_t m_inFirst;
    std::int64_t m_inSecond;
    std::int64_t m_part;
    std::int64_t m_least;
    std::int64_t m_most;
    std::int64_t m_likeliest;
};

} // namespace

double chanceOfDifference(Share first, Share second)
{
    const Tables tables(first, second);
    double here = 0;
    tables.each([&](std::int64_t at, double weight) { here = at == first.part ? weight : here; });
    double all = 0;
    double asRare = 0;
    tables.each([&](std::int64_t, double weight) {
        constexpr double rounding = 1 + 1e-7; // tables that are as likely come out a little different
        all += weight;
        asRare += weight <= here * rounding ? weight : 0;
    });
    return std::min(1.0, asRare / all);
}

double chanceOfExcess(Share first, Share second)
{
    double all = 0;
    double excess = 0;
    Tables(first, second).each([&](std::int64_t at, double weight) {
        all += weight;
        excess += at >= first.part ? weight : 0;
    });
    return std::min(1.0, excess / all);
}

Interval shareInterval(Share share)
{
    const double n = share.whole;
    const double p = share.value();
    constexpr double z2 = normal95 * normal95;
    const double middle = p + z2 / (2 * n);
    const double reach = normal95 * std::sqrt(p * (1 - p) / n + z2 / (4 * n * n));
    // At the ends the formula gives 0 and 1, give or take the rounding.
    return {share.part == 0 ? 0 : (middle - reach) / (1 + z2 / n),
            share.part == share.whole ? 1 : (middle + reach) / (1 + z2 / n)};
}

Interval differenceInterval(Share first, Share second)
{
    const double between = first.value() - second.value();
    const Interval a = shareInterval(first);
    const Interval b = shareInterval(second);
    return {between - std::hypot(first.value() - a.from, b.to - second.value()),
            between + std::hypot(a.to - first.value(), second.value() - b.from)};
}

std::vector<double> correctedForNumber(const std::vector<double> &chances)
{
    std::vector<std::size_t> order(chances.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) { return std::pair(chances[a], a) < std::pair(chances[b], b); });
    std::vector<double> corrected(chances.size());
    double highest = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        highest = std::max(highest, std::min(1.0, chances[order[i]] * static_cast<double>(order.size() - i)));
        corrected[order[i]] = highest;
    }
    return corrected;
}

} // namespace engine
