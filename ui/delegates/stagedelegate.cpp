// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/delegates/stagedelegate.h"

#include "ui/models/stagepathmodel.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/theme.h"

#include <QListView>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace ui {
namespace {

constexpr qreal padding = 8;
constexpr qreal cellGap = 2;
constexpr qreal nameTop = 10;
constexpr qreal nameHeight = 20;
constexpr qreal barTop = 34;
constexpr qreal barHeight = 8;
constexpr qreal provenHeight = 3;

bool is(const QModelIndex &index, int role)
{
    return index.data(role).toBool();
}

QFont nameFont(const QModelIndex &index)
{
    return font(Type::Body, is(index, StageClaimedRole) ? QFont::DemiBold : QFont::Medium);
}

bool isOver(const QModelIndex &index)
{
    return is(index, StageOverRole);
}

void hatch(QPainter &painter, const QRectF &area, const QColor &colour)
{
    painter.save();
    painter.setClipRect(area, Qt::IntersectClip);
    painter.setPen(QPen(colour, 1.5));
    for (qreal x = area.left() - area.height(); x < area.right(); x += 4)
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x + area.height(), area.top()));
    painter.restore();
}

/// The time spent against the limit: the bar is the limit, and when it was overrun, all of the time with the excess hatched.
void paintTime(QPainter &painter, const QRectF &bar, const QModelIndex &index, const Colours &c)
{
    QPainterPath round;
    round.addRoundedRect(bar, 3, 3);
    painter.save();
    painter.setClipPath(round);
    painter.fillRect(bar, c.hairline);
    const double days = index.data(StageDaysRole).toDouble();
    const double limit = index.data(StageLimitRole).toDouble();
    if (days > 0) {
        const double share = limit <= 0 ? 1 : isOver(index) ? limit / days : std::min(days / limit, 1.0);
        painter.fillRect(QRectF(bar.left(), bar.top(), bar.width() * share, bar.height()),
                         is(index, StageClaimedRole) ? c.accent : c.faint);
        if (isOver(index)) {
            const QRectF over(bar.left() + bar.width() * share, bar.top(), bar.width() * (1 - share), bar.height());
            painter.fillRect(over, c.criticalSoft);
            hatch(painter, over, c.critical);
        }
    }
    painter.restore();
}

/// Claimed against proven: a solid line where it is proven, a broken one where it is only claimed.
void paintProof(QPainter &painter, const QRectF &line, const QModelIndex &index, const Colours &c)
{
    if (is(index, StageProvedRole)) {
        painter.fillRect(line, c.good);
    } else if (is(index, StageReachedRole)) {
        for (qreal x = line.left(); x < line.right(); x += 8)
            painter.fillRect(QRectF(x, line.top(), std::min(4.0, line.right() - x), line.height()), c.warning);
    }
}

QString wordsOf(const QModelIndex &index)
{
    QStringList words;
    if (is(index, StageClaimedRole))
        words.append(StageDelegate::tr("claimed"));
    if (is(index, StageProvenRole))
        words.append(StageDelegate::tr("proven"));
    if (is(index, StageOverriddenRole))
        words.append(StageDelegate::tr("overridden"));
    return words.join(QStringLiteral(" · "));
}

Tone toneOfWords(const QModelIndex &index)
{
    if (is(index, StageProvenRole))
        return Tone::Good;
    return is(index, StageOverriddenRole) && !is(index, StageClaimedRole) ? Tone::Warning : Tone::Accent;
}

} // namespace

void StageDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colours &c = colours(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF cell = QRectF(option.rect).adjusted(cellGap, 0, -cellGap, 0);
    if (option.state.testFlag(QStyle::State_Selected) || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(option.state.testFlag(QStyle::State_Selected) ? c.selection : c.hover);
        painter->drawRoundedRect(cell, 6, 6);
    }
    if (option.widget != nullptr && option.widget->hasFocus() && option.state.testFlag(QStyle::State_Selected)) {
        painter->setPen(QPen(c.accent, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
    const QRectF inner = cell.adjusted(padding, 0, -padding, 0);
    painter->setFont(nameFont(index));
    painter->setPen(is(index, StageReachedRole) ? c.text : c.muted);
    // Where the names of a strip take two lines, a short one stands above the bar as well.
    const qreal more = option.rect.height() - height;
    const Paragraph name{index.data().toString(), painter->font(), more > 0 ? 2 : 1};
    const qreal unused = more + nameHeight - std::min(name.height(inner.width()), more + nameHeight);
    name.draw(*painter, QRectF(inner.left(), option.rect.top() + nameTop + (more > 0 ? unused : 0), inner.width(), 0));

    const qreal top = option.rect.top() + barTop + more;
    paintTime(*painter, QRectF(inner.left(), top, inner.width(), barHeight), index, c);
    painter->setRenderHint(QPainter::Antialiasing, false);
    paintProof(*painter, QRectF(inner.left(), top + barHeight + 3, inner.width(), provenHeight), index, c);

    painter->setFont(font(Type::Small));
    painter->setPen(isOver(index) ? c.critical : c.muted);
    drawText(*painter, QRectF(inner.left(), top + 18, inner.width(), 16), index.data(StageTimeRole).toString());
    painter->setPen(toneColours(option.palette, toneOfWords(index)).ink);
    painter->setFont(font(Type::Small, QFont::DemiBold));
    drawText(*painter, QRectF(inner.left(), top + 35, inner.width(), 16), wordsOf(index));
    painter->restore();
}

bool StageDelegate::nameFits(const QModelIndex &index, int width)
{
    return QFontMetricsF(nameFont(index)).horizontalAdvance(index.data().toString()) <= width - 2 * (padding + cellGap);
}

QSize StageDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const auto *view = qobject_cast<const QListView *>(option.widget);
    return view != nullptr && view->gridSize().isValid() ? view->gridSize() : QSize(120, height);
}

} // namespace ui
