// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "support/id.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <type_traits>
#include <unordered_set>

using support::ErrorCode;

namespace {

struct ShipTag;
struct CrewTag;
using ShipId = support::Id<ShipTag>;
using CrewId = support::Id<CrewTag>;

} // namespace

TEST(Id, KeepsTheNameThatTheWorldGave)
{
    EXPECT_EQ(ShipId::parse("ship-1")->text(), "ship-1");
    EXPECT_EQ(ShipId::parse("商机 42")->text(), "商机 42");
}

TEST(Id, LosesTheSpaceAroundIt)
{
    EXPECT_EQ(ShipId::parse(" \t ship-1　\n")->text(), "ship-1");
    EXPECT_EQ(ShipId::parse("\xEF\xBB\xBFship-1")->text(), "ship-1");
}

TEST(Id, IsOneLineOfUtf8AndNotEmpty)
{
    for (const char *text : {"", "   ", "two\nlines", "tab\tbed", "bell\x07", "\xFF\xFE", "cut \xE5\x95"})
        EXPECT_EQ(ShipId::parse(text).error().code, ErrorCode::BadId) << text;
    EXPECT_EQ(ShipId::parse(std::string("zero\0byte", 9)).error().code, ErrorCode::BadId);
}

TEST(Id, HasAtMost200Bytes)
{
    EXPECT_TRUE(ShipId::parse(std::string(200, 'x')));
    const auto longer = ShipId::parse(std::string(201, 'x'));
    ASSERT_FALSE(longer);
    EXPECT_EQ(longer.error().code, ErrorCode::BadId);
    EXPECT_EQ(longer.error().subject.size(), 40U) << "the subject is cut, a log line stays a line";
}

TEST(Id, OfOneThingIsNoIdOfAnother)
{
    static_assert(!std::is_convertible_v<ShipId, CrewId>);
    static_assert(!std::is_constructible_v<CrewId, ShipId>);
    static_assert(!std::is_default_constructible_v<ShipId>);
    static_assert(!std::is_constructible_v<ShipId, std::string>);
}

TEST(Id, IsAKeyOfHashedAndOrderedSets)
{
    const std::unordered_set<ShipId> fleet{ShipId::parse("a").value(), ShipId::parse("b").value(), ShipId::parse(" a ").value()};
    EXPECT_EQ(fleet.size(), 2U);
    EXPECT_LT(ShipId::parse("a").value(), ShipId::parse("b").value());
}

RC_GTEST_PROP(Id, IsValidWheneverItExists, (const std::string &text))
{
    const auto id = ShipId::parse(text);
    if (!id)
        return;
    RC_ASSERT(ShipId::parse(id->text()).value() == *id);
    RC_ASSERT(!id->text().empty());
    RC_ASSERT(id->text().size() <= ShipId::maxBytes);
}
