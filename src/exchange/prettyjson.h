// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <nlohmann/json.hpp>

#include <string>

namespace exchange {

/// `document` for people and for line-by-line comparison: what fits on a line of 120 characters stands on one, everything
/// else one part a line, two spaces deeper. Whole numbers are written without a point. Ends in a line feed.
[[nodiscard]] std::string prettyJson(const nlohmann::ordered_json &document);

} // namespace exchange
