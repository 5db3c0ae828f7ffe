// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "store/workspace.h"

#include <cstdint>
#include <vector>

namespace store {

/// The living facts whose identity (domain::identityBytes) has this domain::valueHash, in order of arrival: one, or the versions
/// of a thing.
[[nodiscard]] support::Result<std::vector<StoredRecord>> recordsOf(const Workspace &file, std::int64_t identity);

} // namespace store
