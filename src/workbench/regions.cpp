// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/regions.h"

namespace workbench {

std::string Regions::find(domain::SymbolKey team, domain::SymbolKey owner) const
{
    const Organisation &organisation = *m_snapshot.organisation;
    const std::string id = team != 0 ? m_core.textOf(team) : organisation.teamOf(organisation.personId(owner), m_asOf, m_day);
    return organisation.regionOf(id, m_asOf);
}

} // namespace workbench
