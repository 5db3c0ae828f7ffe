// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/widgets/map/mapcloud.h"
#include "ui/widgets/map/mapsprites.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace ui {

/// An entry of the map's legend.
struct MapEntry {
    std::uint8_t colour = 0;
    workbench::MapName name = {}; ///< of colour 0: everything that has no colour of its own
    std::size_t deals = 0;        ///< on the map

    friend bool operator==(const MapEntry &, const MapEntry &) = default;
};

/// Which colour and size every point has. The most frequent get a colour of their own and keep it while others come and go;
/// stages get theirs in their order.
class MapColouring {
public:
    /// What the colours tell of `map`.
    void assign(const workbench::BattleMap &map, workbench::MapBy by);
    [[nodiscard]] workbench::MapBy by() const { return m_by; }
    void setSizedByMoney(bool sized) { m_sizedByMoney = sized; }
    [[nodiscard]] bool isSizedByMoney() const { return m_sizedByMoney; }
    /// Hides every point of another colour; none: shows all.
    void isolate(std::optional<std::uint8_t> colour) { m_isolated = colour; }
    [[nodiscard]] std::optional<std::uint8_t> isolated() const { return m_isolated; }

    [[nodiscard]] const std::vector<MapEntry> &entries() const { return m_entries; }
    [[nodiscard]] std::uint8_t colourOf(const workbench::BattleMap &map, std::size_t place) const
    {
        return m_colours[map.code(m_by)[place]];
    }
    [[nodiscard]] bool shows(const workbench::BattleMap &map, std::size_t place) const
    {
        return !m_isolated || *m_isolated == colourOf(map, place);
    }
    /// The look of each number of the cloud. `chosen` are places.
    [[nodiscard]] std::vector<MapLook> looks(const MapCloud &cloud, const std::vector<std::uint32_t> &chosen) const;
    /// By place, 1 for what is shown; empty while everything is.
    [[nodiscard]] std::vector<std::uint8_t> taken(const workbench::BattleMap &map) const;

private:
    [[nodiscard]] std::vector<std::uint32_t> codesToColour(const workbench::BattleMap &map,
                                                           const std::vector<std::size_t> &counts) const;
    void list(const workbench::BattleMap &map, const std::vector<std::size_t> &counts);

    workbench::MapBy m_by = workbench::MapBy::Region;
    bool m_sizedByMoney = true;
    std::optional<std::uint8_t> m_isolated;
    std::map<std::string, std::uint8_t> m_given; ///< by id
    std::vector<std::uint8_t> m_colours;         ///< by code
    std::vector<MapEntry> m_entries;
};

} // namespace ui
