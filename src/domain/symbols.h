// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace domain {

/// What a symbol names. The values are stored in workspace files: new kinds go at the end.
enum class SymbolKind : std::uint8_t {
    None,
    Team,
    Person,
    Customer,
    Contact,
    Product,
    Lead,
    Deal,
    Evidence,
    Task, // things
    Pipeline,
    Stage,
    Role,
    FieldName,
    Item,
    EvidenceKind,
    Rule,
    Word, // names a playbook gives, and words
};

/// A symbol as a number: dense from 1 in order of first use; 0 is no symbol.
using SymbolKey = std::uint32_t;

/// Gives every id and name its number. Two implementations: in memory, and in a workspace file.
class Interner {
public:
    Interner() = default;
    Interner(const Interner &) = delete;
    Interner &operator=(const Interner &) = delete;
    virtual ~Interner() = default;

    /// The number of `text`, new if it was never seen under `kind`.
    [[nodiscard]] virtual SymbolKey intern(SymbolKind kind, std::string_view text) = 0;
    /// The number of `text`, or 0.
    [[nodiscard]] virtual SymbolKey find(SymbolKind kind, std::string_view text) const = 0;
};

/// Symbols in memory: for tests, and for facts that are not in a file.
class Symbols final : public Interner {
public:
    [[nodiscard]] SymbolKey intern(SymbolKind kind, std::string_view text) override;
    [[nodiscard]] SymbolKey find(SymbolKind kind, std::string_view text) const override;
    /// The text of a key that this table gave out.
    [[nodiscard]] const std::string &text(SymbolKey key) const { return m_texts.at(key - 1); }
    [[nodiscard]] std::size_t size() const { return m_texts.size(); }

private:
    std::unordered_map<std::string, SymbolKey> m_keys; // kind byte, then the text
    std::vector<std::string> m_texts;
};

} // namespace domain
