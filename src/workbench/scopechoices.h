// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "workbench/workbench.h"

#include <string>
#include <vector>

namespace workbench {

/// One value that a scope can be narrowed to.
struct ScopeChoice {
    std::string id; ///< of the product, or the word itself
    std::string name;
    std::size_t open = 0; ///< open deals that have it
};

/// What a scope can be narrowed to beside people; each list by the number of open deals, then by name.
struct ScopeChoices {
    std::vector<ScopeChoice> products;
    std::vector<ScopeChoice> channels; ///< of the customers' first contact
    std::vector<ScopeChoice> segments; ///< the customers' industries
};

/// Those that any deal known at `asOf` has. Fails with Cancelled.
[[nodiscard]] support::Result<ScopeChoices> scopeChoices(const Workbench &workbench, support::Instant asOf,
                                                         std::stop_token stop = {});

} // namespace workbench
