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
    UnknownParty,   // the contact or the lead through whom it would have a customer
    Inconsistent,   // its cells
    FutureDate,     // it happened on a day that is still to come
    FutureClose,    // a closed deal was to close on a day that is still to come
    NegativeAmount, // what would be paid is less than nothing
    NameShared,     // several things of the workspace are called so, and the row has no id
    DoubtfulAmount, // nobody has said which of "1.234" and "1234" it is
    TooFewCells,    // the row ends before a column without which something would have to be made up; the value is "3/12"
    Damaged,        // its place in the file cannot be read, or is not what was written
    TotalsRow,      // it sums up the rows around it
    ErrorValue,     // what a spreadsheet shows where a formula came to nothing, as #REF!
};

/// A row that was refused, or of a row that was taken the one value that was left out.
struct Refusal {
    std::string file; ///< and the sheet of a workbook (placeOf)
    std::uint64_t line = 0;
    std::string column; ///< the header of the cell at fault; empty when it is the row
    std::string value;
    RefusalReason reason = RefusalReason::Missing;
    std::string raw;        ///< the row as it stood
    bool valueOnly = false; ///< the row was taken without this value
    std::size_t input = 0;  ///< the place of its file among the inputs
    std::size_t sheet = 0;  ///< the place of its sheet in a workbook
};

/// The stable English word of `reason`: "unclosed_quote", …
[[nodiscard]] std::string_view name(RefusalReason reason);
/// What would mend a row refused for `reason`, as a word: "close_the_quote", …
[[nodiscard]] std::string_view remedy(RefusalReason reason);
[[nodiscard]] RefusalReason reasonOf(RowFault fault);

/// Why something was refused and what would mend it, as people are told: the interface's words.
struct RefusalWords {
    std::string reason;
    std::string remedy;
};

/// The header and the lines of the file of refused rows: CSV in UTF-8 with a byte order mark (Excel), of
/// file, line, column, value, reason, remedy, code (the reason's word), refused ("row" or "value"), row.
[[nodiscard]] std::string refusedHeader();
[[nodiscard]] std::string refusedLine(const Refusal &refusal, const RefusalWords &words);

/// A line of facts, and what it was refused for.
struct RefusedFact {
    std::string_view file;
    std::uint64_t line = 0;
    std::string_view key; ///< that the error is about; empty where it is the whole line
    std::string_view value;
    std::string_view text;
};
/// The same of a refused line of facts.
[[nodiscard]] std::string refusedLine(const RefusedFact &fact, support::ErrorCode code, const RefusalWords &words);

} // namespace exchange
