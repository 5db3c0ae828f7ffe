// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <QPointF>
#include <QRectF>

#include <functional>
#include <vector>

namespace ui {

// The scales of the battle map. Days have a long tail: their place on the axis grows with the square root, so that next week is
// as wide as it deserves and a year is still in sight. Health is told as it is from 0 on; what a neglected deal sinks to below
// has a long tail as well, and the square root too.

[[nodiscard]] double daysToMap(double days);
[[nodiscard]] double daysFromMap(double x);
[[nodiscard]] double healthToMap(double health);
[[nodiscard]] double healthFromMap(double y);

/// Where the points of the map are on the screen. Lengths are pixels of the painted image.
class MapProjection {
public:
    /// Shows `world` (x to the right, y upwards) in `area`.
    void fit(const QRectF &world, const QRectF &area);
    /// The same detail of the world in another area.
    void resize(const QRectF &area);
    /// Keeps what is at `at` where it is.
    void zoom(QPointF at, double factor);
    /// By whole pixels, so that what was painted can be moved along.
    void pan(QPoint by);

    [[nodiscard]] const QRectF &area() const { return m_area; }
    /// What of the world is in sight, with `margin` pixels around it; its top is the least y.
    [[nodiscard]] QRectF world(double margin = 0) const;
    [[nodiscard]] double x(double worldX) const { return m_left + worldX * m_scaleX; }
    [[nodiscard]] double y(double worldY) const { return m_bottom - worldY * m_scaleY; }
    [[nodiscard]] QPointF toPixel(QPointF world) const { return {x(world.x()), y(world.y())}; }
    [[nodiscard]] QPointF toWorld(QPointF pixel) const;
    [[nodiscard]] QRectF toWorld(const QRectF &pixels) const;
    [[nodiscard]] double scaleX() const { return m_scaleX; }
    [[nodiscard]] double scaleY() const { return m_scaleY; }
    /// Differs from `other` by whole pixels alone.
    [[nodiscard]] bool isPannedFrom(const MapProjection &other) const;
    [[nodiscard]] QPoint panFrom(const MapProjection &other) const;

    friend bool operator==(const MapProjection &, const MapProjection &) = default;

private:
    QRectF m_area;
    double m_scaleX = 1; ///< pixels for one of the world
    double m_scaleY = 1;
    double m_left = 0;   ///< the pixel of world x 0
    double m_bottom = 0; ///< the pixel of world y 0
};

struct MapTick {
    double value;
    double pixel;
};

/// Round values between `least` and `most` at which an axis is marked, each at least `spacing` pixels from the one before: on a
/// scale that is bent the steps grow with it.
[[nodiscard]] std::vector<MapTick> mapTicks(double least, double most, double spacing,
                                            const std::function<double(double)> &toPixel);

} // namespace ui
