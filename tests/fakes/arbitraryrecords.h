// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "tests/fakes/arbitraryvalues.h"

#include "domain/record.h"

#include <utility>

namespace fakes {

// Any valid fact, for property tests: `*rc::gen::arbitrary<domain::Record>()`, or `fakes::anyFact<domain::Activity>()` inside
// a property for one of a given type.

// What the fields alone do not know about a valid fact.

template <class T>
void mend(T &)
{}
inline void mend(domain::EvidenceJudged &body)
{
    body.verdict = body.verdict == domain::Verdict::Pending ? domain::Verdict::Accepted : body.verdict;
}
inline void mend(domain::Membership &membership)
{
    if (membership.to && *membership.to < membership.from)
        std::swap(*membership.to, membership.from);
}
inline void mend(domain::Activity &activity)
{
    if (!activity.deal && !activity.customer)
        activity.customer = any<domain::CustomerId>();
    if (!activity.lat || !activity.lon)
        activity.lat.reset(), activity.lon.reset();
}
inline void mend(domain::Target &target)
{
    if (target.person.has_value() == target.team.has_value())
        target.person = any<domain::PersonId>(), target.team.reset();
}
inline void mend(domain::PlaybookPublished &playbook)
{
    playbook.document = {R"({"name":"a b","stages":[]})"};
}
inline void mend(domain::FlagDecision &decision)
{
    decision.deal.reset(), decision.lead.reset(), decision.person.reset();
    switch (anyNumber(0, 2)) {
    case 0: decision.deal = any<domain::DealId>(); break;
    case 1: decision.lead = any<domain::LeadId>(); break;
    case 2: decision.person = any<domain::PersonId>(); break;
    }
    decision.until = decision.until.value_or(any<support::Instant>());
    decision.reason = decision.reason ? decision.reason : any<domain::Text>();
}

template <class T>
T anyFact()
{
    T fact = *domain::build<T>([]<class V>(std::string_view) { return support::Result<V>(any<V>()); });
    mend(fact);
    return fact;
}

template <class Variant, std::size_t... I>
Variant anyOf(std::int64_t index, std::index_sequence<I...>);

template <>
inline domain::DealEvent anyFact<domain::DealEvent>()
{
    constexpr auto kinds = std::variant_size_v<domain::EventBody>;
    return {anyFact<domain::EventHead>(), anyOf<domain::EventBody>(anyNumber(0, kinds - 1), std::make_index_sequence<kinds>())};
}

template <class Variant, std::size_t... I>
Variant anyOf(std::int64_t index, std::index_sequence<I...>)
{
    std::optional<Variant> made;
    const auto tryOne = [&]<std::size_t N>() {
        if (std::int64_t(N) == index)
            made.emplace(std::in_place_index<N>, anyFact<std::variant_alternative_t<N, Variant>>());
    };
    (tryOne.template operator()<I>(), ...);
    return *std::move(made);
}

inline domain::Record anyRecord()
{
    constexpr auto types = std::variant_size_v<domain::Fact>;
    domain::Extras extras;
    for (const std::string key : {"Region__c", "自定义", "a \"b\""}) {
        if (anyNumber(0, 4) == 0)
            extras.emplace_back(key, anyJson());
    }
    const domain::Times times{any<support::Instant>(), any<support::Instant>(), false};
    domain::Fact fact = anyOf<domain::Fact>(anyNumber(0, types - 1), std::make_index_sequence<types>());
    return *domain::Record::make(std::move(fact), times, std::move(extras));
}

} // namespace fakes

template <>
struct rc::Arbitrary<domain::Record> {
    static Gen<domain::Record> arbitrary() { return gen::exec(fakes::anyRecord); }
};
