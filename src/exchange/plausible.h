// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/record.h"

namespace exchange {

/// What a fact may say and cannot be so, refused as it is of tables. Fails with OutOfRange (the subject is "key=value") for
/// what happened or was recorded more than a day after `now`, and for an amount below zero. What a fact says of days to come,
/// as an expected close or when a task is due, is no time of its own and may lie ahead.
[[nodiscard]] support::Result<void> plausible(const domain::Record &record, support::Instant now);

} // namespace exchange
