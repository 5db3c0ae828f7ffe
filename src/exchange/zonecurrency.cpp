// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/zonecurrency.h"

#include <unicode/timezone.h>
#include <unicode/ucurr.h>

#include <algorithm>
#include <array>
#include <string>

namespace exchange {

namespace {

/// Two letters, or 001 for a zone of no country; empty for one that ICU does not know.
std::string countryOf(const support::TimeZone &zone)
{
    UErrorCode status = U_ZERO_ERROR;
    std::array<char, 8> region{};
    icu::TimeZone::getRegion(icu::UnicodeString::fromUTF8(zone.name()), region.data(), region.size(), status);
    return U_FAILURE(status) ? std::string() : std::string(region.data());
}

} // namespace

std::optional<support::Currency> currencyOf(const support::TimeZone &zone)
{
    UErrorCode status = U_ZERO_ERROR;
    std::array<char16_t, 4> code{};
    const std::string locale = "und_" + countryOf(zone);
    const int32_t length = ucurr_forLocale(locale.c_str(), code.data(), code.size(), &status);
    if (U_FAILURE(status) || length != 3)
        return std::nullopt;
    std::string letters;
    std::ranges::transform(code.begin(), code.begin() + length, std::back_inserter(letters),
                           [](char16_t letter) { return static_cast<char>(letter); });
    const auto currency = support::Currency::parse(letters);
    return currency ? std::optional(*currency) : std::nullopt;
}

DateOrder usualOrderOf(const support::TimeZone &zone)
{
    return countryOf(zone) == "US" ? DateOrder::MonthFirst : DateOrder::DayFirst;
}

} // namespace exchange
