// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "workbench/resolver.h"

namespace workbench {

/// Fills the timeline, tasks and last correction of `page` from the facts of the deal and of its customer.
[[nodiscard]] support::Result<void> fillTimeline(const Core &workbench, const Resolver &resolver,
                                                 const engine::DealEvaluation &deal, DealPage &page);

} // namespace workbench
