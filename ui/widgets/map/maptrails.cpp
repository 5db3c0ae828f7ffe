// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/map/maptrails.h"

#include <algorithm>

namespace ui {
namespace {

using workbench::BattleMap;

std::optional<std::size_t> placed(const BattleMap &map, std::uint32_t deal)
{
    const auto end = map.deal.begin() + static_cast<std::ptrdiff_t>(map.placed);
    const auto at = std::lower_bound(map.deal.begin(), end, deal);
    return at == end || *at != deal ? std::nullopt : std::optional(static_cast<std::size_t>(at - map.deal.begin()));
}

std::vector<std::uint32_t> biggestShown(const BattleMap &map, const MapColouring &colouring, std::size_t most)
{
    std::vector<std::uint32_t> places;
    for (std::uint32_t place = 0; place < map.placed; ++place) {
        if (colouring.shows(map, place))
            places.push_back(place);
    }
    const auto end = places.begin() + static_cast<std::ptrdiff_t>(std::min(most, places.size()));
    std::ranges::partial_sort(places, end, {}, [&](std::uint32_t place) { return std::pair(-map.weight[place], place); });
    places.erase(end, places.end());
    return places;
}

} // namespace

std::vector<MapTrail> mapTrails(const MapCloud &now, const std::vector<std::shared_ptr<const MapCloud>> &before,
                                const MapColouring &colouring, std::vector<std::uint32_t> chosen, std::size_t most)
{
    const BattleMap &map = now.map();
    if (chosen.empty())
        chosen = biggestShown(map, colouring, most);
    std::vector<MapTrail> trails;
    for (const std::uint32_t place : chosen) {
        if (place >= map.placed)
            continue;
        MapTrail trail{{}, colouring.colourOf(map, place)};
        for (const auto &cloud : before) {
            const BattleMap &then = cloud->map();
            if (const auto at = placed(then, map.deal[place]))
                trail.points.push_back(now.position(map.deal[place], static_cast<double>(then.days[*at]), then.health[*at]));
        }
        trail.points.push_back(now.at(now.number(place)));
        if (std::ranges::adjacent_find(trail.points, std::not_equal_to()) != trail.points.end())
            trails.push_back(std::move(trail));
    }
    return trails;
}

} // namespace ui
