// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/namedlike.h"

#include "exchange/textcell.h"

namespace workbench {

NamedLike::NamedLike(const Core &core, const Snapshot &snapshot, std::string_view text, support::Instant asOf)
    : m_core(core)
    , m_snapshot(snapshot)
    , m_text(exchange::foldCase(text))
    , m_asOf(asOf)
{}

void NamedLike::prepare(const std::stop_token &stop)
{
    if (m_text.empty())
        return;
    const auto directory = m_core.directory(m_snapshot, stop);
    m_deals = among(directory->deals);
    m_customers = among(directory->customers);
}

bool NamedLike::holds(const engine::DealRow &row)
{
    return m_text.empty() || m_deals.contains(row.key) || m_customers.contains(row.customer) || ownerHolds(row.owner);
}

NamedLike::Keys NamedLike::among(const NameList &names) const
{
    Keys keys;
    for (const std::size_t place : names.find(m_text, names.keys().size()))
        keys.insert(names.keys()[place]);
    return keys;
}

bool NamedLike::ownerHolds(domain::SymbolKey key)
{
    const auto [known, isNew] = m_owners.try_emplace(key);
    if (isNew && key != 0)
        known->second = !NameList({key}, {m_snapshot.organisation->personName(key, m_asOf)}).find(m_text, 1).empty();
    return known->second;
}

} // namespace workbench
