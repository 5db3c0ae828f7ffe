// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "workbench/importing.h"

#include <string>

namespace plumb {

/// What an import did, or on a dry run would have done: where to, how much, what was refused and what was assumed.
[[nodiscard]] std::string reportText(const workbench::ImportReport &report, bool dryRun);

} // namespace plumb
