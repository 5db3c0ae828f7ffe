// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/stagestrip.h"

#include "ui/delegates/stagedelegate.h"

namespace ui {

StageStrip::StageStrip(QWidget *parent) : QListView(parent)
{
    setItemDelegate(new StageDelegate(this));
    setFlow(QListView::LeftToRight);
    setWrapping(false);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setUniformItemSizes(true);
    setFixedHeight(StageDelegate::height);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
}

void StageStrip::setModel(QAbstractItemModel *model)
{
    QListView::setModel(model);
    connect(model, &QAbstractItemModel::rowsInserted, this, &StageStrip::share);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &StageStrip::share);
    share();
}

void StageStrip::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    share();
}

void StageStrip::share()
{
    if (model() != nullptr && model()->rowCount() > 0)
        setGridSize({viewport()->width() / model()->rowCount(), StageDelegate::height});
}

} // namespace ui
