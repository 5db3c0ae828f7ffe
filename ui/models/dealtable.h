// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/format.h"
#include "ui/models/tablesource.h"

#include <span>

namespace ui {

/// Deals as a table that leaves the program: a row for each, in their order.
[[nodiscard]] workbench::TableReport dealTable(std::span<const workbench::DealSummary> deals, const Format &format);

/// The day's list as one: the same with each deal's place and why it is there, those below the line after the others.
[[nodiscard]] workbench::TableReport todayTable(const workbench::Today &today, const Format &format);

} // namespace ui
