// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "storefixture.h"

#include <algorithm>

using namespace tests;
using domain::Record;
using store::Outcome;
using support::ErrorCode;
using support::Instant;

namespace {

std::vector<Record> story()
{
    std::vector<Record> facts = basis();
    facts.push_back(record(deal("d"), at("2026-01-02")));
    facts.push_back(record(talk("a", "d", "报价"), at("2026-01-03")));
    facts.push_back(record(moved("d", "needs_diagnosed"), at("2026-01-04")));
    return facts;
}

std::vector<std::pair<store::FactNumber, Instant>> untils(const store::Workspace &workspace)
{
    std::vector<std::pair<store::FactNumber, Instant>> out;
    for (const auto &row : rows(workspace))
        out.emplace_back(row.number, row.until);
    return out;
}

} // namespace

TEST(Batch, KeepsWhoBroughtItAndHowManyRowsThereWere)
{
    const Folder folder;
    auto workspace = create(folder / "w");
    {
        auto batch = workspace.begin({store::BatchKind::Import, "deals.csv", at("2026-06-01"), "ann"}).value();
        batch.noteRows(7);
        ASSERT_TRUE(batch.commit());
    }
    write(workspace, basis());
    const auto batches = workspace.batches().value();
    ASSERT_EQ(batches.size(), 2U);
    EXPECT_EQ(batches[0].spec.actor, "ann");
    EXPECT_EQ(batches[0].rows, 7U);
    EXPECT_EQ(batches[1].spec.actor, "");
    EXPECT_EQ(batches[1].rows, std::nullopt);
}

TEST(Batch, KeepsEveryFactInTheOrderOfItsArrival)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    const auto facts = story();

    const auto written = write(workspace, facts);

    EXPECT_EQ(written.summary, (store::Summary{1, facts.size(), 0, 0, 0}));
    const auto stored = records(workspace);
    ASSERT_EQ(stored.size(), facts.size());
    for (std::size_t i = 0; i < facts.size(); ++i) {
        EXPECT_EQ(stored[i].record, facts[i]);
        EXPECT_EQ(stored[i].number, i + 1);
        EXPECT_EQ(workspace.read(stored[i].number), facts[i]);
    }
}

TEST(Batch, GivesBackTheRowThatALaterScanReads)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    std::vector<domain::FactRow> given;
    {
        auto batch = workspace.begin({store::BatchKind::Edit, "", at("2026-06-01")}).value();
        for (const Record &fact : story())
            given.push_back(batch.append(fact)->row);
        ASSERT_TRUE(batch.commit());
    }
    EXPECT_EQ(rows(workspace), given);
}

TEST(Batch, ChangesNothingWhenTheSameFactsComeAgain)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    const auto facts = story();
    write(workspace, facts);
    const auto before = rows(workspace);

    const auto again = write(workspace, facts);

    EXPECT_EQ(again.summary.unchanged, facts.size());
    EXPECT_EQ(again.summary.created + again.summary.updated + again.summary.refused, 0U);
    EXPECT_EQ(rows(workspace), before);
}

TEST(Batch, LeavesNoTraceOfAnEditWithoutNews)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    write(workspace, story());
    EXPECT_EQ(write(workspace, story(), store::BatchKind::Edit).summary.batch, 0);
    EXPECT_EQ(workspace.batches()->size(), 1U);
}

TEST(Batch, LeavesNothingBehindWhenItIsGivenUp)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    write(workspace, basis());
    {
        auto batch = workspace.begin({store::BatchKind::Import, "", at("2026-06-01")}).value();
        ASSERT_TRUE(batch.append(record(deal("d"), at("2026-01-02"))));
        ASSERT_TRUE(batch.append(record(deal("e", "nobody"), at("2026-01-02"))));
        EXPECT_NE(workspace.symbols().find(domain::SymbolKind::Deal, "d"), 0U);
    }
    EXPECT_EQ(rows(workspace).size(), 3U);
    EXPECT_EQ(workspace.symbols().find(domain::SymbolKind::Deal, "d"), 0U);
    const auto next = write(workspace, {record(deal("d"), at("2026-01-02"))});
    EXPECT_EQ(next.summary.batch, 2);
    EXPECT_EQ(rows(workspace).back().number, 4U);
}

TEST(Batch, AllowsOnlyOneAtATime)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    const auto batch = workspace.begin({store::BatchKind::Edit, "", {}});
    ASSERT_TRUE(batch);
    EXPECT_EQ(workspace.begin({store::BatchKind::Edit, "", {}}).error().code, ErrorCode::WorkspaceBusy);
}

TEST(Batch, RefusesToGoOnAfterItsCommit)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    auto batch = workspace.begin({store::BatchKind::Import, "", {}}).value();
    ASSERT_TRUE(batch.commit());
    EXPECT_FALSE(batch.append(basis().front()));
    EXPECT_FALSE(batch.commit());
}

TEST(Versions, HoldUntilTheNextRecordedOne)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    write(workspace, {record(customer("c", "one"), at("2026-01-01"))});
    const auto second = write(workspace, {record(customer("c", "two"), at("2026-02-01"))});
    EXPECT_EQ(second.summary.updated, 1U);
    EXPECT_EQ(untils(workspace),
              (std::vector<std::pair<store::FactNumber, Instant>>{{1, at("2026-02-01")}, {2, Instant::max()}}));
    const auto key = workspace.symbols().find(domain::SymbolKind::Customer, "c");
    EXPECT_EQ(workspace.names(std::vector{key})->front(), "two");
}

TEST(Versions, AreOrderedByRecordedTimeWhenOneIsBackDated)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    write(workspace, {record(customer("c", "january"), at("2026-01-01")), record(customer("c", "march"), at("2026-03-01"))});
    {
        auto batch = workspace.begin({store::BatchKind::Import, "", {}}).value();
        const auto appended = batch.append(record(customer("c", "february"), at("2026-02-01"))).value();
        EXPECT_EQ(appended.outcome, Outcome::Updated);
        EXPECT_EQ(appended.superseded, 1U);
        EXPECT_EQ(appended.row.until, at("2026-03-01"));
        ASSERT_TRUE(batch.commit());
    }
    EXPECT_EQ(untils(workspace), (std::vector<std::pair<store::FactNumber, Instant>>{
                                     {1, at("2026-02-01")}, {2, Instant::max()}, {3, at("2026-03-01")}}));
    const auto key = workspace.symbols().find(domain::SymbolKind::Customer, "c");
    EXPECT_EQ(workspace.names(std::vector{key})->front(), "march");
}

TEST(Versions, OfOneInstantGoToTheLaterArrival)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    const auto day = at("2026-01-01");
    write(workspace, {record(customer("c", "one"), day), record(customer("c", "two"), day)});
    EXPECT_EQ(untils(workspace), (std::vector<std::pair<store::FactNumber, Instant>>{{1, day}, {2, Instant::max()}}));
    EXPECT_EQ(write(workspace, {record(customer("c", "one"), day), record(customer("c", "two"), day)}).summary.unchanged, 2U);
}

TEST(Versions, WithoutTimesAreUnchangedWhileTheirContentHolds)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    EXPECT_EQ(write(workspace, {undated(customer("c", "one"), at("2026-01-01"))}).summary.created, 1U);
    EXPECT_EQ(write(workspace, {undated(customer("c", "one"), at("2026-02-01"))}).summary.unchanged, 1U);
    EXPECT_EQ(write(workspace, {undated(customer("c", "two"), at("2026-03-01"))}).summary.updated, 1U);
    EXPECT_EQ(write(workspace, {undated(customer("c", "two"), at("2026-04-01"))}).summary.unchanged, 1U);
    EXPECT_EQ(write(workspace, {undated(customer("c", "one"), at("2026-05-01"))}).summary.updated, 1U);
    EXPECT_EQ(rows(workspace).size(), 3U);
}

TEST(Versions, OfOneThingByTheThousandStayQuick)
{
    // A column that is no id, taken for one: every row describes the same thing.
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    std::vector<Record> facts;
    for (int i = 0; i < 20'000; ++i)
        facts.push_back(undated(customer("c", i % 2 == 0 ? "one" : std::to_string(i)), at("2026-01-01")));
    EXPECT_EQ(write(workspace, facts).summary.updated, 19'999U);
}

TEST(References, MayPointForwardWithinABatch)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    auto facts = story();
    std::ranges::reverse(facts);
    const auto written = write(workspace, facts);
    EXPECT_EQ(written.summary.created, facts.size());
    EXPECT_TRUE(written.refused.empty());
}

TEST(References, ThatDangleRefuseTheirLineAndNothingElse)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    auto facts = story();
    facts.insert(facts.begin() + 4, record(deal("x", "nobody"), at("2026-01-02")));
    const auto written = write(workspace, facts);
    ASSERT_EQ(written.refused.size(), 1U);
    EXPECT_EQ(written.refused.at(5), (support::Error{ErrorCode::DanglingReference, "nobody", "no customer has this id"}));
    EXPECT_EQ(written.summary.created, facts.size() - 1);
    EXPECT_EQ(written.summary.refused, 1U);
    EXPECT_EQ(records(workspace).size(), facts.size() - 1);
}

TEST(References, ToWhatWasRefusedAreRefusedToo)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    auto facts = basis();
    facts.push_back(record(talk("a", "x"), at("2026-01-03")));          // 4
    facts.push_back(record(evidence("e", "d", "a"), at("2026-01-03"))); // 5: by the activity
    facts.push_back(record(deal("x", "nobody"), at("2026-01-02")));     // 6
    facts.push_back(record(moved("x", "signed"), at("2026-01-03")));    // 7
    facts.push_back(record(moved("x", "signed"), at("2026-01-03")));    // 8: the same again
    facts.push_back(record(deal("d"), at("2026-01-02")));               // 9: sound
    const auto written = write(workspace, facts);
    std::vector<std::uint64_t> tags;
    for (const auto &[tag, error] : written.refused)
        tags.push_back(tag);
    EXPECT_EQ(tags, (std::vector<std::uint64_t>{4, 5, 6, 7, 8}));
    EXPECT_EQ(written.summary, (store::Summary{1, 4, 0, 0, 5}));
}

TEST(References, ThatDangleAreToldInTheOrderOfTheirLines)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    auto batch = workspace.begin({store::BatchKind::Import, "", at("2026-06-01")}).value();
    for (std::uint64_t line = 1; line <= 9; ++line) {
        const std::string missing = "x" + std::to_string(line * 4 % 9);
        ASSERT_TRUE(batch.append(record(moved(missing, "signed"), at("2026-01-03")), line));
    }
    std::vector<std::uint64_t> lines;
    ASSERT_TRUE(batch.commit([&](std::uint64_t line, const support::Error &) { lines.push_back(line); }));
    EXPECT_EQ(lines, (std::vector<std::uint64_t>{1, 2, 3, 4, 5, 6, 7, 8, 9})) << "their file is looked through once";
}

TEST(References, OfAChainOfTwentyThousandLinesFallTogether)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    std::vector<Record> facts;
    for (int i = 20'000; i > 0; --i)
        facts.push_back(record(team("t" + std::to_string(i), "t" + std::to_string(i - 1)), at("2026-01-01")));
    facts.push_back(record(customer("c"), at("2026-01-01")));
    const auto written = write(workspace, facts);
    EXPECT_EQ(written.summary, (store::Summary{1, 1, 0, 0, 20'000}));
    EXPECT_EQ(rows(workspace).size(), 1U);
    EXPECT_EQ(write(workspace, {record(team("t0"), at("2026-01-01"))}).summary.created, 1U);
    facts.pop_back();
    EXPECT_EQ(write(workspace, facts).summary.created, 20'000U);
}

TEST(References, InACircleAreSound)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    const auto written = write(workspace, {record(team("a", "b"), at("2026-01-01")), record(team("b", "a"), at("2026-01-01"))});
    EXPECT_EQ(written.summary.created, 2U);
}

TEST(References, HoldOnToAnEarlierVersionWhenALaterOneIsRefused)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    write(workspace, story());
    const auto written =
        write(workspace, {record(deal("d", "nobody"), at("2026-02-01")), record(talk("b", "d"), at("2026-02-02"))});
    EXPECT_EQ(written.summary, (store::Summary{2, 1, 0, 0, 1}));
    for (const auto &row : rows(workspace))
        EXPECT_EQ(row.until, Instant::max());
    EXPECT_EQ(write(workspace, {record(deal("d"), at("2026-01-02"))}).summary.unchanged, 1U);
}

TEST(Batch, RefusesAWonAmountThatItsDealsCurrencyHasNoDigitsForWhereverThatIsSaid)
{
    const auto won = [](std::string_view id, std::string_view amount) {
        return record(domain::DealEvent{{value<domain::DealId>(id), {}}, domain::Won{value<domain::Decimal>(amount), {}}},
                      at("2026-01-05"));
    };
    const auto in = [](std::string_view id, std::string_view code) {
        domain::Deal described = deal(id);
        described.currency = support::Currency::parse(code).value();
        return record(described, at("2026-01-02"));
    };
    const auto amount = [](std::string_view id, std::string_view code) {
        return record(domain::DealEvent{{value<domain::DealId>(id), {}},
                                        domain::AmountSet{value<domain::Decimal>("5"), support::Currency::parse(code).value()}},
                      at("2026-01-03"));
    };
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    std::vector<Record> facts = basis();
    const std::size_t first = facts.size();
    for (const Record &one : {won("yuan", "128000.509"), in("yuan", "CNY"), in("dinar", "KWD"), won("dinar", "1.234"),
                              won("yen", "12.50"), won("yen", "12"), record(deal("yen"), at("2026-01-02")), amount("yen", "JPY"),
                              record(deal("open"), at("2026-01-02")), won("open", "0.50"), won("open", "0.505")})
        facts.push_back(one);
    const auto written = tryWrite(workspace, facts).value();
    std::vector<std::string> refused;
    for (const auto &[tag, error] : written.refused) {
        EXPECT_EQ(error.code, ErrorCode::BadMoney);
        refused.push_back(std::to_string(tag - first) + ' ' + error.subject);
    }
    EXPECT_EQ(refused, (std::vector<std::string>{"1 amount=128000.509", "5 amount=12.5", "11 amount=0.505"}));
    EXPECT_EQ(records(workspace).size(), facts.size() - 3);
}
