// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "workbench/spelling.h"

#include "domain/symbols.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace workbench {

/// The names of things of one kind, to be searched in any place of a name, by the letters and not their case or width, and
/// Chinese ones by how they are spelled as well (spelling.h).
class NameList {
public:
    NameList() = default;
    /// One name, which may be empty, for each key; keys may be left out altogether.
    NameList(std::vector<domain::SymbolKey> keys, std::vector<std::string> names);

    [[nodiscard]] const std::vector<domain::SymbolKey> &keys() const { return m_keys; }
    [[nodiscard]] const std::vector<std::string> &names() const { return m_names; }

    /// The places of at most `limit` names that hold `text`, which is folded, and after those of the ones that it spells; both
    /// times those that begin with it come first.
    [[nodiscard]] std::vector<std::size_t> find(std::string_view text, std::size_t limit) const;

private:
    /// Where `text` is in the folded names, from `from` on.
    [[nodiscard]] std::size_t next(std::string_view text, std::size_t from) const;
    [[nodiscard]] std::size_t placeAt(std::size_t position) const;
    void findSpelled(std::string_view spelling, std::size_t limit, std::vector<std::size_t> &places) const;
    [[nodiscard]] std::span<const Sound> soundsAt(std::size_t place) const;

    std::vector<domain::SymbolKey> m_keys;
    std::vector<std::string> m_names;
    std::string m_folded;                   ///< all names, each after a line end: they are searched in one go
    std::vector<std::size_t> m_starts;      ///< where each begins
    std::vector<Sound> m_sounds;            ///< of all names that have any that are not plain letters
    std::vector<std::size_t> m_soundStarts; ///< where those of each begin, and where the last end
};

/// The names that people search among; made when somebody first searches, and again after a name has changed.
struct Directory {
    std::uint64_t naming = 0; ///< Snapshot::naming
    NameList deals;
    NameList customers;
};

} // namespace workbench
