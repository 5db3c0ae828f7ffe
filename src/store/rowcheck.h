// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/factrow.h"

namespace store {

/// True when every column of `row` is in its range: symbols up to `lastSymbol`, words of an enumeration within its list. What
/// is read from a file passes this before anyone uses it as an index.
[[nodiscard]] bool isPlausible(const domain::FactRow &row, domain::SymbolKey lastSymbol);

} // namespace store
