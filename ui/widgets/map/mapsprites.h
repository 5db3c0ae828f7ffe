// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <QColor>
#include <QImage>
#include <QRect>

#include <array>
#include <cstdint>
#include <vector>

namespace ui {

inline constexpr std::size_t mapColourCount = 9; ///< 0 is for what has no colour of its own
inline constexpr std::size_t mapSizeCount = 5;

/// The radius of the points of a size, in device-independent pixels.
[[nodiscard]] double mapRadius(std::size_t size);

/// How a point is drawn.
struct MapLook {
    std::uint8_t colour = 0; ///< of mapColours
    std::uint8_t size = 0;   ///< of mapRadius
    bool hidden = false;
    bool chosen = false;
};

/// The colours of the points: apart from each other for those too who see colours less well (Okabe and Ito, "Color Universal
/// Design"), on the surface of either theme.
[[nodiscard]] const std::array<QColor, mapColourCount> &mapColours(bool dark);

/// The points of every look, drawn once, to be stamped many times.
class MapSprites {
public:
    MapSprites() = default;
    /// Points in the map's colours, ringed with `edge`; what is chosen is ringed with `ring`.
    MapSprites(bool dark, const QColor &edge, const QColor &ring, double scale);

    /// Puts the point of `look` onto `image` (premultiplied ARGB) with its middle at `x`, `y`, within `clip`.
    void stamp(QImage &image, MapLook look, int x, int y, const QRect &clip) const;
    /// Beyond its middle no point reaches further, in pixels of the image.
    [[nodiscard]] int reach() const { return m_reach; }

private:
    struct Sprite {
        int side = 0;
        std::vector<std::uint32_t> pixels;
    };
    [[nodiscard]] static Sprite draw(const QColor &fill, const QColor &edge, double radius, double width);

    std::array<Sprite, mapColourCount * mapSizeCount * 2> m_sprites;
    int m_reach = 0;
};

} // namespace ui
