// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "engine/compiledplaybook.h"
#include "engine/dealstate.h"

#include "domain/condition.h"

#include <vector>

namespace engine {

/// What a deal does not have, and a condition holds because of it.
struct Absences {
    std::vector<std::vector<domain::EvidenceKindId>> evidence; ///< of each the kinds any of which would do
    std::vector<domain::FieldId> fields;
};

/// Walks the condition of a rule that holds for the deal. What it asks not to be there, and is not, is absent; so is the field
/// of the bid where it asks for a tender without one.
[[nodiscard]] Absences absences(const domain::Condition &condition, const CompiledPlaybook &playbook, const DealState &state);

} // namespace engine
