// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/standing.h"

namespace exchange {

/// What an open deal's row, last changed at `modified`, says about its future: when it is to close, what comes next, how sure it
/// is. Of a deal that is `known` (null: it is not) what the table has no column for stays, and an empty cell of a column that is
/// there says that nothing is planned any more.
[[nodiscard]] Read<std::vector<domain::EventBody>> plansIn(const Cells &cells, const KnownDeal *known,
                                                           std::optional<support::Instant> modified);

} // namespace exchange
