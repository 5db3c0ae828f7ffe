// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/map/maplayer.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace ui {

void MapLayer::setCloud(std::shared_ptr<const MapCloud> cloud, std::vector<MapLook> looks)
{
    m_cloud = std::move(cloud);
    setLooks(std::move(looks));
}

void MapLayer::setLooks(std::vector<MapLook> looks)
{
    m_looks = std::move(looks);
    m_chosen.clear();
    for (std::size_t i = 0; i < m_looks.size(); ++i) {
        if (m_looks[i].chosen && !m_looks[i].hidden)
            m_chosen.push_back(static_cast<std::uint32_t>(i));
    }
    m_density.forget();
    m_known = false;
}

void MapLayer::setColours(bool dark, const QColor &edge, const QColor &ring)
{
    m_dark = dark;
    m_edge = edge;
    m_ring = ring;
    m_scale = 0; // its sprites are drawn anew
}

bool MapLayer::isCrowded(const MapProjection &projection) const
{
    return m_cloud->count(projection.world(), mostSingle, [this](std::size_t i) { return !m_looks[i].hidden; }) > mostSingle;
}

const QImage &MapLayer::paint(const MapProjection &projection, double scale)
{
    const QSize size(static_cast<int>(std::ceil(projection.area().width() * scale)),
                     static_cast<int>(std::ceil(projection.area().height() * scale)));
    if (m_scale != scale) {
        m_sprites = MapSprites(m_dark, m_edge, m_ring, scale);
        m_scale = scale;
        m_known = false;
    }
    if (m_image.size() != size) {
        m_image = QImage(size, QImage::Format_ARGB32_Premultiplied);
        m_known = false;
    }
    m_image.setDevicePixelRatio(scale);
    if (m_known && projection == m_projection)
        return m_image;
    const QPointF by = QPointF(projection.panFrom(m_projection)) * scale;
    const bool moves = m_known && projection.isPannedFrom(m_projection) && by == by.toPoint();
    const bool wasDense = m_dense;
    m_projection = projection;
    m_dense = m_cloud && isCrowded(projection);
    if (m_dense) {
        m_density.count(*m_cloud, m_looks, projection, scale);
        m_density.paint(m_image, m_dark);
        stampChosen();
    } else if (moves && !wasDense) {
        scroll(by.toPoint());
    } else {
        m_image.fill(Qt::transparent);
        stampIn(m_image.rect());
    }
    m_known = true;
    return m_image;
}

/// Moves the picture, and paints the strips that come into sight.
void MapLayer::scroll(QPoint by)
{
    const QRect all = m_image.rect();
    const QRect kept = all.translated(by) & all;
    if (kept.isEmpty()) {
        m_image.fill(Qt::transparent);
        return stampIn(all);
    }
    const auto bytes = static_cast<std::size_t>(kept.width()) * sizeof(std::uint32_t);
    const auto move = [&](int row) {
        std::memmove(m_image.scanLine(row) + kept.left() * 4, m_image.constScanLine(row - by.y()) + (kept.left() - by.x()) * 4,
                     bytes);
    };
    if (by.y() > 0) {
        for (int row = kept.bottom(); row >= kept.top(); --row)
            move(row);
    } else {
        for (int row = kept.top(); row <= kept.bottom(); ++row)
            move(row);
    }
    for (const QRect &strip : QRegion(all) - QRegion(kept)) {
        for (int row = strip.top(); row <= strip.bottom(); ++row)
            std::memset(m_image.scanLine(row) + strip.left() * 4, 0, static_cast<std::size_t>(strip.width()) * 4);
        stampIn(strip);
    }
}

void MapLayer::stampIn(const QRect &clip)
{
    if (!m_cloud)
        return;
    const double reach = m_sprites.reach();
    const QPointF corner = m_projection.area().topLeft();
    const QRectF pixels = QRectF(clip).adjusted(-reach, -reach, reach, reach);
    const QRectF world = m_projection.toWorld(QRectF(corner + pixels.topLeft() / m_scale, pixels.size() / m_scale));
    std::array<std::vector<std::uint32_t>, mapSizeCount + 1> bySize;
    m_cloud->each(world, [&](std::size_t i) {
        const MapLook look = m_looks[i];
        if (!look.hidden)
            bySize[look.chosen ? mapSizeCount : look.size].push_back(static_cast<std::uint32_t>(i));
    });
    // The large ones first, and what is chosen over everything.
    std::swap(bySize[0], bySize[4]);
    std::swap(bySize[1], bySize[3]);
    for (const auto &numbers : bySize) {
        for (const std::uint32_t i : numbers) {
            const QPointF at = (m_projection.toPixel(m_cloud->at(i)) - corner) * m_scale;
            m_sprites.stamp(m_image, m_looks[i], static_cast<int>(std::floor(at.x())), static_cast<int>(std::floor(at.y())),
                            clip);
        }
    }
}

/// Over a density, where they are few enough to be seen as single points.
void MapLayer::stampChosen()
{
    if (m_chosen.size() > mostSingle)
        return;
    const QPointF corner = m_projection.area().topLeft();
    for (const std::uint32_t i : m_chosen) {
        const QPointF at = (m_projection.toPixel(m_cloud->at(i)) - corner) * m_scale;
        if (QRectF(m_image.rect()).contains(at))
            m_sprites.stamp(m_image, m_looks[i], static_cast<int>(at.x()), static_cast<int>(at.y()), m_image.rect());
    }
}

} // namespace ui
