// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/record.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace workbench {

// What a fact is called outside of the file that it lies in, wherever and in whatever order it was imported.

/// The id of a thing. Of every other fact `event:` and 16 hexadecimal digits: the hash of what makes it the same fact when it is
/// seen again (domain::identityBytes).
[[nodiscard]] std::string recordId(const domain::Record &record);

/// The hashes of the identities that may be called `id`; of an event's the one that it names.
[[nodiscard]] std::vector<std::int64_t> identitiesOf(std::string_view id);

} // namespace workbench
