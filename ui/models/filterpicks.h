// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/format.h"
#include "ui/models/pickmodel.h"
#include "ui/models/view.h"

#include "workbench/scopechoices.h"

#include <vector>

namespace ui {

// What a view is narrowed by beside people and day, as something to pick from and as chips to take away again.

/// Picks the proven stages, or takes them away.
inline const QString provenPick = QStringLiteral("basis:proven");

/// Claimed or proven, the periods, then the products, channels and segments that there are; what holds has a tick.
[[nodiscard]] std::vector<Pick> filterPicks(const workbench::ScopeChoices &choices, const View &view, const Format &format);
/// `view` with what `pick` stands for; what held already is taken away. Of a pick of another list, `view` itself.
[[nodiscard]] View filtered(View view, const QString &pick);

/// One thing that a view is narrowed by.
struct FilterChip {
    QString pick; ///< takes it away
    QString text;
};
[[nodiscard]] std::vector<FilterChip> filterChips(const workbench::ScopeChoices &choices, const View &view, const Format &format);
/// `view` narrowed by nothing but people and day.
[[nodiscard]] View unfiltered(View view);

[[nodiscard]] QString nameOf(const Period &period, const Format &format);

} // namespace ui
