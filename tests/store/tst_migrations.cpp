// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "storefixture.h"

#include "store/migrations.h"
#include "tests/fakes/faultyvfs.h"

#include <fmt/format.h>

#include <fstream>
#include <sstream>

using namespace tests;
using store::Connection;
using store::Statement;
using store::Workspace;
using support::ErrorCode;

namespace fs = std::filesystem;

namespace {

std::vector<std::string> texts(Connection &connection, const std::string &sql)
{
    auto statement = Statement::prepare(connection.handle(), sql).value();
    std::vector<std::string> out;
    while (statement.step().value())
        out.emplace_back(statement.text(0));
    return out;
}

/// Writes the file that the program of schema `version` would have left, with the facts of the workspace `from`: the
/// migrations up to that version make the tables, and what those tables knew is copied into them.
void writeOldFile(const fs::path &path, std::size_t version, const fs::path &from)
{
    const auto connection = Connection::open(path, Connection::Access::ReadWrite).value();
    ASSERT_TRUE(
        connection->execute(fmt::format("PRAGMA journal_mode = WAL; PRAGMA application_id = {}", store::applicationId).c_str()));
    ASSERT_TRUE(store::migrate(*connection, version));
    ASSERT_TRUE(connection->execute(fmt::format("ATTACH '{}' AS now", from.string()).c_str()));
    for (const std::string &table : texts(*connection, "SELECT name FROM main.sqlite_schema WHERE type = 'table'")) {
        std::string columns;
        for (const std::string &column :
             texts(*connection, fmt::format("SELECT name FROM pragma_table_info('{}', 'main')", table)))
            columns += (columns.empty() ? "" : ", ") + column;
        const auto copied =
            connection->execute(fmt::format("INSERT INTO main.{0} ({1}) SELECT {1} FROM now.{0}", table, columns).c_str());
        ASSERT_TRUE(copied) << copied.error().detail;
    }
}

std::vector<domain::Record> story()
{
    auto facts = basis();
    facts.push_back(record(deal("d"), at("2026-01-02")));
    facts.push_back(record(talk("a", "d", "报价"), at("2026-01-03")));
    facts.push_back(record(visit("v", "c"), at("2026-01-03")));
    facts.push_back(record(customer("c", "renamed"), at("2026-02-01")));
    return facts;
}

std::string content(const fs::path &path)
{
    std::ostringstream bytes;
    bytes << std::ifstream(path, std::ios::binary).rdbuf();
    return bytes.str();
}

class Migration : public testing::TestWithParam<std::size_t> {
protected:
    Migration()
    {
        auto workspace = create(m_folder / "now");
        write(workspace, story());
        m_rows = rows(workspace);
    }

    Folder m_folder;
    std::vector<domain::FactRow> m_rows;
};

std::string versionName(const testing::TestParamInfo<std::size_t> &version)
{
    return fmt::format("From{}", version.param);
}

} // namespace

TEST_P(Migration, BringsAFileOfThisVersionUpToDate)
{
    writeOldFile(m_folder / "old", GetParam(), m_folder / "now");
    {
        const auto workspace = open(m_folder / "old");
        EXPECT_EQ(rows(workspace), m_rows);
        expectSound(workspace);
        const auto key = workspace.symbols().find(domain::SymbolKind::Customer, "c");
        EXPECT_EQ(workspace.timeline(std::vector{key}, 0, 10)->size(), 3U);
    }
    const auto connection = Connection::open(m_folder / "old", Connection::Access::ReadOnly).value();
    EXPECT_EQ(store::schemaVersion(*connection), store::migrations().size());
}

TEST_P(Migration, MayFailAtAnyCallAndIsTakenUpAgain)
{
    writeOldFile(m_folder / "old", GetParam(), m_folder / "now");
    fakes::FaultyVfs disk;
    bool met = true;
    for (std::uint64_t call = 1; met && !HasFailure(); ++call) {
        for (const char *suffix : {"", "-wal", "-shm", "-lock"})
            fs::remove((m_folder / "w").string() + suffix);
        fs::copy_file(m_folder / "old", m_folder / "w");
        disk.arm(call, fakes::Fault::ShortWrite);
        (void)Workspace::open(m_folder / "w");
        met = disk.met();
        disk.disarm();
        const auto workspace = open(m_folder / "w");
        EXPECT_EQ(rows(workspace), m_rows) << "call " << call;
        expectSound(workspace);
    }
}

TEST_P(Migration, IsNotNeededToReadAFileOfThisVersion)
{
    writeOldFile(m_folder / "old", GetParam(), m_folder / "now");
    const auto before = content(m_folder / "old");
    for (const bool writeProtected : {false, true}) {
        if (writeProtected)
            fs::permissions(m_folder / "old", fs::perms::owner_read);
        const auto workspace = open(m_folder / "old", store::Mode::ReadOnly);
        EXPECT_EQ(rows(workspace), m_rows);
        expectSound(workspace);
        EXPECT_EQ(workspace.batches().value().size(), 1U);
        const auto key = workspace.symbols().find(domain::SymbolKind::Customer, "c");
        EXPECT_EQ(workspace.timeline(std::vector{key}, 0, 10)->size(), 3U);
    }
    EXPECT_EQ(content(m_folder / "old"), before) << "nobody asked for it to be changed";
    const auto connection = Connection::open(m_folder / "old", Connection::Access::ReadOnly).value();
    EXPECT_EQ(store::schemaVersion(*connection), GetParam());
}

INSTANTIATE_TEST_SUITE_P(Store, Migration, testing::Range(std::size_t{1}, store::migrations().size() + 1), versionName);
