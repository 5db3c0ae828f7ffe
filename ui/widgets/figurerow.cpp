// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/figurerow.h"

#include "ui/widgets/painting.h"
#include "ui/widgets/theme.h"

#include <QHelpEvent>
#include <QToolTip>

#include <algorithm>

namespace ui {
namespace {

constexpr int rowHeight = 72;
constexpr qreal gap = 16;
constexpr qreal endGap = 8;

qreal naturalWidth(const Figure &figure, Type value)
{
    const QFontMetricsF small(ui::font(Type::Small));
    const QFontMetricsF large(ui::font(value, QFont::DemiBold));
    const qreal words = std::max(small.horizontalAdvance(figure.name), small.horizontalAdvance(figure.note));
    return std::max(words, large.horizontalAdvance(figure.value)) + gap + endGap + 1;
}

/// The width beyond which a figure is cut, so that those that need less have all of it.
qreal widest(std::vector<qreal> widths, qreal room)
{
    std::ranges::sort(widths);
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const qreal share = room / static_cast<qreal>(widths.size() - i);
        if (widths[i] > share)
            return share;
        room -= widths[i];
    }
    return widths.empty() ? 0 : widths.back();
}

} // namespace

FigureRow::FigureRow(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FigureRow::setFigures(std::vector<Figure> figures)
{
    m_figures = std::move(figures);
    QStringList spoken;
    for (const Figure &figure : m_figures)
        spoken.append(QStringList{figure.name, figure.value, figure.note}.join(QChar(u' ')).trimmed());
    setAccessibleName(spoken.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QSize FigureRow::sizeHint() const
{
    return {480, rowHeight};
}

int FigureRow::heightForWidth(int width) const
{
    return inFirstRow(width) < m_figures.size() ? 2 * rowHeight : rowHeight;
}

qreal FigureRow::needed(Type value) const
{
    qreal needed = 0;
    for (const Figure &figure : m_figures)
        needed += naturalWidth(figure, value);
    return needed;
}

Type FigureRow::valueType() const
{
    return needed(Type::Heading) <= width() ? Type::Heading : Type::Strong;
}

std::size_t FigureRow::inFirstRow(int width) const
{
    return needed(Type::Strong) <= width ? m_figures.size() : (m_figures.size() + 1) / 2;
}

std::vector<QRectF> FigureRow::cells() const
{
    std::vector<QRectF> all;
    const std::size_t first = inFirstRow(width());
    placeRow(all, 0, first);
    placeRow(all, first, m_figures.size());
    return all;
}

void FigureRow::placeRow(std::vector<QRectF> &cells, std::size_t begin, std::size_t end) const
{
    std::vector<qreal> widths;
    for (std::size_t i = begin; i < end; ++i)
        widths.push_back(naturalWidth(m_figures[i], valueType()));
    const qreal most = widest(widths, width());
    qreal left = width();
    for (qreal &one : widths)
        left -= one = std::min(one, most);
    const qreal share = std::max(left, 0.0) / static_cast<qreal>(std::max<std::size_t>(widths.size(), 1));
    qreal x = 0;
    for (const qreal one : widths) {
        cells.emplace_back(x, begin > 0 ? rowHeight : 0, one + share, rowHeight);
        x += one + share;
    }
}

bool FigureRow::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const std::vector<QRectF> all = cells();
    for (std::size_t i = 0; i < m_figures.size(); ++i) {
        if (all[i].contains(help->pos()))
            QToolTip::showText(help->globalPos(), m_figures[i].toolTip, this);
    }
    return true;
}

void FigureRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colours &c = colours(palette());
    const std::vector<QRectF> all = cells();
    for (std::size_t i = 0; i < m_figures.size(); ++i) {
        const Figure &figure = m_figures[i];
        QRectF area = all[i];
        if (area.left() > 0) {
            painter.fillRect(QRectF(area.left(), area.top() + 8, 1, area.height() - 16), c.hairline);
            area.setLeft(area.left() + gap);
        }
        area.setRight(area.right() - endGap);
        painter.setFont(ui::font(Type::Small));
        painter.setPen(c.muted);
        drawText(painter, QRectF(area.left(), area.top() + 4, area.width(), 18), figure.name);
        painter.setFont(ui::font(valueType(), QFont::DemiBold));
        painter.setPen(toneColours(palette(), figure.tone).ink);
        drawText(painter, QRectF(area.left(), area.top() + 24, area.width(), 24), figure.value);
        painter.setFont(ui::font(Type::Small));
        painter.setPen(toneColours(palette(), figure.noteTone).ink);
        drawText(painter, QRectF(area.left(), area.top() + 50, area.width(), 18), figure.note);
    }
}

} // namespace ui
