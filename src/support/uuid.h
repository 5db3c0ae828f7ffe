// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "support/instant.h"

#include <string>

namespace support {

/// A new UUID of version 7 (RFC 9562): the milliseconds of `now`, then 74 random bits. Ids made later sort later.
[[nodiscard]] std::string newUuid(Instant now);

} // namespace support
