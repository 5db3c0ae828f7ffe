// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/pages/funnel/cardlist.h"

#include "ui/delegates/carddelegate.h"

#include <QKeyEvent>
#include <QMouseEvent>

#include <algorithm>

namespace ui {

CardList::CardList(QWidget *parent) : QListView(parent)
{
    setItemDelegate(new CardDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setResizeMode(QListView::Adjust);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setDragEnabled(true);
    setDragDropMode(QAbstractItemView::DragOnly);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    viewport()->setAutoFillBackground(false);
}

QList<int> CardList::chosen() const
{
    QList<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedIndexes())
        rows.append(index.row());
    std::ranges::sort(rows);
    return rows;
}

void CardList::keyPressEvent(QKeyEvent *event)
{
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    if (plain && (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)) {
        Q_EMIT stepped(event->key() == Qt::Key_Left ? -1 : 1);
        return;
    }
    if (plain && event->key() == Qt::Key_Space && currentIndex().isValid()) {
        selectionModel()->select(currentIndex(), QItemSelectionModel::Toggle);
        Q_EMIT toggled();
        return;
    }
    const QModelIndex before = currentIndex();
    QListView::keyPressEvent(event);
    if (plain && !m_keepsChoice && currentIndex() != before)
        Q_EMIT choseAlone();
}

void CardList::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex at = indexAt(event->position().toPoint());
    const bool alone = (event->modifiers() & (Qt::ControlModifier | Qt::ShiftModifier)) == 0;
    const bool chosenAlready = at.isValid() && selectionModel()->isSelected(at);
    QListView::mousePressEvent(event);
    if (alone && !chosenAlready)
        Q_EMIT choseAlone();
    else if (!alone)
        Q_EMIT toggled();
}

/// The base would begin a drag between programs, which ends elsewhere and says little on the way.
void CardList::startDrag(Qt::DropActions /*actions*/)
{
    if (currentIndex().isValid())
        Q_EMIT dragBegun(currentIndex());
}

void CardList::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    // Where the mouse brings the keyboard, it chooses the card as well.
    if (event->reason() != Qt::MouseFocusReason && !currentIndex().isValid())
        selectionModel()->setCurrentIndex(indexAt(viewport()->rect().topLeft() + QPoint(1, 1)), QItemSelectionModel::NoUpdate);
}

QItemSelectionModel::SelectionFlags CardList::selectionCommand(const QModelIndex &index, const QEvent *event) const
{
    const auto *key = event != nullptr && event->type() == QEvent::KeyPress ? static_cast<const QKeyEvent *>(event) : nullptr;
    if (m_keepsChoice && key != nullptr && (key->modifiers() & Qt::ShiftModifier) == 0)
        return QItemSelectionModel::NoUpdate;
    return QListView::selectionCommand(index, event);
}

} // namespace ui
