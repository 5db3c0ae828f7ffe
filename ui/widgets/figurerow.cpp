// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/figurerow.h"

#include "ui/widgets/painting.h"
#include "ui/widgets/theme.h"

#include <QAbstractButton>
#include <QEvent>

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

/// One figure; a button where it opens.
class FigureCell final : public QAbstractButton {
public:
    explicit FigureCell(QWidget *row) : QAbstractButton(row) { setAttribute(Qt::WA_Hover); }

    void setFigure(const Figure &figure, Type value)
    {
        m_figure = figure;
        m_value = value;
        const bool opens = figure.number.has_value();
        setFocusPolicy(opens ? Qt::TabFocus : Qt::NoFocus);
        setCursor(opens ? Qt::PointingHandCursor : Qt::ArrowCursor);
        setAccessibleName(QStringList{figure.name, figure.value, figure.note}.join(QChar(u' ')).trimmed());
        setToolTip(figure.toolTip);
        update();
    }
    void setFirst(bool first) { m_first = first; }
    [[nodiscard]] std::optional<domain::Measure> number() const { return m_figure.number; }
    [[nodiscard]] QSize sizeHint() const override { return {}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Colours &c = colours(palette());
        QRectF area = rect();
        if (!m_first) {
            painter.fillRect(QRectF(0, 8, 1, height() - 16), c.hairline);
            area.setLeft(gap);
        }
        area.setRight(area.right() - endGap);
        paintRule(painter, area, c);
        painter.setFont(ui::font(Type::Small));
        painter.setPen(c.muted);
        drawText(painter, QRectF(area.left(), 4, area.width(), 18), m_figure.name);
        painter.setFont(ui::font(m_value, QFont::DemiBold));
        painter.setPen(toneColours(palette(), m_figure.tone).ink);
        drawText(painter, QRectF(area.left(), 24, area.width(), 24), m_figure.value);
        painter.setFont(ui::font(Type::Small));
        painter.setPen(toneColours(palette(), m_figure.noteTone).ink);
        drawText(painter, QRectF(area.left(), 50, area.width(), 18), m_figure.note);
    }

private:
    /// That it opens shows under the pointer and where the keyboard is.
    void paintRule(QPainter &painter, const QRectF &area, const Colours &c) const
    {
        if (m_figure.number && (hasFocus() || underMouse()))
            painter.fillRect(QRectF(area.left(), rowHeight - 3, area.width(), 2), hasFocus() ? c.accent : c.outline);
    }

    Figure m_figure;
    Type m_value = Type::Heading;
    bool m_first = true;
};

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
    while (m_cells.size() < m_figures.size()) {
        auto *cell = m_cells.emplace_back(new FigureCell(this));
        connect(cell, &QAbstractButton::clicked, this, [this, cell] {
            if (cell->number())
                Q_EMIT opened(*cell->number(), cell);
        });
    }
    measure();
    updateGeometry();
    place();
}

void FigureRow::measure()
{
    m_widths.clear();
    for (const Figure &figure : m_figures)
        m_widths.push_back({naturalWidth(figure, Type::Heading), naturalWidth(figure, Type::Strong)});
}

QWidget *FigureRow::cell(std::size_t place) const
{
    return m_cells.at(place);
}

void FigureRow::place()
{
    const std::vector<QRectF> areas = cells();
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        m_cells[i]->setVisible(i < areas.size());
        if (i >= areas.size())
            continue;
        m_cells[i]->setGeometry(areas[i].toAlignedRect());
        m_cells[i]->setFirst(areas[i].left() <= 0);
        m_cells[i]->setFigure(m_figures[i], valueType());
    }
}

void FigureRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void FigureRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange && event->type() != QEvent::StyleChange)
        return;
    measure();
    updateGeometry();
    place();
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
    for (const Widths &one : m_widths)
        needed += one.with(value);
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
    const std::size_t columns = std::max<std::size_t>(inFirstRow(width()), 1);
    std::vector<qreal> widths(columns);
    for (std::size_t i = 0; i < m_figures.size(); ++i)
        widths[i % columns] = std::max(widths[i % columns], m_widths[i].with(valueType()));
    const qreal most = widest(widths, width());
    qreal left = width();
    for (qreal &one : widths)
        left -= one = std::min(one, most);
    const qreal share = std::max(left, 0.0) / static_cast<qreal>(columns);
    std::vector<QRectF> cells;
    for (std::size_t i = 0; i < m_figures.size(); ++i) {
        const std::size_t column = i % columns;
        const qreal x = column == 0 ? 0 : cells.back().right();
        cells.emplace_back(x, i < columns ? 0 : rowHeight, widths[column] + share, rowHeight);
    }
    return cells;
}

} // namespace ui
