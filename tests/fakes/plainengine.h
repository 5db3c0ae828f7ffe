// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/playbook.h"
#include "domain/record.h"
#include "support/civil.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace fakes {

/// What engine.md says about one deal, computed the slow way.
struct PlainDeal {
    std::string status; ///< open, won, lost
    std::string owner;
    std::int64_t roles = 0;
    std::int64_t files = 0;
    std::int64_t asks = 0;
    std::int64_t stale = 0;
    std::int64_t health = 0;
    int claimed = -1;
    int proven = -1;
    bool red = false;
    domain::Quadrant quadrant = domain::Quadrant::None;
    std::array<std::optional<double>, domain::measures.size()> measures{};
    std::vector<std::string> flags; ///< rules that hold, in the order of the playbook
};

/// The same questions as the engine answers, from the records themselves: every attribute is looked for among all facts, every
/// time, with maps and text. It shares no code with the engine and is compared with it on random histories.
class PlainEngine {
public:
    PlainEngine(const std::vector<domain::Record> &records, const domain::Playbook &playbook, support::Instant asOf,
                support::Date today);

    /// The deals that exist at as-of, by id.
    [[nodiscard]] const std::map<std::string, PlainDeal> &deals() const { return m_deals; }

private:
    std::map<std::string, PlainDeal> m_deals;
};

} // namespace fakes
