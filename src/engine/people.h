// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "engine/board.h"

#include <span>

namespace engine {

/// The people with a deal on `board`, by key.
[[nodiscard]] std::vector<PersonRow> countPeople(const Board &board, const domain::WindowSettings &windows);

/// `known`, by key, with the people in `touched` counted anew on `board`.
[[nodiscard]] std::vector<PersonRow> recountPeople(const Board &board, const domain::WindowSettings &windows,
                                                   const std::vector<PersonRow> &known,
                                                   std::span<const domain::SymbolKey> touched);

/// The flags on the people of `board`.
[[nodiscard]] std::vector<FlagRow> flagPeople(const Board &board, const Source &source);

} // namespace engine
