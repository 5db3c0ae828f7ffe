// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/map/mapdensity.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ui {
namespace {

constexpr double binSide = 2; ///< device-independent pixels

int sideOf(double scale)
{
    return std::max(static_cast<int>(std::lround(binSide * scale)), 1);
}

} // namespace

/// Those in sight, numbered from the world's origin to the right and downwards.
MapDensity::Bins MapDensity::binsOf(const MapProjection &projection, double scale)
{
    const int side = sideOf(scale);
    const QRectF &area = projection.area();
    const double left = (area.left() - projection.x(0)) * scale / side;
    const double top = (area.top() - projection.y(0)) * scale / side;
    Bins bins;
    bins.left = static_cast<int>(std::floor(left));
    bins.top = static_cast<int>(std::floor(top));
    bins.columns = static_cast<int>(std::floor(left + area.width() * scale / side)) - bins.left + 1;
    bins.rows = static_cast<int>(std::floor(top + area.height() * scale / side)) - bins.top + 1;
    return bins;
}

void MapDensity::count(const MapCloud &cloud, const std::vector<MapLook> &looks, const MapProjection &projection, double scale)
{
    const Bins bins = binsOf(projection, scale);
    const bool moved = m_known && m_scale == scale && projection.isPannedFrom(m_projection);
    const Bins before = m_bins;
    m_projection = projection;
    m_scale = scale;
    m_known = true;
    if (moved && bins == before)
        return;
    if (!moved) {
        m_bins = bins;
        m_counts.assign(static_cast<std::size_t>(bins.columns) * static_cast<std::size_t>(bins.rows), 0);
        countIn(cloud, looks, bins);
        m_most = 0;
    } else {
        shift(bins);
        const int keptTop = std::max(before.top, bins.top);
        const int keptBottom = std::min(before.top + before.rows, bins.top + bins.rows);
        const int keptLeft = std::max(before.left, bins.left);
        const int keptRight = std::min(before.left + before.columns, bins.left + bins.columns);
        countIn(cloud, looks, {bins.left, bins.top, bins.columns, keptTop - bins.top});
        countIn(cloud, looks, {bins.left, keptBottom, bins.columns, bins.top + bins.rows - keptBottom});
        countIn(cloud, looks, {bins.left, keptTop, keptLeft - bins.left, keptBottom - keptTop});
        countIn(cloud, looks, {keptRight, keptTop, bins.left + bins.columns - keptRight, keptBottom - keptTop});
    }
    findMost();
}

/// Moves the counts to where the squares are now; squares that come into sight are 0.
void MapDensity::shift(const Bins &to)
{
    std::vector<std::uint32_t> moved(static_cast<std::size_t>(to.columns) * static_cast<std::size_t>(to.rows), 0);
    const int left = std::max(m_bins.left, to.left);
    const int right = std::min(m_bins.left + m_bins.columns, to.left + to.columns);
    for (int row = std::max(m_bins.top, to.top); row < std::min(m_bins.top + m_bins.rows, to.top + to.rows) && left < right;
         ++row) {
        const auto from = m_counts.begin() + (row - m_bins.top) * m_bins.columns + (left - m_bins.left);
        std::copy(from, from + (right - left), moved.begin() + (row - to.top) * to.columns + (left - to.left));
    }
    m_counts = std::move(moved);
    m_bins = to;
}

void MapDensity::countIn(const MapCloud &cloud, const std::vector<MapLook> &looks, const Bins &bins)
{
    if (bins.columns <= 0 || bins.rows <= 0)
        return;
    const int side = sideOf(m_scale);
    const double scaleX = m_projection.scaleX() * m_scale / side;
    const double scaleY = m_projection.scaleY() * m_scale / side;
    const QRectF world(QPointF(bins.left / scaleX, -(bins.top + bins.rows) / scaleY),
                       QPointF((bins.left + bins.columns) / scaleX, -bins.top / scaleY));
    std::uint32_t *counts = m_counts.data() + (bins.top - m_bins.top) * m_bins.columns + (bins.left - m_bins.left);
    cloud.runs(world, [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i < last; ++i) {
            const double column = static_cast<double>(cloud.x(i)) * scaleX - bins.left;
            const double row = -static_cast<double>(cloud.y(i)) * scaleY - bins.top;
            if (column >= 0 && column < bins.columns && row >= 0 && row < bins.rows && !looks[i].hidden)
                ++counts[static_cast<int>(row) * m_bins.columns + static_cast<int>(column)];
        }
    });
}

/// Does not fall while the map is moved, so that its colours stand still.
void MapDensity::findMost()
{
    for (const std::uint32_t count : m_counts)
        m_most = std::max(m_most, count);
}

std::uint64_t MapDensity::sum() const
{
    return std::accumulate(m_counts.begin(), m_counts.end(), std::uint64_t{0});
}

/// Brightness alone tells few from many, along cividis (Nuñez, Anderton and Renslow 2018), which reads alike for those who do
/// not see red or green; on a light surface the other way round.
QColor MapDensity::colour(double part, bool dark)
{
    constexpr std::array<std::array<double, 3>, 6> stops{
        {{0, 50, 110}, {62, 77, 108}, {108, 109, 115}, {150, 143, 119}, {204, 184, 101}, {255, 232, 70}}};
    constexpr std::array<std::array<double, 3>, 6> lightStops{
        {{214, 226, 240}, {158, 188, 218}, {107, 148, 194}, {61, 107, 166}, {26, 66, 128}, {4, 26, 71}}};
    const auto &list = dark ? stops : lightStops;
    const double at = std::clamp(part, 0.0, 1.0) * static_cast<double>(list.size() - 1);
    const auto low = std::min(static_cast<std::size_t>(at), list.size() - 2);
    const double between = at - static_cast<double>(low);
    const auto channel = [&](std::size_t i) {
        return static_cast<int>(std::lround(list[low][i] + (list[low + 1][i] - list[low][i]) * between));
    };
    return {channel(0), channel(1), channel(2)};
}

/// By count; few and many are far apart, so the logarithm divides the colours.
std::vector<std::uint32_t> MapDensity::palette(bool dark) const
{
    constexpr std::uint32_t most = 4096;
    std::vector<std::uint32_t> colours(std::min(m_most, most) + 1, 0);
    const double whole = std::log1p(static_cast<double>(m_most));
    for (std::size_t count = 1; count < colours.size(); ++count)
        colours[count] = colour(std::log1p(static_cast<double>(count)) / whole, dark).rgba();
    return colours;
}

void MapDensity::paint(QImage &image, bool dark) const
{
    const std::vector<std::uint32_t> colours = palette(dark);
    const int side = sideOf(m_scale);
    const auto corner = [&](double area, double origin, int first) {
        return static_cast<int>(std::lround((area - origin) * m_scale)) - first * side;
    };
    const int offsetX = corner(m_projection.area().left(), m_projection.x(0), m_bins.left);
    const int offsetY = corner(m_projection.area().top(), m_projection.y(0), m_bins.top);
    int painted = -1;
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<std::uint32_t *>(image.scanLine(y));
        const int row = std::min((y + offsetY) / side, m_bins.rows - 1);
        if (row == painted) {
            std::copy_n(reinterpret_cast<const std::uint32_t *>(image.constScanLine(y - 1)), image.width(), line);
            continue;
        }
        painted = row;
        const std::uint32_t *counts = m_counts.data() + row * m_bins.columns;
        for (int x = 0, column = offsetX / side; x < image.width(); ++column) {
            const std::uint32_t count = counts[std::min(column, m_bins.columns - 1)];
            const int end = std::min((column + 1) * side - offsetX, image.width());
            std::fill(line + x, line + end, colours[std::min<std::size_t>(count, colours.size() - 1)]);
            x = end;
        }
    }
}

} // namespace ui
