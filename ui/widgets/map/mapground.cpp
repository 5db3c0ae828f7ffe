// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/map/mapground.h"

#include "ui/models/dealwords.h"
#include "ui/models/mapwords.h"
#include "ui/widgets/painting.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

using domain::Quadrant;

constexpr std::array quadrants{Quadrant::HighShort, Quadrant::LowShort, Quadrant::HighLong, Quadrant::LowLong};
constexpr double captionPadding = 8;
constexpr double captionLine = 18;
constexpr double widestCaption = 280;
constexpr double narrowestCaption = 120;
constexpr double tickSpacing = 64;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::BattleMapView)
};

bool isHigh(Quadrant quadrant)
{
    return quadrant == Quadrant::HighShort || quadrant == Quadrant::HighLong;
}

bool isShort(Quadrant quadrant)
{
    return quadrant == Quadrant::HighShort || quadrant == Quadrant::LowShort;
}

Tone toneOf(Quadrant quadrant)
{
    switch (quadrant) {
    case Quadrant::None: return Tone::Muted;
    case Quadrant::HighShort: return Tone::Good;
    case Quadrant::LowShort: return Tone::Bad;
    case Quadrant::HighLong: return Tone::Accent;
    case Quadrant::LowLong: return Tone::Warning;
    }
    return Tone::Muted;
}

std::vector<MapTick> dayTicks(const MapScene &scene)
{
    const QRectF world = scene.projection.world();
    return mapTicks(daysFromMap(world.left()), daysFromMap(world.right()), tickSpacing,
                    [&](double days) { return scene.projection.x(daysToMap(days)); });
}

std::vector<MapTick> healthTicks(const MapScene &scene)
{
    const QRectF world = scene.projection.world();
    return mapTicks(std::floor(healthFromMap(world.top())), healthFromMap(world.bottom()), tickSpacing * 2 / 3,
                    [&](double health) { return scene.projection.y(healthToMap(health)); });
}

} // namespace

DayCuts dayCuts(const workbench::BattleMap &map, const workbench::MapCuts &cuts)
{
    if (cuts.days)
        return {*cuts.days, *cuts.days};
    if (map.pipelines.empty())
        return {};
    const auto [least, most] = std::ranges::minmax(map.pipelines, {}, &workbench::MapPipeline::daysCut);
    return {least.daysCut, most.daysCut};
}

QRectF quadrantArea(const MapScene &scene, Quadrant quadrant)
{
    const QRectF &area = scene.projection.area();
    const DayCuts days = dayCuts(scene.map, scene.cuts);
    const double middle =
        std::clamp(scene.projection.y(healthToMap(static_cast<double>(scene.cuts.health))), area.top(), area.bottom());
    const double x =
        std::clamp(scene.projection.x(daysToMap(isShort(quadrant) ? days.least : days.most)), area.left(), area.right());
    QRectF part = area;
    if (isShort(quadrant))
        part.setRight(x);
    else
        part.setLeft(x);
    if (isHigh(quadrant))
        part.setBottom(middle);
    else
        part.setTop(middle);
    return part;
}

void paintGround(QPainter &painter, const MapScene &scene)
{
    const Colours &c = colours(scene.palette);
    const QRectF &area = scene.projection.area();
    painter.fillRect(area, c.surface);
    for (const Quadrant quadrant : quadrants) {
        QColor tint = toneColours(scene.palette, toneOf(quadrant)).soft;
        tint.setAlphaF(0.5F);
        painter.fillRect(quadrantArea(scene, quadrant), tint);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(c.hairline, 1));
    for (const MapTick &tick : dayTicks(scene))
        painter.drawLine(QPointF(tick.pixel, area.top()), QPointF(tick.pixel, area.bottom()));
    for (const MapTick &tick : healthTicks(scene))
        painter.drawLine(QPointF(area.left(), tick.pixel), QPointF(area.right(), tick.pixel));
    painter.setRenderHint(QPainter::Antialiasing);
}

void paintAxes(QPainter &painter, const MapScene &scene, const QRectF &all)
{
    const Colours &c = colours(scene.palette);
    const QRectF &area = scene.projection.area();
    painter.setFont(font(Type::Small));
    painter.setPen(c.muted);
    const auto figure = [&](double value) { return scene.format.count(std::llround(value)); };
    for (const MapTick &tick : dayTicks(scene)) {
        const QRectF place(tick.pixel - 40, area.bottom() + 2, 80, 16);
        if (place.center().x() > area.left() && place.center().x() < area.right() - 8)
            drawText(painter, place, figure(tick.value), Qt::AlignCenter);
    }
    for (const MapTick &tick : healthTicks(scene)) {
        if (tick.pixel > area.top() + 4)
            drawText(painter, QRectF(all.left(), tick.pixel - 8, area.left() - all.left() - 6, 16), figure(tick.value),
                     Qt::AlignRight | Qt::AlignVCenter);
    }
    painter.setFont(font(Type::Small, QFont::Medium));
    drawText(painter, QRectF(area.left(), area.bottom() + 18, area.width(), 16), Words::tr("Expected days to the close"),
             Qt::AlignCenter);
    painter.save();
    painter.translate(all.left() + 8, area.center().y());
    painter.rotate(-90);
    drawText(painter, QRectF(-area.height() / 2, -8, area.height(), 16), Words::tr("Health"), Qt::AlignCenter);
    painter.restore();
}

void paintCuts(QPainter &painter, const MapScene &scene)
{
    const Colours &c = colours(scene.palette);
    const QRectF &area = scene.projection.area();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(c.muted, 1.5, Qt::DashLine));
    const double y = scene.projection.y(healthToMap(static_cast<double>(scene.cuts.health)));
    if (y >= area.top() && y <= area.bottom())
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));
    const auto line = [&](double days) {
        const double x = scene.projection.x(daysToMap(days));
        if (x >= area.left() && x <= area.right())
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    };
    if (scene.cuts.days)
        line(*scene.cuts.days);
    else
        std::ranges::for_each(scene.map.pipelines, line, &workbench::MapPipeline::daysCut);
    painter.setRenderHint(QPainter::Antialiasing);
}

std::vector<MapCaption> captions(const MapScene &scene, const workbench::MapTally &tally)
{
    std::vector<MapCaption> list;
    for (const Quadrant quadrant : quadrants) {
        const QRectF part = quadrantArea(scene, quadrant).adjusted(8, 8, -8, -8);
        const workbench::MapSum &sum = tally.of(quadrant);
        MapCaption caption{quadrant,
                           {},
                           QStringLiteral("%1 · %2").arg(word(quadrant), scene.format.count(sum.deals)),
                           moneyText(scene.format, sum),
                           advice(quadrant)};
        double width = QFontMetricsF(font(Type::Body, QFont::DemiBold)).horizontalAdvance(caption.title);
        for (const QString &text : {caption.money, caption.advice})
            width = std::max(width, QFontMetricsF(font(Type::Small)).horizontalAdvance(text));
        const double wanted = std::min(std::ceil(width) + 2 * captionPadding + 4, widestCaption);
        const QSizeF size(std::min(wanted, part.width()), 3 * captionLine + captionPadding);
        if (size.width() < std::min(wanted, narrowestCaption) || size.height() > part.height())
            continue;
        const double x = isShort(quadrant) ? part.left() : part.right() - size.width();
        const double y = isHigh(quadrant) ? part.top() : part.bottom() - size.height();
        caption.area = QRectF(QPointF(std::round(x), std::round(y)), size);
        list.push_back(std::move(caption));
    }
    return list;
}

void paintCaption(QPainter &painter, const MapScene &scene, const MapCaption &caption)
{
    const Colours &c = colours(scene.palette);
    const ToneColours tones = toneColours(scene.palette, toneOf(caption.quadrant));
    QColor plate = c.surface;
    plate.setAlphaF(0.8F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(plate);
    painter.drawRoundedRect(caption.area, 6, 6);
    painter.fillRect(QRectF(caption.area.left(), caption.area.top() + 6, 3, caption.area.height() - 12), tones.ink);
    QRectF line(caption.area.left() + captionPadding + 2, caption.area.top() + captionPadding / 2,
                caption.area.width() - 2 * captionPadding - 2, captionLine);
    painter.setFont(font(Type::Body, QFont::DemiBold));
    painter.setPen(tones.ink);
    drawText(painter, line, caption.title);
    painter.setFont(font(Type::Small));
    painter.setPen(c.text);
    line.translate(0, captionLine);
    drawText(painter, line, caption.money);
    painter.setPen(c.muted);
    line.translate(0, captionLine);
    drawText(painter, line, caption.advice);
}

} // namespace ui
