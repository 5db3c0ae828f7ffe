// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/datecell.h"
#include "support/civil.h"
#include "support/money.h"

#include <optional>

namespace exchange {

/// The currency of the country that `zone` lies in, by ICU's tables; nothing for a zone of no country, as UTC.
[[nodiscard]] std::optional<support::Currency> currencyOf(const support::TimeZone &zone);

/// The order in which people there write a date of three numbers, where nothing else shows it: the month first in the United
/// States.
[[nodiscard]] DateOrder usualOrderOf(const support::TimeZone &zone);

} // namespace exchange
