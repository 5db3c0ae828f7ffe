// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "workbench/core.h"

#include <unordered_map>

namespace workbench {

/// The regions of deals as of an instant: the nearest one that the team lies in which the deal names, else its owner's team.
/// Looked up once for each team that deals name and each of the other owners.
class Regions {
public:
    Regions(const Core &core, const Snapshot &snapshot, support::Instant asOf)
        : m_core(core)
        , m_snapshot(snapshot)
        , m_asOf(asOf)
        , m_day(core.m_zone.dateOf(asOf))
    {}

    /// The id of the region; empty where there is none.
    template <class Deal>
    [[nodiscard]] const std::string &of(const Deal &deal)
    {
        const auto [known, isNew] = m_known.try_emplace(deal.team != 0 ? deal.team : deal.owner);
        if (isNew)
            known->second = find(deal.team, deal.owner);
        return known->second;
    }

private:
    [[nodiscard]] std::string find(domain::SymbolKey team, domain::SymbolKey owner) const;

    const Core &m_core;
    const Snapshot &m_snapshot;
    support::Instant m_asOf;
    support::Date m_day;
    std::unordered_map<domain::SymbolKey, std::string> m_known; ///< by a team's key, or by an owner's
};

} // namespace workbench
