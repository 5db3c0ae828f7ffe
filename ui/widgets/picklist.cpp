// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/picklist.h"

#include "ui/delegates/rowdelegate.h"
#include "ui/models/rowroles.h"

#include <QKeyEvent>

namespace ui {

namespace {

constexpr int pageRows = 8;

} // namespace

PickList::PickList(QWidget *parent) : QListView(parent)
{
    setModel(&m_picks);
    setItemDelegate(new RowDelegate(this));
    setMouseTracking(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    connect(this, &QListView::clicked, this, &PickList::pickCurrent);
    connect(this, &QListView::entered, this, [this](const QModelIndex &index) { setCurrentIndex(index); });
}

void PickList::setPattern(const QString &pattern)
{
    m_picks.setPattern(pattern);
    selectFirst();
}

void PickList::setCurrent(const std::string &id)
{
    const int row = m_picks.rowOf(id);
    if (row < 0) {
        selectFirst();
        return;
    }
    setCurrentIndex(m_picks.index(row));
    scrollTo(currentIndex(), PositionAtCenter);
}

bool PickList::steer(const QKeyEvent &key)
{
    switch (key.key()) {
    case Qt::Key_Down: move(1); return true;
    case Qt::Key_Up: move(-1); return true;
    case Qt::Key_PageDown: move(pageRows); return true;
    case Qt::Key_PageUp: move(-pageRows); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: pickCurrent(); return true;
    default: return false;
    }
}

int PickList::wantedHeight(int most) const
{
    int height = 2 * frameWidth();
    for (int row = 0; row < m_picks.rowCount() && height < most; ++row)
        height += sizeHintForRow(row);
    return qMin(height, most);
}

void PickList::selectFirst()
{
    setCurrentIndex(m_picks.first());
    scrollToTop();
}

void PickList::move(int by)
{
    const int last = m_picks.rowCount() - 1;
    int row = qBound(0, currentIndex().row() + by, last);
    const int step = by < 0 ? -1 : 1;
    while (row >= 0 && row <= last && m_picks.row(row).heading)
        row += step;
    if (row >= 0 && row <= last)
        setCurrentIndex(m_picks.index(row));
    else
        scrollToTop();
}

void PickList::pickCurrent()
{
    if (currentIndex().isValid())
        Q_EMIT picked(currentIndex().data(KeyRole).toString());
}

} // namespace ui
