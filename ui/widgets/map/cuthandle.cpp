// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/map/cuthandle.h"

#include "ui/widgets/theme.h"

#include <QPainter>

namespace ui {

CutHandle::CutHandle(Qt::Orientation along, QWidget *map) : QAbstractSlider(map)
{
    setOrientation(along);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    resize(side, side);
}

/// A triangle that points at the map.
void CutHandle::paintEvent(QPaintEvent *)
{
    const Colours &c = colours(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus() ? c.text : c.surface, 1.5));
    painter.setBrush(hasFocus() ? c.accent : c.muted);
    const QPolygonF up{QPointF(side / 2.0, 2), QPointF(side - 2, side - 2), QPointF(2, side - 2)};
    const QPolygonF right{QPointF(side - 2, side / 2.0), QPointF(2, side - 2), QPointF(2, 2)};
    painter.drawPolygon(orientation() == Qt::Horizontal ? up : right);
}

void CutHandle::focusInEvent(QFocusEvent *event)
{
    QAbstractSlider::focusInEvent(event);
    update();
}

void CutHandle::focusOutEvent(QFocusEvent *event)
{
    QAbstractSlider::focusOutEvent(event);
    update();
}

} // namespace ui
