// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "engine/board.h"

namespace engine {

/// Sets the state of `flag` from the decisions in `view` on its rule.
void applyDecisions(const history::AsOf &view, const CompiledPlaybook &playbook, FlagRow &flag);

/// Fills the leads of `board`, which has its deals already, and raises their flags. A lead that became a deal raises none.
void evaluateLeads(const history::History &history, const CompiledPlaybook &playbook, const RuleSet &rules, Board &board);

} // namespace engine
