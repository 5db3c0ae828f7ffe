// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "domain/values.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace domain {

using support::ErrorCode;

namespace {

template <class T>
void expectRefused(const support::Result<T> &result, ErrorCode code)
{
    ASSERT_FALSE(result);
    EXPECT_EQ(support::name(result.error().code), support::name(code));
    EXPECT_NE(result.error().detail, "");
}

} // namespace

TEST(Name, IsOneTrimmedLineOfAtMostFiveHundredBytes)
{
    EXPECT_EQ(Name::parse("  晨光医院 \n")->text(), "晨光医院");
    EXPECT_EQ(Name::parse(std::string(500, 'x'))->text().size(), 500U);
    expectRefused(Name::parse(std::string(501, 'x')), ErrorCode::TooLarge);
    expectRefused(Name::parse(" \t "), ErrorCode::BadText);
    expectRefused(Name::parse("two\nlines"), ErrorCode::BadText);
    expectRefused(Name::parse("tab\tinside"), ErrorCode::BadText);
    expectRefused(Name::parse("cut \xE6\x99"), ErrorCode::BadText);
}

TEST(Text, IsAnyUtf8OfAtMostOneHundredAndTwentyEightKibibytes)
{
    EXPECT_EQ(Text::parse("")->text(), "");
    EXPECT_EQ(Text::parse(" two\nlines ")->text(), " two\nlines ");
    EXPECT_TRUE(Text::parse(std::string(128 * 1024, 'x')));
    expectRefused(Text::parse(std::string(128 * 1024 + 1, 'x')), ErrorCode::TooLarge);
    expectRefused(Text::parse(std::string_view("a\0b", 3)), ErrorCode::BadText);
    expectRefused(Text::parse("\xFF"), ErrorCode::BadText);
}

TEST(Decimal, HasOneSpelling)
{
    EXPECT_EQ(Decimal::parse("128000.50")->text(), "128000.5");
    EXPECT_EQ(Decimal::parse("007.000")->text(), "7");
    EXPECT_EQ(Decimal::parse("-0.00")->text(), "0");
    EXPECT_EQ(Decimal::parse("-0.10")->text(), "-0.1");
    EXPECT_EQ(*Decimal::parse("1.0"), *Decimal::parse("1"));
}

TEST(Decimal, HasAtMostEighteenDigitsSixOfThemAfterThePoint)
{
    EXPECT_TRUE(Decimal::parse("123456789012.123456"));
    EXPECT_TRUE(Decimal::parse("0000123456789012345678.000"));
    expectRefused(Decimal::parse("1234567890123456789"), ErrorCode::OutOfRange);
    expectRefused(Decimal::parse("1234567890123.123456"), ErrorCode::OutOfRange);
    expectRefused(Decimal::parse("0.1234567"), ErrorCode::OutOfRange);
}

TEST(Decimal, IsNothingElse)
{
    for (const char *text : {"", "-", ".", ".5", "5.", "1,5", "1e3", "+1", " 1", "--1", "1.2.3", "٣"})
        expectRefused(Decimal::parse(text), ErrorCode::BadNumber);
}

TEST(Decimal, IsMoneyOnlyWhereTheCurrencyHasAUnitSoSmall)
{
    const auto in = [](std::string_view amount, std::string_view code) {
        return Decimal::parse(amount)->in(support::Currency::parse(code).value());
    };
    EXPECT_EQ(in("12.345", "KWD")->minor, 12'345);
    EXPECT_EQ(in("12.3", "CNY")->minor, 1230);
    EXPECT_EQ(in("-12", "JPY")->minor, -12);
    expectRefused(in("12.345", "CNY"), ErrorCode::BadMoney);
    expectRefused(in("12.5", "JPY"), ErrorCode::BadMoney);
}

TEST(Sha256, ReadsSixtyFourHexadecimalDigitsOfAnyCase)
{
    const std::string upper = "00FF" + std::string(60, 'A');
    const auto hash = Sha256::parse(upper);
    ASSERT_TRUE(hash);
    EXPECT_EQ(hash->bytes()[0], 0x00);
    EXPECT_EQ(hash->bytes()[1], 0xFF);
    EXPECT_EQ(hash->hex(), "00ff" + std::string(60, 'a'));
    expectRefused(Sha256::parse(std::string(63, 'a')), ErrorCode::BadSyntax);
    expectRefused(Sha256::parse(std::string(65, 'a')), ErrorCode::BadSyntax);
    expectRefused(Sha256::parse(std::string(63, 'a') + "g"), ErrorCode::BadSyntax);
}

TEST(Bounded, HoldsItsBoundsAndNothingPastThem)
{
    EXPECT_EQ(Score::of(0)->value(), 0);
    EXPECT_EQ(Score::of(100)->value(), 100);
    expectRefused(Score::of(-1), ErrorCode::OutOfRange);
    expectRefused(Score::of(101), ErrorCode::OutOfRange);
}

TEST(Degrees, HoldTheirBoundsAndNoNaN)
{
    EXPECT_EQ(Latitude::of(-90)->value(), -90);
    EXPECT_EQ(Longitude::of(180)->value(), 180);
    expectRefused(Latitude::of(90.000001), ErrorCode::OutOfRange);
    expectRefused(Longitude::of(-180.000001), ErrorCode::OutOfRange);
    expectRefused(Latitude::of(std::nan("")), ErrorCode::OutOfRange);
}

TEST(Period, RunsFromItsFirstDayToTheDayAfterItsLast)
{
    const auto days = [](std::string_view text) {
        const Period period = Period::parse(text).value();
        return support::toText(period.first()) + " " + support::toText(period.end());
    };
    EXPECT_EQ(days("2024-02"), "2024-02-01 2024-03-01");
    EXPECT_EQ(days("2025-12"), "2025-12-01 2026-01-01");
    EXPECT_EQ(days("2026-Q1"), "2026-01-01 2026-04-01");
    EXPECT_EQ(days("2026-Q4"), "2026-10-01 2027-01-01");
    EXPECT_EQ(days("2026"), "2026-01-01 2027-01-01");
}

TEST(Period, IsNothingElse)
{
    for (const char *text : {"", "202", "20260", "2026-", "2026-1", "2026-13", "2026-00", "2026-Q0", "2026-Q5", "2026-Q",
                             "2026-03-01", "-026", "2026/03"})
        expectRefused(Period::parse(text), ErrorCode::BadDate);
}

} // namespace domain
