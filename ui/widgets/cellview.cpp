// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/cellview.h"

#include "ui/delegates/celldelegate.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>

namespace ui {
namespace {

constexpr int firstAtLeast = 104;
constexpr int firstAtMost = 320;
constexpr int evenHeader = 44; ///< two lines
constexpr int evenAtMost = 84; ///< so that a board of stages fits a page; longer headings are broken

} // namespace

CellView::CellView(QWidget *parent) : QTableView(parent)
{
    setModel(&m_cells);
    setItemDelegate(new CellDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(24);
    connect(this, &QTableView::clicked, this, &CellView::open);
}

void CellView::setEven(bool even)
{
    m_even = even;
    horizontalHeader()->setMinimumHeight(even ? evenHeader : 0);
}

void CellView::setTable(CellTable table)
{
    const QModelIndex before = currentIndex();
    m_cells.setTable(std::move(table));
    spanHeadings();
    fitColumns();
    if (!before.isValid() && m_cells.rowCount() > 0)
        setCurrentIndex(m_cells.index(0, std::min(1, m_cells.columnCount() - 1)));
}

void CellView::spanHeadings()
{
    clearSpans();
    for (int row = 0; row < m_cells.rowCount(); ++row) {
        if (m_cells.table().rows[static_cast<std::size_t>(row)].heading && m_cells.columnCount() > 1)
            setSpan(row, 0, 1, m_cells.columnCount());
    }
}

void CellView::fitColumns()
{
    const int count = m_cells.columnCount();
    if (count == 0)
        return;
    std::vector<int> widths;
    for (int column = 0; column < count; ++column)
        widths.push_back(std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column) + 4));
    if (m_even && count > 1)
        std::fill(widths.begin() + 1, widths.end(), std::min(evenAtMost, *std::max_element(widths.begin() + 1, widths.end())));
    int others = 0;
    for (int column = 1; column < count; ++column)
        others += widths[static_cast<std::size_t>(column)];
    const int room = viewport()->width() - others;
    const int wanted = std::clamp(widths.front(), firstAtLeast, firstAtMost);
    setColumnWidth(0, std::max(std::min(wanted, std::max(room, firstAtLeast)), firstAtLeast));
    // What room is left is shared by the figures, so that the table fills the pane.
    const int spare = count > 1 ? std::max(0, viewport()->width() - columnWidth(0) - others) / (count - 1) : 0;
    for (int column = 1; column < count; ++column)
        setColumnWidth(column, widths[static_cast<std::size_t>(column)] + std::min(spare, 48));
}

QRect CellView::areaOf(const QModelIndex &index, const QWidget *page) const
{
    const QRect area = visualRect(index);
    return {viewport()->mapTo(page, area.topLeft()), area.size()};
}

void CellView::open(const QModelIndex &index)
{
    const Cell *cell = m_cells.cell(index);
    if (cell && cell->opens >= 0)
        Q_EMIT opened(index);
}

void CellView::keyPressEvent(QKeyEvent *event)
{
    const bool enters = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (enters && currentIndex().isValid())
        open(currentIndex());
    else
        QTableView::keyPressEvent(event);
}

void CellView::mouseMoveEvent(QMouseEvent *event)
{
    QTableView::mouseMoveEvent(event);
    const Cell *cell = m_cells.cell(indexAt(event->position().toPoint()));
    viewport()->setCursor(cell && cell->opens >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void CellView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void CellView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    viewport()->update();
}

} // namespace ui
