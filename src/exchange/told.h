// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/recognition.h"
#include "exchange/row.h"

namespace exchange {

/// The table that a person's words make of a file that no profile knows, in the system `profile`: its header is the row that
/// has most of the told columns; the columns that nobody speaks of are what the profile knows of such tables. Nothing when
/// the words do not reach this file, called `place`.
[[nodiscard]] std::optional<TableUse> toldTable(const Told &told, const Profile &profile, const TableFile &file,
                                                const std::string &place, std::span<const Row> firstRows);

/// Gives the columns of the table called `place` the meanings that a person told. Another column that had been taken for the
/// same keeps its text and no meaning.
void applyTold(const Told &told, const std::string &place, TableUse &table);

/// The told columns that none of `tables` has, whose places are `places`.
[[nodiscard]] std::vector<std::string> unheard(const Told &told, std::span<const TableUse> tables,
                                               std::span<const std::string> places);

} // namespace exchange
