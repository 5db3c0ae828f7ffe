// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "workbench/core.h"

#include <unordered_map>
#include <unordered_set>

namespace workbench {

/// The deals in whose own, customer's or owner's name a text is found, as a search finds it (NameList).
class NamedLike {
public:
    /// An empty text is in every name.
    NamedLike(const Core &core, const Snapshot &snapshot, std::string_view text, support::Instant asOf);

    /// Looks all names through; the first time in a large workspace that takes a while.
    void prepare(const std::stop_token &stop);
    [[nodiscard]] bool holds(const engine::DealRow &row);

private:
    using Keys = std::unordered_set<domain::SymbolKey>;

    [[nodiscard]] Keys among(const NameList &names) const;
    [[nodiscard]] bool ownerHolds(domain::SymbolKey key);

    const Core &m_core;
    const Snapshot &m_snapshot;
    std::string m_text;
    support::Instant m_asOf;
    Keys m_deals;
    Keys m_customers;
    std::unordered_map<domain::SymbolKey, bool> m_owners; ///< each looked up once
};

} // namespace workbench
