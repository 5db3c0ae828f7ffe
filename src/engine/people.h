// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "engine/board.h"

#include <optional>
#include <span>

namespace engine {

/// The people with a deal on `board`, by key.
[[nodiscard]] std::vector<PersonRow> countPeople(const Board &board, const domain::WindowSettings &windows);

/// The people with a deal on `deals`, which is of the same instant as `before` and differs from its deals in those whose index
/// is among `touched`, each of them once.
[[nodiscard]] std::vector<PersonRow> recountPeople(const Board &before, const Sheet<DealRow> &deals,
                                                   const domain::WindowSettings &windows, std::span<const std::uint32_t> touched);

/// A board of the same instant, from which another differs in deals whose index is among `touched`, and in no decision about a
/// person.
struct PeopleBefore {
    const Board &board;
    std::span<const std::uint32_t> touched;
};

/// The flags on the people of `board`; what was put aside is not looked into again where `before` tells.
[[nodiscard]] std::vector<FlagRow> flagPeople(const Board &board, const Source &source,
                                              const std::optional<PeopleBefore> &before = std::nullopt);

} // namespace engine
