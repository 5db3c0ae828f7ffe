// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/plausible.h"

#include "exchange/factjson.h"
#include "exchange/faultykey.h"

#include <gtest/gtest.h>

#include <string>

namespace exchange {

namespace {

const support::Instant now = support::parseInstant("2026-03-02T10:00:00+08:00").value();

/// What is wrong with the fact in `line`, as "code subject"; empty where nothing is.
std::string wrongWith(std::string_view line)
{
    FactReader reader;
    const auto record = reader.read(line, now);
    EXPECT_TRUE(record) << (record ? "" : record.error().detail);
    const auto possible = plausible(record.value(), now);
    return possible ? std::string() : std::string(name(possible.error().code)) + ' ' + possible.error().subject;
}

std::string event(std::string_view body, std::string_view occurred = "2026-03-01T09:00:00Z")
{
    return R"({"type":"event","deal":"d","occurred_at":")" + std::string(occurred) + "\"," + std::string(body) + '}';
}

} // namespace

TEST(Plausible, WhatIsStillToComeHasNotHappened)
{
    const std::string moved = R"("kind":"stage","stage":"signed")";
    EXPECT_EQ(wrongWith(event(moved, "2026-03-03T02:00:00Z")), "") << "a day of slack for other clocks and zones";
    EXPECT_EQ(wrongWith(event(moved, "2026-03-03T02:00:01Z")), "out_of_range occurred_at=2026-03-03T02:00:01Z");
    EXPECT_EQ(wrongWith(event(moved + R"(,"recorded_at":"2027-01-01T00:00:00Z")")),
              "out_of_range recorded_at=2027-01-01T00:00:00Z");
}

TEST(Plausible, WhatIsPlannedMayLieAhead)
{
    EXPECT_EQ(wrongWith(event(R"("kind":"close_date","date":"2030-01-01")")), "");
    EXPECT_EQ(wrongWith(event(R"("kind":"next_step","text":"call","due":"2030-01-01")")), "");
    EXPECT_EQ(wrongWith(R"({"type":"membership","person":"p","team":"t","from":"2030-01-01"})"), "");
    EXPECT_EQ(wrongWith(R"({"type":"target","person":"p","period":"2030-Q1","amount":"5","currency":"CNY"})"), "");
}

TEST(Plausible, AnAmountIsNotBelowZero)
{
    EXPECT_EQ(wrongWith(event(R"("kind":"amount","amount":"-0.01","currency":"CNY")")), "out_of_range amount=-0.01");
    EXPECT_EQ(wrongWith(event(R"("kind":"payment","amount":"-1","currency":"CNY")")), "out_of_range amount=-1");
    EXPECT_EQ(wrongWith(event(R"("kind":"won","amount":"-1","currency":"CNY")")), "out_of_range amount=-1");
    EXPECT_EQ(wrongWith(event(R"("kind":"won")")), "");
    EXPECT_EQ(wrongWith(event(R"("kind":"won","amount":"1.234")")), "");
    EXPECT_EQ(wrongWith(event(R"("kind":"won","amount":"1.2345")")), "bad_money amount=1.2345") << "of which currency?";
    EXPECT_EQ(wrongWith(event(R"("kind":"won","amount":"1.2345","currency":"CLF")")), "");
    EXPECT_EQ(wrongWith(event(R"("kind":"amount","amount":"0","currency":"CNY")")), "");
    EXPECT_EQ(wrongWith(R"({"type":"product","id":"g","name":"n","list_price":"-2","currency":"CNY"})"),
              "out_of_range list_price=-2");
    EXPECT_EQ(wrongWith(R"({"type":"target","person":"p","period":"2026-Q1","amount":"-5","currency":"CNY"})"),
              "out_of_range amount=-5");
}

TEST(FaultyKey, IsTheOneThatIsMissingOrHoldsWhatWasRefused)
{
    using support::ErrorCode;
    const std::string contact = R"({"type":"contact","id":"k","customer":"k","name":"y"})";
    EXPECT_EQ(faultyKey(contact, {ErrorCode::DanglingReference, "k", ""}), "customer") << "a thing's own id names nothing else";
    EXPECT_EQ(faultyKey(contact, {ErrorCode::UnknownType, "type=contact", ""}), "type");
    EXPECT_EQ(faultyKey(contact, {ErrorCode::BadText, "y", ""}), "name");
    EXPECT_EQ(faultyKey(contact, {ErrorCode::MissingKey, "owner", ""}), "owner");
    EXPECT_EQ(faultyKey(contact, {ErrorCode::BadSyntax, "elsewhere", ""}), "");
    EXPECT_EQ(faultyKey("{cut off", {ErrorCode::BadSyntax, "cut", ""}), "");
    EXPECT_EQ(faultyKey(contact, {ErrorCode::TooLarge, "", ""}), "");
}

} // namespace exchange
