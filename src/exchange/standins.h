// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <string>

namespace exchange {

// Whom and what an import makes where its files name nobody, for a deal has an owner and a person a team. They are called by
// their ids until a fact names them otherwise; programs have words of their own for them, and ask nobody of them for anything.

inline const std::string nobodyId = "unassigned";   ///< the person who has what belongs to nobody
inline const std::string importedTeam = "imported"; ///< of people whose team is not told

} // namespace exchange
