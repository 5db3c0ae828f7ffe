// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/tablereport.h"
#include "workbench/workbench.h"

namespace workbench {

// Tables of a screen as files. Words and headings are the interface's; numbers are raw.

using exchange::ReportCell;
using exchange::Share;
using exchange::TableReport;

enum class TableKind : std::uint8_t { Csv, Xlsx };

/// Writes `report` into `file`, whole or not at all, and never over a file of the workspace. Fails with FileExists where it is
/// one, and as exchange::writeCsv and writeXlsx do.
[[nodiscard]] support::Result<void> writeTable(const Workbench &workbench, const TableReport &report, TableKind kind,
                                               const std::filesystem::path &file);

/// What every table and picture says about where its numbers come from.
struct DataStamp {
    support::Instant dataTime; ///< the newest recorded fact that counts at the as-of; min() where none does
    int playbookVersion = 0;
};
[[nodiscard]] DataStamp dataStamp(const Workbench &workbench, support::Instant asOf);

} // namespace workbench
