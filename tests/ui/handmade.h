// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "workbench/views.h"

#include <string>

/// Views as the workbench would tell them, made by hand: for tests of what shows them.
namespace handmade {

/// 2026-03-12 at 09:30 in UTC.
[[nodiscard]] support::Instant now();
[[nodiscard]] support::Money yuan(std::int64_t major);

/// A flagged deal "deal-<number>".
[[nodiscard]] workbench::TodayItem item(int number);
/// The names of `customer` and `owner` are Chinese; the first `listed` are within the focus budget.
[[nodiscard]] workbench::Today today(int listed, int below);
/// The same with flags about a person and a lead.
[[nodiscard]] workbench::Today todayWithPeople();
/// A deal with something of everything, also what was recorded late.
[[nodiscard]] workbench::DealPage deal();

} // namespace handmade
