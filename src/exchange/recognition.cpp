// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/recognition.h"

#include "exchange/profilematch.h"
#include "exchange/survey.h"

#include <algorithm>

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

std::string placeOf(std::span<const Input> inputs, const TableFile &file)
{
    const std::string &name = inputs[file.input].name;
    return file.sheetName.empty() ? name : name + " / " + file.sheetName;
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
support::Error withColumns(support::Error error, std::span<const Input> inputs, const std::vector<std::vector<Row>> &heads)
{
    constexpr std::size_t shown = 8;
    if (error.code != support::ErrorCode::UnknownColumns || inputs.empty())
        return error;
    error.subject = inputs.front().name;
    if (heads.empty() || heads.front().empty())
        return error;
    const std::vector<std::string> &cells = heads.front().front().cells;
    for (std::size_t i = 0; i < std::min(cells.size(), shown); ++i)
        error.subject += (i == 0 ? ": " : ", ") + cells[i];
    if (cells.size() > shown)
        error.subject += ", …";
    return error;
}

} // namespace

Result<Recognition> recognise(std::span<const Input> inputs, const Profiles &profiles, const ImportContext &context,
                              std::string_view only, const Watch &watch)
{
    std::vector<TableFile> files;
    std::vector<std::vector<Row>> heads;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const auto tables = findTables(inputs[i], i, watch.stop);
        if (!tables)
            return tl::unexpected(tables.error());
        for (const TableFile &table : *tables) {
            auto head = readHead(inputs, table);
            if (!head)
                return tl::unexpected(head.error());
            files.push_back(table);
            heads.push_back(*std::move(head));
        }
    }
    std::vector<std::size_t> unused;
    auto recognition = matchProfile(profiles, only, files, heads, unused);
    if (!recognition)
        return tl::unexpected(withColumns(recognition.error(), inputs, heads));
    for (const std::size_t i : unused)
        recognition->unused.push_back(placeOf(inputs, files[i]));
    std::ranges::stable_sort(recognition->tables, {}, [](const TableUse &table) { return table.role; });
    if (const auto surveyed = survey(inputs, context, *recognition, watch); !surveyed)
        return tl::unexpected(surveyed.error());
    return recognition;
}

} // namespace exchange
