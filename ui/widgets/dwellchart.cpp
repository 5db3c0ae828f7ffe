// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/dwellchart.h"

#include "ui/models/chancewords.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/theme.h"

#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr qreal left = 44;
constexpr qreal right = 20;
constexpr qreal top = 14;
constexpr qreal bottom = 26;
constexpr qreal wantedTicks = 7;

/// A round number of days between two marks of the axis.
double tickOf(double days)
{
    const double rough = std::max(1.0, days / wantedTicks);
    const double power = std::pow(10, std::floor(std::log10(rough)));
    for (const double step : {1.0, 2.0, 5.0}) {
        if (rough <= step * power)
            return step * power;
    }
    return 10 * power;
}

/// When at most `share` still stay; nothing where the curve does not fall so far.
std::optional<double> daysUntil(const workbench::DwellCurveView &curve, double share)
{
    constexpr double rounding = 1e-12;
    const auto found = std::ranges::find_if(curve.steps, [&](const auto &step) { return step.staying <= share + rounding; });
    return found == curve.steps.end() ? std::nullopt : std::optional(found->days);
}

} // namespace

DwellChart::DwellChart(QWidget *parent) : QWidget(parent), m_format(QLocale(), support::TimeZone::utc())
{
    setMinimumHeight(150);
}

void DwellChart::setCurve(const workbench::DwellCurveView &curve, const Format &format)
{
    m_curve = curve;
    retranslate(format);
}

void DwellChart::retranslate(const Format &format)
{
    m_format = format;
    setAccessibleName(tr("How long deals stay"));
    setAccessibleDescription(summary());
    update();
}

QString DwellChart::summary() const
{
    const QString counts = tr("%1 of %2 deals have left").arg(m_format.count(m_curve.left), m_format.count(m_curve.entered));
    const auto half = daysUntil(m_curve, 0.5);
    const auto most = daysUntil(m_curve, 0.2);
    if (!half)
        return tr("%1: fewer than half, so it is not known yet how long they stay.").arg(counts);
    if (!most)
        return tr("%1: half of them after %2 days.").arg(counts, daysFigure(m_format, *half));
    return tr("%1: half of them after %2 days, four of five after %3.")
        .arg(counts, daysFigure(m_format, *half), daysFigure(m_format, *most));
}

QRectF DwellChart::plot() const
{
    return QRectF(rect()).adjusted(left, top, -right, -bottom);
}

double DwellChart::shown() const
{
    const double last = m_curve.steps.empty() ? m_curve.longestDays : m_curve.steps.back().days;
    return std::max(
        {1.0, std::min(last * 1.1, std::max(last, m_curve.longestDays)), std::min(m_curve.limitDays * 1.2, 4 * last)});
}

QPointF DwellChart::at(double days, double share) const
{
    const QRectF area = plot();
    return {area.left() + area.width() * std::min(days / shown(), 1.0), area.bottom() - area.height() * share};
}

void DwellChart::paintAxes(QPainter &painter) const
{
    const Colours &c = colours(palette());
    painter.setFont(ui::font(Type::Small));
    for (const double share : {0.0, 0.25, 0.5, 0.75, 1.0}) {
        const QPointF from = at(0, share);
        painter.setPen(c.hairline);
        painter.drawLine(from, {plot().right(), from.y()});
        painter.setPen(c.muted);
        drawText(painter, {0, from.y() - 9, left - 6, 18}, m_format.percent(share), Qt::AlignRight | Qt::AlignVCenter);
    }
    const double tick = tickOf(shown());
    for (double days = 0; days <= shown(); days += tick) {
        const QPointF foot = at(days, 0);
        painter.drawLine(foot, foot + QPointF(0, 4));
        drawText(painter, {foot.x() - 40, foot.y() + 6, 80, 18}, m_format.count(qRound64(days)), Qt::AlignHCenter | Qt::AlignTop);
    }
}

void DwellChart::paintCurve(QPainter &painter) const
{
    const Colours &c = colours(palette());
    QPainterPath curve(at(0, 1));
    QPolygonF high{at(0, 1)};
    QPolygonF low{at(0, 1)};
    workbench::DwellCurveView::Step before;
    const auto go = [&](const workbench::DwellCurveView::Step &step) {
        curve.lineTo(at(step.days, before.staying));
        curve.lineTo(at(step.days, step.staying));
        high << at(step.days, before.high) << at(step.days, step.high);
        low << at(step.days, before.low) << at(step.days, step.low);
        before = step;
    };
    for (const auto &step : m_curve.steps)
        go(step);
    workbench::DwellCurveView::Step end = before;
    end.days = std::min(m_curve.longestDays, shown());
    if (end.days > before.days)
        go(end);
    std::reverse(low.begin(), low.end());
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.accentSoft);
    painter.drawPolygon(high + low);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(c.accent, 2));
    painter.drawPath(curve);
}

void DwellChart::paintLimit(QPainter &painter) const
{
    if (m_curve.limitDays <= 0 || m_curve.limitDays > shown())
        return;
    const Colours &c = colours(palette());
    const QPointF head = at(m_curve.limitDays, 1);
    painter.setPen(QPen(c.warning, 1, Qt::DashLine));
    painter.drawLine(head, at(m_curve.limitDays, 0));
    painter.setPen(c.warning);
    const QString text = tr("limit %1 days").arg(daysFigure(m_format, m_curve.limitDays));
    const qreal width = QFontMetricsF(painter.font()).horizontalAdvance(text) + 8;
    const bool fits = head.x() + width < plot().right();
    drawText(painter, {fits ? head.x() + 4 : head.x() - width, head.y(), width, 18}, text);
}

void DwellChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintAxes(painter);
    paintCurve(painter);
    painter.setFont(ui::font(Type::Small));
    paintLimit(painter);
}

} // namespace ui
