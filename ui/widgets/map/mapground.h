// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/format.h"
#include "ui/widgets/map/mapprojection.h"

#include "workbench/battlemap.h"

#include <QPainter>
#include <QPalette>

#include <array>
#include <vector>

namespace ui {

/// What the painters of the map work with.
struct MapScene {
    const MapProjection &projection;
    const QPalette &palette;
    const Format &format;
    const workbench::BattleMap &map;
    const workbench::MapCuts &cuts;
};

/// The days at which the map is divided: the least and the most of the pipelines' cuts, which may be one.
struct DayCuts {
    double least = 0;
    double most = 0;
};
[[nodiscard]] DayCuts dayCuts(const workbench::BattleMap &map, const workbench::MapCuts &cuts);

/// The part of the area in sight that belongs to a quadrant; empty where none does.
[[nodiscard]] QRectF quadrantArea(const MapScene &scene, domain::Quadrant quadrant);

/// The tints of the quadrants and the grid, behind the points.
void paintGround(QPainter &painter, const MapScene &scene);
/// The figures along the axes and what they count, outside the area.
void paintAxes(QPainter &painter, const MapScene &scene, const QRectF &all);
/// The lines that divide the map.
void paintCuts(QPainter &painter, const MapScene &scene);

/// What stands in the corner of a quadrant.
struct MapCaption {
    domain::Quadrant quadrant;
    QRectF area;
    QString title;
    QString money;
    QString advice;
};
[[nodiscard]] std::vector<MapCaption> captions(const MapScene &scene, const workbench::MapTally &tally);
void paintCaption(QPainter &painter, const MapScene &scene, const MapCaption &caption);

} // namespace ui
