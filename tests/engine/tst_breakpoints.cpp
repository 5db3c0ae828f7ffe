// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/breakpoints.h"

#include "tests/fakes/randomstory.h"
#include "tests/fakes/smallplaybook.h"
#include "tests/fakes/story.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using engine::Breakpoints;
using fakes::Story;
using support::days;

namespace {

Breakpoints found(Story &told, std::string_view asOf, engine::BreakpointQuery query = {})
{
    if (query.again.micros == 0)
        query.again = days(30);
    return engine::breakpoints(*told.history(), told.playbook(), fakes::at(asOf), query);
}

Breakpoints found(std::string_view lines, std::string_view asOf, engine::BreakpointQuery query = {})
{
    Story told(fakes::smallPlaybook(), lines);
    return found(told, asOf, std::move(query));
}

/// What became of the only lead.
std::string lead(std::string_view talk, std::string_view asOf = "9d")
{
    const Breakpoints all = found(fmt::format("0d lead L1 customer=acme\n{}", talk), asOf);
    EXPECT_EQ(all.leads.size(), 1U);
    const engine::LeadPath &path = all.leads.at(0);
    if (path.dealAt)
        return "deal";
    if (path.effective)
        return "effective";
    return path.isReadUnanswered() ? "read" : path.touched ? "touched" : "untouched";
}

} // namespace

TEST(Breakpoints, FollowALeadFromTheFirstContactToTheDeal)
{
    EXPECT_EQ(lead(""), "untouched");
    EXPECT_EQ(lead("1d email out @acme"), "touched");
    EXPECT_EQ(lead("1d email out @acme read=2d"), "read");
    EXPECT_EQ(lead("1d email out @acme read=2d\n 3d call in @acme"), "effective");
    EXPECT_EQ(lead("1d call out @acme text=the price"), "effective") << "something concrete was said";
    EXPECT_EQ(lead("1d email out @acme\n 2d deal D1 lead=L1"), "deal");
    EXPECT_EQ(lead("2d deal D1"), "deal") << "opened with the same customer";
}

TEST(Breakpoints, TakeForContactOnlyWhatCameAfterTheLead)
{
    Story told(fakes::smallPlaybook(), "0d email out @acme\n 0d deal D1\n 5d lead L1 customer=acme");
    const Breakpoints all = found(told, "9d");
    ASSERT_EQ(all.leads.size(), 1U);
    EXPECT_FALSE(all.leads[0].touched);
    EXPECT_EQ(all.leads[0].dealAt, std::nullopt);
}

TEST(Breakpoints, TakeAVisitToOurSiteForNoContact)
{
    EXPECT_EQ(lead("1d page_view in @acme\n 2d tender in @acme"), "untouched");
    EXPECT_EQ(lead("1d call in @acme"), "untouched") << "they called, and nobody called back";
    EXPECT_EQ(lead("1d note internal @acme"), "untouched");
}

TEST(Breakpoints, OfThePastKnowOnlyWhatWasKnown)
{
    EXPECT_EQ(lead("1d/6d email out @acme\n 3d deal D1 lead=L1", "2d"), "untouched");
    EXPECT_EQ(lead("1d email out @acme read=4d", "3d"), "touched") << "it was not read yet";
}

TEST(Breakpoints, CountASignatureAsUnprovenWhereTheProofsEndBeforeIt)
{
    // The gates of found, shown and talked stand before the signature.
    const std::string proven = "0d deal D1\n 2d stage D1 signed\n 2d override D1 found\n 2d override D1 shown";
    const Breakpoints one = found(proven + "\n 0d deal D2\n 3d stage D2 signed\n 0d deal D3\n 4d won D3\n 0d deal D4", "9d");
    ASSERT_EQ(one.signings.size(), 3U);
    EXPECT_EQ(one.created.size(), 4U);
    EXPECT_FALSE(one.signings[0].unproven);
    EXPECT_TRUE(one.signings[1].unproven);
    EXPECT_TRUE(one.signings[2].unproven) << "a win is claimed as well";
    ASSERT_TRUE(one.areSigned);
    EXPECT_DOUBLE_EQ(one.areSigned->share.value(), 0.75);
}

TEST(Breakpoints, CountNoSignatureThatWasTakenBackOrLost)
{
    const Breakpoints all = found("0d deal D1\n 1d stage D1 signed\n 2d stage D1 talked\n 0d deal D2\n 1d stage D2 signed\n"
                                  "3d lost D2",
                                  "9d");
    EXPECT_TRUE(all.signings.empty());
    EXPECT_EQ(all.created.size(), 2U);
}

TEST(Breakpoints, CannotSayThatASignatureIsUnprovenWhereThePipelineHasNone)
{
    const Breakpoints all = found("0d deal D1 pipeline=short\n 4d won D1", "9d");
    ASSERT_EQ(all.signings.size(), 1U);
    EXPECT_FALSE(all.signings[0].unproven);
}

TEST(Breakpoints, FollowACustomerFromTheFirstPurchaseToTheNext)
{
    const Breakpoints all = found("0d deal D1\n 2d won D1\n 8d deal D2\n 12d won D2\n 0d deal D3 customer=zen\n 3d won D3\n"
                                  "1d deal D4 customer=zen\n 20d lost D4",
                                  "60d");
    ASSERT_EQ(all.buyers.size(), 2U);
    EXPECT_EQ(all.buyers[0].newDealAt, fakes::at("8d"));
    EXPECT_EQ(all.buyers[0].boughtAgainAt, fakes::at("12d"));
    EXPECT_EQ(all.buyers[1].newDeal, std::nullopt) << "that one was there already";
    ASSERT_TRUE(all.buyAgain);
    EXPECT_DOUBLE_EQ(all.buyAgain->share.value(), 0.5);
    EXPECT_EQ(all.buyAgain->within, days(30));
}

TEST(Breakpoints, CountACustomerWhoBuysAgainTooLateAsOneWhoDidNot)
{
    const Breakpoints all = found("0d deal D1\n 2d won D1\n 8d deal D2\n 40d won D2", "60d");
    ASSERT_TRUE(all.buyAgain);
    EXPECT_DOUBLE_EQ(all.buyAgain->share.value(), 0);
    EXPECT_DOUBLE_EQ(all.openNewDeals->share.value(), 1);
}

TEST(Breakpoints, ShareOutCustomersWhoHaveNotHadTheTime)
{
    // One bought again after 10 days, one did not in 30, and one was won two days ago: of two, one.
    const Breakpoints all = found("0d deal D1\n 0d won D1\n 1d deal D2\n 10d won D2\n 0d deal D3 customer=zen\n 0d won D3\n"
                                  "0d deal D4 customer=new\n 58d won D4",
                                  "60d");
    ASSERT_TRUE(all.buyAgain);
    EXPECT_DOUBLE_EQ(all.buyAgain->share.value(), 0.5);
    EXPECT_EQ(all.buyAgain->share.whole, 2U);
    EXPECT_EQ(all.buyers.size(), 3U);
}

TEST(Breakpoints, SayForHowLongAnybodyWasWatched)
{
    const Breakpoints all = found("0d deal D1\n 2d won D1", "12d");
    ASSERT_TRUE(all.buyAgain);
    EXPECT_EQ(all.buyAgain->within, days(10));
}

TEST(Breakpoints, AreAskedOfAPeriod)
{
    const std::string_view lines = "0d lead L1 customer=acme\n 5d lead L2 customer=acme\n 0d deal D1 customer=zen\n 2d won D1\n"
                                   "6d deal D2 customer=zen\n 8d won D2";
    const Breakpoints late = found(lines, "9d", {.from = fakes::at("5d"), .to = fakes::at("9d")});
    EXPECT_EQ(late.leads.size(), 1U);
    EXPECT_EQ(late.created.size(), 1U);
    EXPECT_EQ(late.signings.size(), 1U);
    ASSERT_EQ(late.buyers.size(), 1U);
    EXPECT_EQ(late.buyers[0].at, fakes::at("8d")) << "the first one in the period";
}

TEST(Breakpoints, AreAskedOfSomePeople)
{
    Story told(fakes::smallPlaybook(), "0d deal D1 owner=ann\n 1d won D1\n 0d deal D2 owner=bob customer=zen\n 1d won D2\n"
                                       "2d deal D3 owner=bob\n 4d won D3");
    engine::BreakpointQuery query;
    query.acceptDeal = [&](const engine::DealPath &deal) { return told.text(deal.owner) == "ann"; };
    query.acceptLead = [](const engine::LeadPath &) { return false; };
    const Breakpoints hers = found(told, "60d", query);
    EXPECT_EQ(hers.signings.size(), 1U);
    ASSERT_EQ(hers.buyers.size(), 1U);
    EXPECT_TRUE(hers.buyers[0].boughtAgain) << "the customer did, whoever sold it";
}

RC_GTEST_PROP(Breakpoints, LoseNothingOnTheWay, ())
{
    const auto lines = *rc::gen::exec([] { return fakes::anyStory(60); });
    const auto time = *rc::gen::exec([] { return fakes::anyTime(3, 33); });
    Story told(fakes::smallPlaybook());
    for (const std::string &line : lines)
        told.tell(line);
    told.tell("1d lead L1 customer=acme\n 2d lead L2 customer=zen");
    const Breakpoints all = found(told, time);
    for (const engine::LeadPath &path : all.leads) {
        RC_ASSERT(!path.effective || path.touched);
        RC_ASSERT(!path.dealAt || (path.effective && *path.dealAt >= path.cameIn));
        const int kinds = (path.effective ? 1 : 0) + (path.isReadUnanswered() ? 1 : 0) + (path.isUnanswered() ? 1 : 0);
        RC_ASSERT(kinds == (path.touched ? 1 : 0));
    }
    for (const engine::DealPath &path : all.signings)
        RC_ASSERT(path.signedAt && path.status != engine::Status::Lost && *path.signedAt <= fakes::at(time));
    for (const engine::Buyer &buyer : all.buyers) {
        RC_ASSERT(!buyer.newDeal || buyer.newDealAt > buyer.at);
        RC_ASSERT(!buyer.boughtAgain || buyer.boughtAgainAt > buyer.at);
    }
    for (const auto &share : {all.becomeDeals, all.areSigned, all.openNewDeals, all.buyAgain})
        RC_ASSERT(!share || (share->share.part <= share->share.whole && share->interval.from <= share->share.value()));
}
