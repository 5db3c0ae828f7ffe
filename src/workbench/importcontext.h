// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/recognition.h"

namespace workbench {

class Core;

/// What an import may know of the workspace: who and what is there already, by name.
[[nodiscard]] exchange::ImportContext importContext(const Core &core);

} // namespace workbench
