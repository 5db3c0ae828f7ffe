// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "workbench/importing.h"

#include <string>

namespace plumb {

// What an import refused and assumed, in English sentences; the codes beside them are for programs.

/// Why a line or a value was refused and what would mend it.
[[nodiscard]] exchange::RefusalWords refusalWords(const workbench::RefusedLine &line);

/// Which file or sheet cannot be read, why, and what would mend it.
[[nodiscard]] std::string unreadText(const exchange::UnusedTable &table);

/// Why two customers may be one.
[[nodiscard]] std::string_view reasonText(exchange::DuplicateReason reason);

/// What was assumed, replaced or passed over.
[[nodiscard]] std::string noteText(const exchange::Note &note);

} // namespace plumb
