// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/bytesource.h"
#include "exchange/delimited.h"
#include "exchange/row.h"

#include <memory>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace exchange {

/// One table of a file: a text file has one, a workbook one for each visible sheet.
struct TableFile {
    std::size_t input = 0; ///< which of the import's files
    bool workbook = false;
    std::size_t sheet = 0;
    std::string sheetName;
    Dialect dialect;             ///< of a text file
    bool encodingCertain = true; ///< false: a person has to look
};

/// The name under which a table is spoken of: its file's, and its sheet's where it has one.
[[nodiscard]] std::string placeOf(std::span<const Input> inputs, const TableFile &file);

/// Finds the tables of `input`, number `index` of an import: reads a text file once to know its encoding and delimiter, opens a
/// workbook. Fails as reading does, with UnknownFormat for what is neither, and with Cancelled.
[[nodiscard]] support::Result<std::vector<TableFile>> findTables(const Input &input, std::size_t index,
                                                                 const std::stop_token &stop);

/// The rows of `table`, from the first.
[[nodiscard]] support::Result<std::unique_ptr<RowSource>> openRows(std::span<const Input> inputs, const TableFile &table);

} // namespace exchange
