// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/playbook.h"

#include <string>
#include <vector>

namespace fakes {

/// Lines that `Story::tell` reads, for property tests: up to five deals of two customers in two pipelines, with times on a
/// coarse grid (so that ties and boundaries are met often), late records, new versions, unknown stages and kinds.
[[nodiscard]] std::vector<std::string> anyStory(std::size_t most);

/// A time that falls on the grid of `anyStory`, or a microsecond beside it.
[[nodiscard]] std::string anyTime(std::int64_t fromDay, std::int64_t toDay);

/// The playbook of `smallPlaybook` with at least one rule of every kind of condition.
[[nodiscard]] domain::Playbook ruledPlaybook();

} // namespace fakes
