// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "storefixture.h"

#include "store/verify.h"

#include <sqlite3.h>

#include <algorithm>

using namespace tests;
using store::Finding;
using store::Invariant;

namespace {

void sql(const std::filesystem::path &path, const char *statements)
{
    sqlite3 *db = nullptr;
    ASSERT_EQ(sqlite3_open(path.c_str(), &db), SQLITE_OK);
    char *error = nullptr;
    EXPECT_EQ(sqlite3_exec(db, statements, nullptr, nullptr, &error), SQLITE_OK) << (error == nullptr ? "" : error);
    sqlite3_close(db);
}

/// One way to break a file, and what has to be found.
struct Break {
    const char *name;
    const char *statements;
    Invariant code;
    const char *where;
};

std::ostream &operator<<(std::ostream &out, const Break &way)
{
    return out << way.name;
}

std::string breakName(const testing::TestParamInfo<Break> &way)
{
    return way.param.name;
}

class Verify : public testing::TestWithParam<Break> {};

} // namespace

TEST_P(Verify, Finds)
{
    const Folder folder;
    {
        auto workspace = create(folder / "w.plumb");
        auto facts = basis();                                              // 1 team, 2 person, 3 customer
        facts.push_back(record(deal("d"), at("2026-01-02")));              // 4
        facts.push_back(record(talk("a", "d", "报价"), at("2026-01-03"))); // 5
        facts.push_back(record(moved("d", "signed"), at("2026-01-04")));   // 6
        write(workspace, facts);
        write(workspace, {record(customer("c", "renamed"), at("2026-02-01"))}); // 7
        write(workspace, {record(contact("k", "c"), at("2026-02-01"))});        // 8
        ASSERT_TRUE(workspace.withdraw(3, at("2026-03-01")));
        expectSound(workspace);
    }
    sql(folder / "w.plumb", GetParam().statements);
    const auto found = store::verify(open(folder / "w.plumb", store::Mode::ReadOnly)).value();
    const bool listed =
        std::ranges::any_of(found, [](const Finding &f) { return f.code == GetParam().code && f.where == GetParam().where; });
    EXPECT_TRUE(listed);
    for (const Finding &finding : found) {
        if (!listed)
            ADD_FAILURE() << name(finding.code) << ' ' << finding.where << ": " << finding.detail;
    }
}

INSTANTIATE_TEST_SUITE_P(
    Store, Verify,
    testing::Values(
        Break{"AForeignTable", "CREATE TABLE extra (a)", Invariant::Schema, "extra"},
        Break{"AMissingIndex", "DROP INDEX fact_subject", Invariant::Schema, "fact_subject"},
        Break{"ABadTimeZone", "UPDATE meta SET value = 'Mars' WHERE key = 'time_zone'", Invariant::Settings, "time_zone"},
        Break{"AGapInTheSymbols", "UPDATE symbol SET key = 900 WHERE key = (SELECT max(key) FROM symbol)", Invariant::Symbols,
              "symbol"},
        Break{"ASymbolOfNoKind", "UPDATE symbol SET kind = 99 WHERE key = 1", Invariant::Symbols, "1"},
        Break{"AFactWithoutBytes", "DELETE FROM fact_body WHERE number = 6", Invariant::Bodies, "6"},
        Break{"BytesWithoutAFact", "INSERT INTO fact_body VALUES (99, 0, 0, x'00')", Invariant::Pages, "fact_body"},
        Break{"AChangedSeal", "UPDATE fact_body SET seal = seal + 1 WHERE number = 5", Invariant::Bodies, "5"},
        Break{"AWrongType", "UPDATE fact_body SET type = 3 WHERE number = 5", Invariant::Bodies, "5"},
        Break{"ChangedBytes", "UPDATE fact_body SET body = x'0102' WHERE number = 5", Invariant::Bodies, "5"},
        Break{"AChangedTime", "UPDATE fact SET occurred_at = occurred_at + 1 WHERE number = 5", Invariant::Bodies, "5"},
        Break{"AnImpossibleTime", "UPDATE fact SET occurred_at = 1 << 62 WHERE number = 5", Invariant::Times, "5"},
        Break{"AWrongNumber", "UPDATE fact SET object = object + 1 WHERE number = 6", Invariant::Numbers, "6"},
        Break{"ALostIdentity", "DELETE FROM identity WHERE number = 6", Invariant::Identities, "6"},
        Break{"AnIdentityOfNothing", "INSERT INTO identity VALUES (1, 77)", Invariant::Identities, "77"},
        Break{"AWrongEnd", "UPDATE version SET until = until - 1 WHERE number = 7", Invariant::Versions, "7"},
        Break{"AVersionOfAnotherTime", "UPDATE version SET recorded_at = recorded_at + 1 WHERE number = 7", Invariant::Versions,
              "7"},
        Break{"AChainWithoutItsHead", "DELETE FROM version WHERE number = 3", Invariant::Versions, "3"},
        Break{"AMissingThing", "DELETE FROM thing WHERE number = 4", Invariant::Things, "4"},
        Break{"ADanglingReference", "DELETE FROM thing WHERE number = 4", Invariant::References, "5"},
        Break{"AnOldName", "UPDATE thing SET name = 'old' WHERE number = 7", Invariant::Things, "7"},
        Break{"AThingThatWasWithdrawn", "INSERT INTO thing SELECT key, 8, 'k' FROM symbol WHERE text = 'k'", Invariant::Things,
              "7"},
        Break{"ABatchThatCountsWrong", "UPDATE batch SET created = created + 1 WHERE id = 1", Invariant::Batches, "1"},
        Break{"AGapBetweenBatches", "UPDATE batch SET first_number = 9 WHERE id = 3", Invariant::Batches, "3"},
        Break{"ARepetitionOfWhatCameLater", "INSERT INTO retold VALUES (2, 6, 7)", Invariant::Batches, "2"},
        Break{"AFactOfNoBatch", "UPDATE batch SET last_number = 7 WHERE id = 3", Invariant::Batches, "8"},
        Break{"AnOutboxOfNothing", "INSERT INTO outbox VALUES (50, 60)", Invariant::Outbox, "50"}),
    breakName);

TEST(VerifyWorkspace, CanBeStopped)
{
    const Folder folder;
    auto workspace = create(folder / "w.plumb");
    std::vector<domain::Record> facts;
    for (int i = 0; i < 5000; ++i)
        facts.push_back(record(customer(std::to_string(i)), at("2026-01-01")));
    write(workspace, facts);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(store::verify(workspace, {stop.get_token(), {}}).error().code, support::ErrorCode::Cancelled);
}
