// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "domain/record.h"

#include <gtest/gtest.h>

namespace domain {

using support::ErrorCode;

namespace {

template <class T>
T parsed(std::string_view text)
{
    return T::parse(text).value();
}

const auto deal = parsed<DealId>("D1");
const auto person = parsed<PersonId>("P1");
const auto yuan = parsed<support::Currency>("CNY");

void expectTaken(Fact fact)
{
    const auto record = Record::make(std::move(fact), {});
    EXPECT_TRUE(record) << (record ? "" : record.error().detail);
}

void expectRefused(Fact fact, ErrorCode code, std::string_view subject)
{
    const auto record = Record::make(std::move(fact), {});
    ASSERT_FALSE(record);
    EXPECT_EQ(support::name(record.error().code), support::name(code));
    EXPECT_EQ(record.error().subject, subject);
}

DealEvent event(EventBody body)
{
    return {{deal, person}, std::move(body)};
}

Activity activity()
{
    return {parsed<ActivityId>("A1"), ActivityKind::Call, Direction::In, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}};
}

FlagDecision decision(FlagAct act)
{
    return {parsed<RuleId>("stale"), act, deal, {}, {}, {}, {}, {}};
}

Target target()
{
    return {person, {}, parsed<Period>("2026-Q1"), parsed<Decimal>("100"), yuan};
}

} // namespace

TEST(Record, RefusesMoneyFinerThanItsCurrency)
{
    const auto fine = parsed<Decimal>("1.005");
    expectRefused(event(AmountSet{fine, yuan}), ErrorCode::BadMoney, "1.005");
    expectRefused(event(PaymentReceived{fine, yuan}), ErrorCode::BadMoney, "1.005");
    expectRefused(event(Won{fine, yuan}), ErrorCode::BadMoney, "1.005");
    expectTaken(event(Won{fine, std::nullopt}));
    expectTaken(event(Won{}));
    expectTaken(event(AmountSet{fine, parsed<support::Currency>("KWD")}));
    Target fineTarget = target();
    fineTarget.amount = fine;
    expectRefused(fineTarget, ErrorCode::BadMoney, "1.005");
}

TEST(Record, AMembershipDoesNotEndBeforeItBegins)
{
    const support::Date first{100};
    const auto membership = [&](std::optional<support::Date> to) { return Membership{person, parsed<TeamId>("T1"), first, to}; };
    expectTaken(membership(std::nullopt));
    expectTaken(membership(first));
    expectRefused(membership(support::Date{99}), ErrorCode::OutOfRange, "to");
}

TEST(Record, AnActivityNamesADealOrACustomer)
{
    expectRefused(activity(), ErrorCode::MissingKey, "deal");
    Activity ofCustomer = activity();
    ofCustomer.customer = parsed<CustomerId>("C1");
    expectTaken(ofCustomer);
    Activity ofDeal = activity();
    ofDeal.deal = deal;
    expectTaken(ofDeal);
}

TEST(Record, APlaceHasALatitudeAndALongitude)
{
    Activity half = activity();
    half.deal = deal;
    half.lat = Latitude::of(31.2).value();
    expectRefused(half, ErrorCode::MissingKey, "lon");
    half.lon = Longitude::of(121.5).value();
    expectTaken(half);
    half.lat.reset();
    expectRefused(half, ErrorCode::MissingKey, "lat");
}

TEST(Record, ATargetIsOfOnePersonOrOneTeam)
{
    expectTaken(target());
    Target both = target();
    both.team = parsed<TeamId>("T1");
    expectRefused(both, ErrorCode::BadChoice, "team");
    both.person.reset();
    expectTaken(both);
    both.team.reset();
    expectRefused(both, ErrorCode::MissingKey, "person");
}

TEST(Record, ADecisionNamesOneSubject)
{
    FlagDecision none = decision(FlagAct::Acknowledged);
    expectTaken(none);
    none.lead = parsed<LeadId>("L1");
    expectRefused(none, ErrorCode::BadChoice, "deal");
    none.deal.reset();
    expectTaken(none);
    none.lead.reset();
    expectRefused(none, ErrorCode::MissingKey, "deal");
}

TEST(Record, ASnoozeSaysUntilWhenAndADismissalWhy)
{
    FlagDecision snoozed = decision(FlagAct::Snoozed);
    expectRefused(snoozed, ErrorCode::MissingKey, "until");
    snoozed.until = support::Instant{1};
    expectTaken(snoozed);
    FlagDecision dismissed = decision(FlagAct::Dismissed);
    expectRefused(dismissed, ErrorCode::MissingKey, "reason");
    dismissed.reason = parsed<Text>("known");
    expectTaken(dismissed);
}

TEST(Record, SortsItsExtrasAndRefusesAKeyTwice)
{
    const auto record = Record::make(event(Lost{}), {}, {{"b", {"1"}}, {"a", {"2"}}});
    ASSERT_TRUE(record);
    EXPECT_EQ(record->extras().front().first, "a");
    const auto twice = Record::make(event(Lost{}), {}, {{"a", {"1"}}, {"b", {"1"}}, {"a", {"2"}}});
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().code, ErrorCode::BadSyntax);
    EXPECT_EQ(twice.error().subject, "a");
}

TEST(Record, NamesItsTypeInTheFormatsWord)
{
    EXPECT_EQ(typeName(event(Lost{})), "event");
    EXPECT_EQ(typeName(activity()), "activity");
    EXPECT_EQ(typeName(target()), "target");
    EXPECT_EQ(typeName(decision(FlagAct::Snoozed)), "flag");
}

} // namespace domain
