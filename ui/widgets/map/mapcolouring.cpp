// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/map/mapcolouring.h"

#include <algorithm>
#include <array>
#include <set>

namespace ui {
namespace {

using workbench::BattleMap;
using workbench::MapBy;

/// Of stages the same id may stand in two pipelines.
std::string keyOf(const workbench::MapName &name)
{
    return name.pipeline + '\n' + name.id;
}

std::uint8_t sizeOf(float weight)
{
    constexpr std::array<float, mapSizeCount - 2> least{0.5F, 1.25F, 2.5F}; // of what deals of the currency usually come to
    if (weight <= 0)
        return 0;
    return static_cast<std::uint8_t>(1 + std::ranges::count_if(least, [&](float one) { return weight >= one; }));
}

} // namespace

/// The most frequent codes, or the first stages; as many as there are colours.
std::vector<std::uint32_t> MapColouring::codesToColour(const BattleMap &map, const std::vector<std::size_t> &counts) const
{
    std::vector<std::uint32_t> codes;
    for (std::uint32_t code = 1; code < map.name(m_by).size(); ++code) {
        if (counts[code] > 0)
            codes.push_back(code);
    }
    if (m_by != MapBy::Stage)
        std::ranges::stable_sort(codes, std::greater(), [&](std::uint32_t code) { return counts[code]; });
    codes.resize(std::min(codes.size(), mapColourCount - 1));
    return codes;
}

void MapColouring::assign(const BattleMap &map, MapBy by)
{
    if (m_by != by) {
        m_given.clear();
        m_isolated.reset();
    }
    m_by = by;
    std::vector<std::size_t> counts(map.name(by).size(), 0);
    for (std::size_t place = 0; place < map.placed; ++place)
        ++counts[map.code(by)[place]];
    const std::vector<std::uint32_t> codes = codesToColour(map, counts);
    std::map<std::string, std::uint8_t> kept;
    std::set<std::uint8_t> used;
    for (const std::uint32_t code : codes) {
        if (const auto known = m_given.find(keyOf(map.name(by)[code])); known != m_given.end()) {
            kept.insert(*known);
            used.insert(known->second);
        }
    }
    m_colours.assign(counts.size(), 0);
    std::uint8_t free = 1;
    for (const std::uint32_t code : codes) {
        const auto [given, isNew] = kept.try_emplace(keyOf(map.name(by)[code]), free);
        if (isNew) {
            while (used.contains(free))
                ++free;
            used.insert(free);
            given->second = free;
        }
        m_colours[code] = given->second;
    }
    m_given = std::move(kept);
    if (m_isolated && *m_isolated != 0 && !used.contains(*m_isolated))
        m_isolated.reset();
    list(map, counts);
}

void MapColouring::list(const BattleMap &map, const std::vector<std::size_t> &counts)
{
    m_entries.clear();
    MapEntry others;
    for (std::uint32_t code = 0; code < counts.size(); ++code) {
        if (m_colours[code] == 0)
            others.deals += counts[code];
        else
            m_entries.push_back({m_colours[code], map.name(m_by)[code], counts[code]});
    }
    if (m_by != MapBy::Stage)
        std::ranges::stable_sort(m_entries, std::greater(), &MapEntry::deals);
    if (others.deals > 0)
        m_entries.push_back(std::move(others));
}

std::vector<MapLook> MapColouring::looks(const MapCloud &cloud, const std::vector<std::uint32_t> &chosen) const
{
    const BattleMap &map = cloud.map();
    std::vector<MapLook> looks(cloud.size());
    for (std::size_t i = 0; i < looks.size(); ++i) {
        const std::uint32_t place = cloud.place(i);
        looks[i].colour = colourOf(map, place);
        looks[i].size = m_sizedByMoney ? sizeOf(map.weight[place]) : std::uint8_t{1};
        looks[i].hidden = m_isolated && *m_isolated != looks[i].colour;
    }
    for (const std::uint32_t place : chosen) {
        if (place < map.placed)
            looks[cloud.number(place)].chosen = true;
    }
    return looks;
}

std::vector<std::uint8_t> MapColouring::taken(const BattleMap &map) const
{
    std::vector<std::uint8_t> taken;
    if (!m_isolated)
        return taken;
    taken.resize(map.size());
    for (std::size_t place = 0; place < map.size(); ++place)
        taken[place] = shows(map, place) ? 1 : 0;
    return taken;
}

} // namespace ui
