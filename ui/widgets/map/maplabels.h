// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <optional>
#include <vector>

namespace ui {

/// A text that belongs to a point of the map.
struct MapLabel {
    QPointF point;
    double radius; ///< of the point
    QSizeF size;   ///< of the text
};

/// Where each label goes, beside its point within `area`, so that it covers no other and nothing of `taken`: the first of the
/// list choose first (Christensen, Marks and Shieber 1995, "An empirical study of algorithms for point-feature label placement",
/// greedy with eight positions). Nothing where it has no room.
[[nodiscard]] std::vector<std::optional<QRectF>> placeLabels(const std::vector<MapLabel> &labels, const QRectF &area,
                                                             std::vector<QRectF> taken);

} // namespace ui
