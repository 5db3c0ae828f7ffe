// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "history/history.h"

namespace history {

/// The places, in order, whose facts differ between a shelf and its successor, which still shares what did not change.
template <class I>
[[nodiscard]] std::vector<std::uint32_t> difference(const Shelf<I> &before, const Shelf<I> &after)
{
    std::vector<std::uint32_t> places;
    for (std::size_t block = 0; block < after.blocks(); ++block) {
        const I first{static_cast<std::uint32_t>(block * Block::slots)};
        const Block *old = block < before.blocks() ? &before.block(first) : nullptr;
        const Block &now = after.block(first);
        for (std::size_t slot = 0; old != &now && slot < Block::slots && first.value + slot < after.size(); ++slot) {
            if (!old || !now.sameFacts(*old, slot))
                places.push_back(first.value + static_cast<std::uint32_t>(slot));
        }
    }
    return places;
}

} // namespace history
