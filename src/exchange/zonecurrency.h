// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "support/civil.h"
#include "support/money.h"

#include <optional>

namespace exchange {

/// The currency of the country that `zone` lies in, by ICU's tables; nothing for a zone of no country, as UTC.
[[nodiscard]] std::optional<support::Currency> currencyOf(const support::TimeZone &zone);

} // namespace exchange
