// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/map/mapprojection.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {
namespace {

/// Where the square root below 0 is as far down as the health itself.
constexpr double belowZero = 25;

} // namespace

double daysToMap(double days)
{
    return std::sqrt(std::max(days, 0.0));
}

double daysFromMap(double x)
{
    return x <= 0 ? 0 : x * x;
}

double healthToMap(double health)
{
    return health >= 0 ? health : -std::sqrt(-health * belowZero);
}

double healthFromMap(double y)
{
    return y >= 0 ? y : -y * y / belowZero;
}

void MapProjection::fit(const QRectF &world, const QRectF &area)
{
    m_area = area;
    m_scaleX = std::max(area.width(), 1.0) / std::max(world.width(), 1e-6);
    m_scaleY = std::max(area.height(), 1.0) / std::max(world.height(), 1e-6);
    m_left = std::round(area.left() - world.left() * m_scaleX);
    m_bottom = std::round(area.bottom() + world.top() * m_scaleY);
}

void MapProjection::resize(const QRectF &area)
{
    fit(world(), area);
}

void MapProjection::zoom(QPointF at, double factor)
{
    const QPointF kept = toWorld(at);
    m_scaleX *= factor;
    m_scaleY *= factor;
    m_left = std::round(at.x() - kept.x() * m_scaleX);
    m_bottom = std::round(at.y() + kept.y() * m_scaleY);
}

void MapProjection::pan(QPoint by)
{
    m_left += by.x();
    m_bottom += by.y();
}

QRectF MapProjection::world(double margin) const
{
    return toWorld(m_area.adjusted(-margin, -margin, margin, margin));
}

QPointF MapProjection::toWorld(QPointF pixel) const
{
    return {(pixel.x() - m_left) / m_scaleX, (m_bottom - pixel.y()) / m_scaleY};
}

QRectF MapProjection::toWorld(const QRectF &pixels) const
{
    return QRectF(toWorld(pixels.bottomLeft()), toWorld(pixels.topRight()));
}

bool MapProjection::isPannedFrom(const MapProjection &other) const
{
    return m_area == other.m_area && m_scaleX == other.m_scaleX && m_scaleY == other.m_scaleY;
}

QPoint MapProjection::panFrom(const MapProjection &other) const
{
    return {static_cast<int>(std::lround(m_left - other.m_left)), static_cast<int>(std::lround(m_bottom - other.m_bottom))};
}

namespace {

/// From `value` on, which is not negative, up to `most` each next round value that lies `spacing` pixels away at least.
template <class Take>
void eachTick(double value, double most, double spacing, const std::function<double(double)> &toPixel, const Take &take)
{
    constexpr std::array<double, 3> steps{1, 2, 5};
    const auto next = [&] {
        for (double power = 1; power <= most; power *= 10) {
            for (const double step : steps) {
                const double found = (std::floor(value / (step * power)) + 1) * step * power;
                if (std::abs(toPixel(found) - toPixel(value)) >= spacing)
                    return found;
            }
        }
        return most + 1;
    };
    for (value = next(); value <= most; value = next())
        take(value);
}

} // namespace

std::vector<MapTick> mapTicks(double least, double most, double spacing, const std::function<double(double)> &toPixel)
{
    std::vector<MapTick> found;
    const auto add = [&](double value) { found.push_back({value, toPixel(value)}); };
    if (least <= 0 && most >= 0)
        add(0);
    eachTick(std::max(least, 0.0), most, spacing, toPixel, add);
    eachTick(
        std::max(-most, 0.0), -least, spacing, [&](double value) { return toPixel(-value); }, [&](double value) { add(-value); });
    return found;
}

} // namespace ui
