// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "support/civil.h"
#include "support/error.h"
#include "support/money.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace exchange {

/// A part of a whole, from 0 to 1.
struct Share {
    double value = 0;
    friend bool operator==(const Share &, const Share &) = default;
};

/// What stands in a cell: nothing, words, or a number with its meaning. Numbers are written raw, never as the screen shortens
/// them.
using ReportCell = std::variant<std::monostate, std::string, std::int64_t, double, Share, support::Money, support::Date>;

/// A table as it leaves the program, with what it is of.
struct TableReport {
    std::string title;
    std::vector<std::pair<std::string, std::string>> about; ///< scope, as-of, data time and the like, each with its name
    std::vector<std::string> columns;
    std::vector<std::vector<ReportCell>> rows; ///< each as long as `columns`
};

/// Comma separated values (RFC 4180) in UTF-8 with its mark, so that spreadsheets read Chinese: first what the table is of, in
/// lines that begin with "#", then the headings, then the rows. Money is written in two columns, amount and currency. Words that
/// a spreadsheet would run as a formula get an apostrophe in front.
[[nodiscard]] std::string csv(const TableReport &report);

/// The headings and rows with tabs between them, as spreadsheets take them from the clipboard.
[[nodiscard]] std::string tabbed(const TableReport &report);

/// Writes `csv` to `file`, whole or not at all. Fails with FileUnwritable and DiskFull.
[[nodiscard]] support::Result<void> writeCsv(const TableReport &report, const std::filesystem::path &file);

/// A workbook (Office Open XML) whose first sheet is the table, its headings fixed and filtered, with numbers, days and amounts
/// of their currency as such; a second sheet says what it is of. Whole or not at all. Fails with TooLarge (more rows than a sheet
/// has), FileUnwritable and DiskFull.
[[nodiscard]] support::Result<void> writeXlsx(const TableReport &report, const std::filesystem::path &file);

} // namespace exchange
