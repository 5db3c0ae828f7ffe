// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "history/history.h"

namespace history {

/// Whether a fact of the subject at `slot` begins or ceases to count after `from` and up to `to`.
[[nodiscard]] bool isDue(const Block &block, std::size_t slot, support::Instant from, support::Instant to);

/// When a fact of the subject at `slot` begins or ceases to count after `from` and up to `to`, ascending, each instant once.
[[nodiscard]] std::vector<support::Instant> turns(const Block &block, std::size_t slot, support::Instant from,
                                                  support::Instant to);

/// The same for the subject at `index`.
template <class I>
[[nodiscard]] std::vector<support::Instant> turns(const Shelf<I> &shelf, I index, support::Instant from, support::Instant to)
{
    return turns(shelf.block(index), index.value % Block::slots, from, to);
}

/// The places, in order, of those about whom a fact begins or ceases to count after `from` and up to `to`.
template <class I>
[[nodiscard]] std::vector<std::uint32_t> due(const Shelf<I> &shelf, support::Instant from, support::Instant to)
{
    std::vector<std::uint32_t> places;
    for (std::uint32_t first = 0; first < shelf.size(); first += Block::slots) {
        const Block &block = shelf.block(I{first});
        const std::size_t count = block.latest() <= from ? 0 : std::min<std::size_t>(Block::slots, shelf.size() - first);
        for (std::size_t slot = 0; slot < count; ++slot) {
            if (isDue(block, slot, from, to))
                places.push_back(first + static_cast<std::uint32_t>(slot));
        }
    }
    return places;
}

} // namespace history
