// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/record.h"
#include "domain/symbols.h"

#include <array>
#include <optional>
#include <string_view>

namespace store {

/// The id of a thing, with what it is. Activities are too many to be symbols: theirs is the kind None.
struct Reference {
    domain::SymbolKind kind = domain::SymbolKind::None;
    std::string_view id;
};

/// The things that a fact names beside the one it describes.
class References {
public:
    void add(Reference reference) { m_items.at(m_size++) = reference; }
    [[nodiscard]] const Reference *begin() const { return m_items.data(); }
    [[nodiscard]] const Reference *end() const { return m_items.data() + m_size; }

private:
    std::array<Reference, 8> m_items; // a deal names five, nothing names more
    std::size_t m_size = 0;
};

/// What `fact` refers to; names that a playbook gives (stages, roles, rules) are not things. Views into `fact`.
[[nodiscard]] References references(const domain::Fact &fact);

/// The thing that `fact` describes, where that is one with a symbol.
[[nodiscard]] std::optional<Reference> described(const domain::Fact &fact);

/// What people call the thing that `fact` describes, for lists and search; none for things without a name of their own.
[[nodiscard]] std::optional<std::string_view> knownAs(const domain::Fact &fact);

/// The interchange format's word for a kind of thing.
[[nodiscard]] std::string_view thingWord(domain::SymbolKind kind);

/// The index in domain::Fact of the type that `word` names in the interchange format.
[[nodiscard]] std::optional<std::size_t> typeIndex(std::string_view word);

} // namespace store
