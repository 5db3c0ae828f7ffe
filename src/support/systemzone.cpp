// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "support/systemzone.h"

#include <date/tz.h>

#include <cstdlib>
#include <stdexcept>

namespace support {

TimeZone systemZone()
{
    const char *variable = std::getenv("TZ");
    std::string_view name = variable == nullptr ? "" : variable;
    if (name.starts_with(':')) // as POSIX lets the name of a file begin
        name.remove_prefix(1);
    if (const auto zone = TimeZone::named(name); zone && !name.empty())
        return *zone;
    try {
        return TimeZone::named(date::current_zone()->name()).value_or(TimeZone::utc());
    } catch (const std::runtime_error &) { // the machine's settings name none
        return TimeZone::utc();
    }
}

} // namespace support
