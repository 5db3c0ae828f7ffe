// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/recognition.h"
#include "exchange/row.h"

namespace exchange {

/// Titles and export dates stand above the header in reports of some systems.
inline constexpr std::size_t headerSearchRows = 10;

/// The row that is the header of a file that nobody knows, as far as can be seen: the first with several cells, since a title may
/// stand above it; null where there is none.
[[nodiscard]] const Row *likelyHeader(std::span<const Row> firstRows);

/// What `table` says of a file with these headers, on the physical line `headerLine`.
[[nodiscard]] TableUse useTable(const TableProfile &table, const TableFile &file, const std::vector<std::string> &headers,
                                std::uint64_t headerLine);

/// The table of `profile` that the first rows of a file fit best, with its columns resolved; nothing when none fits.
[[nodiscard]] std::optional<TableUse> matchTable(const Profile &profile, const TableFile &file, std::span<const Row> firstRows);

/// The tables of an import's files, and the first rows of each.
struct Tables {
    std::vector<TableFile> files;
    std::vector<std::vector<Row>> heads;
};

/// Among `profiles` the one under which most of the deals in the first rows are known to the workspace, by id and name; among
/// equals the one that knows most of the tables' columns. It comes with every table it knows; `unused` gets the places of the
/// others. Fails with UnknownProfile where `only` is none, and UnknownColumns.
[[nodiscard]] support::Result<Recognition> matchProfile(const Profiles &profiles, std::string_view only, const Tables &tables,
                                                        const ImportContext &context, std::vector<std::size_t> &unused);

} // namespace exchange
