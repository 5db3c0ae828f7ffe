// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/map/mapselecting.h"

#include <QImage>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace ui {
namespace {

double distance(QPointF by)
{
    return std::hypot(by.x(), by.y());
}

} // namespace

/// The outline is painted once, so that a million points are asked as quickly as a few.
std::vector<std::uint32_t> MapPicking::within(const QPolygonF &outline) const
{
    const QRectF around = outline.boundingRect() & projection.area().adjusted(-1, -1, 1, 1);
    const QRect bounds = around.toAlignedRect();
    std::vector<std::uint32_t> places;
    if (bounds.isEmpty())
        return places;
    QImage inside(bounds.size() + QSize(1, 1), QImage::Format_Grayscale8);
    inside.fill(0);
    QPainter painter(&inside);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::white);
    painter.translate(-bounds.topLeft());
    painter.drawPolygon(outline, Qt::OddEvenFill);
    painter.end();
    cloud.each(projection.toWorld(around), [&](std::size_t i) {
        const QPoint at(static_cast<int>(std::floor(projection.x(static_cast<double>(cloud.x(i))))) - bounds.left(),
                        static_cast<int>(std::floor(projection.y(static_cast<double>(cloud.y(i))))) - bounds.top());
        if (!looks[i].hidden && inside.rect().contains(at) && inside.constScanLine(at.y())[at.x()] != 0)
            places.push_back(cloud.place(i));
    });
    std::ranges::sort(places);
    return places;
}

std::optional<std::uint32_t> MapPicking::at(QPointF at, double reach) const
{
    std::optional<std::uint32_t> found;
    double nearest = 0;
    const double widest = reach + mapRadius(mapSizeCount - 1);
    cloud.each(projection.toWorld(QRectF(at.x() - widest, at.y() - widest, 2 * widest, 2 * widest)), [&](std::size_t i) {
        const double away = distance(projection.toPixel(cloud.at(i)) - at) - mapRadius(looks[i].size);
        if (!looks[i].hidden && away <= reach && (!found || away < nearest)) {
            found = cloud.place(i);
            nearest = away;
        }
    });
    return found;
}

std::size_t MapPicking::around(QPointF at, double reach) const
{
    std::size_t found = 0;
    cloud.each(projection.toWorld(QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)), [&](std::size_t i) {
        found += !looks[i].hidden && distance(projection.toPixel(cloud.at(i)) - at) <= reach ? 1U : 0U;
    });
    return found;
}

std::optional<std::uint32_t> MapPicking::next(std::optional<std::uint32_t> place, QPointF direction) const
{
    const QPointF from = place ? projection.toPixel(cloud.at(cloud.number(*place))) : projection.area().center();
    std::optional<std::uint32_t> found;
    double best = 0;
    cloud.each(projection.world(), [&](std::size_t i) {
        if (looks[i].hidden || place == cloud.place(i))
            return;
        const QPointF by = projection.toPixel(cloud.at(i)) - from;
        const double ahead = by.x() * direction.x() + by.y() * direction.y();
        const double aside = std::abs(by.x() * direction.y()) + std::abs(by.y() * direction.x());
        const double cost = place ? ahead + 2 * aside : distance(by);
        // Points of one place are told apart by their numbers, so that none is passed over.
        const bool isAhead = ahead > 0 || (ahead == 0 && aside == 0 && cloud.place(i) > place);
        if ((!place || isAhead) && (!found || cost < best)) {
            found = cloud.place(i);
            best = cost;
        }
    });
    return found;
}

std::vector<std::uint32_t> MapPicking::heaviest(std::size_t most) const
{
    std::vector<std::uint32_t> places;
    cloud.each(projection.world(), [&](std::size_t i) {
        if (!looks[i].hidden)
            places.push_back(cloud.place(i));
    });
    const auto end = places.begin() + static_cast<std::ptrdiff_t>(std::min(most, places.size()));
    const std::vector<float> &weight = cloud.map().weight;
    std::ranges::partial_sort(
        places, end, [&](std::uint32_t a, std::uint32_t b) { return weight[a] != weight[b] ? weight[a] > weight[b] : a < b; });
    places.erase(end, places.end());
    return places;
}

std::vector<std::uint32_t> joined(const std::vector<std::uint32_t> &before, const std::vector<std::uint32_t> &outlined,
                                  MapJoin how)
{
    std::vector<std::uint32_t> all;
    switch (how) {
    case MapJoin::Replace: return outlined;
    case MapJoin::Add: std::ranges::set_union(before, outlined, std::back_inserter(all)); break;
    case MapJoin::Subtract: std::ranges::set_difference(before, outlined, std::back_inserter(all)); break;
    }
    return all;
}

} // namespace ui
