// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "store/symboltable.h"

#include <fmt/format.h>

#include <functional>
#include <limits>

namespace store {

using domain::SymbolKey;
using domain::SymbolKind;
using support::ErrorCode;
using support::failure;
using support::Result;

namespace {

constexpr std::size_t firstEntries = 1U << 10U;
constexpr std::size_t mostEntries = 1U << 20U; // some 60 MB while a million deals are imported

std::size_t place(SymbolKind kind, std::string_view text)
{
    return std::hash<std::string_view>{}(text) + static_cast<std::size_t>(kind);
}

} // namespace

SymbolTable::Entry &SymbolTable::slot(SymbolKind kind, std::string_view text) const
{
    if (m_entries.empty())
        m_entries.resize(firstEntries);
    return m_entries[place(kind, text) & (m_entries.size() - 1)];
}

void SymbolTable::grow() const
{
    std::vector<Entry> old(m_entries.size() * 4);
    old.swap(m_entries);
    m_used = 0;
    for (Entry &entry : old) {
        if (entry.key == 0)
            continue;
        slot(entry.kind, entry.text) = std::move(entry);
        ++m_used;
    }
}

SymbolKey SymbolTable::remember(SymbolKind kind, std::string_view text, SymbolKey key) const
{
    if (m_used > m_entries.size() / 2 && m_entries.size() < mostEntries)
        grow();
    Entry &entry = slot(kind, text);
    if (entry.key == 0)
        ++m_used;
    entry.text = text;
    entry.key = key;
    entry.kind = kind;
    return key;
}

SymbolKey SymbolTable::intern(SymbolKind kind, std::string_view text)
{
    const Entry &entry = slot(kind, text);
    if (entry.key != 0 && entry.kind == kind && entry.text == text)
        return entry.key;
    Result<SymbolKey> key = read(kind, text);
    if (key && *key == 0)
        key = write(kind, text);
    return key ? remember(kind, text, *key) : keep(std::move(key));
}

SymbolKey SymbolTable::find(SymbolKind kind, std::string_view text) const
{
    const Entry &entry = slot(kind, text);
    if (entry.key != 0 && entry.kind == kind && entry.text == text)
        return entry.key;
    Result<SymbolKey> key = read(kind, text);
    return key && *key != 0 ? remember(kind, text, *key) : keep(std::move(key));
}

Result<SymbolKey> SymbolTable::read(SymbolKind kind, std::string_view text) const
{
    return m_connection.integer("SELECT key FROM symbol WHERE text = ?1 AND kind = ?2", text, static_cast<int>(kind))
        .map([](std::optional<std::int64_t> key) { return static_cast<SymbolKey>(key.value_or(0)); });
}

Result<SymbolKey> SymbolTable::write(SymbolKind kind, std::string_view text)
{
    if (m_last == 0) {
        const auto last = m_connection.integer("SELECT max(key) FROM symbol");
        if (!last)
            return tl::unexpected(last.error());
        m_last = static_cast<SymbolKey>(last->value_or(0));
    }
    if (m_last == std::numeric_limits<SymbolKey>::max())
        return failure(ErrorCode::TooLarge, "symbol", "a workspace names at most 4,294,967,295 things");
    const SymbolKey key = m_last + 1;
    const auto written =
        m_connection.run("INSERT INTO symbol (key, kind, text) VALUES (?1, ?2, ?3)", key, static_cast<int>(kind), text);
    if (!written)
        return tl::unexpected(written.error());
    m_last = key;
    return key;
}

SymbolKey SymbolTable::keep(Result<SymbolKey> key) const
{
    if (key)
        return *key;
    if (!m_failure)
        m_failure = std::move(key.error());
    return 0;
}

Result<Symbol> SymbolTable::describe(SymbolKey key) const
{
    auto query = m_connection.lease("SELECT kind, text FROM symbol WHERE key = ?1");
    if (!query)
        return tl::unexpected(std::move(query.error()));
    const auto row = (*query)->bind(key).step();
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return failure(ErrorCode::OutOfRange, fmt::to_string(key), "no symbol has this key");
    return Symbol{static_cast<SymbolKind>((*query)->as<std::uint8_t>(0)), std::string((*query)->text(1))};
}

Result<void> SymbolTable::takeFailure()
{
    if (!m_failure)
        return {};
    support::Error error = *std::move(m_failure);
    m_failure.reset();
    return tl::unexpected(std::move(error));
}

void SymbolTable::forget()
{
    m_last = 0;
    m_used = 0;
    m_entries = {};
    m_failure.reset();
}

} // namespace store
