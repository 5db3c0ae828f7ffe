// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/cells.h"

#include <optional>

namespace exchange {

/// The trouble with a row of a text file that ends too early. Spreadsheets leave out a row's last empty cells, which does no
/// harm where they may be empty. But a row that was torn, or is the rest of one that a stray line break or quote cut in two, ends
/// before the columns that say what it is about: a customer, an owner or a day would be made up for it. The sheets of workbooks
/// have no such rows: there an empty cell is always left out.
[[nodiscard]] std::optional<Trouble> cutShort(const TableColumns &columns, const Row &row);

/// The trouble with a row of deals that sums up others, as stands below many exports: the first of its cells that says anything,
/// or the deal's name, is a word such as 合计 or Total, and all the others that say anything are numbers. A deal that is called
/// so has an id, a customer, a stage or a day besides.
[[nodiscard]] std::optional<Trouble> sumsUp(const TableColumns &columns, const Row &row);

/// What makes a row unfit whatever its table is of: it sums up others, ends too early, or has lost what it cannot do without.
[[nodiscard]] std::optional<Trouble> unfit(const Cells &cells);

} // namespace exchange
