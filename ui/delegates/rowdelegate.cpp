// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/delegates/rowdelegate.h"

#include "ui/models/rowroles.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/theme.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace ui {
namespace {

constexpr qreal sidePadding = 8;
constexpr qreal verticalPadding = 6;
constexpr qreal lineHeight = 20;
constexpr qreal iconSize = 16;
constexpr qreal gap = 8;
constexpr qreal indentStep = 24;
constexpr qreal headingHeight = 32;

RowLook lookOf(const QModelIndex &index)
{
    return static_cast<RowLook>(index.data(LookRole).toInt());
}

Tone toneOf(const QModelIndex &index, int role)
{
    return static_cast<Tone>(index.data(role).toInt());
}

bool hasArrow(const QModelIndex &index)
{
    return index.data(OpenRole).isValid();
}

bool hasBox(const QModelIndex &index)
{
    return index.data(Qt::CheckStateRole).isValid();
}

qreal leftOf(const QModelIndex &index)
{
    return sidePadding + indentStep * index.data(IndentRole).toInt();
}

/// Where the texts begin: after what stands in front.
qreal textLeft(const QModelIndex &index)
{
    qreal left = leftOf(index);
    for (const bool there : {hasArrow(index), hasBox(index), !index.data(IconRole).toString().isEmpty()})
        left += there ? iconSize + gap : 0;
    return left;
}

qreal widthOf(const QStyleOptionViewItem &option)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return view != nullptr ? view->viewport()->width() : option.rect.width();
}

/// The width that the texts of a row of `width` have, which is measured and painted with.
qreal textRoom(const QModelIndex &index, qreal width)
{
    return width - textLeft(index) - sidePadding - (index.data(LeadsRole).toBool() ? iconSize : 0);
}

Paragraph paragraphOf(const QModelIndex &index)
{
    return {index.data(TextRole).toString(), font(Type::Body), 3};
}

/// A text that stands alone in its row is written out, over several lines if it must be.
bool standsAlone(const QModelIndex &index)
{
    return lookOf(index) != RowLook::Heading && index.data(TextRole).toString().isEmpty()
           && index.data(TrailingRole).toString().isEmpty() && index.data(ChipRole).toString().isEmpty();
}

QFont textFont(const QModelIndex &index)
{
    return font(Type::Body, index.data(TextRole).toString().isEmpty() ? QFont::Normal : QFont::Medium);
}

/// The text of a row that stands alone and is longer than the row is wide; nothing otherwise.
std::optional<Paragraph> longText(const QModelIndex &index, qreal width)
{
    if (!standsAlone(index))
        return {};
    const Paragraph text{index.data(Qt::DisplayRole).toString(), textFont(index), 3};
    return QFontMetricsF(text.font).horizontalAdvance(text.text) > width ? std::optional(text) : std::nullopt;
}

QRectF frontArea(const QStyleOptionViewItem &option, const QModelIndex &index)
{
    return {option.rect.left() + leftOf(index), option.rect.top() + verticalPadding, iconSize + gap, lineHeight};
}

void paintIcon(QPainter &painter, const QRectF &area, const QString &name, const QColor &colour)
{
    const qreal scale = painter.device()->devicePixelRatioF();
    const QPointF place(area.left(), area.center().y() - iconSize / 2);
    painter.drawPixmap(place, iconPixmap(name, static_cast<int>(iconSize), colour, scale));
}

void paintBox(QPainter &painter, const QRectF &area, bool ticked, const QPalette &palette)
{
    const Colours &c = colours(palette);
    const QRectF box(area.left() + 0.5, area.center().y() - 7.5, 15, 15);
    painter.setPen(QPen(ticked ? c.accent : c.outline, 1));
    painter.setBrush(ticked ? QBrush(c.accent) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(box, 3, 3);
    if (ticked) {
        painter.setPen(QPen(c.onAccent, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        const QPointF o = box.topLeft();
        painter.drawPolyline(QPolygonF{o + QPointF(3.6, 7.8), o + QPointF(6.4, 10.6), o + QPointF(11.4, 4.8)});
    }
}

void paintArrow(QPainter &painter, const QRectF &area, bool open, const QColor &colour)
{
    painter.setPen(QPen(colour, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const QPointF c(area.left() + iconSize / 2, area.center().y());
    painter.drawPolyline(open ? QPolygonF{c + QPointF(-4, -2), c + QPointF(0, 2), c + QPointF(4, -2)}
                              : QPolygonF{c + QPointF(-2, -4), c + QPointF(2, 0), c + QPointF(-2, 4)});
}

/// Of several lists on a page only the one with the keyboard shows its row in full.
RowState stateOf(const QStyleOptionViewItem &option)
{
    // A list that the keyboard comes to by Tab has a current row, and none that is selected yet.
    const bool selected = option.state.testFlag(QStyle::State_Selected) || option.state.testFlag(QStyle::State_HasFocus);
    const bool focused = option.widget != nullptr && option.widget->hasFocus();
    return {selected && focused, selected || option.state.testFlag(QStyle::State_MouseOver), focused};
}

/// What stands before the texts: arrow, box, icon.
void paintFront(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    QRectF area = frontArea(option, index);
    if (hasArrow(index)) {
        paintArrow(painter, area, index.data(OpenRole).toBool(), colours(option.palette).muted);
        area.translate(iconSize + gap, 0);
    }
    if (hasBox(index)) {
        paintBox(painter, area, index.data(Qt::CheckStateRole).toInt() == Qt::Checked, option.palette);
        area.translate(iconSize + gap, 0);
    }
    const QString name = index.data(IconRole).toString();
    if (!name.isEmpty())
        paintIcon(painter, area, name, toneColours(option.palette, toneOf(index, ToneRole)).ink);
}

/// The first line: the figure at its end, the text, and its chip right behind the text.
void paintFirstLine(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    QRectF line(option.rect.left() + textLeft(index), option.rect.top() + verticalPadding, textRoom(index, option.rect.width()),
                lineHeight);
    if (index.data(LeadsRole).toBool()) {
        paintIcon(painter, QRectF(line.right() + 4, line.top(), iconSize, lineHeight), QStringLiteral("chevronright"),
                  colours(option.palette).muted);
    }
    const QString trailing = index.data(TrailingRole).toString();
    if (!trailing.isEmpty()) {
        painter.setFont(font(Type::Body));
        painter.setPen(toneColours(option.palette, toneOf(index, TrailingToneRole)).ink);
        drawFigure(painter, line, trailing);
        line.setRight(line.right() - figureWidth(painter.font(), trailing) - gap);
    }
    const QString chip = index.data(ChipRole).toString();
    const qreal chipSpace = chip.isEmpty() ? 0 : std::min(chipWidth(chip), line.width() / 2) + gap;
    painter.setFont(textFont(index));
    painter.setPen(lookOf(index) == RowLook::Detail ? colours(option.palette).muted : colours(option.palette).text);
    if (const auto paragraph = longText(index, line.width())) {
        paragraph->draw(painter, line.adjusted(0, 1, 0, 0));
        return;
    }
    const QString text = index.data(Qt::DisplayRole).toString();
    const qreal width = std::min(QFontMetricsF(painter.font()).horizontalAdvance(text), line.width() - chipSpace);
    drawText(painter, QRectF(line.left(), line.top(), width, line.height()), text);
    if (!chip.isEmpty())
        drawChip(painter, QRectF(line.left() + width + gap, line.top(), chipSpace - gap, lineHeight), chip,
                 toneOf(index, ChipToneRole), option.palette);
}

void paintHeading(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const Colours &c = colours(option.palette);
    const QRectF area = QRectF(option.rect).adjusted(sidePadding, 8, -sidePadding, -4);
    painter.setPen(c.muted);
    painter.setFont(font(Type::Small, QFont::DemiBold));
    drawText(painter, area, index.data(Qt::DisplayRole).toString());
    const QString trailing = index.data(TrailingRole).toString();
    painter.setFont(font(Type::Small));
    drawFigure(painter, area, trailing);
    painter.fillRect(QRectF(area.left(), option.rect.bottom(), area.width(), 1), c.hairline);
}

} // namespace

void RowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (lookOf(index) == RowLook::Heading) {
        paintHeading(*painter, option, index);
    } else {
        drawRowBackground(*painter, option.rect, stateOf(option), option.palette);
        paintFront(*painter, option, index);
        paintFirstLine(*painter, option, index);
        painter->setPen(colours(option.palette).muted);
        const QRectF body(option.rect.left() + textLeft(index), option.rect.top() + verticalPadding + lineHeight,
                          textRoom(index, option.rect.width()), 0);
        paragraphOf(index).draw(*painter, body);
    }
    painter->restore();
}

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const qreal width = widthOf(option);
    if (lookOf(index) == RowLook::Heading)
        return QSizeF(width, headingHeight).toSize();
    const qreal room = textRoom(index, width);
    if (const auto text = longText(index, room))
        return QSizeF(width, 2 * verticalPadding + text->height(room)).toSize();
    const Paragraph paragraph = paragraphOf(index);
    const qreal body = paragraph.text.isEmpty() ? 0 : paragraph.height(room);
    return QSizeF(width, 2 * verticalPadding + lineHeight + body).toSize();
}

bool RowDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                              const QModelIndex &index)
{
    if (!hasBox(index) && !hasArrow(index))
        return false;
    const bool spaced = event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space;
    const bool clicked = event->type() == QEvent::MouseButtonRelease
                         && static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton
                         && (hasArrow(index) || frontArea(option, index).contains(static_cast<QMouseEvent *>(event)->position()));
    if (!spaced && !clicked)
        return false;
    if (hasArrow(index))
        return model->setData(index, !index.data(OpenRole).toBool(), OpenRole);
    const bool ticked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return model->setData(index, ticked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

} // namespace ui
