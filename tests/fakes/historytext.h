// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "history/history.h"

#include <string>

namespace tests {

/// Everything that a history tells, one fact on a line, by shelf, subject and time: equal texts, equal histories.
[[nodiscard]] std::string textOf(const history::History &known);

} // namespace tests
