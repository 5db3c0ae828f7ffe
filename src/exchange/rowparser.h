// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace exchange {

/// How the attempt to read one row of delimited text ended.
enum class RowEnd : std::uint8_t {
    Complete,
    NeedsMore, ///< the text ends before the row does
    Unclosed,  ///< a quoted cell does not close where a cell can close
};

struct ParsedRow {
    RowEnd end = RowEnd::Complete;
    std::vector<std::string> cells;
    std::size_t length = 0;  ///< bytes of the row, its line end included
    std::size_t lines = 1;   ///< physical lines it covers
    bool terminated = false; ///< a line end follows it
    bool allQuoted = true;   ///< every cell stands in quotes
};

/// Reads one row from the start of `text`. `atEnd`: nothing follows `text`.
[[nodiscard]] ParsedRow parseRow(std::string_view text, bool atEnd, char delimiter);

/// The length of the first physical line of `text` with its line end (LF, CR LF or CR), or npos when the line may go on.
[[nodiscard]] std::size_t lineLength(std::string_view text, bool atEnd);

} // namespace exchange
