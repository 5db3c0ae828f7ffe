// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "desk.h"

#include "app/plumb/json.h"

#include <fmt/format.h>

using testing::ElementsAre;
using tests::Desk;
using namespace workbench;

namespace {

/// The slices as "id name: deals that entered the first stage".
std::vector<std::string> sliced(const Desk &desk, FunnelBy by, std::optional<support::Instant> asOf = std::nullopt)
{
    FunnelRequest request;
    request.asOf = asOf.value_or(desk.now());
    request.by = by;
    std::vector<std::string> lines;
    const auto slices = funnel(*desk.workbench, request);
    EXPECT_TRUE(slices);
    for (const FunnelSliceLine &slice : slices.value_or(std::vector<FunnelSliceLine>()))
        lines.push_back(fmt::format("{} {}: {}", slice.id, slice.name, slice.stages.front().entered));
    return lines;
}

} // namespace

TEST(FunnelView, IsCutByTheNearestRegionThatTheTeamLiesIn)
{
    Desk desk;
    EXPECT_THAT(sliced(desk, FunnelBy::Region), ElementsAre(" : 1", "north 华北大区: 3")) << "二组 lies in no region";
    desk.import(R"({"type":"team","id":"china","name":"中国","kind":"region"}
{"type":"team","id":"b","name":"二组","parent":"b2"}
{"type":"team","id":"b2","name":"二部","parent":"china"})");
    EXPECT_THAT(sliced(desk, FunnelBy::Region), ElementsAre("china 中国: 1", "north 华北大区: 3"));
}

TEST(FunnelView, FollowsThePeopleAsOfTheDay)
{
    Desk desk;
    desk.import(
        R"({"type":"membership","person":"bob","team":"a","from":"2026-02-20","recorded_at":"2026-02-01T09:00:00+08:00"})");
    EXPECT_THAT(sliced(desk, FunnelBy::Region), ElementsAre("north 华北大区: 4"));
    EXPECT_THAT(sliced(desk, FunnelBy::Region, tests::at("2026-02-19T10:00:00+08:00")), ElementsAre(" : 1", "north 华北大区: 3"));
}

TEST(FunnelView, CountsADealForTheTeamThatItNames)
{
    Desk desk;
    EXPECT_THAT(sliced(desk, FunnelBy::Team), ElementsAre("a 一组: 3", "b 二组: 1"));
    desk.import(
        R"({"type":"deal","id":"D5","customer":"zen","name":"共享","owner":"bob","team":"a","occurred_at":"2026-02-05T09:00:00+08:00"})");
    EXPECT_THAT(sliced(desk, FunnelBy::Team), ElementsAre("a 一组: 4", "b 二组: 1"));
    EXPECT_THAT(sliced(desk, FunnelBy::Region), ElementsAre(" : 1", "north 华北大区: 4"));
    EXPECT_THAT(sliced(desk, FunnelBy::Person), ElementsAre("bob Bob: 2", "ann 安娜: 3")) << "it stays its owner's";
}

TEST(FunnelView, IsCutByTheIndustryOfTheCustomer)
{
    Desk desk;
    desk.import(R"({"type":"customer","id":"food","name":"食品厂","industry":"食品"}
{"type":"customer","id":"new","name":"新客户"}
{"type":"deal","id":"F1","customer":"food","name":"F1","owner":"bob","occurred_at":"2026-02-05T09:00:00+08:00"}
{"type":"deal","id":"F2","customer":"new","name":"F2","owner":"bob","occurred_at":"2026-02-05T09:00:00+08:00"})");
    EXPECT_THAT(sliced(desk, FunnelBy::Segment), ElementsAre(" : 1", "医疗 医疗: 4", "食品 食品: 1"));
}

TEST(FunnelView, SaysByWhichWordItWasCut)
{
    const Desk desk;
    FunnelRequest request;
    request.asOf = desk.now();
    for (const std::string_view by : plumb::funnelWords) {
        request.by = static_cast<FunnelBy>(std::ranges::find(plumb::funnelWords, by) - plumb::funnelWords.begin());
        const auto slices = funnel(*desk.workbench, request).value();
        ASSERT_FALSE(slices.empty()) << by;
        EXPECT_EQ(plumb::toJson(slices.front(), request.by)["by"], by);
    }
}
