// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/cellmodel.h"
#include "ui/models/format.h"

#include "workbench/processviews.h"

namespace ui {

/// What a cell of the funnel opens: a workbench::FunnelCount, or the curve of how long deals stay.
inline constexpr int opensCurve = 100;

/// The funnel as a table, with what each row is about.
struct FunnelTable {
    CellTable table;
    std::vector<workbench::FunnelPlace> places; ///< by row
};

/// Of one side, each stage as it is claimed and as it is proven; of two, side by side, as they are claimed, or as they are
/// proven. Differences are marked where they are more than chance.
[[nodiscard]] FunnelTable funnelTable(const Format &format, const workbench::FunnelView &view,
                                      const std::vector<workbench::FunnelSide> &sides, const QStringList &sideNames, bool proven);

/// What a count of a funnel counts, as a heading and as a sentence.
[[nodiscard]] QString nameOfCount(workbench::FunnelCount count);
[[nodiscard]] QString definitionOfCount(workbench::FunnelCount count);

} // namespace ui
