// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "workbench/battlemap.h"

#include <QPointF>
#include <QRectF>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace ui {

/// The deals of a battle map as points of its plane, sorted into the cells of a grid row by row, so that those in a rectangle are
/// found without looking at the others. Never changes once made; may be made and read on any thread.
///
/// Health comes in steps: all deals of one score would lie in one line. Within its step each deal is raised by a little that its
/// number alone decides, never across the playbook's cut.
class MapCloud {
public:
    explicit MapCloud(std::shared_ptr<const workbench::BattleMap> map);

    [[nodiscard]] const workbench::BattleMap &map() const { return *m_map; }
    [[nodiscard]] const std::shared_ptr<const workbench::BattleMap> &shared() const { return m_map; }
    [[nodiscard]] std::size_t size() const { return m_x.size(); }
    /// The smallest rectangle around all points; empty without any.
    [[nodiscard]] const QRectF &bounds() const { return m_bounds; }
    [[nodiscard]] int healthStep() const { return m_step; }

    // By number, in the order of the grid.
    [[nodiscard]] QPointF at(std::size_t number) const
    {
        return {static_cast<double>(m_x[number]), static_cast<double>(m_y[number])};
    }
    [[nodiscard]] float x(std::size_t number) const { return m_x[number]; }
    [[nodiscard]] float y(std::size_t number) const { return m_y[number]; }
    /// The deal's place in the map.
    [[nodiscard]] std::uint32_t place(std::size_t number) const { return m_place[number]; }
    /// The number of the deal at a place; of those with expected days alone.
    [[nodiscard]] std::uint32_t number(std::uint32_t place) const { return m_number[place]; }
    /// Where a deal lies that has these days and this health.
    [[nodiscard]] QPointF position(std::uint32_t deal, double days, double health) const;

    /// Calls `visit(first, last)` for runs of numbers that hold every point in `area` and few others.
    template <class Visit>
    void runs(const QRectF &area, const Visit &visit) const
    {
        const Cells cells = cellsOf(area);
        for (int row = cells.top; row <= cells.bottom; ++row) {
            const std::size_t first = m_starts[index(cells.left, row)];
            const std::size_t last = m_starts[index(cells.right, row) + 1];
            if (first < last)
                visit(first, last);
        }
    }
    /// Calls `visit(number)` for every point in `area`.
    template <class Visit>
    void each(const QRectF &area, const Visit &visit) const
    {
        runs(area, [&](std::size_t first, std::size_t last) {
            for (std::size_t i = first; i < last; ++i) {
                if (holds(area, i))
                    visit(i);
            }
        });
    }
    /// How many points in `area` `isWanted(number)` takes; not many more than `enough` are looked at.
    template <class IsWanted>
    [[nodiscard]] std::size_t count(const QRectF &area, std::size_t enough, const IsWanted &isWanted) const
    {
        std::size_t found = 0;
        runs(area, [&](std::size_t first, std::size_t last) {
            for (std::size_t i = first; i < last && found <= enough; ++i)
                found += holds(area, i) && isWanted(i) ? 1U : 0U;
        });
        return found;
    }

private:
    struct Cells {
        int left, top, right, bottom; ///< both included; right < left: none
    };
    [[nodiscard]] Cells cellsOf(const QRectF &area) const;
    [[nodiscard]] std::size_t index(int column, int row) const
    {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns) + static_cast<std::size_t>(column);
    }
    [[nodiscard]] bool holds(const QRectF &area, std::size_t i) const
    {
        const auto x = static_cast<double>(m_x[i]);
        const auto y = static_cast<double>(m_y[i]);
        return x >= area.left() && x <= area.right() && y >= area.top() && y <= area.bottom();
    }
    [[nodiscard]] int column(double x) const;
    [[nodiscard]] int row(double y) const;
    void findSteps();
    void sort(const std::vector<float> &x, const std::vector<float> &y);

    std::shared_ptr<const workbench::BattleMap> m_map;
    int m_step = 1;      ///< the scores differ by multiples of it
    double m_spread = 0; ///< as far as a deal is raised
    QRectF m_bounds;
    int m_columns = 1;
    double m_cellWidth = 1;
    double m_cellHeight = 1;
    std::vector<std::size_t> m_starts; ///< by cell, and one more: its first number
    std::vector<float> m_x;
    std::vector<float> m_y;
    std::vector<std::uint32_t> m_place;
    std::vector<std::uint32_t> m_number;
};

} // namespace ui
