// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "store/things.h"

#include "domain/canonical.h"

namespace store {

using domain::SymbolKey;
using domain::SymbolKind;
using support::Result;

Result<bool> Things::exists(SymbolKey key)
{
    return m_connection.integer("SELECT 1 FROM thing WHERE key = ?1", key).map([](auto found) { return found.has_value(); });
}

Result<void> Things::set(SymbolKey key, FactNumber number, const domain::Fact &fact)
{
    return m_connection.run("INSERT OR REPLACE INTO thing (key, number, name) VALUES (?1, ?2, ?3)", key, number, knownAs(fact));
}

Result<bool> Things::refresh(SymbolKey key, FactNumber head)
{
    const auto newest = m_identities.newest(head);
    if (!newest)
        return tl::unexpected(newest.error());
    if (!*newest)
        return m_connection.run("DELETE FROM thing WHERE key = ?1", key).map([] { return false; });
    return m_facts.record(**newest)
        .and_then([&](const domain::Record &record) { return set(key, **newest, record.fact()); })
        .map([] { return true; });
}

Result<std::optional<FactNumber>> Things::activity(std::string_view id)
{
    return m_identities.headOf(domain::activityIdentity(id)).and_then([&](std::optional<FactNumber> head) {
        return head ? m_identities.newest(*head) : Result<std::optional<FactNumber>>(std::nullopt);
    });
}

Result<bool> Things::resolves(const Reference &reference)
{
    if (reference.kind == SymbolKind::None)
        return activity(reference.id).map([](auto found) { return found.has_value(); });
    const SymbolKey key = m_symbols.find(reference.kind, reference.id);
    if (const Result<void> found = m_symbols.takeFailure(); !found)
        return tl::unexpected(found.error());
    return key == 0 ? Result<bool>(false) : exists(key);
}

} // namespace store
