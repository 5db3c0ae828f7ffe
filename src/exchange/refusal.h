// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/row.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace exchange {

/// Why a row did not become facts. The sentence for each is the interface's.
enum class RefusalReason : std::uint8_t {
    UnclosedQuote,
    TooManyCells,
    CutOff,
    BadBytes,
    TooLong, // the row itself
    Missing,
    BadDate,
    BadAmount,
    BadText,
    BadCurrency,
    BadNumber,
    UnknownStage,
    RepeatedId,
    UnknownDeal,
    Inconsistent, // its cells
};

/// A row that was refused.
struct Refusal {
    std::string file;
    std::uint64_t line = 0;
    std::string column; ///< the header of the cell at fault; empty when it is the row
    std::string value;
    RefusalReason reason = RefusalReason::Missing;
    std::string raw; ///< the row as it stood
};

/// The stable English word of `reason`: "unclosed_quote", …
[[nodiscard]] std::string_view name(RefusalReason reason);
/// What would mend a row refused for `reason`, as a word: "close_the_quote", …
[[nodiscard]] std::string_view remedy(RefusalReason reason);
[[nodiscard]] RefusalReason reasonOf(RowFault fault);

/// The header and the lines of the file of refused rows: CSV in UTF-8 with a byte order mark (Excel), of
/// file, line, column, value, reason, remedy, row.
[[nodiscard]] std::string refusedHeader();
[[nodiscard]] std::string refusedLine(const Refusal &refusal);
/// The same of a refused line of facts: its remedy is what the error says in English.
[[nodiscard]] std::string refusedLine(std::string_view file, std::uint64_t line, std::string_view text,
                                      const support::Error &error);

} // namespace exchange
