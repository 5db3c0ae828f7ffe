// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "store/reading.h"
#include "store/verify.h"

namespace store {

/// Symbols for comparing only: what is not in the file gets the key 0 instead of a row.
class KnownSymbols final : public domain::Interner {
public:
    explicit KnownSymbols(const SymbolTable &symbols) : m_symbols(symbols) {}

    [[nodiscard]] domain::SymbolKey intern(domain::SymbolKind kind, std::string_view text) override
    {
        return m_symbols.find(kind, text);
    }
    [[nodiscard]] domain::SymbolKey find(domain::SymbolKind kind, std::string_view text) const override
    {
        return m_symbols.find(kind, text);
    }

private:
    const SymbolTable &m_symbols;
};

/// The list of what was found, and how to add to it.
class Findings {
public:
    void add(Invariant code, std::string where, std::string detail);
    /// A query that failed is a finding about what it looked for.
    void check(Invariant code, std::string_view where, const support::Result<void> &result);
    [[nodiscard]] bool full() const { return m_list.size() >= mostFindings; }
    [[nodiscard]] std::vector<Finding> take() { return std::move(m_list); }

private:
    std::vector<Finding> m_list;
};

/// Calls `take(row)` for every row of a literal statement.
using TableRow = std::function<void(const Statement &)>;
[[nodiscard]] support::Result<void> eachRow(Connection &connection, std::string_view sql, const TableRow &take);

/// One fact and everything that hangs on it.
class FactVerifier {
public:
    FactVerifier(File &file, Findings &findings) : m_file(file), m_findings(findings), m_symbols(file.symbols) {}

    /// Columns: those of domain::FactRow in order, then type, seal and body, which may be NULL.
    void verify(const Statement &row);

private:
    void verifyContent(const domain::FactRow &row, const Statement &columns, const domain::Record &record);
    void verifyIdentity(const std::string &where, FactNumber number, const domain::Record &record);
    void verifyReferences(const std::string &where, const domain::Record &record);
    void verifyThing(const std::string &where, FactNumber number, const domain::Record &record);

    File &m_file;
    Findings &m_findings;
    KnownSymbols m_symbols;
};

} // namespace store
