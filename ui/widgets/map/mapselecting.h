// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/widgets/map/mapcloud.h"
#include "ui/widgets/map/mapprojection.h"
#include "ui/widgets/map/mapsprites.h"

#include <QPolygonF>

#include <optional>
#include <vector>

namespace ui {

/// Points of the map by where they are on the screen. Hidden ones are not there.
struct MapPicking {
    const MapCloud &cloud;
    const std::vector<MapLook> &looks; ///< by number
    const MapProjection &projection;

    /// The places of the deals in the outline, in their order.
    [[nodiscard]] std::vector<std::uint32_t> within(const QPolygonF &outline) const;
    /// The place of the nearest deal whose point is at most `reach` from `at`.
    [[nodiscard]] std::optional<std::uint32_t> at(QPointF at, double reach) const;
    /// How many points are within `reach`.
    [[nodiscard]] std::size_t around(QPointF at, double reach) const;
    /// The next deal from that at `place` in a direction (one of the axes), of those in sight: near, and straight ahead rather
    /// than aside. From none, the one that is nearest to the middle.
    [[nodiscard]] std::optional<std::uint32_t> next(std::optional<std::uint32_t> place, QPointF direction) const;
    /// The places of the `most` heaviest deals in sight, the heaviest first.
    [[nodiscard]] std::vector<std::uint32_t> heaviest(std::size_t most) const;
};

/// How what was just outlined joins what was chosen before.
enum class MapJoin : std::uint8_t { Replace, Add, Subtract };

/// Both are places in ascending order, as is the result.
[[nodiscard]] std::vector<std::uint32_t> joined(const std::vector<std::uint32_t> &before,
                                                const std::vector<std::uint32_t> &outlined, MapJoin how);

} // namespace ui
