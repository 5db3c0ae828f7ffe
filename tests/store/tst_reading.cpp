// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "storefixture.h"

#include "store/symboltable.h"

using namespace tests;
using support::ErrorCode;
using support::Instant;

namespace {

std::vector<domain::Record> year()
{
    std::vector<domain::Record> facts = basis();
    facts.push_back(record(deal("d"), at("2026-01-02")));
    facts.push_back(record(customer("c", "renamed"), at("2026-03-01")));
    facts.push_back(domain::Record::make(talk("late", "d"), {at("2026-01-05"), at("2026-04-01")}).value());
    facts.push_back(record(visit("v", "c"), at("2026-02-01")));
    facts.push_back(record(moved("d", "signed"), at("2026-05-01")));
    return facts;
}

std::vector<store::FactNumber> numbers(const std::vector<domain::FactRow> &rows)
{
    std::vector<store::FactNumber> out;
    for (const auto &row : rows)
        out.push_back(row.number);
    return out;
}

} // namespace

TEST(Reading, GivesAFactInACurrencyThatNobodyMayWriteAnyMore)
{
    const Folder folder;
    const domain::DealEvent paid{
        {value<domain::DealId>("d"), {}},
        domain::AmountSet{value<domain::Decimal>("5.50"), support::Currency::fromLetters("RMB").value()}};
    {
        auto workspace = create(folder / "w.plumb");
        write(workspace, year());
        write(workspace, {record(paid, at("2026-01-03"))});
    }
    const auto workspace = open(folder / "w.plumb");
    expectSound(workspace);
    const auto read = records(workspace, {"event", at("2026-02-01"), {}});
    ASSERT_EQ(read.size(), 1U);
    EXPECT_EQ(read[0].record, record(paid, at("2026-01-03")));
}

TEST(Reading, OfOneTypeGivesNothingElse)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    write(workspace, year());
    EXPECT_EQ(records(workspace, {"customer", {}, {}}).size(), 2U);
    EXPECT_EQ(records(workspace, {"deal", {}, {}}).size(), 1U);
    EXPECT_TRUE(records(workspace, {"article", {}, {}}).empty());
    const auto unknown = workspace.scanRecords({"wish", {}, {}}, [](const auto &) { return support::Result<void>(); });
    EXPECT_EQ(unknown.error(), (support::Error{ErrorCode::UnknownType, "wish", "no type of fact has this name"}));
}

TEST(Reading, AsOfADayLeavesOutWhatWasRecordedLater)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    write(workspace, year());
    EXPECT_EQ(records(workspace, {{}, at("2026-01-01"), {}}).size(), 3U);
    EXPECT_EQ(records(workspace, {{}, at("2026-03-31"), {}}).size(), 6U);
    EXPECT_EQ(records(workspace, {{}, at("2026-04-01"), {}}).size(), 7U);
}

TEST(Reading, OfABatchGivesItsOwnFactsWithTheirEnds)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    write(workspace, year());
    write(workspace, {record(customer("c", "again"), at("2026-06-01"))});
    ASSERT_EQ(records(workspace, {{}, {}, 2}).size(), 1U);
    const auto first = records(workspace, {"customer", {}, 1});
    ASSERT_EQ(first.size(), 2U);
    EXPECT_EQ(first[0].until, at("2026-03-01"));
    EXPECT_EQ(first[1].until, at("2026-06-01"));
    const auto none = workspace.scanRecords({{}, {}, 9}, [](const auto &) { return support::Result<void>(); });
    EXPECT_EQ(none.error().code, ErrorCode::UnknownImport);
}

TEST(Reading, GoesOnAfterAFactThatWasReadBefore)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    write(workspace, basis());
    const auto mark = workspace.scan([](const auto &) {}).value().value();
    write(workspace, {record(deal("d"), at("2026-01-02"))});
    std::vector<domain::FactRow> fresh;
    const auto next = workspace.scan([&](const auto &row) { fresh.push_back(row); }, {}, mark).value();
    EXPECT_EQ(numbers(fresh), (std::vector<store::FactNumber>{4}));
    ASSERT_TRUE(next);
    EXPECT_EQ(next->last, 4U);
}

TEST(Reading, CanBeStoppedAndTellsHowFarItIs)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    std::vector<domain::Record> facts;
    for (int i = 0; i < 40'000; ++i)
        facts.push_back(record(customer(std::to_string(i)), at("2026-01-01")));
    write(workspace, facts);
    std::stop_source stop;
    std::uint64_t heard = 0;
    const store::Watch watch{stop.get_token(), [&](std::uint64_t done, std::uint64_t total) {
                                 heard = done;
                                 EXPECT_EQ(total, 40'000U);
                                 stop.request_stop();
                             }};
    EXPECT_EQ(workspace.scan([](const auto &) {}, watch).error().code, ErrorCode::Cancelled);
    EXPECT_GT(heard, 0U);
    EXPECT_LT(heard, 40'000U);
}

TEST(Reading, HandsOnTheFailureOfItsReceiver)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    write(workspace, year());
    const auto failed = workspace.scanRecords(
        {}, [](const auto &) -> support::Result<void> { return support::failure(ErrorCode::DiskFull, "out", ""); });
    EXPECT_EQ(failed.error().subject, "out");
}

TEST(Reading, ATimelineHasTheLatestFirstAndComesInPages)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    write(workspace, year());
    const auto dealKey = workspace.symbols().find(domain::SymbolKind::Deal, "d");
    const auto customerKey = workspace.symbols().find(domain::SymbolKind::Customer, "c");
    const std::vector keys{dealKey, customerKey};
    EXPECT_EQ(numbers(workspace.timeline(keys, 0, 100).value()), (std::vector<store::FactNumber>{8, 5, 7, 6, 4, 3}));
    EXPECT_EQ(numbers(workspace.timeline(keys, 2, 3).value()), (std::vector<store::FactNumber>{7, 6, 4}));
    EXPECT_TRUE(workspace.timeline(keys, 6, 3)->empty());
    EXPECT_EQ(workspace.timeline(std::vector{customerKey}, 0, 100)->back().until, at("2026-03-01"));
}

TEST(Reading, TheOrganisationIsWhatIsNeitherDealNorCustomer)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    write(workspace, year());
    write(workspace, {record(person("p"), at("2026-02-01"))});
    const auto organisation = workspace.organisation().value();
    ASSERT_EQ(organisation.size(), 3U);
    EXPECT_EQ(domain::typeName(organisation[0].record.fact()), "team");
    EXPECT_EQ(organisation[1].until, at("2026-02-01"));
}

TEST(Reading, ASymbolIsDescribedAsItWasWritten)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    write(workspace, year());
    const auto key = workspace.symbols().find(domain::SymbolKind::Deal, "d");
    EXPECT_EQ(workspace.describe(key).value(), (store::Symbol{domain::SymbolKind::Deal, "d"}));
    EXPECT_EQ(workspace.describe(9999).error().code, ErrorCode::OutOfRange);
    EXPECT_EQ(workspace.read(9999).error().code, ErrorCode::OutOfRange);
    EXPECT_EQ(workspace.names(std::vector{key, domain::SymbolKey{9999}}).value(), (std::vector<std::string>{"d", ""}));
}
