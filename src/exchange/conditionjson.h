// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/jsonplace.h"

#include "domain/condition.h"

namespace exchange {

/// Groups may be nested so deep: a condition is asked by recursion.
inline constexpr int deepestCondition = 16;

/// Reads a condition; faults are noted at their places.
[[nodiscard]] domain::Condition readCondition(const JsonPlace &place);
[[nodiscard]] domain::Measure readMeasure(const JsonPlace &place);

[[nodiscard]] nlohmann::ordered_json conditionJson(const domain::Condition &condition);

} // namespace exchange
