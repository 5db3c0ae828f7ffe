// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/shortrow.h"

#include "exchange/textcell.h"
#include "support/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <initializer_list>

namespace exchange {

namespace {

/// Any one of the meanings says what rows of a table have to say, or something would be made up for them.
struct Need {
    TableRole role;
    std::initializer_list<Meaning> either;
};

constexpr std::array needs{
    Need{TableRole::People, {Meaning::OwnerName, Meaning::FirstName, Meaning::LastName}},
    Need{TableRole::Products, {Meaning::ProductId, Meaning::ProductName}},
    Need{TableRole::Customers, {Meaning::CustomerId}},
    Need{TableRole::Customers, {Meaning::CustomerName}},
    Need{TableRole::Contacts, {Meaning::ContactName, Meaning::FirstName, Meaning::LastName}},
    Need{TableRole::Contacts, {Meaning::CustomerId, Meaning::CustomerName}},
    Need{TableRole::Leads, {Meaning::LeadId}},
    Need{TableRole::Leads, {Meaning::Source}},
    Need{TableRole::Leads, {Meaning::CreatedAt}},
    Need{TableRole::Deals, {Meaning::DealId}},
    Need{TableRole::Deals, {Meaning::DealName}},
    Need{TableRole::Deals, {Meaning::CustomerId, Meaning::CustomerName, Meaning::LeadId}},
    Need{TableRole::Deals, {Meaning::Stage, Meaning::Outcome}},
    Need{TableRole::Deals, {Meaning::OwnerId, Meaning::OwnerName}},
    Need{TableRole::Deals, {Meaning::CreatedAt}},
    Need{TableRole::History, {Meaning::DealId}},
    Need{TableRole::History, {Meaning::Stage}},
    Need{TableRole::History, {Meaning::StageEnteredAt}},
    Need{TableRole::Activities, {Meaning::StartedAt}},
    Need{TableRole::Activities, {Meaning::ActivityKind}},
    Need{TableRole::Activities, {Meaning::Direction}},
    Need{TableRole::Activities,
         {Meaning::DealId, Meaning::CustomerId, Meaning::CustomerName, Meaning::ContactId, Meaning::LeadId}},
};

/// The first column that lies behind the row's end and would have said what is needed, where no cell of the row says it.
std::optional<std::size_t> missing(const TableColumns &columns, const Row &row, const Need &need)
{
    std::optional<std::size_t> behind;
    for (const Meaning meaning : need.either) {
        for (const std::size_t place : columns.places.at(static_cast<std::size_t>(meaning))) {
            if (!isPlaceholder(row.at(place), columns.profile.placeholders))
                return std::nullopt;
            if (place >= row.cells.size())
                behind = std::min(behind.value_or(place), place);
        }
    }
    return behind;
}

/// The words for a sum as headerKey makes them: without case, spaces and punctuation.
constexpr std::array<std::string_view, 26> sumWords{
    "total",       "totals",   "grandtotal",    "grandtotals", "subtotal", "subtotals",    "sum",          "summe",     "gesamt",
    "gesamtsumme", "endsumme", "zwischensumme", "totale",      "totaal",   "totalgeneral", "totalgénéral", "soustotal", "合计",
    "总计",        "小计",     "总和",          "共计",        "累计",     "合計",         "總計",         "小計"};

/// "Grand Total", "合 计：", "Total (36 records)".
bool isSumWord(std::string_view cell)
{
    const std::string key = headerKey(cell.substr(0, cell.find_first_of("(0123456789")));
    return std::ranges::find(sumWords, key) != sumWords.end();
}

bool isNumber(std::string_view cell)
{
    const std::string_view text = support::trimmed(cell);
    return parseMoneyCell(text.ends_with('%') ? text.substr(0, text.size() - 1) : text, DecimalSign::Point).has_value()
           || parseMoneyCell(text, DecimalSign::Comma).has_value();
}

} // namespace

std::optional<Trouble> sumsUp(const TableColumns &columns, const Row &row)
{
    if (columns.table.role != TableRole::Deals)
        return std::nullopt;
    std::optional<std::size_t> word;
    bool first = true;
    for (std::size_t i = 0; i < std::min(row.cells.size(), columns.table.columns.size()); ++i) {
        const std::string &cell = row.cells[i];
        if (isPlaceholder(cell, columns.profile.placeholders))
            continue;
        const Meaning meaning = columns.table.columns[i].meaning;
        if (!word && (first || meaning == Meaning::DealName) && isSumWord(cell))
            word = i;
        else if (meaning == Meaning::DealId || !isNumber(cell))
            return std::nullopt;
        first = false;
    }
    if (!word)
        return std::nullopt;
    return Trouble{RefusalReason::TotalsRow, columns.table.columns[*word].header, row.cells[*word]};
}

std::optional<Trouble> cutShort(const TableColumns &columns, const Row &row)
{
    const TableUse &table = columns.table;
    if (table.file.workbook || row.cells.size() >= table.columns.size())
        return std::nullopt;
    for (const Need &need : needs) {
        const auto place = need.role == table.role ? missing(columns, row, need) : std::nullopt;
        if (place)
            return Trouble{RefusalReason::TooFewCells, table.columns[*place].header,
                           fmt::format("{}/{}", row.cells.size(), table.columns.size())};
    }
    return std::nullopt;
}

std::optional<Trouble> unfit(const Cells &cells)
{
    if (auto sum = sumsUp(cells.columns(), cells.row()))
        return sum;
    auto cut = cutShort(cells.columns(), cells.row());
    return cut ? cut : cells.lostText();
}

} // namespace exchange
