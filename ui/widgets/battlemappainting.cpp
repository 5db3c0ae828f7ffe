// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/battlemapview.h"

#include "ui/models/mapwords.h"
#include "ui/widgets/map/maplabels.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr double cardWidth = 260;
constexpr double cardLine = 18;
constexpr double cardPadding = 10;
constexpr double labelLine = 15;
constexpr double widestLabel = 140;

/// A card beside `at`, within `area`.
QRectF beside(QPointF at, QSizeF size, const QRectF &area)
{
    constexpr double away = 14;
    const double x = at.x() + away + size.width() <= area.right() ? at.x() + away : at.x() - away - size.width();
    const double y = std::clamp(at.y() - size.height() / 2, area.top(), std::max(area.top(), area.bottom() - size.height()));
    return {QPointF(std::max(x, area.left()), y), size};
}

void paintCard(QPainter &painter, const QPalette &palette, const QRectF &card)
{
    const Colours &c = colours(palette);
    painter.setPen(QPen(c.outline, 1));
    painter.setBrush(c.raised);
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace

void BattleMapView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Colours &c = colours(palette());
    painter.fillRect(rect(), c.surface);
    if (!m_cloud)
        return;
    const MapScene scene = this->scene();
    const QRectF &area = m_projection.area();
    paintGround(painter, scene);
    painter.save();
    painter.setClipRect(area);
    paintTrails(painter);
    painter.drawImage(area.topLeft(), m_layer.paint(m_projection, devicePixelRatioF()));
    paintCuts(painter, scene);
    const std::vector<MapCaption> told = captions(scene, m_tally);
    for (const MapCaption &caption : told)
        paintCaption(painter, scene, caption);
    paintLabels(painter, told);
    if (m_layer.isDense())
        paintDensityKey(painter);
    paintMarks(painter);
    painter.restore();
    painter.setPen(QPen(hasFocus() ? c.accent : c.outline, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(area.adjusted(-0.5, -0.5, 0.5, 0.5));
    paintAxes(painter, scene, rect());
    paintHover(painter);
}

/// The older, the fainter.
void BattleMapView::paintTrails(QPainter &painter) const
{
    const auto &inks = mapColours(&colours(palette()) == &darkColours());
    for (const MapTrail &trail : m_trails) {
        QColor ink = inks[trail.colour];
        for (std::size_t i = 1; i < trail.points.size(); ++i) {
            ink.setAlphaF(0.65F * static_cast<float>(i) / static_cast<float>(trail.points.size()));
            painter.setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap));
            painter.drawLine(m_projection.toPixel(trail.points[i - 1]), m_projection.toPixel(trail.points[i]));
        }
    }
}

/// The names of the biggest deals, as far as there is room beside their points.
void BattleMapView::paintLabels(QPainter &painter, const std::vector<MapCaption> &captions)
{
    const QFont small = ui::font(Type::Small);
    const QFontMetricsF metrics(small);
    std::vector<MapLabel> labels;
    QStringList texts;
    for (const std::uint32_t place : m_heaviest) {
        const MapText *known = text(place);
        if (known == nullptr)
            continue;
        const std::uint32_t number = m_cloud->number(place);
        texts.append(metrics.elidedText(known->customer.isEmpty() ? known->deal : known->customer, Qt::ElideRight, widestLabel));
        labels.push_back({m_projection.toPixel(m_cloud->at(number)),
                          mapRadius(m_layer.looks()[number].size),
                          {metrics.horizontalAdvance(texts.back()) + 2, labelLine}});
    }
    std::vector<QRectF> taken;
    std::ranges::transform(captions, std::back_inserter(taken), &MapCaption::area);
    const auto places = placeLabels(labels, m_projection.area(), std::move(taken));
    const Colours &c = colours(palette());
    QColor plate = c.surface;
    plate.setAlphaF(0.7F);
    painter.setFont(small);
    m_labelAreas.clear();
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (!places[i])
            continue;
        m_labelAreas.push_back(*places[i]);
        painter.fillRect(*places[i], plate);
        painter.setPen(c.text);
        drawText(painter, *places[i], texts[static_cast<qsizetype>(i)], Qt::AlignCenter);
    }
}

/// What is being outlined, and the deal that the keyboard is at.
void BattleMapView::paintMarks(QPainter &painter) const
{
    const Colours &c = colours(palette());
    if (m_current && *m_current < m_cloud->map().placed) {
        const std::uint32_t number = m_cloud->number(*m_current);
        const double radius = mapRadius(m_layer.looks()[number].size) + 4;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(c.accent, 2));
        painter.drawEllipse(m_projection.toPixel(m_cloud->at(number)), radius, radius);
    }
    if (m_drag == Drag::Outline && m_dragged) {
        QColor fill = c.accent;
        fill.setAlphaF(0.12F);
        painter.setPen(QPen(c.accent, 1));
        painter.setBrush(fill);
        painter.drawPolygon(outline());
    }
}

void BattleMapView::paintHover(QPainter &painter) const
{
    const Colours &c = colours(palette());
    QString title;
    QString subtitle;
    QStringList lines;
    if (m_hovered) {
        if (const MapText *known = text(*m_hovered)) {
            title = known->customer;
            subtitle = known->deal;
        }
        lines = dealLines(m_format, m_cloud->map(), *m_hovered);
    } else if (m_hoveredCount > 0) {
        title = tr("%n deal(s) here", nullptr, static_cast<int>(m_hoveredCount));
        subtitle = tr("Zoom in for single deals");
    } else {
        return;
    }
    const QRectF card =
        beside(m_pointer, {cardWidth, 2 * cardPadding + cardLine * static_cast<double>(2 + lines.size())}, rect());
    paintCard(painter, palette(), card);
    QRectF line(card.left() + cardPadding, card.top() + cardPadding, card.width() - 2 * cardPadding, cardLine);
    const auto write = [&](const QString &text, const QFont &face, const QColor &ink) {
        painter.setFont(face);
        painter.setPen(ink);
        drawText(painter, line, text);
        line.translate(0, cardLine);
    };
    write(title, ui::font(Type::Body, QFont::DemiBold), c.text);
    write(subtitle, ui::font(Type::Small), c.muted);
    for (const QString &text : lines)
        write(text, ui::font(Type::Small), c.text);
}

/// From few to many deals at one point of a density.
void BattleMapView::paintDensityKey(QPainter &painter) const
{
    constexpr QSizeF ramp{120, 8};
    const bool dark = &colours(palette()) == &darkColours();
    const QRectF &area = m_projection.area();
    const QString few = m_format.count(1);
    const QString many = m_format.count(m_layer.density().most());
    const QString told = tr("deals at a point; zoom in for single ones");
    const QFontMetricsF metrics(ui::font(Type::Small));
    const double text = metrics.horizontalAdvance(few) + metrics.horizontalAdvance(many) + metrics.horizontalAdvance(told);
    const QRectF plate(std::round(area.center().x() - (text + ramp.width() + 40) / 2), area.bottom() - 32,
                       text + ramp.width() + 40, 24);
    paintCard(painter, palette(), plate);
    painter.setFont(ui::font(Type::Small));
    painter.setPen(colours(palette()).text);
    double x = plate.left() + 10;
    const auto write = [&](const QString &words) {
        drawText(painter, QRectF(x, plate.top(), metrics.horizontalAdvance(words) + 2, plate.height()), words);
        x += metrics.horizontalAdvance(words) + 6;
    };
    write(few);
    for (int i = 0; i < static_cast<int>(ramp.width()); ++i)
        painter.fillRect(QRectF(x + i, plate.center().y() - ramp.height() / 2, 1, ramp.height()),
                         MapDensity::colour(i / ramp.width(), dark));
    x += ramp.width() + 6;
    write(many);
    write(told);
}

} // namespace ui
