// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/format.h"

#include "workbench/processviews.h"

namespace ui {

// How sure a figure of an analysis is, in words.

/// A share with one digit where whole percents say too little: "0.3 %"; "under 0.1 %".
[[nodiscard]] QString chanceText(const Format &format, double chance);
/// Days as a figure: "12", "0.4".
[[nodiscard]] QString daysFigure(const Format &format, double days);
/// What a difference that is more than chance rests on, as lines for a tool tip; of any other, that it may be chance.
[[nodiscard]] QString differenceText(const Format &format, workbench::FunnelFigure figure,
                                     const workbench::FigureDifference &difference);
/// When the data is of and when it was last corrected: what stands below every chart.
[[nodiscard]] QString groundText(const Format &format, const workbench::Ground &ground);

} // namespace ui
