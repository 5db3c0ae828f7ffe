// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/format.h"

#include "workbench/battlemap.h"

#include <QString>
#include <QStringList>

namespace ui {

// The interface's words for the battle map.

[[nodiscard]] QString word(workbench::MapBy by);
/// What a code of the map stands for; for 0 that there is none.
[[nodiscard]] QString nameOf(const Format &format, workbench::MapBy by, const workbench::MapName &name);
/// Sums of several currencies side by side: "¥1.2M + €30.0K"; a dash where there is no money.
[[nodiscard]] QString sumText(const Format &format, const std::vector<support::Money> &sums);
/// "¥1.2M claimed, ¥0.4M proven".
[[nodiscard]] QString moneyText(const Format &format, const workbench::MapSum &sum);
/// What a deal of the map is like: health, days and the rest that its columns tell, a line each.
[[nodiscard]] QStringList dealLines(const Format &format, const workbench::BattleMap &map, std::size_t place);
/// The whole map in words, for those who do not see it: each quadrant with its count and what it proposes.
[[nodiscard]] QString mapInWords(const Format &format, const workbench::MapTally &tally);
/// What is told of a deal in a single line of a list.
[[nodiscard]] QString dealLine(const workbench::DealSummary &deal);

/// The deals as a table with a heading, its columns parted by tabs.
[[nodiscard]] QString dealTable(const Format &format, const std::vector<workbench::DealSummary> &deals);

/// Why a closed deal is like another, where it stalled and what helped then.
[[nodiscard]] QString caseText(const Format &format, const workbench::SimilarCase &similar);
/// The task of whoever takes a deal over: what it is about, and the cases.
[[nodiscard]] QString handOverText(const Format &format, const workbench::DealSummary &deal,
                                   const std::vector<workbench::SimilarCase> &cases);

} // namespace ui
