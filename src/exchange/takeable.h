// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/cells.h"

namespace exchange {

/// False for a row of deals, of their history or of products that is refused whatever is answered: it is cut short, leaves
/// empty what it is about, or has a day, an amount or a currency that cannot be read in any way. Nothing is asked for the sake
/// of such a row. What only the rows around it show, as an id that stands twice, is not looked at.
[[nodiscard]] bool isTakeable(const TableColumns &columns, const Row &row);

} // namespace exchange
