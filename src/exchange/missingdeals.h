// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/importstate.h"

namespace exchange {

/// Notes the deals that are open in the workspace and of which the rows of this import say nothing, each by all their names:
/// whoever brings a system's whole list again learns what was deleted, merged or renamed there. A list that names fewer of the
/// open deals than it leaves out is a part of something, and misses nothing.
void noteMissingDeals(const ImportState &state, Notes &notes);

} // namespace exchange
