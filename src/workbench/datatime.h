// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "history/history.h"

namespace workbench {

/// The newest recorded time among the facts that count at `asOf`: the data time of everything that is shown as of then. Of a
/// past instant, facts about deals, customers, leads and people are looked at, all of them once. The earliest instant where
/// none counts.
[[nodiscard]] support::Instant dataTime(const history::History &history, support::Instant asOf);

} // namespace workbench
