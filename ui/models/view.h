// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "workbench/dealsummary.h"

#include "support/civil.h"

#include <array>
#include <optional>

namespace ui {

/// A stretch of time as people name it; it moves with the day that is shown.
enum class PeriodKind : std::uint8_t { All, Month, LastMonth, Quarter, LastQuarter, Year, LastYear, Between };

inline constexpr std::array allPeriodKinds{PeriodKind::All,      PeriodKind::Month,       PeriodKind::LastMonth,
                                           PeriodKind::Quarter,  PeriodKind::LastQuarter, PeriodKind::Year,
                                           PeriodKind::LastYear, PeriodKind::Between};

/// From the first to the last day, both included; without one, open on that side.
struct Days {
    std::optional<support::Date> first = {};
    std::optional<support::Date> last = {};
    friend bool operator==(const Days &, const Days &) = default;
};

struct Period {
    PeriodKind kind = PeriodKind::All;
    Days between = {}; ///< of `Between` alone
    friend bool operator==(const Period &, const Period &) = default;
};

/// The days that `period` names on `today`.
[[nodiscard]] Days daysOf(const Period &period, support::Date today);

/// What every screen looks at.
struct View {
    workbench::Scope scope = {};
    std::optional<support::Date> day = {};      ///< none: now
    std::optional<support::Date> compared = {}; ///< the other day that differences are shown against
    Period period = {};
    bool proven = false; ///< the stages that hold by their gates in place of those that somebody set

    friend bool operator==(const View &, const View &) = default;
};

} // namespace ui
