// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/zonecurrency.h"

#include <unicode/timezone.h>
#include <unicode/ucurr.h>

#include <algorithm>
#include <array>
#include <string>

namespace exchange {

std::optional<support::Currency> currencyOf(const support::TimeZone &zone)
{
    UErrorCode status = U_ZERO_ERROR;
    std::array<char, 8> region{};
    icu::TimeZone::getRegion(icu::UnicodeString::fromUTF8(zone.name()), region.data(), region.size(), status);
    std::array<char16_t, 4> code{};
    const std::string locale = std::string("und_") + region.data();
    const int32_t length = ucurr_forLocale(locale.c_str(), code.data(), code.size(), &status);
    if (U_FAILURE(status) || length != 3)
        return std::nullopt;
    std::string letters;
    std::ranges::transform(code.begin(), code.begin() + length, std::back_inserter(letters),
                           [](char16_t letter) { return static_cast<char>(letter); });
    const auto currency = support::Currency::parse(letters);
    return currency ? std::optional(*currency) : std::nullopt;
}

} // namespace exchange
