// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "tests/sample/telling.h"

#include "domain/factrow.h"
#include "exchange/factjson.h"
#include "exchange/sample/calendar.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <set>

using exchange::sample::Spec;
using support::ErrorCode;
using telling::tell;
using telling::today;
using telling::usual;

namespace {

/// The whole sample as the bytes that `plumb export` would give, and its labels.
std::string bytesOf(const telling::Telling &telling)
{
    std::string bytes;
    for (const domain::Record &record : telling.records) {
        exchange::appendJson(bytes, record);
        bytes += '\n';
    }
    for (const exchange::sample::Truth &truth : telling.truths)
        bytes += exchange::sample::toJson(truth) + '\n';
    return bytes;
}

/// Every id that facts define, and every one that they name, as "type id".
struct Names {
    std::set<std::string> defined;
    std::set<std::string> named;

    template <class T>
    void name(std::string_view type, const T &id)
    {
        named.insert(std::string(type) + ' ' + id.text());
    }
    template <class T>
    void name(std::string_view type, const std::optional<T> &id)
    {
        if (id)
            name(type, *id);
    }

    void read(const domain::Team &fact) { define("team", fact.id), name("team", fact.parent); }
    void read(const domain::Person &fact) { define("person", fact.id), name("team", fact.team); }
    void read(const domain::Membership &fact) { name("person", fact.person), name("team", fact.team); }
    void read(const domain::Customer &fact) { define("customer", fact.id), name("person", fact.owner); }
    void read(const domain::Contact &fact) { define("contact", fact.id), name("customer", fact.customer); }
    void read(const domain::Product &fact) { define("product", fact.id); }
    void read(const domain::Lead &fact) { define("lead", fact.id), name("customer", fact.customer), name("person", fact.owner); }
    void read(const domain::Deal &fact)
    {
        define("deal", fact.id), name("customer", fact.customer), name("person", fact.owner), name("team", fact.team);
        name("product", fact.product), name("lead", fact.lead);
    }
    void read(const domain::DealEvent &fact)
    {
        name("deal", fact.deal), name("person", fact.actor);
        if (const auto *role = std::get_if<domain::RoleSet>(&fact.body))
            name("contact", role->contact.value);
        if (const auto *owner = std::get_if<domain::OwnerSet>(&fact.body))
            name("person", owner->person);
        if (const auto *verdict = std::get_if<domain::EvidenceJudged>(&fact.body))
            name("evidence", verdict->evidence);
    }
    void read(const domain::Activity &fact)
    {
        define("activity", fact.id), name("deal", fact.deal), name("customer", fact.customer), name("contact", fact.contact);
        name("person", fact.actor);
    }
    void read(const domain::Evidence &fact) { define("evidence", fact.id), name("deal", fact.deal), name("person", fact.actor); }
    void read(const domain::Target &fact) { name("person", fact.person), name("team", fact.team); }
    void read(const domain::Assessment &fact) { name("person", fact.person), name("person", fact.assessor); }
    void read(const domain::Article &fact) { name("person", fact.author); }
    void read(const domain::FlagDecision &) {}
    void read(const domain::Task &) {}
    void read(const domain::PlaybookPublished &) {}
    void read(const domain::CustomerMerged &) {}

private:
    template <class T>
    void define(std::string_view type, const T &id)
    {
        const bool fresh = defined.insert(std::string(type) + ' ' + id.text()).second;
        EXPECT_TRUE(fresh || type == "person") << id.text() << " stands twice"; // people change teams
    }
};

double share(std::size_t part, std::size_t whole)
{
    return static_cast<double>(part) / static_cast<double>(whole);
}

} // namespace

TEST(Sample, GivesTheSameBytesInEveryVersionAndOnEveryMachine)
{
    const std::string bytes = bytesOf(tell(200));
    EXPECT_EQ(domain::valueHash(bytes), 4057034893604313070)
        << "a change of the sample changes everybody's figures: say so in its commit";
    EXPECT_EQ(bytesOf(tell(200)), bytes);
    EXPECT_NE(bytesOf(tell(200, 2)), bytes);
}

TEST(Sample, HasExactlyTheDealsItWasAskedFor)
{
    EXPECT_EQ(tell(0).deals.size(), 0U);
    EXPECT_FALSE(tell(0).records.empty());
    EXPECT_EQ(tell(1).deals.size(), 1U);
    EXPECT_EQ(tell(57, 9).deals.size(), 57U);
    EXPECT_EQ(usual().deals.size(), 1200U);
}

TEST(Sample, GrowsItsOrganisationWithItsDeals)
{
    std::size_t deals = 0;
    std::size_t reps = 0;
    std::size_t regions = 0;
    const exchange::sample::Sinks sinks{[&](const domain::Record &record) {
                                            const auto *person = std::get_if<domain::Person>(&record.fact());
                                            const auto *team = std::get_if<domain::Team>(&record.fact());
                                            deals += std::holds_alternative<domain::Deal>(record.fact()) ? 1U : 0U;
                                            reps += person != nullptr && person->role == domain::PersonRole::Rep ? 1U : 0U;
                                            regions += team != nullptr && team->kind == domain::TeamKind::Region ? 1U : 0U;
                                            return support::Result<void>();
                                        },
                                        [](const exchange::sample::Truth &) {},
                                        {}};
    ASSERT_TRUE(exchange::sample::generate({20'000, 1, today()}, sinks));
    EXPECT_EQ(deals, 20'000U);
    EXPECT_GT(reps, 200U);
    EXPECT_EQ(regions, 7U);
}

TEST(Sample, IsAnOrganisationOfThreeRegionsAndAboutFortyThreeReps)
{
    std::set<std::string> reps;
    std::set<std::string> regions;
    for (const domain::Record &record : usual().records) {
        if (const auto *person = std::get_if<domain::Person>(&record.fact());
            person != nullptr && person->role == domain::PersonRole::Rep)
            reps.insert(person->id.text());
        if (const auto *team = std::get_if<domain::Team>(&record.fact());
            team != nullptr && team->kind == domain::TeamKind::Region)
            regions.insert(team->name.text());
    }
    EXPECT_EQ(reps.size(), 43U);
    EXPECT_THAT(regions, testing::ElementsAre("华东大区", "华北大区", "华南大区"));
}

TEST(Sample, EveryReferenceResolves)
{
    Names names;
    for (const domain::Record &record : usual().records)
        std::visit([&](const auto &fact) { names.read(fact); }, record.fact());
    std::vector<std::string> dangling;
    std::ranges::set_difference(names.named, names.defined, std::back_inserter(dangling));
    EXPECT_THAT(dangling, testing::IsEmpty());
}

TEST(Sample, NothingIsKnownBeforeItHappenedOrAfterToday)
{
    for (const domain::Record &record : usual().records) {
        EXPECT_LE(record.recordedAt(), today());
        EXPECT_LE(record.occurredAt(), record.recordedAt()) << exchange::toJson(record);
    }
}

TEST(Sample, ReadsBackFromItsLines)
{
    exchange::FactReader reader;
    for (const domain::Record &record : tell(60, 4).records) {
        const auto again = reader.read(exchange::toJson(record), {});
        ASSERT_TRUE(again) << exchange::toJson(record);
        EXPECT_TRUE(*again == record);
    }
}

TEST(Sample, StandsOnAnyDay)
{
    for (const std::string_view day :
         {"2026-02-17T12:00:00+08:00", "2031-03-01T00:30:00+08:00", "2026-10-04T23:59:59Z", "2012-06-05T08:00:00Z"}) {
        const support::Instant asOf = *support::parseInstant(day);
        const telling::Telling told = tell(40, 3, asOf);
        EXPECT_EQ(told.deals.size(), 40U) << day;
        EXPECT_TRUE(std::ranges::all_of(told.records, [&](const domain::Record &record) { return record.recordedAt() <= asOf; }))
            << day;
    }
}

TEST(Sample, AboutAQuarterIsOpenAndAThirdOfTheRestWasWon)
{
    std::size_t open = 0;
    std::size_t won = 0;
    for (const auto &[id, deal] : usual().deals) {
        open += deal.open ? 1U : 0U;
        won += deal.won ? 1U : 0U;
    }
    EXPECT_GT(share(open, 1200), 0.18);
    EXPECT_LT(share(open, 1200), 0.32);
    EXPECT_GT(share(won, 1200 - open), 0.25);
    EXPECT_LT(share(won, 1200 - open), 0.37);
}

TEST(Sample, AmountsAreThoseOfSuchATrade)
{
    std::vector<std::int64_t> amounts;
    for (const domain::Record &record : usual().records) {
        if (const auto *amount = telling::Telling::body<domain::AmountSet>(record))
            amounts.push_back(amount->amount.in(amount->currency)->minor / 100);
    }
    ASSERT_GT(amounts.size(), 1000U);
    std::ranges::sort(amounts);
    EXPECT_GE(amounts.at(0), 10'000);
    EXPECT_LE(amounts.back(), 5'000'000);
    EXPECT_GT(amounts[amounts.size() / 2], 250'000);
    EXPECT_LT(amounts[amounts.size() / 2], 700'000);
}

TEST(Sample, PeopleWorkOnWorkdays)
{
    std::array<std::size_t, 7> byWeekday{};
    std::size_t holidays = 0;
    std::size_t all = 0;
    for (const domain::Record &record : usual().records) {
        const auto *activity = std::get_if<domain::Activity>(&record.fact());
        if (activity == nullptr || activity->kind == domain::ActivityKind::PageView)
            continue;
        const support::Date day = exchange::sample::dayOf(record.occurredAt());
        ++byWeekday.at(static_cast<std::size_t>(support::weekday(day)));
        holidays += exchange::sample::isWorkday(day) ? 0U : 1U;
        ++all;
    }
    for (std::size_t day = 0; day < 5; ++day)
        EXPECT_NEAR(share(byWeekday.at(day), all), 0.2, 0.07) << day;
    EXPECT_LT(share(holidays, all), 0.02);
}

TEST(Sample, EveryStageOfThePipelineIsInHand)
{
    std::map<std::string, int> open;
    for (const auto &[id, deal] : usual().deals)
        open[deal.stage] += deal.open ? 1 : 0;
    for (const std::string stage : {"lead_confirmed", "needs_diagnosed", "demonstrated", "negotiating", "signed", "delivered"})
        EXPECT_GT(open[stage], 4) << stage;
}

TEST(Sample, StopsWhenAsked)
{
    std::stop_source stop;
    stop.request_stop();
    const exchange::sample::Sinks sinks{
        [](const domain::Record &) { return support::Result<void>(); }, [](const exchange::sample::Truth &) {}, {}};
    const auto made = exchange::sample::generate({1200, 1, today()}, sinks, stop.get_token());
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::Cancelled);
}

TEST(Sample, EndsWithTheErrorOfWhoeverTakesTheFacts)
{
    const exchange::sample::Sinks sinks{
        [](const domain::Record &) -> support::Result<void> { return support::failure(ErrorCode::DiskFull, "", "full"); },
        [](const exchange::sample::Truth &) {},
        {}};
    const auto made = exchange::sample::generate({10, 1, today()}, sinks);
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().code, ErrorCode::DiskFull);
}

TEST(Sample, TellsHowFarItIs)
{
    std::vector<std::uint64_t> reports;
    const exchange::sample::Sinks sinks{[](const domain::Record &) { return support::Result<void>(); },
                                        [](const exchange::sample::Truth &) {},
                                        [&](std::uint64_t deals) { reports.push_back(deals); }};
    ASSERT_TRUE(exchange::sample::generate({300, 1, today()}, sinks));
    EXPECT_GE(reports.size(), 4U);
    EXPECT_TRUE(std::ranges::is_sorted(reports));
}
