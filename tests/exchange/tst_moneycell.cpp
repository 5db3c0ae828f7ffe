// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/moneycell.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <fmt/format.h>

namespace exchange {

namespace {

std::string read(std::string_view cell, DecimalSign sign = DecimalSign::Point)
{
    const auto money = parseMoneyCell(cell, sign);
    if (!money)
        return std::string(support::name(money.error().code));
    return money->currency ? money->decimal + ' ' + money->currency->text() : money->decimal;
}

MoneyColumn learned(std::initializer_list<std::string_view> cells)
{
    MoneyColumn column;
    for (const auto cell : cells)
        column.learn(cell);
    return column;
}

} // namespace

TEST(MoneyCell, ReadsSignsGroupsAndFractions)
{
    EXPECT_EQ(read("$22,700.00"), "22700.00 USD");
    EXPECT_EQ(read("¥1,234.50"), "1234.50 CNY");
    EXPECT_EQ(read("￥１，２３４．５０"), "1234.50 CNY");
    EXPECT_EQ(read("1 234 567"), "1234567");
    EXPECT_EQ(read("12'000.5"), "12000.5");
    EXPECT_EQ(read("12,34,567"), "1234567");
    EXPECT_EQ(read("0"), "0");
    EXPECT_EQ(read(".5"), "0.5");
    EXPECT_EQ(read("007"), "7");
}

TEST(MoneyCell, ReadsAFractionAfterAComma)
{
    EXPECT_EQ(read("1.234,56", DecimalSign::Comma), "1234.56");
    EXPECT_EQ(read("1.234,56 €", DecimalSign::Comma), "1234.56 EUR");
    EXPECT_EQ(read("1.234,56"), "bad_money");
}

TEST(MoneyCell, ReadsChineseAndEnglishUnits)
{
    EXPECT_EQ(read("12.5万"), "125000");
    EXPECT_EQ(read("12.5万元"), "125000 CNY");
    EXPECT_EQ(read("3亿"), "300000000");
    EXPECT_EQ(read("1.23456万"), "12345.6");
    EXPECT_EQ(read("2千万"), "20000000");
    EXPECT_EQ(read("$342.09K"), "342090 USD");
    EXPECT_EQ(read("$1,117.10K"), "1117100 USD");
    EXPECT_EQ(read("1.5M"), "1500000");
    EXPECT_EQ(read("1200元"), "1200 CNY");
}

TEST(MoneyCell, ReadsCurrencyCodesAndWords)
{
    EXPECT_EQ(read("USD 1,200.00"), "1200.00 USD");
    EXPECT_EQ(read("1200 eur"), "1200 EUR");
    EXPECT_EQ(read("HK$300"), "300 HKD");
    EXPECT_EQ(read("人民币 300"), "300 CNY");
    EXPECT_EQ(read("RMB300"), "300 CNY");
}

TEST(MoneyCell, TakesNoLettersForACurrencyThatAreNone)
{
    EXPECT_EQ(read("1200 abc"), "bad_money");
    EXPECT_EQ(read("XXX 1200"), "bad_money");
}

TEST(MoneyCell, KnowsACurrencyByItsCodeItsSignAndItsWord)
{
    const auto named = [](std::string_view cell) {
        const auto currency = currencyNamed(cell);
        return currency ? currency->text() : std::string("none");
    };
    for (const char *cell : {"CNY", "cny", " RMB ", "rmb", "人民币", "元", "¥", "￥", "CN¥"})
        EXPECT_EQ(named(cell), "CNY") << cell;
    EXPECT_EQ(named("US$"), "USD");
    EXPECT_EQ(named("港币"), "HKD");
    for (const char *cell : {"", "ABC", "XXX", "CNYX", "RMBs", "Dollars"})
        EXPECT_EQ(named(cell), "none") << cell;
}

TEST(MoneyCell, ReadsWhatSpreadsheetsAndTypesettersWrite)
{
    EXPECT_EQ(read("1\u00A0234,56", DecimalSign::Comma), "1234.56");
    EXPECT_EQ(read("1\u202F234,56 €", DecimalSign::Comma), "1234.56 EUR");
    EXPECT_EQ(read("\u00A01\u2009234\u2009567\u00A0"), "1234567");
    EXPECT_EQ(read("1’234.50"), "1234.50");
    EXPECT_EQ(read("−5.00"), "-5.00");
    EXPECT_EQ(read("1.5E+06"), "1500000");
    EXPECT_EQ(read("1,5E+06", DecimalSign::Comma), "1500000");
    EXPECT_EQ(read("1e5"), "100000");
    EXPECT_EQ(read("2.5E-01 USD"), "0.25 USD");
    EXPECT_EQ(read("1.25e-3"), "0.00125");
}

TEST(MoneyCell, ReadsTheChineseNamesOfOtherCurrencies)
{
    EXPECT_EQ(read("100美元"), "100 USD");
    EXPECT_EQ(read("3.5万美元"), "35000 USD");
    EXPECT_EQ(read("欧元 12.50"), "12.50 EUR");
    EXPECT_EQ(read("800港元"), "800 HKD");
    EXPECT_EQ(read("5000日元"), "5000 JPY");
    EXPECT_EQ(read("CN¥1,200"), "1200 CNY");
}

TEST(MoneyCell, KnowsWhatNamesNeitherAUnitNorACurrency)
{
    for (const char *cell : {"12.5", "1\u202F234,5", "1’234", "1.5E+01", "(12)", "−3", "１２"})
        EXPECT_TRUE(isPlainNumber(cell)) << cell;
    for (const char *cell : {"12.5万", "12元", "$5", "5k", "5 eur"})
        EXPECT_FALSE(isPlainNumber(cell)) << cell;
}

TEST(MoneyCell, KnowsWhatAHeaderSaysOfTheNumbersBelowIt)
{
    EXPECT_TRUE(unitIn("金额(万元)").tenThousands);
    EXPECT_FALSE(unitIn("金额(万元)").currency) << "元 may be said of any currency";
    EXPECT_TRUE(unitIn("金额（万）").tenThousands);
    EXPECT_TRUE(unitIn("合同额(万美元)").tenThousands);
    EXPECT_EQ(unitIn("合同额(万美元)").currency->text(), "USD");
    EXPECT_EQ(unitIn("合同额(万欧元)").currency->text(), "EUR");
    EXPECT_FALSE(unitIn("金额(元)").tenThousands);
    EXPECT_EQ(parseMoneyCell("12.5", DecimalSign::Point, 4)->decimal, "125000");
}

TEST(MoneyCell, RoundsToTheDigitsOfACurrency)
{
    EXPECT_EQ(roundedTo("33333.3333333333", 2), "33333.33");
    EXPECT_EQ(roundedTo("0.005", 2), "0.01");
    EXPECT_EQ(roundedTo("-9.995", 2), "-10.00");
    EXPECT_EQ(roundedTo("999.5", 0), "1000");
    EXPECT_EQ(roundedTo("-0.004", 2), "0.00");
    EXPECT_EQ(roundedTo("12.5", 2), "12.5");
    EXPECT_EQ(roundedTo("7", 0), "7");
}

TEST(MoneyCell, ReadsNegativesAsBookkeepersWriteThem)
{
    EXPECT_EQ(read("(1,200)"), "-1200");
    EXPECT_EQ(read("-$5.00"), "-5.00 USD");
    EXPECT_EQ(read("$-5.00"), "-5.00 USD");
    EXPECT_EQ(read("5.00-"), "-5.00");
    EXPECT_EQ(read("-0.00"), "0.00");
}

TEST(MoneyCell, RefusesWhatIsNoAmount)
{
    for (const char *cell :
         {"", "abc", "$", "1.2.3", "1,2", "12,34", "e5", "1e", "1e5e5", "1 e5", "1e123", "--5", "1-2", "约5万吗", "2021-03-04"})
        EXPECT_EQ(read(cell), "bad_money") << cell;
}

TEST(MoneyColumn, LearnsTheDecimalSignFromTheWholeColumn)
{
    EXPECT_EQ(learned({"1.234", "1.234,56"}).provenSign(), DecimalSign::Comma);
    EXPECT_EQ(learned({"1.234", "12.5"}).provenSign(), DecimalSign::Point);
    EXPECT_FALSE(learned({"1,234", "22,700", "5"}).ambiguous());
    EXPECT_EQ(learned({"$1", "€2"}).currencies(), (std::set<std::string>{"EUR", "USD"}));
}

TEST(MoneyColumn, SaysWhenItCannotKnow)
{
    const auto column = learned({"1.234", "5.678", "12"});
    EXPECT_TRUE(column.ambiguous());
    EXPECT_EQ(column.example(), "1.234");
}

RC_GTEST_PROP(MoneyCell, ReadsBackEveryAmountHoweverItIsWritten, ())
{
    const auto minor = *rc::gen::inRange<std::int64_t>(0, 1'000'000'000'000);
    const auto cny = support::Currency::parse("CNY").value();
    const std::string plain = support::decimal({minor, cny});
    std::string grouped = plain;
    for (std::size_t at = plain.find('.'); at > 3; at -= 3)
        grouped.insert(at - 3, 1, ',');
    RC_ASSERT(parseMoneyCell(plain, DecimalSign::Point)->decimal == plain);
    RC_ASSERT(parseMoneyCell("¥" + grouped, DecimalSign::Point)->decimal == plain);
}

RC_GTEST_PROP(MoneyCell, SurvivesAnyText, (const std::string &text))
{
    MoneyColumn column;
    column.learn(text);
    RC_ASSERT(column.cells() == 1U);
}

} // namespace exchange
