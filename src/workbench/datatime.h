// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "history/history.h"

namespace workbench {

/// The newest recorded time among the facts that count at `asOf`: the data time of everything that is shown as of then. Of a
/// past instant, facts about deals, customers, leads and people are looked at, all of them once. The earliest instant where
/// none counts.
[[nodiscard]] support::Instant dataTime(const history::History &history, support::Instant asOf);

/// What was recorded so long after it happened was entered late: somebody made up for it by hand.
inline constexpr support::Duration lateAfter = support::days(1);

/// The last correction among the facts about deals, leads and people and the talk with customers as of `asOf`: a fact that was
/// entered late, or that replaced another. Nothing where there is none.
[[nodiscard]] std::optional<support::Instant> lastCorrection(const history::History &history, support::Instant asOf);

} // namespace workbench
