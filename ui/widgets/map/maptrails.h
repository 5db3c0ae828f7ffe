// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/widgets/map/mapcolouring.h"

#include <memory>
#include <vector>

namespace ui {

/// Where a deal came from, in the plane of the cloud, the oldest place first.
struct MapTrail {
    std::vector<QPointF> points;
    std::uint8_t colour = 0;
};

/// The ways to their points in `now` from where they were in `before`, the oldest first: of what is chosen, or else of the `most`
/// biggest deals that are shown. A deal that was not there yet, or had no expected days, begins where it first had them.
[[nodiscard]] std::vector<MapTrail> mapTrails(const MapCloud &now, const std::vector<std::shared_ptr<const MapCloud>> &before,
                                              const MapColouring &colouring, std::vector<std::uint32_t> chosen, std::size_t most);

} // namespace ui
