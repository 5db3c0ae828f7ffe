// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "workbench/inscope.h"

namespace workbench {

/// The board of an instant, and whose deals of it are meant.
struct ScopedBoard {
    const engine::Board &board;
    const InScope &inScope;
};

/// Compares the day's list `today`, of `focus` in this order, with that of `then`: marks what is new in it, and counts.
void compareToday(const engine::Focus &focus, const ScopedBoard &now, const ScopedBoard &then, Today &today);

} // namespace workbench
