// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "support/civil.h"

namespace support {

/// The zone of this machine: that of the environment (TZ), else that of its settings; UTC where neither names one that the
/// zone database knows.
[[nodiscard]] TimeZone systemZone();

} // namespace support
