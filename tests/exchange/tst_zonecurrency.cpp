// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/zonecurrency.h"

#include <gtest/gtest.h>

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

TEST(ZoneCurrency, IsThereForNoZoneOfNoCountry)
{
    EXPECT_EQ(currencyIn("UTC"), "none");
    EXPECT_EQ(currencyIn("Etc/GMT+5"), "none");
}

} // namespace exchange
