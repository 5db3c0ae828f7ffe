// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/standing.h"

namespace exchange {

/// Keeps a row of an older export from being taken for news. The row of a deal that bears no time of change cannot say which came
/// first, what it says or what stands. Where everything in it (the description with its custom fields, `owner`, amount, plans,
/// stage or end) stood together once before, as an earlier import had told it, it is taken for that row once more: `facts` keeps
/// of it what stands, and it is noted as `row_older`. A deal that went back to exactly where it was is taken so too, until its
/// row says anything else.
void leaveOlder(const ImportContext &context, const KnownDeal &deal, const std::optional<domain::PersonId> &owner,
                RowFacts &facts);

} // namespace exchange
