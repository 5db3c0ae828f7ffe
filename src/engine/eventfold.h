// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "engine/dealstate.h"

namespace engine {

/// Folds the events of a deal that count in `view` into `state`: what is claimed of it, and how it ended. Without a creation
/// that counts the deal does not exist, and nothing else is read.
void foldEvents(const CompiledPlaybook &playbook, const history::AsOf &view, DealState &state);

} // namespace engine
