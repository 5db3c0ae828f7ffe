// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/delegates/carddelegate.h"

#include "ui/models/kanbanmodel.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QPainter>

#include <algorithm>

namespace ui {
namespace {

constexpr int cardHeight = 104; ///< with the gap to the next one
constexpr int gap = 3;
constexpr qreal padding = 10;
constexpr qreal step = 21; ///< from one line to the next
constexpr qreal radius = 6;
constexpr qreal barWidth = 44;
constexpr qreal barHeight = 4;
constexpr double nearLimit = 0.8; ///< of the time a stage allows: from here the bar warns
constexpr int flagSize = 14;

void paintFrame(QPainter &painter, const QRectF &card, const QStyleOptionViewItem &option)
{
    const Colours &c = colours(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    const bool current = option.state.testFlag(QStyle::State_HasFocus);
    painter.setBrush(selected ? c.selection : hovered ? c.hover : c.raised);
    painter.setPen(QPen(current || selected ? c.accent : c.hairline, current ? 2 : 1));
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

void paintNames(QPainter &painter, const QRectF &line, const CardFace &face, const Colours &c)
{
    painter.setFont(font(Type::Body, QFont::DemiBold));
    painter.setPen(c.text);
    const qreal money = figureWidth(painter.font(), face.amount);
    drawFigure(painter, line, face.amount);
    drawText(painter, line.adjusted(0, 0, -(money > 0 ? money + padding : 0), 0), face.customer);
    painter.setFont(font(Type::Small));
    painter.setPen(c.muted);
    drawText(painter, line.translated(0, step - 2), face.name);
}

Tone toneOfShare(double share)
{
    return share > 1 ? Tone::Bad : share >= nearLimit ? Tone::Warning : Tone::Good;
}

/// How much of the time that the stage allows is used up: full and red beyond it.
void paintDays(QPainter &painter, const QRectF &line, const CardFace &face, const QPalette &palette)
{
    const Colours &c = colours(palette);
    const Tone tone = toneOfShare(face.share);
    QRectF bar(line.left(), line.center().y() - barHeight / 2, barWidth, barHeight);
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.hairline);
    painter.drawRoundedRect(bar, barHeight / 2, barHeight / 2);
    bar.setWidth(std::max(barHeight, barWidth * std::min(face.share, 1.0)));
    painter.setBrush(toneColours(palette, tone).ink);
    painter.drawRoundedRect(bar, barHeight / 2, barHeight / 2);
    painter.setFont(font(Type::Small));
    painter.setPen(tone == Tone::Bad ? toneColours(palette, tone).ink : c.muted);
    drawText(painter, line.adjusted(barWidth + 8, 0, 0, 0), face.days);
}

/// The flags at the right end; how much room they take.
qreal paintFlags(QPainter &painter, const QRectF &line, const CardFace &face, const QPalette &palette)
{
    if (face.flags == 0)
        return 0;
    const QColor ink = toneColours(palette, toneOf(face.severity)).ink;
    painter.setFont(font(Type::Small, QFont::DemiBold));
    painter.setPen(ink);
    const QString count = face.flags > 1 ? QString::number(face.flags) : QString();
    const qreal words = figureWidth(painter.font(), count);
    drawFigure(painter, line, count);
    const QRectF mark(line.right() - words - flagSize - (words > 0 ? 2 : 0), line.center().y() - flagSize / 2.0, flagSize,
                      flagSize);
    const QString name = face.severity == domain::Severity::Critical  ? QStringLiteral("critical")
                         : face.severity == domain::Severity::Warning ? QStringLiteral("warning")
                                                                      : QStringLiteral("flag");
    painter.drawPixmap(mark.topLeft(), iconPixmap(name, flagSize, ink, painter.device()->devicePixelRatio()));
    return line.right() - mark.left() + 6;
}

void paintFoot(QPainter &painter, QRectF line, const CardFace &face, const QPalette &palette)
{
    line.adjust(0, 0, -paintFlags(painter, line, face, palette), 0);
    painter.setFont(font(Type::Small));
    if (!face.gap.isEmpty()) {
        painter.setPen(toneColours(palette, Tone::Warning).ink);
        const qreal width = std::min(QFontMetricsF(painter.font()).horizontalAdvance(face.gap) + 1, line.width() / 2);
        drawText(painter, line.adjusted(line.width() - width, 0, 0, 0), face.gap, Qt::AlignRight | Qt::AlignVCenter);
        line.adjust(0, 0, -width - 6, 0);
    }
    painter.setPen(colours(palette).muted);
    drawText(painter, line, face.close.isEmpty() ? face.owner : QStringLiteral("%1 · %2").arg(face.owner, face.close));
}

} // namespace

void CardDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QVariant told = index.data(CardFaceRole);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF card = QRectF(option.rect).adjusted(2, gap, -2, -gap);
    paintFrame(*painter, card, option);
    if (told.isValid()) {
        const auto face = told.value<CardFace>();
        QRectF line = card.adjusted(padding, 8, -padding, 0);
        line.setHeight(step);
        paintNames(*painter, line, face, colours(option.palette));
        const QSizeF badge = healthSize(face.health);
        line.translate(0, 2 * step - 1);
        drawHealth(*painter, QRectF(QPointF(line.right() - badge.width(), line.top() - 1), badge), face.health, face.red,
                   option.palette);
        paintDays(*painter, line.adjusted(0, 0, -badge.width() - 6, 0), face, option.palette);
        paintFoot(*painter, line.translated(0, step + 1), face, option.palette);
    }
    painter->restore();
}

QSize CardDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return {view != nullptr ? view->viewport()->width() : option.rect.width(), cardHeight};
}

} // namespace ui
