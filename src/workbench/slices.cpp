// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/slices.h"

#include <algorithm>

namespace workbench {

domain::SymbolKey Slices::teamKey(domain::SymbolKey team, domain::SymbolKey owner)
{
    const auto [known, isNew] = m_teamOf.try_emplace(team != 0 ? team : owner);
    if (!isNew)
        return known->second;
    const Organisation &organisation = *m_snapshot.organisation;
    std::string id = team != 0 ? m_core.textOf(team) : organisation.teamOf(organisation.personId(owner), m_asOf, m_day);
    if (m_by == FunnelBy::Region)
        id = organisation.regionOf(id, m_asOf);
    if (id.empty())
        return 0;
    auto at = std::ranges::find(m_teams, id);
    if (at == m_teams.end())
        at = m_teams.insert(at, id);
    return known->second = static_cast<domain::SymbolKey>(at - m_teams.begin() + 1);
}

std::string Slices::id(domain::SymbolKey key) const
{
    if (key == 0)
        return {};
    return isOfTeams() ? m_teams[key - 1] : m_core.textOf(key);
}

std::string Slices::name(domain::SymbolKey key) const
{
    const std::string own = id(key);
    const Organisation &organisation = *m_snapshot.organisation;
    if (key == 0)
        return own;
    if (m_by == FunnelBy::Person)
        return organisation.personName(key, m_asOf);
    if (const auto *team = isOfTeams() ? organisation.team(own, m_asOf) : nullptr)
        return team->name.text();
    if (const auto *product = m_by == FunnelBy::Product ? organisation.product(own, m_asOf) : nullptr)
        return product->name.text();
    return own;
}

} // namespace workbench
