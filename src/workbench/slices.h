// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "workbench/core.h"
#include "workbench/reports.h"
#include "workbench/resolver.h"

#include <map>

namespace workbench {

/// What deals are cut by, as of an instant: the key of a deal's slice, and the id and name of a key. A key of 0 is that of the
/// deals without one. To be asked from one thread.
class Slices {
public:
    Slices(const Core &core, const Snapshot &snapshot, FunnelBy by, support::Instant asOf)
        : m_core(core)
        , m_snapshot(snapshot)
        , m_by(by)
        , m_asOf(asOf)
        , m_day(core.m_zone.dateOf(asOf))
    {}

    /// Of an engine::StayDeal, an engine::DealRow or another row of deals.
    template <class Deal>
    [[nodiscard]] domain::SymbolKey key(const Deal &deal)
    {
        switch (m_by) {
        case FunnelBy::All: return 0;
        case FunnelBy::Person: return deal.owner;
        case FunnelBy::Product: return deal.product;
        case FunnelBy::Channel: return customerTraits(*m_snapshot.history, deal.customer, m_asOf).channel;
        case FunnelBy::Segment: return customerTraits(*m_snapshot.history, deal.customer, m_asOf).industry;
        case FunnelBy::Region:
        case FunnelBy::Team: return teamKey(deal.team, deal.owner);
        }
        return 0;
    }

    /// Empty for a key of 0.
    [[nodiscard]] std::string id(domain::SymbolKey key) const;
    [[nodiscard]] std::string name(domain::SymbolKey key) const;

private:
    /// The slice of the team or the region that the deal belongs to, counted from 1; 0 where there is none. Looked up once for
    /// each team that deals name and each of the other owners.
    [[nodiscard]] domain::SymbolKey teamKey(domain::SymbolKey team, domain::SymbolKey owner);
    [[nodiscard]] bool isOfTeams() const { return m_by == FunnelBy::Team || m_by == FunnelBy::Region; }

    const Core &m_core;
    const Snapshot &m_snapshot;
    FunnelBy m_by;
    support::Instant m_asOf;
    support::Date m_day;
    std::vector<std::string> m_teams;
    std::map<domain::SymbolKey, domain::SymbolKey> m_teamOf; ///< by a team's key, or by an owner's
};

} // namespace workbench
