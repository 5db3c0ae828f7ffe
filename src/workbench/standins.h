// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/standins.h"

namespace workbench {

/// Among the people of a workspace, who has what belongs to nobody since an import found no name.
using exchange::nobodyId;
/// Among its teams, that of people whose team no import was told.
using exchange::importedTeam;

} // namespace workbench
