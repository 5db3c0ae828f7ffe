// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "domain/canonical.h"

#include "tests/fakes/arbitraryrecords.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using domain::canonicalBytes;
using domain::fromCanonicalBytes;
using domain::identityBytes;
using domain::Record;
using domain::Times;
using support::ErrorCode;

namespace {

template <class T>
T parsed(std::string_view text)
{
    return T::parse(text).value();
}

Times on(std::int64_t day)
{
    const support::Instant at{support::days(day).micros};
    return {at, at};
}

domain::Deal deal(std::string_view name)
{
    return {parsed<domain::DealId>("D1"),
            parsed<domain::CustomerId>("C1"),
            parsed<domain::Name>(name),
            {},
            parsed<domain::PersonId>("P1"),
            {},
            {},
            {},
            {}};
}

Record record(domain::Fact fact, Times times)
{
    return Record::make(std::move(fact), times).value();
}

Record stageMove(std::int64_t day)
{
    domain::DealEvent event{{parsed<domain::DealId>("D1"), {}}, domain::StageMoved{{parsed<domain::StageId>("signed")}}};
    return record(std::move(event), on(day));
}

template <class T>
constexpr std::string_view wordOf()
{
    if constexpr (
        requires { T::kind; } && !requires { T::type; })
        return T::kind;
    else
        return T::type;
}

/// The words of a variant's alternatives, in order.
template <class Variant, std::size_t... I>
std::vector<std::string_view> words(std::index_sequence<I...>)
{
    return {wordOf<std::variant_alternative_t<I, Variant>>()...};
}

} // namespace

RC_GTEST_PROP(CanonicalBytes, AreReadBackToTheSameFact, ())
{
    const auto any = *rc::gen::arbitrary<Record>();
    const auto again = fromCanonicalBytes(canonicalBytes(any.fact(), any.extras()), any.times());
    RC_ASSERT(again.has_value());
    const bool same = *again == any;
    RC_ASSERT(same);
}

RC_GTEST_PROP(CanonicalBytes, AreRefusedWhenTheirEndIsMissing, ())
{
    const auto any = *rc::gen::arbitrary<Record>();
    const std::string bytes = canonicalBytes(any.fact(), any.extras());
    const auto kept = *rc::gen::inRange<std::size_t>(0, bytes.size());
    const auto cut = fromCanonicalBytes(std::string_view(bytes).substr(0, kept), any.times());
    // Fields at the end may be absent, so a shorter text can be a fact: but never the same one.
    const bool same = cut && *cut == any;
    RC_ASSERT(!same);
}

RC_GTEST_PROP(CanonicalBytes, NeverCrashOnDamage, ())
{
    const auto any = *rc::gen::arbitrary<Record>();
    std::string bytes = canonicalBytes(any.fact(), any.extras());
    const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size());
    bytes[at] = *rc::gen::arbitrary<char>();
    const auto read = fromCanonicalBytes(bytes, any.times());
    if (!read)
        return;
    const auto again = fromCanonicalBytes(canonicalBytes(read->fact(), read->extras()), any.times());
    const bool same = again && *again == *read;
    RC_ASSERT(same);
}

TEST(CanonicalBytes, AreThoseThatFilesAlreadyHold)
{
    using namespace std::string_view_literals;
    EXPECT_EQ(canonicalBytes(stageMove(1).fact(), {}), "\x08\x01\x02"
                                                       "D1\0\0\x01\x06"
                                                       "signed\0"sv);
    EXPECT_EQ(canonicalBytes(deal("one"), {{"X__c", {"12"}}}), "\x07\x01\x02"
                                                               "D1\x02\x02"
                                                               "C1\x03\x03"
                                                               "one\x05\x02"
                                                               "P1\0\x04"
                                                               "X__c\x02"
                                                               "12"sv);
}

TEST(CanonicalBytes, NumberTheTypesAndKindsInOneOrderForever)
{
    const std::vector<std::string_view> types{"team",       "person",  "membership", "customer", "contact",  "product",
                                              "lead",       "deal",    "event",      "activity", "evidence", "target",
                                              "assessment", "article", "flag",       "task",     "playbook", "merge"};
    const std::vector<std::string_view> kinds{"stage", "amount",   "close_date", "owner",     "category",
                                              "field", "role",     "check",      "next_step", "won",
                                              "lost",  "reopened", "payment",    "override",  "verdict"};
    EXPECT_EQ(words<domain::Fact>(std::make_index_sequence<std::variant_size_v<domain::Fact>>()), types);
    EXPECT_EQ(words<domain::EventBody>(std::make_index_sequence<std::variant_size_v<domain::EventBody>>()), kinds);
}

TEST(Identity, OfAThingIsItsIdWhateverIsSaidAboutIt)
{
    EXPECT_EQ(identityBytes(record(deal("one"), on(1))), identityBytes(record(deal("two"), on(2))));
    EXPECT_TRUE(domain::isVersioned(deal("one")));
}

TEST(Identity, OfAnEventIsItsContentAndItsTimes)
{
    EXPECT_EQ(identityBytes(stageMove(1)), identityBytes(stageMove(1)));
    EXPECT_NE(identityBytes(stageMove(1)), identityBytes(stageMove(2)));
    EXPECT_FALSE(domain::isVersioned(stageMove(1).fact()));
}

TEST(Identity, KeepsThingsOfTwoTypesApart)
{
    const auto customer = domain::Team{parsed<domain::TeamId>("D1"), parsed<domain::Name>("one"), {}, {}};
    EXPECT_NE(identityBytes(record(customer, on(1))), identityBytes(record(deal("one"), on(1))));
}
