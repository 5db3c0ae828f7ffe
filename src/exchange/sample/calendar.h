// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/sample/random.h"

#include "support/civil.h"

namespace exchange::sample {

// When people in China work: five days a week but for the long holidays, mornings and afternoons, on Shanghai time (UTC+8
// without summer time since 1992, which is all that a sample needs).

[[nodiscard]] support::Date dayOf(support::Instant instant);
[[nodiscard]] int minuteOf(support::Instant instant);
[[nodiscard]] support::Instant at(support::Date day, std::int64_t minute, std::int64_t second = 0);

/// Neither weekend, nor the weeks of Spring Festival and National Day, nor New Year or the first days of May.
[[nodiscard]] bool isWorkday(support::Date day);
/// `day` or the first workday after it.
[[nodiscard]] support::Date workdayFrom(support::Date day);
/// The workday that comes `count` workdays after `day`.
[[nodiscard]] support::Date addWorkdays(support::Date day, std::int64_t count);
[[nodiscard]] bool nearQuarterEnd(support::Date day);

/// A moment in office hours of `day`: 9 to 12 and 13:30 to 18.
[[nodiscard]] support::Instant officeTime(Random &random, support::Date day);
/// The first moment in office hours at least `pause` after `from`, a little later at random; after pauses of half a day or more,
/// any office hour of the day, and for days off the workday before them or one of the next three.
[[nodiscard]] support::Instant officeTimeAfter(Random &random, support::Instant from, support::Duration pause);

} // namespace exchange::sample
