// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "workbench/importing.h"

#include <string>

namespace plumb {

/// What an import by `plan` did, or on a dry run would have done: where to, how much, what was refused and what was assumed; but
/// not what stages were taken for that the plan asks about, which is told with the question (tellAssumed).
[[nodiscard]] std::string reportText(const workbench::ImportReport &report, const exchange::ImportPlan &plan, bool dryRun);

} // namespace plumb
