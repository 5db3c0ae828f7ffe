// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "support/money.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstdint>
#include <limits>
#include <string>

using support::Currency;
using support::ErrorCode;
using support::Money;

namespace {

constexpr std::int64_t smallest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();

Currency currency(const char *code)
{
    return Currency::parse(code).value();
}

support::Result<std::int64_t> minorUnits(const char *decimal, const char *code)
{
    return Money::parse(decimal, currency(code)).map([](const Money &money) { return money.minor; });
}

ErrorCode refusal(const char *decimal, const char *code = "CNY")
{
    const auto money = Money::parse(decimal, currency(code));
    EXPECT_FALSE(money) << decimal << " was read as " << support::decimal(*money);
    return money ? ErrorCode::Cancelled : money.error().code;
}

} // namespace

TEST(Currency, IsThreeLettersInEitherCase)
{
    EXPECT_EQ(currency("CNY").text(), "CNY");
    EXPECT_EQ(currency("cny"), currency("CNY"));
    EXPECT_EQ(currency("uSd").text(), "USD");
}

TEST(Currency, RefusesWhatIsNotThreeLetters)
{
    for (const char *code : {"", "CN", "CNYX", "C1Y", "C Y", "¥", "人"}) {
        const auto parsed = Currency::parse(code);
        ASSERT_FALSE(parsed) << code;
        EXPECT_EQ(parsed.error().code, ErrorCode::BadCurrency);
        EXPECT_EQ(parsed.error().subject, code);
    }
}

TEST(Currency, RefusesLettersThatAreNoCurrency)
{
    for (const char *code : {"ABC", "XXX", "XTS", "XAU", "ZZZ", "AAA", "DEM"}) {
        const auto parsed = Currency::parse(code);
        ASSERT_FALSE(parsed) << code;
        EXPECT_EQ(parsed.error(),
                  (support::Error{ErrorCode::BadCurrency, code, "ISO 4217 has no such code of a currency in use"}));
    }
}

TEST(Currency, SaysHowItIsWrittenToWhoWritesItAsPeopleSayIt)
{
    EXPECT_EQ(Currency::parse("RMB").error().detail, "RMB is written CNY");
    EXPECT_EQ(Currency::parse("rmb").error().detail, "RMB is written CNY");
    EXPECT_EQ(Currency::parse("NTD").error().detail, "NTD is written TWD");
}

TEST(Currency, OfAnOldFactIsAnyThreeLetters)
{
    EXPECT_EQ(Currency::fromLetters("RMB")->text(), "RMB");
    EXPECT_EQ(Currency::fromLetters("RMB")->exponent(), 2);
    EXPECT_EQ(Currency::fromLetters("RM").error().code, ErrorCode::BadCurrency);
}

TEST(Currency, KnowsHowManyDigitsItsMinorUnitHas)
{
    EXPECT_EQ(currency("CNY").exponent(), 2);
    EXPECT_EQ(currency("JPY").exponent(), 0);
    EXPECT_EQ(currency("KRW").exponent(), 0);
    EXPECT_EQ(currency("KWD").exponent(), 3);
    EXPECT_EQ(currency("CLF").exponent(), 4);
    EXPECT_EQ(currency("UYW").exponent(), 4);
}

RC_GTEST_PROP(Currency, IsUnpackedToWhatWasPacked, ())
{
    const auto letter = rc::gen::inRange('A', static_cast<char>('Z' + 1));
    const auto code = *rc::gen::container<std::string>(3, letter);
    const Currency original = Currency::fromLetters(code).value();
    RC_ASSERT(Currency::unpack(original.packed()) == original);
    RC_ASSERT(original.text() == code);
}

TEST(Money, ReadsMajorUnitsIntoMinorOnes)
{
    EXPECT_EQ(minorUnits("128000.50", "CNY"), 12'800'050);
    EXPECT_EQ(minorUnits("128000.5", "CNY"), 12'800'050);
    EXPECT_EQ(minorUnits("128000", "CNY"), 12'800'000);
    EXPECT_EQ(minorUnits("0", "CNY"), 0);
    EXPECT_EQ(minorUnits("0.01", "CNY"), 1);
    EXPECT_EQ(minorUnits("-3", "CNY"), -300);
    EXPECT_EQ(minorUnits("-0.07", "CNY"), -7);
    EXPECT_EQ(minorUnits("5000", "JPY"), 5000);
    EXPECT_EQ(minorUnits("1.234", "KWD"), 1234);
    EXPECT_EQ(minorUnits("38906.1234", "CLF"), 389'061'234);
}

TEST(Money, TakesZerosPastTheLastDigitOfTheCurrency)
{
    EXPECT_EQ(minorUnits("128000.500", "CNY"), 12'800'050);
    EXPECT_EQ(minorUnits("5000.00", "JPY"), 5000);
}

TEST(Money, RefusesMoreDigitsThanTheCurrencyHas)
{
    EXPECT_EQ(refusal("0.005"), ErrorCode::BadMoney);
    EXPECT_EQ(refusal("5000.5", "JPY"), ErrorCode::BadMoney);
    EXPECT_EQ(refusal("1.2345", "KWD"), ErrorCode::BadMoney);
}

TEST(Money, RefusesWhatIsNoPlainDecimal)
{
    for (const char *decimal : {"",     "-",   ".",     ".5",   "5.",  "+3", "1,000", "1 000", " 1",     "1 ", "1e3",
                                "0x10", "--1", "1.2.3", "1.-2", "-.5", "¥1", "１２",  "12.x0", "12.00x", "nan"})
        EXPECT_EQ(refusal(decimal), ErrorCode::BadMoney) << decimal;
}

TEST(Money, ReachesBothEndsOf64BitsAndNotFurther)
{
    EXPECT_EQ(minorUnits("92233720368547758.07", "CNY"), largest);
    EXPECT_EQ(minorUnits("-92233720368547758.08", "CNY"), smallest);
    EXPECT_EQ(refusal("92233720368547758.08"), ErrorCode::BadMoney);
    EXPECT_EQ(refusal("-92233720368547758.09"), ErrorCode::BadMoney);
    EXPECT_EQ(refusal("999999999999999999999999999999"), ErrorCode::BadMoney);
}

TEST(Money, IsWrittenWithAllDigitsOfItsCurrency)
{
    EXPECT_EQ(decimal(Money{5, currency("CNY")}), "0.05");
    EXPECT_EQ(decimal(Money{-5, currency("CNY")}), "-0.05");
    EXPECT_EQ(decimal(Money{12'800'050, currency("CNY")}), "128000.50");
    EXPECT_EQ(decimal(Money{-12, currency("JPY")}), "-12");
    EXPECT_EQ(decimal(Money{1, currency("KWD")}), "0.001");
    EXPECT_EQ(decimal(Money{smallest, currency("CNY")}), "-92233720368547758.08");
}

RC_GTEST_PROP(Money, IsReadBackToTheSameValue, (std::int64_t minor))
{
    const Money money{minor, currency(*rc::gen::element("CNY", "JPY", "KWD"))};
    RC_ASSERT(Money::parse(decimal(money), money.currency).value() == money);
}

RC_GTEST_PROP(Money, IsRefusedOrReadWholeFromAnyText, (const std::string &text))
{
    const auto money = Money::parse(text, currency("CNY"));
    RC_ASSERT(
        (money ? Money::parse(decimal(*money), money->currency).value() == *money : money.error().code == ErrorCode::BadMoney));
}

TEST(Money, IsAddedWithinOneCurrency)
{
    EXPECT_EQ(add(Money{150, currency("CNY")}, Money{-50, currency("CNY")}), (Money{100, currency("CNY")}));
}

TEST(Money, IsNotAddedAcrossCurrencies)
{
    const auto sum = add(Money{1, currency("CNY")}, Money{1, currency("USD")});
    ASSERT_FALSE(sum);
    EXPECT_EQ(sum.error().code, ErrorCode::CurrencyMismatch);
    EXPECT_EQ(sum.error().subject, "USD");
}

TEST(Money, SaysThatASumDoesNotFit)
{
    const Currency cny = currency("CNY");
    EXPECT_EQ(add(Money{largest, cny}, Money{1, cny}).error().code, ErrorCode::OutOfRange);
    EXPECT_EQ(add(Money{smallest, cny}, Money{-1, cny}).error().code, ErrorCode::OutOfRange);
    EXPECT_EQ(add(Money{largest, cny}, Money{smallest, cny})->minor, -1);
}
