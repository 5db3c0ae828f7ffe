// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/keeping.h"
#include "exchange/standins.h"
#include "exchange/things.h"

namespace exchange {

Read<domain::TeamId> Things::teamCalled(const std::string &called, Meaning named, std::optional<domain::TeamId> region,
                                        RowFacts &facts)
{
    const auto id = domain::TeamId::parse(idFor(thing::team, {}, called));
    const auto name = domain::Name::parse(called);
    if (!id || !name)
        return tl::unexpected(Trouble{RefusalReason::BadText, std::string(exchange::name(named)), called});
    if (!introduce(thing::team, id->text(), called, facts, true))
        return *id;
    const auto kind = named == Meaning::RegionName ? domain::TeamKind::Region : domain::TeamKind::Team;
    domain::Team team{*id, *name, region, kind};
    const auto before = knownAs<domain::Team>(m_context, id->text());
    if (!before)
        return facts.add(std::move(team), described()).map([&] { return *id; });
    team = std::get<domain::Team>(before->fact());
    if (!region || region == team.parent)
        return *id;
    team.parent = std::move(region);
    return facts.add(std::move(team), described(), before->extras()).map([&] { return *id; });
}

Read<domain::TeamId> Things::team(const Cells &cells, RowFacts &facts)
{
    const std::string manager = cells.text(Meaning::ManagerName);
    const std::string named = cells.text(Meaning::TeamName);
    const std::string region = cells.text(Meaning::RegionName);
    std::optional<domain::TeamId> parent;
    if (!region.empty()) {
        const auto id = teamCalled(region, Meaning::RegionName, std::nullopt, facts);
        if (!id)
            return id;
        parent = *id;
    }
    const std::string &own = named.empty() ? manager : named;
    if (own.empty() && parent)
        return *parent;
    return teamCalled(own.empty() ? importedTeam : own, Meaning::TeamName, std::move(parent), facts);
}

} // namespace exchange
