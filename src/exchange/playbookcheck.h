// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/jsonplace.h"

#include "domain/playbook.h"

namespace exchange {

/// Notes what no single value shows: ids given twice, references to nothing, comparisons of hours with days, sentences that
/// quote what the flag does not carry. The pointers are those of the playbook's file.
void checkPlaybook(const domain::Playbook &playbook, JsonFaults &faults);

/// The same for one rule, which stands at `pointer`.
void checkRule(const domain::Playbook &playbook, const domain::Rule &rule, const std::string &pointer, JsonFaults &faults);

} // namespace exchange
