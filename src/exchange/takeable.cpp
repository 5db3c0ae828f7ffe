// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/takeable.h"

#include "exchange/shortrow.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace exchange {

namespace {

/// Whether the table has columns for some of `meanings` and the row fills none. What no column says a person may still say.
bool lacks(const Cells &cells, std::initializer_list<Meaning> meanings)
{
    return std::ranges::any_of(meanings, [&](Meaning meaning) { return cells.columns().table.has(meaning); })
           && std::ranges::all_of(meanings, [&](Meaning meaning) { return cells.text(meaning).empty(); });
}

/// Whether an empty cell of `meaning`, or one in either order of dates, is a time that may have been.
bool mayBeTime(const Cells &cells, Meaning meaning, support::Instant future)
{
    const std::string text = cells.text(meaning);
    const auto reads = [&](DateOrder order) {
        const auto cell = parseDateCell(text, order);
        return cell && instantOf(*cell, cells.columns().zone) < future;
    };
    return text.empty() || reads(DateOrder::DayFirst) || reads(DateOrder::MonthFirst);
}

/// The same of an amount, with either sign before its fraction.
bool mayBeAmount(const Cells &cells, Meaning meaning)
{
    const std::string text = cells.text(meaning);
    const std::string code = cells.text(Meaning::Currency);
    const auto reads = [&](DecimalSign sign) { return parseMoneyCell(text, sign).has_value(); };
    return text.empty() || ((code.empty() || currencyNamed(code)) && (reads(DecimalSign::Point) || reads(DecimalSign::Comma)));
}

bool isTakeableDeal(const Cells &cells)
{
    const TableColumns &columns = cells.columns();
    const bool isNameless = lacks(cells, {Meaning::DealId, Meaning::DealName, Meaning::CustomerId, Meaning::CustomerName,
                                          Meaning::CreatedAt, Meaning::LeadId});
    const bool belongs = columns.profile.customerFromDeal || !cells.text(Meaning::LeadId).empty()
                         || !lacks(cells, {Meaning::CustomerId, Meaning::CustomerName});
    // Of these a day to come is left out, and the row is taken.
    constexpr std::array days{Meaning::ClosedAt, Meaning::StageEnteredAt, Meaning::ModifiedAt};
    return !isNameless && belongs && mayBeTime(cells, Meaning::CreatedAt, columns.future)
           && std::ranges::all_of(days, [&](Meaning day) { return mayBeTime(cells, day, support::Instant::max()); })
           && mayBeAmount(cells, Meaning::Amount);
}

bool isTakeableMove(const Cells &cells)
{
    return !lacks(cells, {Meaning::DealId}) && !lacks(cells, {Meaning::StageEnteredAt})
           && mayBeTime(cells, Meaning::StageEnteredAt, cells.columns().future) && mayBeAmount(cells, Meaning::Amount);
}

} // namespace

bool isTakeable(const TableColumns &columns, const Row &row)
{
    if (row.fault != RowFault::None)
        return false;
    Notes unheard;
    const Cells cells(columns, row, unheard);
    if (unfit(cells))
        return false;
    switch (columns.table.role) {
    case TableRole::Deals: return isTakeableDeal(cells);
    case TableRole::History: return isTakeableMove(cells);
    case TableRole::Products: return !lacks(cells, {Meaning::ProductId, Meaning::ProductName});
    case TableRole::People:
    case TableRole::Customers:
    case TableRole::Contacts:
    case TableRole::Leads:
    case TableRole::Activities: break;
    }
    return true;
}

} // namespace exchange
