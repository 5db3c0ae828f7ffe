// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace ui {

/// Rows of a list: the first, and one past the last.
using Range = std::pair<std::size_t, std::size_t>;

/// The ranges of 0…`size` in which `holds`.
template <class Predicate>
[[nodiscard]] std::vector<Range> ranges(std::size_t size, Predicate holds)
{
    std::vector<Range> found;
    for (std::size_t i = 0; i < size; ++i) {
        if (!holds(i))
            continue;
        if (!found.empty() && found.back().second == i)
            ++found.back().second;
        else
            found.emplace_back(i, i + 1);
    }
    return found;
}

} // namespace ui
