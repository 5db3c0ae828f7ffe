// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/contentlist.h"

#include "ui/delegates/rowdelegate.h"
#include "ui/models/rowroles.h"

#include <QKeyEvent>
#include <QScrollArea>
#include <QWheelEvent>

namespace ui {
namespace {

bool isEnter(int key)
{
    return key == Qt::Key_Return || key == Qt::Key_Enter;
}

QScrollArea *pageAround(QWidget *widget)
{
    for (QWidget *above = widget->parentWidget(); above != nullptr; above = above->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(above))
            return area;
    }
    return nullptr;
}

} // namespace

ContentList::ContentList(QWidget *parent) : QListView(parent)
{
    setItemDelegate(new RowDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setResizeMode(QListView::Adjust);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
}

void ContentList::setModel(QAbstractItemModel *model)
{
    QListView::setModel(model);
    if (model == nullptr)
        return;
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(model, signal, this, &ContentList::fit);
    connect(model, &QAbstractItemModel::dataChanged, this, &ContentList::fit);
    connect(model, &QAbstractItemModel::layoutChanged, this, &ContentList::fit);
    fit();
}

QSize ContentList::sizeHint() const
{
    return {240, m_height};
}

void ContentList::fit()
{
    if (model() == nullptr)
        return;
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    int height = 0;
    for (int row = 0; row < model()->rowCount(); ++row)
        height += itemDelegate()->sizeHint(option, model()->index(row, 0)).height();
    if (height == m_height)
        return;
    m_height = height;
    updateGeometry();
}

bool ContentList::event(QEvent *event)
{
    // Space means the row here, wherever else it is a key of the window; Enter does where the row leads somewhere.
    if (event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Space || (isEnter(key) && currentIndex().data(LeadsRole).toBool())) {
            event->accept();
            return true;
        }
    }
    return QListView::event(event);
}

void ContentList::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex current = currentIndex();
    const bool opens = isEnter(event->key()) && current.data(OpenRole).isValid();
    if (event->key() == Qt::Key_Space && current.data(LeadsRole).toBool()) {
        Q_EMIT activated(current);
        return;
    }
    if (current.isValid() && (event->key() == Qt::Key_Space || opens)) {
        QStyleOptionViewItem option;
        initViewItemOption(&option);
        option.rect = visualRect(current);
        QKeyEvent space(QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier);
        itemDelegate()->editorEvent(&space, model(), option, current);
        return;
    }
    QListView::keyPressEvent(event);
}

void ContentList::mouseMoveEvent(QMouseEvent *event)
{
    QListView::mouseMoveEvent(event);
    const QModelIndex under = indexAt(event->position().toPoint());
    const bool does = under.data(LeadsRole).toBool() || under.data(OpenRole).isValid();
    viewport()->setCursor(does ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void ContentList::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // the page scrolls
}

void ContentList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    fit();
}

void ContentList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    QScrollArea *page = hasFocus() ? pageAround(this) : nullptr;
    if (page == nullptr || !current.isValid())
        return;
    const QRect row(viewport()->mapTo(page->widget(), visualRect(current).topLeft()), visualRect(current).size());
    page->ensureVisible(row.center().x(), row.center().y(), 0, row.height());
}

void ContentList::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    if (!currentIndex().isValid())
        setCurrentIndex(moveCursor(MoveHome, Qt::NoModifier));
}

} // namespace ui
