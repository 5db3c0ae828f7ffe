// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/reporttable.h"

#include "ui/widgets/theme.h"

#include <QHeaderView>
#include <QStyledItemDelegate>

namespace ui {

namespace {

constexpr int lineHeight = 8 * grid;
constexpr int columnGap = 6 * grid;
constexpr int widest = 340;
constexpr int least = 160; ///< of the first column, where others need its room
constexpr int most = 240;  ///< that the last column takes from it

/// Rows with room to read. The last column has what is left of the width, and as many lines as its words need there.
class RoomyRows final : public QStyledItemDelegate {
public:
    explicit RoomyRows(QTreeView *table) : QStyledItemDelegate(table), m_table(table) {}

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int natural = QStyledItemDelegate::sizeHint(option, index).width() + columnGap;
        const QHeaderView *header = m_table->header();
        if (!header->stretchLastSection() || index.column() != header->count() - 1)
            return {natural, lineHeight};
        const QRect room(0, 0, header->sectionSize(index.column()) - padding, 0);
        const QRect words = option.fontMetrics.boundingRect(room, Qt::TextWordWrap, index.data().toString());
        return {natural, std::max(lineHeight, words.height() + lineHeight - option.fontMetrics.height())};
    }

private:
    static constexpr int padding = 3 * grid;

    QTreeView *m_table;
};

} // namespace

ReportTable::ReportTable(QWidget *parent) : QTreeWidget(parent)
{
    setRootIsDecorated(false);
    setWordWrap(true);
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new RoomyRows(this));
    header()->setStretchLastSection(true);
    header()->setSectionsMovable(false);
    connect(header(), &QHeaderView::sectionResized, this, [this] { scheduleDelayedItemsLayout(); });
}

void ReportTable::fill(const QStringList &columns, const QList<QStringList> &rows, const QList<int> &figures)
{
    clear();
    setColumnCount(static_cast<int>(columns.size()));
    setHeaderLabels(columns);
    for (const int column : figures)
        headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    for (const QStringList &row : rows) {
        auto *item = new QTreeWidgetItem(this, row);
        for (int column = 0; column < row.size(); ++column)
            item->setToolTip(column, row[column]);
        for (const int column : figures)
            item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    }
    // A last column of numbers would stand far away from its names.
    header()->setStretchLastSection(!figures.contains(static_cast<int>(columns.size()) - 1));
    fitColumns();
}

int ReportTable::wholeHeight() const
{
    return header()->sizeHint().height() + topLevelItemCount() * lineHeight + 2 * frameWidth();
}

void ReportTable::fitColumns()
{
    m_first = 0; // scroll bars that come and go meanwhile resize the view
    for (int column = 0; column < columnCount(); ++column) {
        resizeColumnToContents(column);
        setColumnWidth(column, std::min(columnWidth(column), widest));
    }
    m_first = columnCount() > 0 ? columnWidth(0) : 0;
    giveWay();
    takeRoom();
}

/// Names whose numbers stand beside them may fill what the others leave.
void ReportTable::takeRoom()
{
    if (m_first == 0 || header()->stretchLastSection())
        return;
    int room = viewport()->width();
    for (int column = 1; column < columnCount(); ++column)
        room -= columnWidth(column);
    setColumnWidth(0, std::clamp(sizeHintForColumn(0), m_first, std::max(room, m_first)));
}

/// The first column is as narrow as it must be for the last one, which has what is left, to say something.
void ReportTable::giveWay()
{
    const int last = columnCount() - 1;
    if (m_first == 0 || last < 1 || !header()->stretchLastSection())
        return;
    int needed = std::min(std::max(sizeHintForColumn(last), header()->sectionSizeHint(last)), most) - columnWidth(0);
    for (int column = 0; column < last; ++column)
        needed += columnWidth(column);
    setColumnWidth(0, std::clamp(viewport()->width() - needed, std::min(m_first, least), m_first));
}

void ReportTable::resizeEvent(QResizeEvent *event)
{
    QTreeWidget::resizeEvent(event);
    giveWay();
    takeRoom();
}

} // namespace ui
