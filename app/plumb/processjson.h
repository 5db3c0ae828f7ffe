// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "app/plumb/json.h"
#include "workbench/breakviews.h"

namespace plumb {

// The documents of the commands that look at how deals come through, as those of json.h.

/// Two slices that were compared, by their ids.
struct ComparedSlices {
    std::string by;
    std::string first;
    std::string second;
};
[[nodiscard]] Json toJson(const workbench::FunnelView &view, const ComparedSlices &slices);
/// `id` is null for the row of all.
[[nodiscard]] Json toJson(const workbench::ProcessRow &row, std::string_view by, bool isAll);
[[nodiscard]] Json toJson(const workbench::BreakpointsView &view);
[[nodiscard]] Json toJson(const workbench::BounceView &view);

} // namespace plumb
