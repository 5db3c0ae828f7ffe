// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/bytesource.h"
#include "exchange/encoding.h"
#include "exchange/row.h"

#include <cstddef>
#include <string_view>

namespace exchange {

/// How a text file is cut into cells.
struct Dialect {
    Encoding encoding = Encoding::Utf8;
    char delimiter = ',';
    /// Columns of the table; 0 when it is not known, and then no row can be too long or damaged by its length.
    std::size_t columns = 0;
};

/// Finds the delimiter (`,` `;` tab `|`) and the number of columns from the start of a file's text: the one under which
/// most rows have the same, largest number of cells. An Excel line "sep=;" decides.
[[nodiscard]] Dialect guessDialect(std::string_view text, bool wholeFile, Encoding encoding);

/// Reads the rows of a CSV or TSV file in constant memory (at most one row, 1 MiB, and one block).
///
/// Beside RFC 4180 it meets what real exports contain: any line end, rows wrapped whole in quotes, trailing empty columns,
/// rows that leave out their last cells, quotes inside a cell that are not doubled, NUL bytes, and a quote that never
/// closes, which costs its own line and nothing else. No packaged parser does the last: libcsv and rapidcsv read on to the
/// next quote and swallow whole rows without a word.
class DelimitedReader final : public RowSource {
public:
    DelimitedReader(std::unique_ptr<ByteSource> bytes, Dialect dialect);

    [[nodiscard]] support::Result<bool> next(Row &row) override;
    [[nodiscard]] std::uint64_t consumed() const override { return m_consumed; }

private:
    [[nodiscard]] support::Result<bool> readOne(Row &row);
    /// Passes over a line that is longer than a row may be.
    [[nodiscard]] support::Result<bool> skipLine(Row &row);
    [[nodiscard]] support::Result<void> refill();
    void take(Row &row, std::size_t length, std::size_t lines);
    void finish(Row &row, bool terminated) const;

    std::unique_ptr<ByteSource> m_bytes;
    Dialect m_dialect;
    Decoder m_decoder;
    std::string m_text; ///< decoded and not yet handed out, from m_at on
    std::size_t m_at = 0;
    std::uint64_t m_line = 1;
    std::uint64_t m_consumed = 0;
    bool m_atEnd = false;
};

} // namespace exchange
