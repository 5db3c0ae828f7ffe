// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "history/history.h"

namespace history {

static_assert(sizeof(Stamp) == 16 && sizeof(Act) == 20 && sizeof(Event) == 40 && sizeof(File) == 32,
              "the columns are read a billion times a day: keep them narrow");

} // namespace history
