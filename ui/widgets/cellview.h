// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/cellmodel.h"

#include <QTableView>

namespace ui {

/// An analysis as a table: the arrows go from figure to figure, Enter, Space or a click open the one that opens.
class CellView final : public QTableView {
    Q_OBJECT
public:
    explicit CellView(QWidget *parent = nullptr);

    [[nodiscard]] CellModel &cells() { return m_cells; }
    /// Puts another table in and gives the columns their widths; the first one takes what room is left.
    void setTable(CellTable table);
    /// All columns but the first are of one width.
    void setEven(bool even);
    /// Where the cell stands, in the coordinates of `page`.
    [[nodiscard]] QRect areaOf(const QModelIndex &index, const QWidget *page) const;

Q_SIGNALS:
    void opened(const QModelIndex &index);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void spanHeadings();
    void fitColumns();
    void open(const QModelIndex &index);

    CellModel m_cells;
    bool m_even = false;
};

} // namespace ui
