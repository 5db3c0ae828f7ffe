// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/delegates/todaydelegate.h"

#include "ui/models/todaymodel.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QMouseEvent>
#include <QPainter>

#include <cmath>

namespace ui {
namespace {

constexpr int dealHeight = 76;
constexpr int aboutHeight = 52;
constexpr int headingHeight = 40;
constexpr int lineHeight = 40;
constexpr qreal textLeft = 44; ///< after the place and the mark of severity
constexpr qreal padding = 12;
constexpr qreal step = 20; ///< from one line of text to the next
constexpr int reasonLines = 2;
constexpr qreal placeLeft = 4; ///< after the mark of the chosen row
constexpr qreal placeWidth = 26;
constexpr int smallestPlace = 8; ///< pixels of type: five digits fit

TodayRow::Kind kindOf(const QModelIndex &index)
{
    return static_cast<TodayRow::Kind>(index.data(TodayKindRole).toInt());
}

ToneColours severityColours(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    return toneColours(option.palette, toneOf(static_cast<domain::Severity>(index.data(SeverityRole).toInt())));
}

/// What has been seen to does not call as loudly.
QColor reasonInk(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const bool isSeen = !index.data(SeenRole).toString().isEmpty();
    return isSeen ? colours(option.palette).muted : severityColours(option, index).ink;
}

/// The mark of severity: a short bar whose length also tells, not its colour alone.
void paintMark(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const int severity = index.data(SeverityRole).toInt();
    const qreal length = 16.0 + 12 * severity;
    const QRectF mark(option.rect.left() + 34, option.rect.center().y() - length / 2 + 0.5, 3, length);
    painter.setPen(Qt::NoPen);
    painter.setBrush(reasonInk(option, index));
    painter.drawRoundedRect(mark, 1.5, 1.5);
}

void paintPlace(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const int place = index.data(PlaceRole).toInt();
    if (place <= 0)
        return;
    const QString number = QString::number(place);
    QFont fitting = font(Type::Body, QFont::Medium);
    while (figureWidth(fitting, number) > placeWidth && fitting.pixelSize() > smallestPlace)
        fitting.setPixelSize(fitting.pixelSize() - 1);
    painter.setFont(fitting);
    painter.setPen(colours(option.palette).faint);
    drawFigure(painter, QRectF(option.rect.left() + placeLeft, option.rect.top() + 8, placeWidth, step), number);
}

/// Whom it is about and what of them on one line: who first, what quieter.
void paintNames(QPainter &painter, const QRectF &area, const QModelIndex &index, const QPalette &palette)
{
    const bool deal = kindOf(index) == TodayRow::Kind::Deal;
    const QString customer = index.data(deal ? int{CustomerRole} : int{Qt::DisplayRole}).toString();
    painter.setFont(font(deal ? Type::Strong : Type::Body, QFont::DemiBold));
    painter.setPen(colours(palette).text);
    const qreal width = std::min(QFontMetricsF(painter.font()).horizontalAdvance(customer) + 1, area.width());
    drawText(painter, QRectF(area.left(), area.top(), width, area.height()), customer);
    painter.setFont(font(Type::Body));
    painter.setPen(colours(palette).muted);
    drawText(painter, area.adjusted(width + 8, 0, 0, 0), index.data(DealNameRole).toString());
}

/// Why a listed deal is here is never cut short where a second line can hold it; below the line one has to do.
Paragraph reasonOf(const QModelIndex &index)
{
    return {index.data(ReasonRole).toString(), font(Type::Body), index.data(ListedRole).toBool() ? reasonLines : 1};
}

/// How much higher a row of this width is than one whose reason fits on one line.
qreal extraHeight(const QModelIndex &index, int width)
{
    if (!index.data(ListedRole).toBool())
        return 0;
    const Paragraph reason = reasonOf(index);
    const qreal room = width - textLeft - padding;
    if (QFontMetricsF(reason.font).horizontalAdvance(reason.text) <= room)
        return 0;
    Paragraph oneLine = reason;
    oneLine.lines = 1;
    return reason.height(room) - oneLine.height(room);
}

QString standing(const QModelIndex &index)
{
    QStringList parts;
    if (index.data(NewRole).toBool())
        parts.append(TodayDelegate::tr("new"));
    for (const int role : {SeenRole, StageRole, OwnerRole, DaysInStageRole}) {
        const QString part = index.data(role).toString();
        if (!part.isEmpty())
            parts.append(role == SeenRole ? QStringLiteral("✓ ") + part : part);
    }
    return parts.join(QStringLiteral("  ·  "));
}

void paintDeal(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    paintPlace(painter, option, index);
    paintMark(painter, option, index);
    QRectF area = QRectF(option.rect).adjusted(textLeft, 8, -padding, 0);
    area.setHeight(step);
    const QString amount = index.data(AmountRole).toString();
    painter.setFont(font(Type::Strong, QFont::DemiBold));
    painter.setPen(colours(option.palette).text);
    drawFigure(painter, area, amount);
    paintNames(painter, area.adjusted(0, 0, -figureWidth(painter.font(), amount) - padding, 0), index, option.palette);

    painter.setPen(reasonInk(option, index));
    const qreal extra = extraHeight(index, option.rect.width());
    if (extra > 0) {
        reasonOf(index).draw(painter, area.translated(0, step));
    } else {
        painter.setFont(font(Type::Body));
        drawText(painter, area.translated(0, step), index.data(ReasonRole).toString());
    }
    area.translate(0, extra);
    const QVariant health = index.data(HealthRole);
    const std::optional<qint64> points = health.isValid() ? std::optional(health.toLongLong()) : std::nullopt;
    const QSizeF size = healthSize(points);
    const QRectF badge(QPointF(area.right() - size.width(), area.top() + 2 * step - 1), size);
    drawHealth(painter, badge, points, index.data(RedRole).toBool(), option.palette);
    area.setRight(badge.left() - padding);
    painter.setFont(font(Type::Small));
    painter.setPen(colours(option.palette).muted);
    drawText(painter, area.translated(0, 2 * step), standing(index));
}

void paintAbout(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    paintMark(painter, option, index);
    QRectF area = QRectF(option.rect).adjusted(textLeft, 6, -padding, 0);
    area.setHeight(step);
    paintNames(painter, area, index, option.palette);
    painter.setFont(font(Type::Body));
    painter.setPen(reasonInk(option, index));
    drawText(painter, area.translated(0, step), index.data(ReasonRole).toString());
}

void paintHeading(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    painter.setFont(font(Type::Small, QFont::DemiBold));
    painter.setPen(colours(option.palette).muted);
    drawText(painter, QRectF(option.rect).adjusted(padding, 12, -padding, 0), index.data(Qt::DisplayRole).toString());
}

void paintLine(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const Colours &c = colours(option.palette);
    painter.setFont(font(Type::Body, QFont::Medium));
    painter.setPen(c.accent);
    drawText(painter, QRectF(option.rect).adjusted(textLeft, 0, -padding, 0), index.data(Qt::DisplayRole).toString());
    painter.setPen(QPen(c.accent, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const QPointF at(option.rect.left() + 32, option.rect.center().y() + 0.5);
    painter.drawPolyline(index.data(OpenedRole).toBool()
                             ? QPolygonF{at + QPointF(-4, -2), at + QPointF(0, 2), at + QPointF(4, -2)}
                             : QPolygonF{at + QPointF(-2, -4), at + QPointF(2, 0), at + QPointF(-2, 4)});
}

} // namespace

void TodayDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const TodayRow::Kind kind = kindOf(index);
    if (kind != TodayRow::Kind::Heading) {
        const bool focused = option.widget != nullptr && option.widget->hasFocus();
        drawRowBackground(
            *painter, option.rect,
            {option.state.testFlag(QStyle::State_Selected), option.state.testFlag(QStyle::State_MouseOver), focused},
            option.palette);
    }
    switch (kind) {
    case TodayRow::Kind::Deal: paintDeal(*painter, option, index); break;
    case TodayRow::Kind::People:
    case TodayRow::Kind::Leads: paintAbout(*painter, option, index); break;
    case TodayRow::Kind::Heading: paintHeading(*painter, option, index); break;
    case TodayRow::Kind::MoreLeads:
    case TodayRow::Kind::Line: paintLine(*painter, option, index); break;
    }
    painter->fillRect(QRectF(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), colours(option.palette).hairline);
    painter->restore();
}

std::optional<TodayDelegate::Part> TodayDelegate::partAt(const QPointF &at, const QRectF &row, const QModelIndex &index)
{
    if (kindOf(index) != TodayRow::Kind::Deal || at.y() > row.top() + 8 + step)
        return std::nullopt;
    if (at.x() < row.left() + placeLeft + placeWidth && index.data(PlaceRole).toInt() > 0)
        return Part::Place;
    const qreal width = figureWidth(font(Type::Strong, QFont::DemiBold), index.data(AmountRole).toString());
    if (width > 0 && at.x() >= row.right() - padding - width)
        return Part::Amount;
    return std::nullopt;
}

bool TodayDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                const QModelIndex &index)
{
    if (event->type() == QEvent::MouseButtonRelease && static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton) {
        if (const auto part = partAt(static_cast<QMouseEvent *>(event)->position(), option.rect, index))
            Q_EMIT partClicked(index, *part);
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

QSize TodayDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view != nullptr ? view->viewport()->width() : option.rect.width();
    switch (kindOf(index)) {
    case TodayRow::Kind::Deal: return {width, dealHeight + static_cast<int>(std::ceil(extraHeight(index, width)))};
    case TodayRow::Kind::People:
    case TodayRow::Kind::Leads: return {width, aboutHeight};
    case TodayRow::Kind::Heading: return {width, headingHeight};
    case TodayRow::Kind::MoreLeads:
    case TodayRow::Kind::Line: return {width, lineHeight};
    }
    return {width, dealHeight};
}

} // namespace ui
