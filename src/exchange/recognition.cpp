// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/recognition.h"

#include "exchange/profilematch.h"
#include "exchange/survey.h"
#include "exchange/textcell.h"
#include "exchange/told.h"

#include <algorithm>
#include <iterator>
#include <numeric>

namespace exchange {

using support::ErrorCode;
using support::failure;
using support::Result;

namespace {

constexpr std::size_t headRows = 30;

Result<std::vector<Row>> readHead(std::span<const Input> inputs, const TableFile &file)
{
    auto source = openRows(inputs, file);
    if (!source)
        return tl::unexpected(source.error());
    std::vector<Row> rows;
    Row row;
    while (rows.size() < headRows) {
        const auto more = (*source)->next(row);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        rows.push_back(row);
    }
    return rows;
}

} // namespace

bool TableUse::has(Meaning meaning) const
{
    return constants.contains(meaning)
           || std::ranges::any_of(columns, [&](const ColumnUse &column) { return column.meaning == meaning; });
}

support::Date ImportContext::lastDay() const
{
    return zone.dateOf(std::max(importTime, today)) + 1;
}

support::Currency ImportContext::assumedCurrency() const
{
    return currency ? *currency : support::Currency::parse("CNY").value();
}

std::string_view name(QuestionCode code)
{
    switch (code) {
    case QuestionCode::DateOrder: return "date_order";
    case QuestionCode::DecimalSign: return "decimal_sign";
    case QuestionCode::Currency: return "currency";
    case QuestionCode::Owner: return "owner";
    case QuestionCode::RowTime: return "row_time";
    case QuestionCode::Stage: return "stage";
    case QuestionCode::Encoding: return "encoding";
    }
    return "";
}

std::string Question::key() const
{
    const std::string word(name(code));
    return subject.empty() ? word : word + ':' + subject;
}

namespace {

/// The error with the first file and the columns that were seen in it, where those are at fault.
support::Error withColumns(support::Error error, std::span<const Input> inputs, const Tables &tables)
{
    constexpr std::size_t shown = 8;
    if (error.code != support::ErrorCode::UnknownColumns || inputs.empty())
        return error;
    error.subject = inputs[tables.files.empty() ? 0 : tables.files.front().input].name;
    if (tables.heads.empty() || tables.heads.front().empty())
        return {support::ErrorCode::UnknownFormat, error.subject, "there is nothing in it"};
    const std::vector<Row> &head = tables.heads.front();
    const Row *header = likelyHeader(head);
    const std::vector<std::string> &cells = (header == nullptr ? head.front() : *header).cells;
    for (std::size_t i = 0; i < std::min(cells.size(), shown); ++i)
        error.subject += (i == 0 ? ": " : ", ") + cells[i];
    if (cells.size() > shown)
        error.subject += ", …";
    return error;
}

} // namespace

namespace {

struct Heads {
    Tables tables = {};
    std::vector<UnusedTable> unread = {};
};

/// The tables of one file with their heads; a sheet that cannot be read is left out of them. What is wrong names the file.
Result<void> readHeads(std::span<const Input> inputs, std::size_t input, const std::stop_token &stop, Heads &heads)
{
    const auto found = findTables(inputs[input], input, stop);
    if (!found)
        return tl::unexpected(found.error());
    for (const TableFile &table : *found) {
        auto head = readHead(inputs, table);
        if (!head && head.error().subject != inputs[input].name)
            head = failure(head.error().code, inputs[input].name, head.error().subject + ": " + head.error().detail);
        if (!head) {
            heads.unread.push_back({placeOf(inputs, table), head.error()});
            continue;
        }
        heads.tables.files.push_back(table);
        heads.tables.heads.push_back(*std::move(head));
    }
    return {};
}

/// One file that cannot be read does not stop the others. Fails with what is wrong with the first where none can.
Result<Heads> readHeads(std::span<const Input> inputs, const std::stop_token &stop)
{
    Heads heads;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const auto read = readHeads(inputs, i, stop, heads);
        if (!read && read.error().code == ErrorCode::Cancelled)
            return tl::unexpected(read.error());
        if (!read)
            heads.unread.push_back({inputs[i].name, read.error()});
    }
    if (heads.tables.files.empty() && !heads.unread.empty())
        return tl::unexpected(*heads.unread.front().unread);
    return heads;
}

/// Puts a header of letters above the first row of each table.
void addHeaders(Tables &tables)
{
    for (std::vector<Row> &head : tables.heads) {
        std::size_t width = 0;
        for (const Row &row : head)
            width = std::max(width, row.cells.size());
        Row header;
        header.line = 0;
        for (std::size_t i = 0; i < width; ++i)
            header.cells.push_back(columnLetters(i));
        head.insert(head.begin(), std::move(header));
    }
}

/// What is known before the files are looked at.
struct Known {
    const Profiles &profiles;
    const ImportContext &context;
    const Told &told;
};

/// What profiles make of the tables, with the words that were told for those that none knows. `unused` gets the others.
Result<Recognition> match(std::span<const Input> inputs, const Known &known, const Tables &tables,
                          std::vector<std::size_t> &unused)
{
    const auto &[profiles, context, told] = known;
    auto recognition = matchProfile(profiles, told.profile, tables, context, unused);
    const bool speaks = !told.columns.empty() || told.rows;
    if (!recognition && (recognition.error().code != ErrorCode::UnknownColumns || !speaks))
        return recognition;
    Recognition whole = recognition ? *recognition : Recognition();
    const auto generic = std::ranges::find_if(
        profiles, [&said = told.profile](const Profile &one) { return said.empty() ? one.generic : one.id == said; });
    if (whole.profile == nullptr && generic != profiles.end())
        whole.profile = &*generic;
    if (whole.profile == nullptr)
        return recognition;
    if (!recognition) {
        unused.resize(tables.files.size());
        std::iota(unused.begin(), unused.end(), std::size_t{0});
    }
    std::erase_if(unused, [&](std::size_t i) {
        auto table = toldTable(told, *whole.profile, tables.files[i], placeOf(inputs, tables.files[i]), tables.heads[i]);
        if (table)
            whole.tables.push_back(*std::move(table));
        return table.has_value();
    });
    if (whole.tables.empty())
        return recognition;
    return whole;
}

/// Lets what a person said of the columns stand above what was recognised.
Result<void> obey(std::span<const Input> inputs, const Told &told, Recognition &recognition)
{
    std::vector<std::string> places;
    for (TableUse &table : recognition.tables) {
        places.push_back(placeOf(inputs, table.file));
        applyTold(told, places.back(), table);
    }
    const std::vector<std::string> missed = unheard(told, recognition.tables, places);
    if (missed.empty())
        return {};
    std::string columns;
    for (const TableUse &table : recognition.tables) {
        for (const ColumnUse &column : table.columns)
            columns += (columns.empty() ? "the columns are: " : ", ") + column.header;
    }
    return failure(ErrorCode::BadChoice, missed.front(), columns);
}

} // namespace

std::string columnLetters(std::size_t place)
{
    constexpr std::size_t letters = 26;
    std::string name(1, static_cast<char>('A' + place % letters));
    for (place /= letters; place > 0; place = (place - 1) / letters)
        name.insert(name.begin(), static_cast<char>('A' + (place - 1) % letters));
    return name;
}

Result<Recognition> recognise(std::span<const Input> inputs, const Profiles &profiles, const ImportContext &context,
                              const Told &told, const Watch &watch)
{
    auto heads = readHeads(inputs, watch.stop);
    if (!heads)
        return tl::unexpected(heads.error());
    Tables &tables = heads->tables;
    if (told.noHeader)
        addHeaders(tables);
    std::vector<std::size_t> unused;
    auto recognition = match(inputs, {profiles, context, told}, tables, unused);
    if (!recognition)
        return tl::unexpected(withColumns(recognition.error(), inputs, tables));
    if (const auto obeyed = obey(inputs, told, *recognition); !obeyed)
        return tl::unexpected(obeyed.error());
    for (const std::size_t i : unused)
        recognition->unused.push_back({placeOf(inputs, tables.files[i]), {}});
    std::ranges::move(heads->unread, std::back_inserter(recognition->unused));
    std::ranges::stable_sort(recognition->tables, {}, [](const TableUse &table) { return table.role; });
    if (const auto surveyed = survey(inputs, context, *recognition, watch); !surveyed)
        return tl::unexpected(surveyed.error());
    return recognition;
}

} // namespace exchange
