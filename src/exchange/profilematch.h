// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/recognition.h"
#include "exchange/row.h"

namespace exchange {

/// The table of `profile` that the first rows of a file fit best, with its columns resolved; nothing when none fits.
[[nodiscard]] std::optional<TableUse> matchTable(const Profile &profile, const TableFile &file, std::span<const Row> firstRows);

/// Among `profiles` the one that knows most of `files`, whose first rows are `heads`, with every table it knows; `unused` gets
/// the places of the others. Fails with UnknownProfile where `only` is none, and UnknownColumns.
[[nodiscard]] support::Result<Recognition> matchProfile(const Profiles &profiles, std::string_view only,
                                                        std::span<const TableFile> files, std::span<const std::vector<Row>> heads,
                                                        std::vector<std::size_t> &unused);

} // namespace exchange
