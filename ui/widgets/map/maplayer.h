// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/widgets/map/mapdensity.h"

namespace ui {

/// The points of the map as a picture. Up to `mostSingle` of them in sight are stamped one by one, the large ones first; more are
/// painted as a density. While the map is moved, what was painted moves along and only what comes into sight is painted.
class MapLayer {
public:
    static constexpr std::size_t mostSingle = 20'000;

    /// `looks` by the numbers of the cloud.
    void setCloud(std::shared_ptr<const MapCloud> cloud, std::vector<MapLook> looks);
    void setLooks(std::vector<MapLook> looks);
    void setColours(bool dark, const QColor &edge, const QColor &ring);

    /// The picture of the projection's area at `scale` pixels to a device-independent one.
    [[nodiscard]] const QImage &paint(const MapProjection &projection, double scale);

    [[nodiscard]] const std::shared_ptr<const MapCloud> &cloud() const { return m_cloud; }
    [[nodiscard]] const std::vector<MapLook> &looks() const { return m_looks; }
    [[nodiscard]] bool isDense() const { return m_dense; } ///< as it was painted last
    [[nodiscard]] const MapDensity &density() const { return m_density; }
    /// More are in sight than are painted singly.
    [[nodiscard]] bool isCrowded(const MapProjection &projection) const;

private:
    void scroll(QPoint by);
    void stampIn(const QRect &clip);
    void stampChosen();

    std::shared_ptr<const MapCloud> m_cloud;
    std::vector<MapLook> m_looks;
    std::vector<std::uint32_t> m_chosen; ///< their numbers
    MapSprites m_sprites;
    MapDensity m_density;
    MapProjection m_projection;
    QColor m_edge;
    QColor m_ring;
    QImage m_image;
    double m_scale = 0;
    bool m_dark = false;
    bool m_dense = false;
    bool m_known = false; ///< the picture shows what is to be shown in `m_projection`
};

} // namespace ui
