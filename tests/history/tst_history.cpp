// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "history/builder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using domain::FactRow;
using domain::RowKind;
using history::Builder;
using history::DealIndex;
using history::History;
using support::Instant;
using testing::ElementsAre;
using testing::IsEmpty;

namespace {

/// A fact about `subject` that occurred and was recorded at these microseconds.
FactRow row(RowKind kind, domain::SymbolKey subject, std::uint32_t number, std::int64_t occurred, std::int64_t recorded)
{
    FactRow fact;
    fact.kind = kind;
    fact.subject = subject;
    fact.number = number;
    fact.occurred = {occurred};
    fact.recorded = {recorded};
    return fact;
}

FactRow row(RowKind kind, domain::SymbolKey subject, std::uint32_t number, std::int64_t at)
{
    return row(kind, subject, number, at, at);
}

FactRow until(FactRow fact, std::int64_t end)
{
    fact.until = {end};
    return fact;
}

std::shared_ptr<const History> historyOf(const std::vector<FactRow> &rows)
{
    Builder builder;
    for (const FactRow &fact : rows)
        builder.add(fact);
    return builder.finish();
}

std::vector<std::uint32_t> events(const History &known, domain::SymbolKey deal, std::int64_t asOf)
{
    std::vector<std::uint32_t> numbers;
    const auto index = known.deals().find(deal);
    if (index)
        history::view(known.deals(), *index, Instant{asOf}).events([&](const auto &, const history::Event &event) {
            numbers.push_back(event.number);
        });
    return numbers;
}

} // namespace

TEST(History, SortsFactsByOccurredThenRecordedThenArrival)
{
    const auto known = historyOf({row(RowKind::OwnerSet, 7, 1, 20, 20), row(RowKind::OwnerSet, 7, 2, 10, 30),
                                  row(RowKind::OwnerSet, 7, 4, 10, 15), row(RowKind::OwnerSet, 7, 3, 10, 15)});
    EXPECT_THAT(events(*known, 7, 100), ElementsAre(3, 4, 2, 1));
}

TEST(History, CountsAFactWhenBothItsTimesAreReached)
{
    const auto known = historyOf({row(RowKind::OwnerSet, 7, 1, 10, 20), row(RowKind::OwnerSet, 7, 2, 20, 10)});
    EXPECT_THAT(events(*known, 7, 19), IsEmpty());
    EXPECT_THAT(events(*known, 7, 20), ElementsAre(1, 2));
}

TEST(History, HoldsAVersionUntilTheNextIsRecorded)
{
    const auto known = historyOf({until(row(RowKind::Deal, 7, 1, 10), 30), row(RowKind::Deal, 7, 2, 10, 30)});
    EXPECT_THAT(events(*known, 7, 29), ElementsAre(1));
    EXPECT_THAT(events(*known, 7, 30), ElementsAre(2));
}

TEST(History, ReplacesAFactThatComesAgainInALaterStep)
{
    Builder builder(historyOf({row(RowKind::Deal, 7, 1, 10), row(RowKind::OwnerSet, 7, 2, 12)}));
    builder.add(until(row(RowKind::Deal, 7, 1, 10), 30));
    builder.add(row(RowKind::Deal, 7, 3, 10, 30));
    const auto known = builder.finish();
    EXPECT_THAT(events(*known, 7, 29), ElementsAre(1, 2));
    EXPECT_THAT(events(*known, 7, 30), ElementsAre(3, 2));
    EXPECT_EQ(known->facts(), 3U);
}

TEST(History, ReplacesAFactThatComesAgainInTheSameStep)
{
    const auto known =
        historyOf({row(RowKind::Deal, 7, 1, 10), until(row(RowKind::Deal, 7, 1, 10), 30), row(RowKind::Deal, 7, 2, 10, 30)});
    EXPECT_THAT(events(*known, 7, 30), ElementsAre(2));
    EXPECT_EQ(known->facts(), 2U);
}

TEST(History, LetsAVersionHoldAgainWhenItsSuccessorWasTakenBack)
{
    Builder builder(historyOf({until(row(RowKind::Deal, 7, 1, 10), 30)}));
    builder.add(row(RowKind::Deal, 7, 1, 10));
    EXPECT_THAT(events(*builder.finish(), 7, 30), ElementsAre(1));
}

TEST(History, NeverChangesOnceMade)
{
    const auto first = historyOf({row(RowKind::Deal, 7, 1, 10)});
    Builder builder(first);
    builder.add(row(RowKind::OwnerSet, 7, 2, 11));
    builder.add(row(RowKind::Deal, 8, 3, 11));
    const auto second = builder.finish();
    EXPECT_THAT(events(*first, 7, 100), ElementsAre(1));
    EXPECT_EQ(first->deals().size(), 1U);
    EXPECT_THAT(events(*second, 7, 100), ElementsAre(1, 2));
    EXPECT_EQ(second->deals().size(), 2U);
}

TEST(History, SharesTheBlocksThatNewFactsDoNotTouch)
{
    Builder builder;
    for (std::uint32_t deal = 1; deal <= 600; ++deal)
        builder.add(row(RowKind::Deal, deal, deal, 10));
    const auto first = builder.finish();
    builder.add(row(RowKind::OwnerSet, 300, 601, 11));
    const auto second = builder.finish();
    const auto shared = [&](std::uint32_t deal) {
        return &first->deals().block(*first->deals().find(deal)) == &second->deals().block(*second->deals().find(deal));
    };
    EXPECT_TRUE(shared(1));
    EXPECT_FALSE(shared(300));
    EXPECT_TRUE(shared(600));
}

TEST(History, KeepsTheIndexOfASubjectForItsLife)
{
    Builder builder(historyOf({row(RowKind::Deal, 70, 1, 10), row(RowKind::Deal, 30, 2, 10)}));
    for (std::uint32_t deal = 100; deal < 2'000; ++deal) {
        builder.add(row(RowKind::Deal, deal, deal, 10));
        if (deal % 7 == 0)
            static_cast<void>(builder.finish());
    }
    const auto known = builder.finish();
    EXPECT_EQ(known->deals().find(70), DealIndex{0});
    EXPECT_EQ(known->deals().find(30), DealIndex{1});
    for (std::uint32_t deal = 100; deal < 2'000; ++deal) {
        const auto index = known->deals().find(deal);
        ASSERT_TRUE(index);
        EXPECT_EQ(index->value, deal - 98);
        EXPECT_EQ(known->deals().key(*index), deal);
        EXPECT_THAT(events(*known, deal, 10), ElementsAre(deal));
    }
    EXPECT_EQ(known->deals().find(5), std::nullopt);
}

TEST(History, PutsEachFactWithWhatItIsAbout)
{
    FactRow shared = row(RowKind::Activity, 0, 1, 10);
    shared.object = 50;
    FactRow contact = row(RowKind::Contact, 60, 2, 10);
    contact.object = 50;
    FactRow task = row(RowKind::Task, 0, 3, 10);
    task.c = 80;
    FactRow aboutLead = row(RowKind::FlagDecision, 90, 4, 10);
    aboutLead.b = static_cast<std::uint32_t>(domain::SymbolKind::Lead);
    FactRow aboutPerson = row(RowKind::FlagDecision, 80, 5, 10);
    aboutPerson.b = static_cast<std::uint32_t>(domain::SymbolKind::Person);
    const auto known = historyOf({shared, contact, task, aboutLead, aboutPerson, row(RowKind::Lead, 90, 6, 10), FactRow{}});
    EXPECT_EQ(known->deals().size(), 0U);
    EXPECT_EQ(known->customers().size(), 1U);
    EXPECT_EQ(known->leads().size(), 1U);
    EXPECT_EQ(known->people().size(), 1U);
    EXPECT_EQ(known->facts(), 7U);
    const auto view = history::view(known->customers(), *known->customers().find(50), Instant{10});
    view.events([](const auto &, const history::Event &event) { EXPECT_EQ(event.object, 60U) << "the contact"; });
}

TEST(History, KnowsWhenAMessageWasRead)
{
    FactRow message = row(RowKind::Activity, 7, 1, 10);
    message.value = 25;
    const auto known = historyOf({message, row(RowKind::Activity, 7, 2, 10)});
    const auto &block = known->deals().block({0});
    EXPECT_EQ(block.readAt(1), Instant{25});
    EXPECT_EQ(block.readAt(2), Instant::max());
}

TEST(History, KnowsTheCurrenciesOfAnyTwoInABlockAndOfMoreNone)
{
    const auto amount = [](std::uint32_t number, std::uint32_t currency) {
        FactRow fact = row(RowKind::AmountSet, 7, number, 10);
        fact.object = currency;
        return fact;
    };
    const auto onlyIn = [](const std::vector<FactRow> &rows, std::vector<std::uint32_t> currencies) {
        return historyOf(rows)->deals().block({0}).amountsOnlyIn(currencies);
    };
    EXPECT_TRUE(onlyIn({row(RowKind::Deal, 7, 1, 10)}, {}));
    EXPECT_TRUE(onlyIn({amount(1, 5), amount(2, 5)}, {5}));
    EXPECT_FALSE(onlyIn({amount(1, 5), amount(2, 6)}, {5}));
    EXPECT_FALSE(onlyIn({amount(1, 6), amount(2, 5)}, {5}));
    EXPECT_TRUE(onlyIn({amount(1, 6), amount(2, 5), amount(3, 6)}, {5, 6}));
    EXPECT_FALSE(onlyIn({amount(1, 4), amount(2, 5), amount(3, 6)}, {4, 5, 6})) << "read more";
}

TEST(History, KnowsItsNewestAndOldestTimes)
{
    const auto known = historyOf({row(RowKind::Deal, 7, 1, 10, 40), row(RowKind::Deal, 8, 2, 20, 30)});
    EXPECT_EQ(known->newest(), Instant{40});
    EXPECT_EQ(known->oldest(), Instant{10});
    EXPECT_EQ(History().facts(), 0U);
}

TEST(History, EndsWithWhatHappenedAndNotWithWhatDescribesOrDecides)
{
    const auto known = historyOf({row(RowKind::StageMoved, 7, 1, 20), row(RowKind::Customer, 9, 2, 90),
                                  row(RowKind::FlagDecision, 7, 3, 80), row(RowKind::Task, 7, 4, 70)});
    EXPECT_EQ(known->lastEvent(), Instant{20});
    EXPECT_EQ(History().lastEvent(), Instant::min());
}

TEST(History, HasRoomForAHoleBetweenSubjects)
{
    Builder builder;
    for (std::uint32_t deal = 1; deal <= 300; ++deal)
        builder.add(row(deal % 2 == 0 ? RowKind::Activity : RowKind::Deal, deal, deal, 10));
    const auto known = builder.finish();
    EXPECT_THAT(events(*known, 2, 100), IsEmpty());
    EXPECT_THAT(events(*known, 299, 100), ElementsAre(299));
}
