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

} // namespace exchange
