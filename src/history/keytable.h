// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/symbols.h"

#include <array>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace history {

/// From symbols to places, looked up by two reads: symbols are handed out one after the other, so that pages of neighbours are
/// nearly full or not there at all. Copies share their pages, and a copy that is added to has its own of those it changed.
class KeyTable {
public:
    [[nodiscard]] std::optional<std::uint32_t> find(domain::SymbolKey key) const
    {
        const std::size_t page = key / pageSize;
        if (page >= m_pages.size() || !m_pages[page])
            return std::nullopt;
        const std::uint32_t place = (*m_pages[page])[key % pageSize];
        return place == none ? std::nullopt : std::optional(place);
    }

    /// Gives `key` a place, which it must not have yet.
    void add(domain::SymbolKey key, std::uint32_t place);

    [[nodiscard]] std::size_t bytes() const;

private:
    static constexpr std::size_t pageSize = 1024;
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
    using Page = std::array<std::uint32_t, pageSize>;

    std::vector<std::shared_ptr<Page>> m_pages;
};

} // namespace history
