// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/battlemap.h"

#include <algorithm>

namespace workbench {

namespace {

constexpr std::size_t sides = 5; ///< the quadrants and, at 0, beside the map

/// Adds up deals: counts and, by currency, money.
class Adder {
public:
    explicit Adder(const BattleMap &map) : m_map(map), m_money(map.currencies.size()) {}

    void add(std::size_t place)
    {
        const bool proven = m_map.proven[place] != 0;
        ++m_sum.deals;
        m_sum.provenDeals += proven ? 1 : 0;
        if (m_map.currency[place] == BattleMap::noCurrency)
            return;
        Money &money = m_money[m_map.currency[place]];
        money.any = true;
        money.claimed = plus(money.claimed, m_map.amount[place]);
        if (proven)
            money.proven = plus(money.proven, m_map.amount[place]);
    }

    [[nodiscard]] MapSum sum() const
    {
        MapSum sum = m_sum;
        for (std::size_t i = 0; i < m_money.size(); ++i) {
            if (!m_money[i].any)
                continue;
            sum.claimed.push_back({m_money[i].claimed, m_map.currencies[i]});
            sum.proven.push_back({m_money[i].proven, m_map.currencies[i]});
        }
        return sum;
    }

private:
    struct Money {
        std::int64_t claimed = 0;
        std::int64_t proven = 0;
        bool any = false;
    };

    [[nodiscard]] static std::int64_t plus(std::int64_t a, std::int64_t b)
    {
        std::int64_t sum = 0;
        if (!__builtin_add_overflow(a, b, &sum))
            return sum;
        return b > 0 ? std::numeric_limits<std::int64_t>::max() : std::numeric_limits<std::int64_t>::min();
    }

    const BattleMap &m_map;
    MapSum m_sum;
    std::vector<Money> m_money;
};

} // namespace

domain::Quadrant quadrantOf(const BattleMap &map, const MapCuts &cuts, std::size_t place)
{
    // The engine compares before it rounds the days to what is kept of them.
    if (place >= map.placed || cuts == map.cuts)
        return map.quadrant[place];
    const double cut = cuts.days ? *cuts.days : map.pipelines[map.pipeline[place]].daysCut;
    const bool isShort = static_cast<double>(map.days[place]) <= cut;
    if (map.health[place] >= cuts.health)
        return isShort ? domain::Quadrant::HighShort : domain::Quadrant::HighLong;
    return isShort ? domain::Quadrant::LowShort : domain::Quadrant::LowLong;
}

MapTally tally(const BattleMap &map, const MapCuts &cuts, std::span<const std::uint8_t> taken)
{
    std::vector<Adder> adders(sides, Adder(map));
    for (std::size_t place = 0; place < map.size(); ++place) {
        if (taken.empty() || taken[place] != 0)
            adders[static_cast<std::size_t>(quadrantOf(map, cuts, place))].add(place);
    }
    MapTally all;
    all.withoutDays = adders.front().sum();
    for (std::size_t i = 0; i < all.quadrants.size(); ++i)
        all.quadrants[i] = adders[i + 1].sum();
    return all;
}

MapSum sumOf(const BattleMap &map, std::span<const std::uint32_t> places)
{
    Adder adder(map);
    for (const std::uint32_t place : places)
        adder.add(place);
    return adder.sum();
}

} // namespace workbench
