// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "support/error.h"

#include <string>
#include <string_view>

namespace exchange {

/// The key of `line`, a fact as JSON, that `error` is about: the one that is missing, or that holds what was refused. Empty where
/// it is the line as a whole, or the line is no JSON.
[[nodiscard]] std::string faultyKey(std::string_view line, const support::Error &error);

} // namespace exchange
