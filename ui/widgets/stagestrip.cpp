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
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
}

void StageStrip::setModel(QAbstractItemModel *model)
{
    QListView::setModel(model);
    connect(model, &QAbstractItemModel::rowsInserted, this, &StageStrip::share);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &StageStrip::share);
    connect(model, &QAbstractItemModel::dataChanged, this, &StageStrip::share); // another language has other names
    share();
}

void StageStrip::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    share();
}

void StageStrip::share()
{
    const int count = model() == nullptr ? 0 : model()->rowCount();
    const int width = count == 0 ? 0 : viewport()->width() / count;
    bool fits = true;
    for (int row = 0; row < count; ++row)
        fits = fits && StageDelegate::nameFits(model()->index(row, 0), width);
    const int height = fits ? StageDelegate::height : StageDelegate::highHeight;
    setFixedHeight(height);
    if (count > 0)
        setGridSize({width, height});
}

} // namespace ui
