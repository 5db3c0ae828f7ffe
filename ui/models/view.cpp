// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/view.h"

namespace ui {

namespace {

constexpr int monthsOfQuarter = 3;
constexpr int monthsOfYear = 12;

/// The stretch of so many months that begins at `first`.
Days monthsFrom(support::Date first, int months)
{
    return {first, support::addMonths(first, months) + -1};
}

support::Date startOfYear(support::Date day)
{
    const int before = static_cast<int>(support::civil(day).month) - 1;
    return support::addMonths(support::startOfMonth(day), -before);
}

} // namespace

Days daysOf(const Period &period, support::Date today)
{
    const support::Date month = support::startOfMonth(today);
    const support::Date quarter = support::startOfQuarter(today);
    const support::Date year = startOfYear(today);
    switch (period.kind) {
    case PeriodKind::All: return {};
    case PeriodKind::Month: return monthsFrom(month, 1);
    case PeriodKind::LastMonth: return monthsFrom(support::addMonths(month, -1), 1);
    case PeriodKind::Quarter: return monthsFrom(quarter, monthsOfQuarter);
    case PeriodKind::LastQuarter: return monthsFrom(support::addMonths(quarter, -monthsOfQuarter), monthsOfQuarter);
    case PeriodKind::Year: return monthsFrom(year, monthsOfYear);
    case PeriodKind::LastYear: return monthsFrom(support::addMonths(year, -monthsOfYear), monthsOfYear);
    case PeriodKind::Between: return period.between;
    }
    return {};
}

} // namespace ui
