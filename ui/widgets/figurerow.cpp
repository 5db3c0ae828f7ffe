// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/figurerow.h"

#include "ui/widgets/painting.h"
#include "ui/widgets/theme.h"

#include <QHelpEvent>
#include <QToolTip>

namespace ui {
namespace {

constexpr int rowHeight = 72;
constexpr qreal gap = 16;

} // namespace

FigureRow::FigureRow(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void FigureRow::setFigures(std::vector<Figure> figures)
{
    m_figures = std::move(figures);
    QStringList spoken;
    for (const Figure &figure : m_figures)
        spoken.append(QStringList{figure.name, figure.value, figure.note}.join(QChar(u' ')).trimmed());
    setAccessibleName(spoken.join(QStringLiteral(", ")));
    update();
}

QSize FigureRow::sizeHint() const
{
    return {480, rowHeight};
}

QRectF FigureRow::cell(std::size_t number) const
{
    const qreal wide = width() / static_cast<qreal>(m_figures.size());
    return {wide * static_cast<qreal>(number), 0, wide, static_cast<qreal>(height())};
}

bool FigureRow::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    for (std::size_t i = 0; i < m_figures.size(); ++i) {
        if (cell(i).contains(help->pos()))
            QToolTip::showText(help->globalPos(), m_figures[i].toolTip, this);
    }
    return true;
}

void FigureRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Colours &c = colours(palette());
    for (std::size_t i = 0; i < m_figures.size(); ++i) {
        const Figure &figure = m_figures[i];
        QRectF area = cell(i);
        if (i > 0) {
            painter.fillRect(QRectF(area.left(), 8, 1, height() - 16.0), c.hairline);
            area.setLeft(area.left() + gap);
        }
        area.setRight(area.right() - 8);
        painter.setFont(ui::font(Type::Small));
        painter.setPen(c.muted);
        drawText(painter, QRectF(area.left(), 4, area.width(), 18), figure.name);
        painter.setFont(ui::font(Type::Heading, QFont::DemiBold));
        painter.setPen(toneColours(palette(), figure.tone).ink);
        drawText(painter, QRectF(area.left(), 24, area.width(), 24), figure.value);
        painter.setFont(ui::font(Type::Small));
        painter.setPen(toneColours(palette(), figure.noteTone).ink);
        drawText(painter, QRectF(area.left(), 50, area.width(), 18), figure.note);
    }
}

} // namespace ui
