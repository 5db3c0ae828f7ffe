// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/symbols.h"
#include "store/connection.h"

#include <string>
#include <vector>

namespace store {

/// A symbol as it was first seen.
struct Symbol {
    domain::SymbolKind kind;
    std::string text;

    friend bool operator==(const Symbol &, const Symbol &) = default;
};

/// The symbols of a workspace file, with a bounded cache of those used last in front. What fails on the disk gives the key
/// 0 and is remembered until `takeFailure`, because an interner has no other way to say it.
class SymbolTable final : public domain::Interner {
public:
    explicit SymbolTable(Connection &connection) : m_connection(connection) {}

    /// Writes: only within a batch.
    [[nodiscard]] domain::SymbolKey intern(domain::SymbolKind kind, std::string_view text) override;
    [[nodiscard]] domain::SymbolKey find(domain::SymbolKind kind, std::string_view text) const override;
    /// The symbol of a key of this file. Fails with OutOfRange on another.
    [[nodiscard]] support::Result<Symbol> describe(domain::SymbolKey key) const;

    [[nodiscard]] support::Result<void> takeFailure();
    /// Forgets what was read: after a rollback it may not be there, and after a large import it is in the way.
    void forget();

private:
    struct Entry {
        std::string text;
        domain::SymbolKey key = 0;
        domain::SymbolKind kind = domain::SymbolKind::None;
    };

    [[nodiscard]] Entry &slot(domain::SymbolKind kind, std::string_view text) const;
    [[nodiscard]] domain::SymbolKey remember(domain::SymbolKind kind, std::string_view text, domain::SymbolKey key) const;
    [[nodiscard]] support::Result<domain::SymbolKey> read(domain::SymbolKind kind, std::string_view text) const;
    [[nodiscard]] support::Result<domain::SymbolKey> write(domain::SymbolKind kind, std::string_view text);
    domain::SymbolKey keep(support::Result<domain::SymbolKey> key) const;
    void grow() const;

    Connection &m_connection;
    domain::SymbolKey m_last = 0;         // the greatest key in the file; 0: not read yet
    mutable std::vector<Entry> m_entries; // each symbol has one place, and the last to come has it
    mutable std::size_t m_used = 0;
    mutable std::optional<support::Error> m_failure;
};

} // namespace store
