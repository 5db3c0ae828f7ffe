// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "workbench/tables.h"

#include <QAbstractTableModel>
#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace ui {

/// One finished figure of an analysis, ready to be painted.
struct Cell {
    QString text = {};
    QString small = {};              ///< a second, smaller line: of how many it is
    QString toolTip = {};            ///< what it is made of, in full
    std::optional<double> bar = {};  ///< 0 … 1, behind the text
    std::optional<double> heat = {}; ///< 0 … 1: how much the whole cell is tinted
    int mark = 0;                    ///< +1 more than what it is compared with, by more than chance, −1 less
    int opens = -1;                  ///< what a click opens; −1: nothing
    bool isFigure = true;            ///< stands at the right, in digits of one width
    bool muted = false;
    bool thin = false;                ///< of too few to say much
    workbench::ReportCell value = {}; ///< the number as it leaves the program; none: the text
};

struct CellColumn {
    QString title;
    QString toolTip = {};
    bool isFigure = true;
};

struct CellRow {
    QString name;         ///< what the row is about, for those who cannot see the table
    bool heading = false; ///< its first cell stands over the others
    std::vector<Cell> cells;
};

struct CellTable {
    std::vector<CellColumn> columns;
    std::vector<CellRow> rows;
};

enum CellRole { CellDataRole = Qt::UserRole + 64 }; ///< const Cell *

/// A table of finished cells. Another table takes the place of the one before without a reset: what is chosen stays chosen as
/// far as there is such a cell.
class CellModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setTable(CellTable table);
    [[nodiscard]] const CellTable &table() const { return m_table; }
    [[nodiscard]] const Cell *cell(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    void fitColumns(std::size_t count);
    void fitRows(std::size_t count);
    /// What a reader of the screen is told: the row, the column and the figure.
    [[nodiscard]] QString spoken(const QModelIndex &index, const Cell &cell) const;

    CellTable m_table;
};

} // namespace ui
