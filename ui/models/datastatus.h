// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "workbench/views.h"

#include "support/instant.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace ui {

/// What the status line says of the workspace, as of the last change.
struct DataStatus {
    std::uint64_t facts = 0;
    std::size_t changes = 0;   ///< decisions made here, and those taken back
    support::Instant dataTime; ///< when something last came in
    support::Instant oldest;
    std::optional<support::Instant> lastEvent;     ///< when something last happened to a deal
    std::optional<support::Instant> lastImport;    ///< when the last import was made that was not taken back
    std::optional<support::Instant> sampleClock;   ///< of a sample, where its time stands still
    std::vector<workbench::UnreadPlaybook> unread; ///< published playbooks that are not in force, since they cannot be read
};

} // namespace ui
