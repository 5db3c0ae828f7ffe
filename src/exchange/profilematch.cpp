// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/profilematch.h"

#include "exchange/textcell.h"
#include "support/utf8.h"

#include <algorithm>
#include <set>

namespace exchange {

using support::ErrorCode;
using support::failure;
using support::Result;

namespace {

std::vector<std::string> keysOf(const Row &row)
{
    std::vector<std::string> keys;
    for (const std::string &cell : row.cells)
        keys.push_back(headerKey(cell));
    return keys;
}

template <class Pairs>
auto findKey(const Pairs &pairs, const std::string &key)
{
    return std::ranges::find(pairs, key, [](const auto &pair) { return pair.first; });
}

bool identifies(const TableProfile &table, const std::set<std::string> &keys)
{
    return std::ranges::all_of(table.identify, [&](const std::vector<std::string> &alternatives) {
        return std::ranges::any_of(alternatives, [&](const std::string &key) { return keys.contains(key); });
    });
}

ColumnUse useOf(const TableProfile &table, const std::string &header, bool &known)
{
    const std::string key = headerKey(header);
    ColumnUse use{.header = std::string(support::trimmed(header))};
    const HeaderUnit unit = unitIn(header);
    use.tenThousands = unit.tenThousands;
    use.currency = unit.currency;
    const auto column = findKey(table.columns, key);
    const auto ignored = findKey(table.ignored, key);
    known = column != table.columns.end() || ignored != table.ignored.end();
    if (column != table.columns.end()) {
        use.meaning = column->second;
        if (const auto order = table.dateOrders.find(key); order != table.dateOrders.end())
            use.usualOrder = order->second;
        if (const auto sign = table.decimalSigns.find(key); sign != table.decimalSigns.end())
            use.usualSign = sign->second;
    } else if (ignored != table.ignored.end()) {
        use.meaning = Meaning::Ignored;
        use.reason = ignored->second;
    } else if (key.empty() || !table.keepRest) {
        use.meaning = Meaning::Ignored;
        use.reason = key.empty() ? "no_header" : "not_needed";
    }
    return use;
}

/// Two columns with one header are told apart by a number, since a fact has each key once.
void numberRepeats(std::vector<ColumnUse> &columns)
{
    std::set<std::string> written;
    for (const ColumnUse &column : columns)
        written.insert(column.header);
    std::set<std::string> taken;
    for (ColumnUse &column : columns) {
        const std::string header = column.header;
        for (int number = 2; !header.empty() && !taken.insert(column.header).second; ++number) {
            column.header = header + " (" + std::to_string(number) + ")";
            if (written.contains(column.header)) // it is another column's own
                column.header = header;
        }
    }
}

/// Where a table of deals has a status and no stage, the status is what says where they stand.
void takeStatusForStage(TableUse &table)
{
    const auto status = std::ranges::find(table.columns, Meaning::Outcome, &ColumnUse::meaning);
    if (table.role == TableRole::Deals && !table.has(Meaning::Stage) && status != table.columns.end())
        status->meaning = Meaning::Stage;
}

bool hasShape(std::string_view cell, std::string_view shape)
{
    const std::string_view text = support::trimmed(cell);
    if (shape == "hex32")
        return text.size() == 32 && text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
    if (shape == "time")
        return parseDateCell(text, DateOrder::DayFirst).has_value() || parseDateCell(text, DateOrder::MonthFirst).has_value();
    return shape == "word" && text.find_first_of("0123456789") == std::string_view::npos;
}

/// True when most of the rows have just the columns that a file of `table` without its header has.
bool fitsShape(const TableProfile &table, std::span<const Row> rows)
{
    if (table.shape.empty())
        return false;
    const auto fits = [&](const Row &row) {
        bool all = row.cells.size() == table.shape.size();
        for (std::size_t i = 0; all && i < table.shape.size(); ++i)
            all = hasShape(row.cells[i], table.shape[i]);
        return all;
    };
    const auto fitting = static_cast<std::size_t>(std::ranges::count_if(rows, fits));
    return fitting > 0 && fitting * 10 >= rows.size() * 9;
}

/// True when several rows could be headers: the file describes tables and is none.
bool describesTables(const Profile &profile, std::span<const Row> rows)
{
    std::size_t headers = 0;
    for (const Row &row : rows) {
        const auto keys = keysOf(row);
        const std::set<std::string> set(keys.begin(), keys.end());
        if (std::ranges::any_of(profile.tables, [&](const TableProfile &table) { return identifies(table, set); }))
            ++headers;
    }
    return headers > 1;
}

void keepBetter(std::optional<TableUse> &best, TableUse candidate)
{
    if (!best || candidate.confidence > best->confidence)
        best = std::move(candidate);
}

/// How many deals in the first rows of `table` the workspace knows by the ids that `profile` gives them, and by their names:
/// other deals may bear the same numbers.
std::size_t knownDeals(const Profile &profile, const TableUse &table, std::span<const Row> firstRows,
                       const ImportContext &context)
{
    if (!context.dealStanding || !table.has(Meaning::DealName))
        return 0;
    const auto id = std::ranges::find(table.columns, Meaning::DealId, &ColumnUse::meaning);
    const auto called = std::ranges::find(table.columns, Meaning::DealName, &ColumnUse::meaning);
    if (id == table.columns.end() || called == table.columns.end())
        return 0;
    return static_cast<std::size_t>(std::ranges::count_if(firstRows, [&](const Row &row) {
        const auto cell = [&](auto column) { return oneLine(row.at(static_cast<std::size_t>(column - table.columns.begin()))); };
        const DealStanding known = row.line > table.headerLine
                                       ? context.dealStanding(profile.prefix + cell(id), support::Instant::max())
                                       : DealStanding();
        return known.deal && foldName(std::get<domain::Deal>(known.deal->fact()).name.text()) == foldName(cell(called));
    }));
}

/// What `profile` makes of the tables; `left` gets the places of those it makes nothing of.
struct Candidate {
    Candidate(const Profile &profile, const Tables &tables, const ImportContext &context)
    {
        recognition.profile = &profile;
        for (std::size_t i = 0; i < tables.files.size(); ++i) {
            auto use = matchTable(profile, tables.files[i], tables.heads[i]);
            if (!use) {
                left.push_back(i);
                continue;
            }
            score += use->confidence;
            known += knownDeals(profile, *use, tables.heads[i], context);
            recognition.tables.push_back(*std::move(use));
        }
        if (!recognition.tables.empty())
            recognition.confidence = score / static_cast<double>(recognition.tables.size());
        // What a named system knows is surer than what common words suggest.
        score *= profile.generic ? 0.25 : 1;
    }

    Recognition recognition;
    std::vector<std::size_t> left;
    std::size_t known = 0;
    double score = 0;
};

} // namespace

const Row *likelyHeader(std::span<const Row> firstRows)
{
    const auto several = [](const Row &row) {
        return std::ranges::count_if(row.cells, [](const std::string &cell) { return !headerKey(cell).empty(); }) > 1;
    };
    const auto first = std::ranges::find_if(firstRows, several);
    return first == firstRows.end() ? nullptr : &*first;
}

TableUse useTable(const TableProfile &table, const TableFile &file, const std::vector<std::string> &headers,
                  std::uint64_t headerLine)
{
    TableUse use;
    use.file = file;
    use.role = table.role;
    use.headerLine = headerLine;
    use.amountKnown = table.amountKnown;
    use.createdIn = table.createdIn;
    use.constants = table.constants;
    std::size_t known = 0;
    std::size_t named = 0;
    for (const std::string &header : headers) {
        bool isKnown = false;
        use.columns.push_back(useOf(table, header, isKnown));
        known += isKnown ? 1U : 0U;
        named += headerKey(header).empty() ? 0U : 1U;
    }
    numberRepeats(use.columns);
    takeStatusForStage(use);
    use.file.dialect.columns = std::max(use.file.dialect.columns, headers.size());
    use.confidence = named == 0 ? 0 : static_cast<double>(known) / static_cast<double>(named);
    return use;
}

std::optional<TableUse> matchTable(const Profile &profile, const TableFile &file, std::span<const Row> firstRows)
{
    std::optional<TableUse> best;
    if (describesTables(profile, firstRows))
        return best;
    for (const TableProfile &table : profile.tables) {
        for (std::size_t i = 0; i < std::min(headerSearchRows, firstRows.size()); ++i) {
            const auto keys = keysOf(firstRows[i]);
            if (identifies(table, {keys.begin(), keys.end()}))
                keepBetter(best, useTable(table, file, firstRows[i].cells, firstRows[i].line));
        }
        if (!best && fitsShape(table, firstRows))
            best = useTable(table, file, table.positions, 0);
    }
    return best;
}

Result<Recognition> matchProfile(const Profiles &profiles, std::string_view only, const Tables &tables,
                                 const ImportContext &context, std::vector<std::size_t> &unused)
{
    std::optional<Candidate> best;
    for (const Profile &profile : profiles) {
        if (!only.empty() && profile.id != only)
            continue;
        Candidate candidate(profile, tables, context);
        const std::pair least = best ? std::pair(best->known, best->score) : std::pair(std::size_t{0}, 0.0);
        if (std::pair(candidate.known, candidate.score) > least)
            best = std::move(candidate);
    }
    if (best) {
        unused = std::move(best->left);
        return std::move(best->recognition);
    }
    if (!only.empty() && std::ranges::find(profiles, only, &Profile::id) == profiles.end())
        return failure(ErrorCode::UnknownProfile, only, "there is no such profile");
    return failure(ErrorCode::UnknownColumns, only, "no profile knows the columns of these files");
}

} // namespace exchange
