// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace exchange {

/// A ZIP archive with these entries (name, content), deflated, made in memory.
[[nodiscard]] std::string zipOf(const std::vector<std::pair<std::string, std::string>> &entries);

} // namespace exchange
