// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/zonecurrency.h"

#include <gtest/gtest.h>

#include <unicode/ucurr.h>
#include <unicode/uenum.h>

namespace exchange {

namespace {

std::string currencyIn(std::string_view zone)
{
    const auto currency = currencyOf(support::TimeZone::named(zone).value());
    return currency ? currency->text() : "none";
}

} // namespace

TEST(ZoneCurrency, IsThatOfTheCountryThatTheZoneLiesIn)
{
    EXPECT_EQ(currencyIn("America/New_York"), "USD");
    EXPECT_EQ(currencyIn("Asia/Shanghai"), "CNY");
    EXPECT_EQ(currencyIn("Asia/Tokyo"), "JPY");
    EXPECT_EQ(currencyIn("Europe/Berlin"), "EUR");
    EXPECT_EQ(currencyIn("Europe/Zurich"), "CHF");
    EXPECT_EQ(currencyIn("America/Sao_Paulo"), "BRL");
}

TEST(ZoneCurrency, OfEveryZoneIsOneThatAFactMayBear)
{
    UErrorCode status = U_ZERO_ERROR;
    UEnumeration *codes = ucurr_openISOCurrencies(UCURR_COMMON | UCURR_NON_DEPRECATED, &status);
    int32_t count = 0;
    for (const char *code = uenum_next(codes, nullptr, &status); code != nullptr; code = uenum_next(codes, nullptr, &status)) {
        EXPECT_TRUE(support::Currency::parse(code)) << code;
        ++count;
    }
    uenum_close(codes);
    EXPECT_TRUE(U_SUCCESS(status));
    EXPECT_GT(count, 140);
}

TEST(ZoneCurrency, IsThereForNoZoneOfNoCountry)
{
    EXPECT_EQ(currencyIn("UTC"), "none");
    EXPECT_EQ(currencyIn("Etc/GMT+5"), "none");
}

TEST(ZoneCurrency, InTheUnitedStatesTheMonthComesFirst)
{
    for (const char *zone : {"America/New_York", "America/Los_Angeles", "Pacific/Honolulu", "US/Eastern"})
        EXPECT_EQ(usualOrderOf(support::TimeZone::named(zone).value()), DateOrder::MonthFirst) << zone;
    for (const char *zone : {"Asia/Shanghai", "Europe/London", "America/Toronto", "America/Sao_Paulo", "UTC"})
        EXPECT_EQ(usualOrderOf(support::TimeZone::named(zone).value()), DateOrder::DayFirst) << zone;
}

} // namespace exchange
