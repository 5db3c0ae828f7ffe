// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "workbench/importing.h"

namespace plumb {

/// Puts `answers`, each KEY=VALUE, into the plan. Fails with BadSyntax, or with BadChoice for a key that is not asked for and
/// for a value that is no answer; the detail says what may stand there.
[[nodiscard]] support::Result<void> takeAnswers(const std::vector<std::string> &answers, exchange::ImportPlan &plan);

/// Puts `merges`, each ID=ID, into the plan. Fails with BadSyntax.
[[nodiscard]] support::Result<void> takeMerges(const std::vector<std::string> &merges, exchange::ImportPlan &plan);

/// Tells what is assumed for want of an answer, and how to change it.
void tellAssumed(const exchange::ImportPlan &plan, bool dryRun);

} // namespace plumb
