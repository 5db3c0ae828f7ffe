// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/timeslider.h"

#include "ui/widgets/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace ui {

namespace {

constexpr int lineHeight = 28;
constexpr int usualWidth = 220;
constexpr int leastWidth = 96;
constexpr qreal end = 8; ///< from the edge to the first and the last day: half a handle and its ring
constexpr qreal handle = 6;
constexpr qreal mark = 4.5;
constexpr qreal reach = 8; ///< within which the mark of the other day is taken
constexpr int monthDays = 30;

} // namespace

TimeSlider::TimeSlider(QWidget *parent) : QSlider(Qt::Horizontal, parent)
{
    setSingleStep(1);
    setPageStep(monthDays);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QSlider::valueChanged, this,
            [this](int day) { Q_EMIT dayChosen(day < maximum() ? std::optional(support::Date{day}) : std::nullopt); });
}

QSize TimeSlider::sizeHint() const
{
    return {usualWidth, lineHeight};
}

QSize TimeSlider::minimumSizeHint() const
{
    return {leastWidth, lineHeight};
}

void TimeSlider::setDays(const Days &days, const Format &format)
{
    m_days = days;
    m_format = format;
    const QSignalBlocker blocker(this); // it follows what is shown, and goes nowhere
    setRange(days.first.days, days.today.days);
    setValue(days.shown.value_or(days.today).days);
    const QString shown = days.shown ? format.date(*days.shown) : tr("Now");
    setAccessibleDescription(days.compared ? tr("%1, compared with %2").arg(shown, format.date(*days.compared)) : shown);
    update();
}

qreal TimeSlider::placeOf(support::Date day) const
{
    const qreal whole = std::max(1, m_days.today - m_days.first);
    return end + (width() - 2 * end) * std::clamp((day - m_days.first) / whole, 0.0, 1.0);
}

support::Date TimeSlider::dayAt(qreal x) const
{
    const qreal share = std::clamp((x - end) / (width() - 2 * end), 0.0, 1.0);
    return m_days.first + static_cast<int>(std::lround(share * (m_days.today - m_days.first)));
}

void TimeSlider::drag(qreal x)
{
    const support::Date day = dayAt(x);
    if (m_held == Held::Compared)
        Q_EMIT comparedChosen(day);
    else
        setValue(day.days);
}

void TimeSlider::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const qreal x = event->position().x();
    const auto near = [&](std::optional<support::Date> day) { return day && std::abs(placeOf(*day) - x) <= reach; };
    const bool other = near(m_days.compared) && !near(m_days.shown.value_or(m_days.today));
    m_held = other ? Held::Compared : Held::Shown;
    drag(x);
}

void TimeSlider::mouseMoveEvent(QMouseEvent *event)
{
    if (m_format)
        QToolTip::showText(event->globalPosition().toPoint(), m_format->date(dayAt(event->position().x())), this);
    if (m_held != Held::Nothing)
        drag(event->position().x());
}

void TimeSlider::mouseReleaseEvent(QMouseEvent *)
{
    m_held = Held::Nothing;
}

/// A tick at the first of each month, a longer one at that of a year.
void TimeSlider::drawMonths(QPainter &painter) const
{
    const qreal middle = height() / 2.0;
    painter.setPen(colours(palette()).outline);
    for (support::Date month = support::addMonths(support::startOfMonth(m_days.first), 1); month < m_days.today;
         month = support::addMonths(month, 1)) {
        const qreal length = support::civil(month).month == 1 ? 6 : 3;
        const qreal x = std::round(placeOf(month)) + 0.5;
        painter.drawLine(QPointF(x, middle + 4), QPointF(x, middle + 4 + length));
    }
}

void TimeSlider::drawCompared(QPainter &painter) const
{
    if (!m_days.compared)
        return;
    const QPointF at(placeOf(*m_days.compared), height() / 2.0);
    painter.setPen(QPen(colours(palette()).accent, 1.5));
    painter.setBrush(colours(palette()).surface);
    painter.drawPolygon(QPolygonF{at + QPointF(-mark, 0), at + QPointF(0, -mark), at + QPointF(mark, 0), at + QPointF(0, mark)});
}

void TimeSlider::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours &theme = colours(palette());
    const qreal middle = height() / 2.0;
    const QColor ink = !isEnabled() ? theme.faint : m_days.shown ? theme.past : theme.accent;
    const qreal shown = placeOf(m_days.shown.value_or(m_days.today));
    drawMonths(painter);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.outline);
    painter.drawRoundedRect(QRectF(end, middle - 1.5, width() - 2 * end, 3), 1.5, 1.5);
    painter.setBrush(ink);
    painter.drawRoundedRect(QRectF(end, middle - 1.5, shown - end, 3), 1.5, 1.5);
    drawCompared(painter);
    if (hasFocus()) {
        painter.setPen(QPen(ink, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QPointF(shown, middle), handle + 1.5, handle + 1.5);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawEllipse(QPointF(shown, middle), handle - 1, handle - 1);
}

} // namespace ui
