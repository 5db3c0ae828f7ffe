// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "workbench/reports.h"

#include <nlohmann/json.hpp>

namespace plumb {

using Json = nlohmann::ordered_json;

// The documents of `--json`, with the keys of interchange.md. They are stable: a key may be added, never renamed.

/// A number of days, or another measure, without the digits that only the arithmetic made: to about a tenth of a second.
[[nodiscard]] Json daysJson(const std::optional<double> &days);
[[nodiscard]] Json toJson(const workbench::ScoreLine &line);
[[nodiscard]] Json toJson(const workbench::FlagLine &line);
/// What a funnel can be cut by, in the order of FunnelBy.
inline constexpr std::array<std::string_view, 7> funnelWords{"all", "region", "team", "person", "product", "channel", "segment"};
[[nodiscard]] Json toJson(const workbench::FunnelSliceLine &slice, workbench::FunnelBy by);
[[nodiscard]] Json toJson(const workbench::Fault &fault);

} // namespace plumb
