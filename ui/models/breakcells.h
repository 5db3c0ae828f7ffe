// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/cellmodel.h"
#include "ui/models/format.h"

#include "workbench/breakviews.h"

namespace ui {

/// The way from the lead to the next purchase with its three breakpoints, one below the other. A count opens by its BreakCount.
[[nodiscard]] CellTable breakTable(const Format &format, const workbench::BreakpointsView &view);
[[nodiscard]] QString nameOfCount(workbench::BreakCount count);
[[nodiscard]] QString definitionOfCount(workbench::BreakCount count);

/// Changes in bounces by weekday and hour; a cell opens by its hour of the week. Hours that no bounce has, at both ends of the
/// day, are left out.
struct BounceTable {
    CellTable table;
    int firstHour = 0; ///< of the second column
};
[[nodiscard]] BounceTable bounceTable(const Format &format, const workbench::BounceView &view);
/// What was found to be more than chance, a sentence each; where nothing was, that.
[[nodiscard]] QStringList bounceSentences(const Format &format, const workbench::BounceView &view);

} // namespace ui
