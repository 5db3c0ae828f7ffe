// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "domain/symbols.h"

namespace domain {

namespace {

std::string keyText(SymbolKind kind, std::string_view text)
{
    std::string key(1, static_cast<char>(kind));
    key += text;
    return key;
}

} // namespace

SymbolKey Symbols::intern(SymbolKind kind, std::string_view text)
{
    const auto [entry, added] = m_keys.try_emplace(keyText(kind, text), static_cast<SymbolKey>(m_texts.size() + 1));
    if (added)
        m_texts.emplace_back(text);
    return entry->second;
}

SymbolKey Symbols::find(SymbolKind kind, std::string_view text) const
{
    const auto entry = m_keys.find(keyText(kind, text));
    return entry == m_keys.end() ? 0 : entry->second;
}

} // namespace domain
