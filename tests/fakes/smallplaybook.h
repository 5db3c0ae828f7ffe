// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/playbook.h"

namespace fakes {

/// A playbook with one of everything that the engine looks at:
///
/// | pipeline `default` | gate                                                            | limit | stale | remaining |
/// |--------------------|-----------------------------------------------------------------|-------|-------|-----------|
/// | `found`            | field `pain`, item `ask`, 1 of `quotation`                      | 10 d  | 5 d   | 90 d      |
/// | `shown`            | role `tech`, 2 of `minutes` or `report`, 24 h of waiting        | 20 d  | 7 d   | 60 d      |
/// | `talked`           | nothing                                                         | 30 d  | 7 d   | 30 d      |
/// | `signed`           | amount, close date, next step, first contact channel; is signed | 40 d  | 9 d   | 10 d      |
/// | `paid`             | nothing                                                         | 50 d  | 9 d   | 5 d       |
///
/// The pipeline `short` has the stages `in` and `out`, which ask for nothing. Roles: tech, budget, final. Evidence:
/// quotation, minutes, report and photo, which is minor. Fields: pain, intent, service_end, bid.
[[nodiscard]] domain::Playbook smallPlaybook();

/// The rule `id` on open deals that holds when `when` does.
[[nodiscard]] domain::Rule ruleOn(std::string_view id, domain::Condition when);
[[nodiscard]] domain::Condition compare(domain::Measure measure, domain::Comparison comparison, double limit);

} // namespace fakes
