// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/map/maplabels.h"

#include <algorithm>
#include <array>

namespace ui {
namespace {

/// The places around the point, the best ones first.
std::array<QRectF, 8> places(const MapLabel &label)
{
    const double away = label.radius + 2;
    const double w = label.size.width();
    const double h = label.size.height();
    const QPointF p = label.point;
    const double near = away * 0.7;
    return {QRectF({p.x() + away, p.y() - h / 2}, label.size),        QRectF({p.x() - away - w, p.y() - h / 2}, label.size),
            QRectF({p.x() - w / 2, p.y() - away - h}, label.size),    QRectF({p.x() - w / 2, p.y() + away}, label.size),
            QRectF({p.x() + near, p.y() - near - h}, label.size),     QRectF({p.x() + near, p.y() + near}, label.size),
            QRectF({p.x() - near - w, p.y() - near - h}, label.size), QRectF({p.x() - near - w, p.y() + near}, label.size)};
}

} // namespace

std::vector<std::optional<QRectF>> placeLabels(const std::vector<MapLabel> &labels, const QRectF &area, std::vector<QRectF> taken)
{
    std::vector<std::optional<QRectF>> placed;
    for (const MapLabel &label : labels) {
        const auto isFree = [&](const QRectF &place) {
            return area.contains(place)
                   && std::ranges::none_of(taken, [&](const QRectF &other) { return other.intersects(place); });
        };
        const auto around = places(label);
        const auto found = std::ranges::find_if(around, isFree);
        placed.push_back(found == around.end() ? std::nullopt : std::optional(*found));
        if (placed.back())
            taken.push_back(*placed.back());
    }
    return placed;
}

} // namespace ui
