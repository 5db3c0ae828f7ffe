// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/playbook.h"
#include "exchange/profile.h"
#include "store/workspace.h"
#include "workbench/listviews.h"

#include <vector>

namespace workbench {

struct PublishedPlaybook {
    support::Instant from;
    domain::Playbook playbook;
};

/// The playbook that comes with the program under `name`: `default`, `hospital`, … Fails with BadPlaybook for another name.
[[nodiscard]] support::Result<domain::Playbook> standardPlaybook(std::string_view name);

/// The profiles of tables that come with the program; one that cannot be read is left out.
[[nodiscard]] exchange::Profiles standardProfiles();

struct PublishedPlaybooks {
    std::vector<PublishedPlaybook> versions; ///< by the time they were recorded; without any, the standard one alone
    std::vector<UnreadPlaybook> unread;
};

/// The versions that were published in a workspace.
[[nodiscard]] support::Result<PublishedPlaybooks> publishedPlaybooks(const std::vector<store::StoredRecord> &records);

} // namespace workbench
