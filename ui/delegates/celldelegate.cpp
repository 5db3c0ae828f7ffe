// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/delegates/celldelegate.h"

#include "ui/models/cellmodel.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr qreal padding = 2 * grid;
constexpr int oneLine = 28;
constexpr int twoLines = 40;
constexpr qreal markWidth = 10;

const Cell *cellOf(const QModelIndex &index)
{
    return static_cast<const Cell *>(index.data(CellDataRole).value<const void *>());
}

QColor between(const QColor &from, const QColor &to, double share)
{
    const auto mix = [share](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * share)); };
    return {mix(from.red(), to.red()), mix(from.green(), to.green()), mix(from.blue(), to.blue())};
}

/// As strong as text on it can bear.
QColor tint(const Colours &c, double heat)
{
    return between(c.surface, c.accent, 0.06 + 0.54 * std::clamp(heat, 0.0, 1.0));
}

void paintGround(QPainter &painter, const QRectF &area, const Cell &cell, const Colours &c)
{
    if (cell.heat) {
        painter.fillRect(area.adjusted(0.5, 0.5, -0.5, -0.5), tint(c, *cell.heat));
        if (cell.thin) {
            painter.setPen(QPen(c.outline, 1, Qt::DotLine));
            painter.drawRect(area.adjusted(2, 2, -3, -3));
        }
    }
    if (cell.bar) {
        const QRectF room = area.adjusted(padding / 2, 3, -padding / 2, -3);
        const qreal width = room.width() * std::clamp(*cell.bar, 0.0, 1.0);
        painter.fillRect(QRectF(room.right() - width, room.top(), width, room.height()), c.accentSoft);
    }
}

/// A triangle, up or down, so that it does not rest on a colour.
void paintMark(QPainter &painter, const QPointF &middle, int mark, const QColor &ink)
{
    const qreal half = 3.5;
    const qreal tip = mark > 0 ? -half : half;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawPolygon(
        QPolygonF{{middle.x() - half, middle.y() - tip}, {middle.x() + half, middle.y() - tip}, {middle.x(), middle.y() + tip}});
}

QColor inkOf(const Cell &cell, const Colours &c)
{
    if (cell.mark != 0)
        return c.accent;
    return cell.muted || (cell.thin && !cell.heat) ? c.muted : c.text;
}

void paintText(QPainter &painter, const QRectF &area, const Cell &cell, const Colours &c)
{
    QRectF line = area.adjusted(padding, 0, -padding, 0);
    if (!cell.small.isEmpty()) {
        painter.setFont(font(Type::Small));
        painter.setPen(cell.heat ? c.text : c.muted);
        const QRectF below(line.left(), line.center().y() + 1, line.width(), line.height() / 2 - 4);
        drawText(painter, below, cell.small, Qt::AlignRight | Qt::AlignTop);
        line.setBottom(line.center().y() + 3);
    }
    const QFont face = font(Type::Body, cell.mark != 0 ? QFont::DemiBold : QFont::Normal);
    painter.setFont(face);
    painter.setPen(inkOf(cell, c));
    if (!cell.isFigure) {
        drawText(painter, line, cell.text);
        return;
    }
    drawFigure(painter, line, cell.text);
    if (cell.mark != 0)
        paintMark(painter, {line.right() - figureWidth(face, cell.text) - markWidth, line.center().y()}, cell.mark, c.accent);
}

} // namespace

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Cell *cell = cellOf(index);
    if (!cell)
        return;
    const Colours &c = colours(option.palette);
    const QRectF area(option.rect);
    painter->save();
    const bool heading = !index.flags().testFlag(Qt::ItemIsEnabled);
    paintGround(*painter, area, *cell, c);
    if (heading) {
        painter->setFont(font(Type::Strong, QFont::DemiBold));
        painter->setPen(c.text);
        drawText(*painter, area.adjusted(padding, 6, -padding, 0), cell->text);
    } else {
        paintText(*painter, area, *cell, c);
    }
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const bool current = view && view->hasFocus() && view->currentIndex() == index;
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver) && cell->opens >= 0;
    if (current || hovered) {
        painter->setRenderHint(QPainter::Antialiasing, false);
        painter->setPen(QPen(current ? c.accent : c.outline, current ? 2 : 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(area.adjusted(1, 1, -2, -2));
    }
    painter->restore();
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const Cell *cell = cellOf(index);
    if (!cell)
        return {0, oneLine};
    qreal width =
        figureWidth(font(Type::Body, QFont::DemiBold), cell->text) + 2 * padding + (cell->mark != 0 ? 2 * markWidth : 0);
    if (!cell->small.isEmpty())
        width = std::max(width, QFontMetricsF(font(Type::Small)).horizontalAdvance(cell->small) + 2 * padding);
    return {static_cast<int>(std::ceil(width)), cell->small.isEmpty() ? oneLine : twoLines};
}

} // namespace ui
