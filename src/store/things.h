// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "store/identities.h"
#include "store/references.h"
#include "store/symboltable.h"

namespace store {

/// Which things exist, which fact describes each now, and what it is called.
class Things {
public:
    Things(Connection &connection, SymbolTable &symbols, Identities &identities, FactStore &facts)
        : m_connection(connection)
        , m_symbols(symbols)
        , m_identities(identities)
        , m_facts(facts)
    {}

    [[nodiscard]] support::Result<bool> exists(domain::SymbolKey key);
    /// Makes `number`, whose fact is `fact`, the description of the thing `key`.
    [[nodiscard]] support::Result<void> set(domain::SymbolKey key, FactNumber number, const domain::Fact &fact);
    /// Looks up what describes `key` now, where that was or may be a fact of the chain of `head`; false when nothing does.
    [[nodiscard]] support::Result<bool> refresh(domain::SymbolKey key, FactNumber head);
    /// True when there is an activity with this id.
    [[nodiscard]] support::Result<std::optional<FactNumber>> activity(std::string_view id);
    /// True when what `reference` names exists.
    [[nodiscard]] support::Result<bool> resolves(const Reference &reference);

private:
    Connection &m_connection;
    SymbolTable &m_symbols;
    Identities &m_identities;
    FactStore &m_facts;
};

} // namespace store
