// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/shortrow.h"

#include "exchange/textcell.h"

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

} // namespace

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

} // namespace exchange
