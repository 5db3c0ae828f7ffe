// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace exchange {

/// A ZIP archive with these entries (name, content), made in memory; not `packed`, their content stands in it as it is.
[[nodiscard]] std::string zipOf(const std::vector<std::pair<std::string, std::string>> &entries, bool packed = true);

} // namespace exchange
