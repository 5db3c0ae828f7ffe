// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/widgets/map/mapcloud.h"
#include "ui/widgets/map/mapprojection.h"
#include "ui/widgets/map/mapsprites.h"

#include <QImage>

#include <array>
#include <cstdint>
#include <vector>

namespace ui {

/// How many points lie in each small square of the map, as a picture: for more points than can be told apart. The squares stand
/// still in the world while the map is moved, so that only those that come into sight are counted.
class MapDensity {
public:
    /// Counts the points in sight of `projection` that are not hidden, in squares of `side` pixels of an image of `scale`. What
    /// was counted before is kept where it still holds.
    void count(const MapCloud &cloud, const std::vector<MapLook> &looks, const MapProjection &projection, double scale);
    /// Another cloud, or other looks: nothing that was counted holds.
    void forget() { m_known = false; }
    /// Paints it over all of `image`, which has the size of the projection's area in pixels.
    void paint(QImage &image, bool dark) const;

    /// Of one square; the darkest of the picture.
    [[nodiscard]] std::uint32_t most() const { return m_most; }
    [[nodiscard]] std::uint64_t sum() const; ///< of all squares in sight

    /// From few to many points.
    [[nodiscard]] static QColor colour(double part, bool dark);

private:
    struct Bins {
        int left = 0;
        int top = 0;
        int columns = 0;
        int rows = 0;
        friend bool operator==(const Bins &, const Bins &) = default;
    };
    [[nodiscard]] static Bins binsOf(const MapProjection &projection, double scale);
    void countIn(const MapCloud &cloud, const std::vector<MapLook> &looks, const Bins &bins);
    void shift(const Bins &to);
    void findMost();
    [[nodiscard]] std::vector<std::uint32_t> palette(bool dark) const;

    MapProjection m_projection;
    double m_scale = 1;
    bool m_known = false;
    Bins m_bins;
    std::vector<std::uint32_t> m_counts; ///< by row, then by column
    std::uint32_t m_most = 0;
};

} // namespace ui
