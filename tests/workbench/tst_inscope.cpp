// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "desk.h"

#include "workbench/scopechoices.h"

#include <fmt/format.h>

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;
using tests::Desk;
using namespace workbench;

namespace {

/// The open deals that the counts of Today take in.
std::vector<std::string> openIn(const Desk &desk, const Scope &scope, std::optional<support::Instant> asOf = std::nullopt)
{
    std::vector<std::string> ids;
    const auto counted = desk.workbench->counted(scope, asOf.value_or(desk.now()), Counted::Open, 100);
    for (const DealSummary &deal : counted.value().deals)
        ids.push_back(deal.id->text());
    return ids;
}

Scope ofProduct(std::string_view id)
{
    return {.product = domain::ProductId::parse(id).value()};
}

constexpr std::string_view wares = R"({"type":"product","id":"px","name":"PX"}
{"type":"customer","id":"acme","name":"远景诊断","industry":"ivd","first_contact_channel":"fair","recorded_at":"2025-11-02T09:00:00+08:00"}
{"type":"customer","id":"late","name":"后来","industry":"ivd","first_contact_channel":"web","recorded_at":"2026-02-20T09:00:00+08:00"}
{"type":"deal","id":"P1","customer":"late","name":"新品","owner":"bob","product":"px","occurred_at":"2026-02-20T09:00:00+08:00"})";

} // namespace

TEST(InScope, TakesTheDealsOfAProduct)
{
    Desk desk;
    desk.import(wares);
    EXPECT_THAT(openIn(desk, ofProduct("px")), ElementsAre("P1"));
    EXPECT_THAT(openIn(desk, ofProduct("never_sold")), IsEmpty()) << "a word that no fact uses is no filter for everything";
}

TEST(InScope, TakesTheDealsOfTheCustomersOfAChannelAndASegment)
{
    Desk desk;
    desk.import(wares);
    EXPECT_THAT(openIn(desk, {.channel = "fair"}), ElementsAre("D1"));
    EXPECT_THAT(openIn(desk, {.segment = "ivd"}), UnorderedElementsAre("D1", "P1"));
    EXPECT_THAT(openIn(desk, {.channel = "web", .segment = "ivd"}), ElementsAre("P1"));
    EXPECT_THAT(openIn(desk, {.channel = "phone"}), IsEmpty());
}

TEST(InScope, TakesOnlyWhatHasAllThatIsAsked)
{
    Desk desk;
    desk.import(wares);
    Scope scope = ofProduct("px");
    scope.person = domain::PersonId::parse("ann").value();
    EXPECT_THAT(openIn(desk, scope), IsEmpty());
    scope.person = domain::PersonId::parse("bob").value();
    EXPECT_THAT(openIn(desk, scope), ElementsAre("P1"));
}

TEST(InScope, KnowsACustomerAsItWasDescribedAtTheTime)
{
    Desk desk;
    desk.import(wares);
    desk.import(R"({"type":"customer","id":"late","name":"后来","industry":"saas","recorded_at":"2026-02-25T09:00:00+08:00"})");
    EXPECT_THAT(openIn(desk, {.segment = "saas"}), ElementsAre("P1"));
    EXPECT_THAT(openIn(desk, {.segment = "saas"}, tests::at("2026-02-22T10:00:00+08:00")), IsEmpty());
    EXPECT_THAT(openIn(desk, {.segment = "ivd"}, tests::at("2026-02-22T10:00:00+08:00")), UnorderedElementsAre("D1", "P1"));
}

TEST(InScope, IsOneForTheDaysListAndItsCounts)
{
    Desk desk;
    desk.import(wares);
    const Scope scope{.segment = "ivd"};
    EXPECT_EQ(desk.workbench->today(scope, desk.now()).value().openDeals, openIn(desk, scope).size());
    FunnelRequest request;
    request.asOf = desk.now();
    request.scope = scope;
    std::uint32_t open = 0;
    const auto slices = funnel(*desk.workbench, request).value();
    for (const FunnelStageLine &stage : slices.at(0).stages)
        open += stage.open;
    EXPECT_EQ(open, openIn(desk, scope).size());
}

TEST(InScope, OffersWhatTheDealsOfTheDayHave)
{
    Desk desk;
    desk.import(wares);
    const auto told = [](const std::vector<ScopeChoice> &list) {
        std::vector<std::string> lines;
        for (const ScopeChoice &choice : list)
            lines.push_back(fmt::format("{} {}: {}", choice.id, choice.name, choice.open));
        return lines;
    };
    const ScopeChoices choices = scopeChoices(*desk.workbench, desk.now()).value();
    EXPECT_THAT(told(choices.products), ElementsAre("px PX: 1"));
    EXPECT_THAT(told(choices.segments), ElementsAre("ivd ivd: 2", "医疗 医疗: 2")) << "D3 of acme is closed";
    EXPECT_THAT(told(choices.channels), UnorderedElementsAre("fair fair: 1", "web web: 1", "转介绍 转介绍: 2"));
    EXPECT_THAT(told(scopeChoices(*desk.workbench, tests::at("2026-02-10T10:00:00+08:00")).value().products), IsEmpty())
        << "nobody had sold it by then";
}

TEST(InScope, EveryChoiceTakesInAsManyDealsAsItSays)
{
    Desk desk;
    desk.import(wares);
    const ScopeChoices choices = scopeChoices(*desk.workbench, desk.now()).value();
    for (const ScopeChoice &choice : choices.products)
        EXPECT_EQ(openIn(desk, ofProduct(choice.id)).size(), choice.open);
    for (const ScopeChoice &choice : choices.channels)
        EXPECT_EQ(openIn(desk, {.channel = choice.id}).size(), choice.open);
    for (const ScopeChoice &choice : choices.segments)
        EXPECT_EQ(openIn(desk, {.segment = choice.id}).size(), choice.open);
}
