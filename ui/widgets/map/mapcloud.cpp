// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/map/mapcloud.h"

#include "ui/widgets/map/mapprojection.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace ui {
namespace {

constexpr std::size_t pointsInACell = 16;
constexpr int mostColumns = 512;
constexpr double spreadOfAStep = 0.7;

/// The same part of 1 for the same deal at every instant (multiplicative hashing by the golden ratio).
double partOf(std::uint32_t deal)
{
    return static_cast<double>(deal * 0x9E3779B1U) * 0x1p-32;
}

} // namespace

MapCloud::MapCloud(std::shared_ptr<const workbench::BattleMap> map) : m_map(std::move(map))
{
    findSteps();
    const std::size_t count = m_map->placed;
    std::vector<float> x(count);
    std::vector<float> y(count);
    for (std::size_t i = 0; i < count; ++i) {
        const QPointF at = position(m_map->deal[i], static_cast<double>(m_map->days[i]), m_map->health[i]);
        x[i] = static_cast<float>(at.x());
        y[i] = static_cast<float>(at.y());
    }
    if (count > 0) {
        const auto [left, right] = std::ranges::minmax(x);
        const auto [low, high] = std::ranges::minmax(y);
        m_bounds = QRectF(QPointF(static_cast<double>(left), static_cast<double>(low)),
                          QPointF(static_cast<double>(right), static_cast<double>(high)));
    }
    sort(x, y);
}

void MapCloud::findSteps()
{
    const std::size_t count = m_map->placed;
    std::int64_t step = 0;
    for (std::size_t i = 1; i < count && step != 1; ++i)
        step = std::gcd(step, std::int64_t{m_map->health[i]} - m_map->health[0]);
    m_step = static_cast<int>(std::clamp<std::int64_t>(step, 1, std::numeric_limits<int>::max()));
    m_spread = m_step == 1 ? spreadOfAStep / 2 : spreadOfAStep * m_step;
    // A cut between two steps stays above the deals of the lower one.
    const std::int64_t over = count == 0 ? 0 : ((m_map->cuts.health - m_map->health[0]) % m_step + m_step) % m_step;
    if (over != 0)
        m_spread = std::min(m_spread, spreadOfAStep * static_cast<double>(over));
}

QPointF MapCloud::position(std::uint32_t deal, double days, double health) const
{
    return {daysToMap(days), healthToMap(health + m_spread * partOf(deal))};
}

int MapCloud::column(double x) const
{
    return std::clamp(static_cast<int>((x - m_bounds.left()) / m_cellWidth), 0, m_columns - 1);
}

int MapCloud::row(double y) const
{
    return std::clamp(static_cast<int>((y - m_bounds.top()) / m_cellHeight), 0, m_columns - 1);
}

MapCloud::Cells MapCloud::cellsOf(const QRectF &area) const
{
    if (m_x.empty() || area.left() > m_bounds.right() || area.right() < m_bounds.left() || area.top() > m_bounds.bottom()
        || area.bottom() < m_bounds.top())
        return {0, 0, -1, -1};
    return {column(area.left()), row(area.top()), column(area.right()), row(area.bottom())};
}

/// A counting sort by cell.
void MapCloud::sort(const std::vector<float> &x, const std::vector<float> &y)
{
    const std::size_t count = x.size();
    m_columns = std::clamp(static_cast<int>(std::sqrt(static_cast<double>(count / pointsInACell))), 1, mostColumns);
    m_cellWidth = std::max(m_bounds.width() / m_columns, 1e-9);
    m_cellHeight = std::max(m_bounds.height() / m_columns, 1e-9);
    std::vector<std::uint32_t> cells(count);
    m_starts.assign(index(0, m_columns) + 1, 0);
    for (std::size_t i = 0; i < count; ++i) {
        cells[i] = static_cast<std::uint32_t>(index(column(static_cast<double>(x[i])), row(static_cast<double>(y[i]))));
        ++m_starts[cells[i] + 1];
    }
    std::partial_sum(m_starts.begin(), m_starts.end(), m_starts.begin());
    std::vector<std::size_t> next(m_starts.begin(), m_starts.end() - 1);
    m_x.resize(count);
    m_y.resize(count);
    m_place.resize(count);
    m_number.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t at = next[cells[i]]++;
        m_x[at] = x[i];
        m_y[at] = y[i];
        m_place[at] = static_cast<std::uint32_t>(i);
        m_number[i] = static_cast<std::uint32_t>(at);
    }
}

} // namespace ui
