// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "app/plumb/json.h"
#include "workbench/importing.h"

namespace plumb {

/// What an import did, with what its columns were taken for, what was asked, and what was answered or assumed.
[[nodiscard]] Json toJson(const workbench::ImportReport &report, const workbench::ImportJob &job);

} // namespace plumb
