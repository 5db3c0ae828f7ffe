// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "history/builder.h"

namespace workbench {

/// Spreads work over the machine's cores and returns when all is done: what the engine, which starts no threads, is given.
[[nodiscard]] history::ForEach onAllCores();

} // namespace workbench
