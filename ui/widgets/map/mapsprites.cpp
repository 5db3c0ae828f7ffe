// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/map/mapsprites.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr std::array<double, mapSizeCount> radii{2.5, 3.25, 4.25, 5.75, 8};

/// What of `under` shines through where `alpha` of 255 lies over it: two channels in each half of the word.
std::uint32_t dimmed(std::uint32_t under, std::uint32_t alpha)
{
    const std::uint32_t rest = 255 - alpha;
    std::uint32_t even = (under & 0xff00ffU) * rest;
    even = ((even + ((even >> 8U) & 0xff00ffU) + 0x800080U) >> 8U) & 0xff00ffU;
    std::uint32_t odd = ((under >> 8U) & 0xff00ffU) * rest;
    odd = (odd + ((odd >> 8U) & 0xff00ffU) + 0x800080U) & 0xff00ff00U;
    return even | odd;
}

std::size_t numberOf(MapLook look)
{
    return (std::size_t{look.colour} * mapSizeCount + look.size) * 2 + (look.chosen ? 1 : 0);
}

} // namespace

double mapRadius(std::size_t size)
{
    return radii[size];
}

const std::array<QColor, mapColourCount> &mapColours(bool dark)
{
    static const std::array<QColor, mapColourCount> onLight{QColor(0x8a94a0), QColor(0x0072b2), QColor(0xd9820a),
                                                            QColor(0x009e73), QColor(0xc6478f), QColor(0x3fa6dd),
                                                            QColor(0xa8480f), QColor(0x6f52b5), QColor(0x9a9400)};
    static const std::array<QColor, mapColourCount> onDark{QColor(0x7d8792), QColor(0x4aa3e0), QColor(0xf0a93b),
                                                           QColor(0x35c79a), QColor(0xe885bb), QColor(0x8ed2f7),
                                                           QColor(0xe57a4a), QColor(0xab94ea), QColor(0xd8d25a)};
    return dark ? onDark : onLight;
}

MapSprites::MapSprites(bool dark, const QColor &edge, const QColor &ring, double scale)
{
    constexpr double thin = 0.75;
    constexpr double thick = 2;
    for (std::size_t colour = 0; colour < mapColourCount; ++colour) {
        QColor fill = mapColours(dark)[colour];
        fill.setAlphaF(0.82F);
        for (std::size_t size = 0; size < mapSizeCount; ++size) {
            const MapLook plain{.colour = static_cast<std::uint8_t>(colour), .size = static_cast<std::uint8_t>(size)};
            MapLook chosen = plain;
            chosen.chosen = true;
            m_sprites[numberOf(plain)] = draw(fill, edge, radii[size] * scale, thin * scale);
            m_sprites[numberOf(chosen)] = draw(mapColours(dark)[colour], ring, (radii[size] + 1) * scale, thick * scale);
        }
    }
    for (const Sprite &sprite : m_sprites)
        m_reach = std::max(m_reach, sprite.side / 2 + 1);
}

MapSprites::Sprite MapSprites::draw(const QColor &fill, const QColor &edge, double radius, double width)
{
    const int side = 2 * static_cast<int>(std::ceil(radius + width)) + 1;
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(edge, width));
    painter.setBrush(fill);
    painter.drawEllipse(QPointF(side / 2.0, side / 2.0), radius, radius);
    painter.end();
    Sprite sprite{side, {}};
    for (int y = 0; y < side; ++y) {
        const auto *line = reinterpret_cast<const std::uint32_t *>(image.constScanLine(y));
        sprite.pixels.insert(sprite.pixels.end(), line, line + side);
    }
    return sprite;
}

void MapSprites::stamp(QImage &image, MapLook look, int x, int y, const QRect &clip) const
{
    const Sprite &sprite = m_sprites[numberOf(look)];
    const int left = x - sprite.side / 2;
    const int top = y - sprite.side / 2;
    const int firstX = std::max(left, clip.left());
    const int lastX = std::min(left + sprite.side - 1, clip.right());
    const int lastY = std::min(top + sprite.side - 1, clip.bottom());
    for (int row = std::max(top, clip.top()); row <= lastY; ++row) {
        auto *to = reinterpret_cast<std::uint32_t *>(image.scanLine(row)) + firstX;
        const std::uint32_t *from = sprite.pixels.data() + (row - top) * sprite.side + (firstX - left);
        for (int column = firstX; column <= lastX; ++column, ++to, ++from) {
            const std::uint32_t alpha = *from >> 24U;
            if (alpha == 255)
                *to = *from;
            else if (alpha != 0)
                *to = *from + dimmed(*to, alpha);
        }
    }
}

} // namespace ui
