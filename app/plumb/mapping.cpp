// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "app/plumb/mapping.h"

#include "workbench/ownprofiles.h"
#include "workbench/standardplaybook.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace plumb {

using exchange::Meaning;
using exchange::TableRole;
using support::ErrorCode;
using support::failure;
using support::Result;

namespace {

struct Group {
    std::string_view what;
    Meaning first;
    Meaning last;
};

/// The fields as they stand in exchange::Meaning, one group behind the other.
constexpr std::array<Group, 5> groups{{
    {"a deal and its state", Meaning::DealId, Meaning::NextStepDue},
    {"what it belongs to", Meaning::CustomerId, Meaning::ContactName},
    {"what is known of a customer, a contact, a product, a lead", Meaning::Industry, Meaning::Behaviour},
    {"an activity", Meaning::ActivityId, Meaning::Subject},
    {"kept as it is, or left out", Meaning::Custom, Meaning::Ignored},
}};

std::string fieldNames()
{
    std::string names;
    for (std::size_t i = 0; i < exchange::meaningCount; ++i)
        names += (i == 0 ? "one of " : ", ") + std::string(name(static_cast<Meaning>(i)));
    return names;
}

std::string roleNames()
{
    std::string names;
    for (int i = 0; i <= static_cast<int>(TableRole::Activities); ++i)
        names += (i == 0 ? "one of " : ", ") + std::string(name(static_cast<TableRole>(i)));
    return names;
}

/// HEADER=FIELD, or TABLE:HEADER=FIELD where the header is that of one of the files.
Result<exchange::ToldColumn> columnOf(const std::string &text, const std::vector<std::string> &files)
{
    const std::size_t sign = text.rfind('=');
    if (sign == std::string::npos || sign == 0)
        return failure(ErrorCode::BadSyntax, text, "a column is written HEADER=FIELD");
    const std::string field = text.substr(sign + 1);
    const auto meaning = exchange::meaningNamed(field);
    if (!meaning)
        return failure(ErrorCode::BadChoice, field, "a field is " + fieldNames());
    exchange::ToldColumn column{text.substr(0, sign), *meaning};
    for (const std::string &file : files) {
        const std::string start = std::filesystem::path(file).filename().string() + ':';
        if (column.header.size() > start.size() && column.header.starts_with(start)) {
            column.table = start.substr(0, start.size() - 1);
            column.header.erase(0, start.size());
        }
    }
    return column;
}

/// The letters of a column that is given by its number, from 1.
std::string lettersOf(const std::string &header)
{
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(header.data(), header.data() + header.size(), number);
    return error == std::errc() && end == header.data() + header.size() && number > 0 ? exchange::columnLetters(number - 1)
                                                                                      : header;
}

/// Why a column is left out: the words of profiles, and those of the program.
struct LeftOut {
    std::string_view reason;
    std::string_view text;
};

constexpr std::array<LeftOut, 8> leftOutReasons{{
    {"leak", "known only after the outcome"},
    {"derived", "computed from other columns"},
    {"constant", "the same in every row"},
    {"system", "of the other system's own use"},
    {"not_of_the_stage", "does not follow the stage"},
    {"no_header", "has no header"},
    {"not_needed", "not needed"},
    {"told", "as told"},
}};

} // namespace

Result<workbench::ImportHints> hintsOf(const ImportOptions &options)
{
    workbench::ImportHints hints;
    hints.ownProfiles = workbench::ownProfilesFolder();
    if (options.profile.ends_with(".json"))
        hints.profileFile = options.profile;
    else
        hints.told.profile = options.profile;
    if (!options.table.empty()) {
        hints.told.rows = exchange::roleNamed(options.table);
        if (!hints.told.rows)
            return failure(ErrorCode::BadChoice, options.table, "the rows of a table are " + roleNames());
    }
    hints.told.noHeader = options.noHeader;
    for (const std::string &text : options.columns) {
        auto column = columnOf(text, options.files);
        if (!column)
            return tl::unexpected(column.error());
        if (options.noHeader)
            column->header = lettersOf(column->header);
        hints.told.columns.push_back(*std::move(column));
    }
    return hints;
}

std::string fieldsText()
{
    std::string text = "The fields of --column HEADER=FIELD:\n";
    for (const Group &group : groups) {
        std::vector<std::string_view> names;
        for (auto i = static_cast<std::size_t>(group.first); i <= static_cast<std::size_t>(group.last); ++i)
            names.push_back(name(static_cast<Meaning>(i)));
        text += fmt::format("  {}:\n    {}\n", group.what, fmt::join(names, " "));
    }
    return text
           + "created_at is the day a deal began, close_date the day it is to close on, closed_at the day it was won or lost.\n"
             "stage may hold won and lost as well; outcome is for a column that says only those.\n"
             "What the rows of --table WHAT are: "
           + roleNames().substr(7) + '.';
}

std::string profilesText()
{
    std::vector<std::string> ids;
    for (const exchange::Profile &profile : workbench::standardProfiles())
        ids.push_back(profile.id);
    return fmt::format("The profiles of --profile P: {}; and your own, in {}.\n", fmt::join(ids, " "),
                       workbench::ownProfilesFolder().string());
}

std::string_view leftOutText(std::string_view reason)
{
    const auto found = std::ranges::find(leftOutReasons, reason, &LeftOut::reason);
    return found == leftOutReasons.end() ? reason : found->text;
}

std::string columnsText(const workbench::ImportJob &job)
{
    std::string text;
    for (const exchange::TableUse &table : job.plan().recognition.tables) {
        std::string known;
        std::string kept;
        std::string left;
        for (const exchange::ColumnUse &column : table.columns) {
            if (column.meaning == Meaning::Custom)
                kept += (kept.empty() ? "; kept as they are: " : ", ") + column.header;
            else if (column.meaning == Meaning::Ignored)
                left += fmt::format("{}{} ({})", left.empty() ? "; left out: " : ", ",
                                    column.header.empty() ? "—" : column.header, leftOutText(column.reason));
            else
                known += fmt::format("{}{}={}", known.empty() ? "" : ", ", column.header, name(column.meaning));
        }
        text += fmt::format("{}: {} rows of {}; {}{}{}\n", job.fileOf(table), table.rows, name(table.role), known, kept, left);
    }
    return text;
}

std::string leaksText(const workbench::ImportJob &job)
{
    std::string text;
    for (const exchange::TableUse &table : job.plan().recognition.tables) {
        std::string leaks;
        for (const exchange::ColumnUse &column : table.columns) {
            if (column.reason == "leak")
                leaks += (leaks.empty() ? "" : ", ") + column.header;
        }
        if (!leaks.empty())
            text += fmt::format("{}: left out, since {}: {}\n", job.fileOf(table), leftOutText("leak"), leaks);
    }
    return text;
}

} // namespace plumb
