// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/told.h"

#include "exchange/profilematch.h"
#include "exchange/textcell.h"

#include <algorithm>
#include <set>

namespace exchange {

namespace {

bool isAbout(const ToldColumn &column, const std::string &place)
{
    return column.table.empty() || column.table == place;
}

/// What somebody writes by hand means the header as it stands there: "Ref" is not "Ref#".
bool names(const ToldColumn &column, const std::string &header)
{
    return foldCase(oneLine(column.header)) == foldCase(oneLine(header));
}

bool reaches(const ToldColumn &column, const std::string &place, const Row &header)
{
    return isAbout(column, place)
           && std::ranges::any_of(header.cells, [&](const std::string &cell) { return names(column, cell); });
}

/// How many of the told columns `row` would be the header of.
std::size_t toldIn(const Told &told, const std::string &place, const Row &row)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(told.columns, [&](const ToldColumn &column) { return reaches(column, place, row); }));
}

/// What the rows below `header` are by what is told of its columns, where nobody says it.
TableRole roleOf(const Told &told, const std::string &place, const Row &header)
{
    std::set<Meaning> said;
    for (const ToldColumn &column : told.columns) {
        if (reaches(column, place, header))
            said.insert(column.meaning);
    }
    const auto any = [&](std::initializer_list<Meaning> meanings) {
        return std::ranges::any_of(meanings, [&](Meaning meaning) { return said.contains(meaning); });
    };
    const bool state = any({Meaning::DealName, Meaning::Stage, Meaning::Outcome, Meaning::Amount, Meaning::CloseDate});
    if (any({Meaning::ActivityId, Meaning::ActivityKind, Meaning::StartedAt, Meaning::Direction}))
        return TableRole::Activities;
    if (any({Meaning::DealId}) && any({Meaning::StageEnteredAt})
        && !any({Meaning::DealName, Meaning::CustomerName, Meaning::CustomerId, Meaning::CreatedAt}))
        return TableRole::History;
    if (state || any({Meaning::DealId}))
        return TableRole::Deals;
    if (any({Meaning::LeadId, Meaning::Source}))
        return TableRole::Leads;
    if (any({Meaning::ContactId, Meaning::ContactName}))
        return TableRole::Contacts;
    if (any({Meaning::ProductLine, Meaning::ListPrice}))
        return TableRole::Products;
    return any({Meaning::Industry, Meaning::Size, Meaning::Region}) ? TableRole::Customers : TableRole::Deals;
}

} // namespace

std::optional<TableUse> toldTable(const Told &told, const Profile &profile, const TableFile &file, const std::string &place,
                                  std::span<const Row> firstRows)
{
    const Row *header = nullptr;
    std::size_t most = 0;
    for (const Row &row : firstRows.first(std::min(headerSearchRows, firstRows.size()))) {
        const std::size_t count = toldIn(told, place, row);
        if (count > most) {
            most = count;
            header = &row;
        }
    }
    if (header == nullptr && told.rows) // who says no more than what the rows are
        header = likelyHeader(firstRows);
    if (header == nullptr)
        return std::nullopt;
    const TableRole role = told.rows.value_or(roleOf(told, place, *header));
    const auto known = std::ranges::find(profile.tables, role, &TableProfile::role);
    TableProfile words;
    words.role = role;
    return useTable(known == profile.tables.end() ? words : *known, file, header->cells, header->line);
}

void applyTold(const Told &told, const std::string &place, TableUse &table)
{
    std::set<std::size_t> spokenOf;
    std::set<Meaning> said;
    for (const ToldColumn &column : told.columns) {
        const auto found = std::ranges::find_if(table.columns, [&](const ColumnUse &use) { return names(column, use.header); });
        if (!isAbout(column, place) || found == table.columns.end())
            continue;
        found->meaning = column.meaning;
        found->reason = column.meaning == Meaning::Ignored ? "told" : "";
        spokenOf.insert(static_cast<std::size_t>(found - table.columns.begin()));
        said.insert(column.meaning);
    }
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const bool silent = table.columns[i].meaning == Meaning::Custom || table.columns[i].meaning == Meaning::Ignored
                            || table.columns[i].meaning == Meaning::Behaviour;
        if (!silent && !spokenOf.contains(i) && said.contains(table.columns[i].meaning))
            table.columns[i].meaning = Meaning::Custom;
    }
}

std::vector<std::string> unheard(const Told &told, std::span<const TableUse> tables, std::span<const std::string> places)
{
    std::vector<std::string> headers;
    for (const ToldColumn &column : told.columns) {
        bool heard = false;
        for (std::size_t i = 0; i < tables.size(); ++i)
            heard = heard || (isAbout(column, places[i]) && std::ranges::any_of(tables[i].columns, [&](const ColumnUse &use) {
                                  return names(column, use.header);
                              }));
        if (!heard)
            headers.push_back(column.header);
    }
    return headers;
}

} // namespace exchange
