// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "storefixture.h"

#include "store/factstore.h"

using namespace tests;
using support::ErrorCode;
using support::Instant;

namespace {

const Instant later = at("2026-07-01");

std::string nameOf(const store::Workspace &workspace, std::string_view customer)
{
    const auto key = workspace.symbols().find(domain::SymbolKind::Customer, customer);
    return workspace.names(std::vector{key})->front();
}

} // namespace

TEST(Withdrawal, TakesEveryFactOfTheBatchAway)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    write(workspace, basis());
    write(workspace, {record(deal("d"), at("2026-01-02")), record(talk("a", "d"), at("2026-01-03"))});

    ASSERT_TRUE(workspace.withdraw(2, later));

    EXPECT_EQ(rows(workspace).size(), 3U);
    EXPECT_EQ(records(workspace).size(), 3U);
    const auto key = workspace.symbols().find(domain::SymbolKind::Deal, "d");
    EXPECT_TRUE(workspace.timeline(std::vector{key}, 0, 10)->empty());
    EXPECT_EQ(workspace.names(std::vector{key})->front(), "");
    EXPECT_EQ(workspace.batches()->back().withdrawnAt, later);
    EXPECT_EQ(workspace.unsent(), 3U);
    expectSound(workspace);
}

TEST(Withdrawal, LetsTheVersionBeforeHoldAgain)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    write(workspace, {record(customer("c", "old"), at("2026-01-01"))});
    write(workspace, {record(customer("c", "new"), at("2026-02-01"))});
    write(workspace, {record(customer("c", "newest"), at("2026-03-01"))});
    ASSERT_TRUE(workspace.withdraw(3, later));
    EXPECT_EQ(nameOf(workspace, "c"), "new");
    ASSERT_TRUE(workspace.withdraw(2, later));
    EXPECT_EQ(nameOf(workspace, "c"), "old");
    ASSERT_EQ(rows(workspace).size(), 1U);
    EXPECT_EQ(rows(workspace).front().until, Instant::max());
    ASSERT_TRUE(workspace.restore(3));
    EXPECT_EQ(rows(workspace).front().until, at("2026-03-01"));
    expectSound(workspace);
}

TEST(Withdrawal, IsUndoneWhole)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    auto facts = basis();
    facts.push_back(record(customer("c", "two"), at("2026-02-01")));
    facts.push_back(record(deal("d"), at("2026-01-02")));
    write(workspace, facts);
    const auto before = rows(workspace);
    ASSERT_TRUE(workspace.withdraw(1, later));
    EXPECT_TRUE(rows(workspace).empty());
    expectSound(workspace);
    ASSERT_TRUE(workspace.restore(1));
    EXPECT_EQ(rows(workspace), before);
    EXPECT_EQ(nameOf(workspace, "c"), "two");
    expectSound(workspace);
}

TEST(Withdrawal, IsRefusedWhereAnotherBatchBuildsOnIt)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    write(workspace, basis());
    write(workspace, {record(deal("d"), at("2026-01-02"))});
    const auto refused = workspace.withdraw(1, later);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::DanglingReference);
    EXPECT_EQ(refused.error().subject, "2");
    EXPECT_EQ(rows(workspace).size(), 4U);
    EXPECT_FALSE(workspace.batches()->front().withdrawnAt);
    expectSound(workspace);
    ASSERT_TRUE(workspace.withdraw(2, later));
    EXPECT_TRUE(workspace.withdraw(1, later));
}

TEST(Withdrawal, IsRefusedForAnActivityThatEvidenceNames)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    auto facts = basis();
    facts.push_back(record(deal("d"), at("2026-01-02")));
    write(workspace, facts);
    write(workspace, {record(talk("a", "d"), at("2026-01-03"))});
    write(workspace, {record(evidence("e", "d", "a"), at("2026-01-04"))});
    const auto refused = workspace.withdraw(2, later);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().subject, "3");
}

TEST(Withdrawal, IsAllowedWhereAnotherBatchDescribesTheThingToo)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    write(workspace, basis());
    write(workspace, {record(deal("d"), at("2026-01-02"))});
    write(workspace, {record(customer("c", "renamed"), at("2026-02-01")), record(person("p"), at("2026-02-01")),
                      record(team("t"), at("2026-02-01"))});
    ASSERT_TRUE(workspace.withdraw(1, later));
    EXPECT_EQ(nameOf(workspace, "c"), "renamed");
    expectSound(workspace);
}

TEST(Withdrawal, IsForgottenWhenTheFactsAreImportedAgain)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    write(workspace, basis());
    const std::vector facts{record(deal("d"), at("2026-01-02")), record(moved("d", "signed"), at("2026-01-03"))};
    write(workspace, facts);
    ASSERT_TRUE(workspace.withdraw(2, later));
    const auto again = write(workspace, facts);
    EXPECT_EQ(again.summary, (store::Summary{3, 2, 0, 0, 0}));
    EXPECT_EQ(records(workspace).size(), 5U);
    EXPECT_EQ(write(workspace, facts).summary.unchanged, 2U);
    expectSound(workspace);

    const auto twice = workspace.restore(2);
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().code, ErrorCode::NothingToUndo);
    EXPECT_EQ(twice.error().subject, "3");
}

TEST(Withdrawal, LeavesWhatALaterBatchHasToldAgain)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    auto facts = basis();
    facts.push_back(record(deal("d"), at("2026-01-02")));
    facts.push_back(record(moved("d", "signed"), at("2026-01-03")));
    write(workspace, facts);
    EXPECT_EQ(write(workspace, facts).summary.unchanged, 5U);
    write(workspace, {record(talk("a", "d"), at("2026-01-04"))});
    ASSERT_TRUE(workspace.withdraw(1, later)) << "batch 3 builds on what stays";
    EXPECT_EQ(rows(workspace).size(), 6U);
    EXPECT_EQ(nameOf(workspace, "c"), "c");
    EXPECT_EQ(workspace.staying(1)->facts, 5U);
    EXPECT_EQ(workspace.staying(1)->toldBy, std::vector<store::BatchId>{2});
    EXPECT_EQ(workspace.unsent(), 6U);
    expectSound(workspace);

    const auto refused = workspace.withdraw(2, later);
    ASSERT_FALSE(refused) << "now it is the last that tells them";
    EXPECT_EQ(refused.error().subject, "3");
    ASSERT_TRUE(workspace.withdraw(3, later));
    ASSERT_TRUE(workspace.withdraw(2, later));
    EXPECT_TRUE(rows(workspace).empty());
    EXPECT_EQ(workspace.staying(1)->facts, 0U);
    expectSound(workspace);
    ASSERT_TRUE(workspace.restore(2)) << "it brings back what it told, whoever wrote it";
    EXPECT_EQ(rows(workspace).size(), 5U);
    ASSERT_TRUE(workspace.restore(1));
    ASSERT_TRUE(workspace.restore(3));
    EXPECT_EQ(rows(workspace).size(), 6U);
    EXPECT_EQ(nameOf(workspace, "c"), "c");
    expectSound(workspace);
}

TEST(Withdrawal, OfTheBatchThatOnlyToldAgainTakesNothingAway)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    write(workspace, basis());
    write(workspace, basis());
    ASSERT_TRUE(workspace.withdraw(2, later));
    EXPECT_EQ(rows(workspace).size(), 3U);
    ASSERT_TRUE(workspace.withdraw(1, later));
    EXPECT_TRUE(rows(workspace).empty());
    expectSound(workspace);
}

TEST(Withdrawal, IsRefusedWhereAPartWasToldAgain)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    auto facts = basis();
    facts.push_back(record(deal("d"), at("2026-01-02")));
    facts.push_back(record(moved("d", "signed"), at("2026-01-03")));
    write(workspace, facts);
    write(workspace, {facts.back()});
    const auto refused = workspace.withdraw(1, later);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::DanglingReference);
    EXPECT_EQ(refused.error().subject, "2");
    EXPECT_EQ(rows(workspace).size(), 5U);
    expectSound(workspace);
    ASSERT_TRUE(workspace.withdraw(2, later));
    ASSERT_TRUE(workspace.withdraw(1, later));
    expectSound(workspace);
}

TEST(Withdrawal, IsNotUndoneWhileAPartOfAnEarlierOneWouldComeBackWithIt)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    write(workspace, basis());
    const auto told = [&](std::string_view a, std::string_view b) {
        write(workspace, {record(customer(a), at("2026-01-02")), record(customer(b), at("2026-01-02"))});
    };
    told("c2", "c3");
    told("c2", "c4");
    ASSERT_TRUE(workspace.withdraw(3, later));
    ASSERT_TRUE(workspace.withdraw(2, later));
    const auto refused = workspace.restore(3);
    ASSERT_FALSE(refused) << "c2 would come back without c3";
    EXPECT_EQ(refused.error().subject, "2");
    EXPECT_EQ(rows(workspace).size(), 3U);
    ASSERT_TRUE(workspace.restore(2));
    ASSERT_TRUE(workspace.restore(3));
    EXPECT_EQ(rows(workspace).size(), 6U);
    expectSound(workspace);
}

TEST(Withdrawal, IsRefusedWhereAPartOfAnotherOneThatStayedWouldGo)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    write(workspace, basis());
    const auto told = [&](std::string_view a, std::string_view b) {
        write(workspace, {record(customer(a), at("2026-01-02")), record(customer(b), at("2026-01-02"))});
    };
    told("c2", "c3");
    told("c2", "c4");
    told("c3", "c5");
    ASSERT_TRUE(workspace.withdraw(2, later)) << "all of it was told again";
    for (const store::BatchId batch : {3, 4}) {
        const auto refused = workspace.withdraw(batch, later);
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, ErrorCode::DanglingReference);
        EXPECT_EQ(refused.error().subject, "2");
    }
    EXPECT_EQ(rows(workspace).size(), 7U);
    ASSERT_TRUE(workspace.restore(2));
    for (const store::BatchId batch : {4, 3, 2})
        ASSERT_TRUE(workspace.withdraw(batch, later));
    EXPECT_EQ(rows(workspace).size(), 3U);
    expectSound(workspace);
}

TEST(Withdrawal, IsNotUndoneByABatchWhoseFactsHaveComeAnewSince)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    auto facts = basis();
    facts.push_back(record(deal("d"), at("2026-01-02")));
    write(workspace, facts);
    const std::vector moves{record(moved("d", "signed"), at("2026-01-03"))};
    write(workspace, moves);
    write(workspace, moves);
    ASSERT_TRUE(workspace.withdraw(2, later));
    ASSERT_TRUE(workspace.withdraw(3, later));
    write(workspace, moves);
    for (const store::BatchId batch : {2, 3}) {
        const auto twice = workspace.restore(batch);
        ASSERT_FALSE(twice);
        EXPECT_EQ(twice.error().subject, "4");
    }
    expectSound(workspace);
}

TEST(Withdrawal, HidesAThingFromNewReferences)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    write(workspace, basis());
    ASSERT_TRUE(workspace.withdraw(1, later));
    const auto written = write(workspace, {record(deal("d"), at("2026-01-02"))});
    EXPECT_EQ(written.refused.count(1), 1U);
}

TEST(Withdrawal, CannotBeUndoneBeforeWhatItBuildsOnIsBack)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    write(workspace, basis());
    write(workspace, {record(deal("d"), at("2026-01-02"))});
    ASSERT_TRUE(workspace.withdraw(2, later));
    ASSERT_TRUE(workspace.withdraw(1, later));
    EXPECT_EQ(workspace.restore(2).error().code, ErrorCode::DanglingReference);
    expectSound(workspace);
    ASSERT_TRUE(workspace.restore(1));
    ASSERT_TRUE(workspace.restore(2));
    EXPECT_EQ(rows(workspace).size(), 4U);
    expectSound(workspace);
}

TEST(Withdrawal, NeedsABatchThatIsThere)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    write(workspace, basis());
    EXPECT_EQ(workspace.withdraw(7, later).error().code, ErrorCode::UnknownImport);
    EXPECT_EQ(workspace.restore(7).error().code, ErrorCode::UnknownImport);
    EXPECT_EQ(workspace.restore(1).error().code, ErrorCode::NothingToUndo);
    ASSERT_TRUE(workspace.withdraw(1, later));
    EXPECT_EQ(workspace.withdraw(1, later).error().code, ErrorCode::NothingToUndo);
}

TEST(Edited, AreTheFactsThatPeopleWroteAndNoImportThatCountsHasTold)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    write(workspace, basis());
    const auto told = record(deal("d"), at("2026-01-02"));
    write(workspace, {told, record(talk("a", "d"), at("2026-01-03"))}, store::BatchKind::Edit);
    EXPECT_FALSE(workspace.edited()->contains(3));
    EXPECT_TRUE(workspace.edited()->contains(4));
    EXPECT_TRUE(workspace.edited()->contains(5));

    write(workspace, {told, record(deal("e"), at("2026-01-04"))});
    EXPECT_FALSE(workspace.edited()->contains(4)) << "the import said the same";
    EXPECT_TRUE(workspace.edited()->contains(5));
    EXPECT_FALSE(workspace.edited()->contains(6));

    ASSERT_TRUE(workspace.withdraw(3, later));
    EXPECT_TRUE(workspace.edited()->contains(4));
    ASSERT_TRUE(workspace.withdraw(2, later));
    EXPECT_FALSE(workspace.edited()->contains(4));
    EXPECT_FALSE(workspace.edited()->contains(5));
}
