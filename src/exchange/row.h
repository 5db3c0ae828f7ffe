// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "support/error.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace exchange {

/// What is wrong with a row as a row, before anybody asks what its cells mean.
enum class RowFault : std::uint8_t {
    None,
    UnclosedQuote, ///< a quote opens and never closes; the row is its first line only
    TooManyCells,  ///< more filled cells than there are columns
    CutOff,        ///< the last row of a file that ends in the middle of a line
    BadBytes,      ///< bytes that are no text in the file's encoding, or NUL bytes
    TooLong,       ///< over 1 MiB; its text is cut
    Damaged,       ///< of a workbook: its place there cannot be read, or is not what was written
};

/// The longest row that is read, in bytes of its cells' text.
inline constexpr std::size_t maxRowSize = 1024 * 1024;

/// One row of a table. A blank row is never handed out.
struct Row {
    std::uint64_t line = 0; ///< the physical line on which it starts, from 1
    RowFault fault = RowFault::None;
    std::vector<std::string> cells;
    bool wrapped = false; ///< it was quoted as a whole and has been unwrapped
    std::string raw;      ///< as it stood in the file, without its line end

    /// The cell of column `index`, empty where the row is shorter.
    [[nodiscard]] const std::string &at(std::size_t index) const
    {
        static const std::string nothing;
        return index < cells.size() ? cells[index] : nothing;
    }
};

/// The rows of a table, in order, whatever file they come from.
class RowSource {
public:
    RowSource() = default;
    RowSource(const RowSource &) = delete;
    RowSource &operator=(const RowSource &) = delete;
    virtual ~RowSource() = default;

    /// Puts the next row into `row`; false at the end. A faulty row is a row; an error means that nothing more can be read.
    [[nodiscard]] virtual support::Result<bool> next(Row &row) = 0;
    /// How many bytes of the file have been read, for progress.
    [[nodiscard]] virtual std::uint64_t consumed() const = 0;
};

} // namespace exchange
