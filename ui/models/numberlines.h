// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/format.h"
#include "ui/models/linemodel.h"

#include "workbench/views.h"

namespace ui {

// Numbers opened: what each is, what it is made of, and which records it rests on. What leads to a record has the line id
// that `recordOf` (deallines.h) reads; what leads to a deal has the deal's id after `dealPrefix`.

inline constexpr std::string_view dealPrefix = "deal ";

/// A number as the inspector shows it.
struct Opened {
    QString name;
    QString value;
    QString definition;
    std::vector<Line> lines;
    QString source; ///< which playbook, and when the data is of
};

/// The days that the deal was in a stage, with the limit and the moves they are counted from.
[[nodiscard]] Opened openStage(const Format &format, const workbench::DealPage &page, const workbench::StageView &stage);
[[nodiscard]] Opened openNumber(const Format &format, const workbench::DealPage &page, const workbench::NumberView &number);
[[nodiscard]] Opened openCount(const Format &format, const workbench::CountedDeals &counted);
/// A number of an analysis, `opened` with the deals that it counts: the first of `total`.
[[nodiscard]] Opened openDeals(const Format &format, Opened opened, const std::vector<workbench::DealSummary> &deals,
                               std::size_t total);
/// The flagged deals of the day's list, within the focus budget and below the line.
[[nodiscard]] Opened openFlagged(const Format &format, const workbench::Today &today);

/// A number's value with its unit's word: "12 days", "¥1,280,500.00".
[[nodiscard]] QString valueOf(const Format &format, const workbench::DealPage &page, const workbench::NumberView &number);

} // namespace ui
