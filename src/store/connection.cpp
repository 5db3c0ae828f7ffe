// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "store/connection.h"

#include <sqlite3.h>

#include <string>

namespace store {

using support::Result;

namespace {

/// `path` as SQLite's URI with `query`; what a URI gives a meaning to is escaped.
std::string uri(const std::filesystem::path &path, std::string_view query)
{
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out = "file:";
    for (const char c : std::filesystem::absolute(path).generic_string()) {
        if (c == '%' || c == '?' || c == '#') {
            const auto byte = static_cast<unsigned char>(c);
            out.append({'%', digits[byte >> 4U], digits[byte & 0xFU]});
        } else {
            out += c;
        }
    }
    return out.append(query);
}

} // namespace

Result<std::unique_ptr<Connection>> Connection::open(const std::filesystem::path &path, Access access, int busyMilliseconds)
{
    const int flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
                      | (access == Access::ReadWrite ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY);
    sqlite3 *db = nullptr;
    const int code = sqlite3_open_v2(uri(path, access == Access::Immutable ? "?immutable=1" : "").c_str(), &db, flags, nullptr);
    std::unique_ptr<Connection> connection(new Connection(db));
    if (code != SQLITE_OK)
        return tl::unexpected(sqliteError(db, code));
    sqlite3_busy_timeout(db, busyMilliseconds);
    // The file may come from anywhere: its schema may not run code, nor may we be talked into writing to its pages.
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, nullptr);
    const Result<void> set =
        connection->execute("PRAGMA synchronous = FULL; PRAGMA cell_size_check = ON; PRAGMA cache_size = -65536");
    if (!set)
        return tl::unexpected(set.error());
    return connection;
}

Result<std::unique_ptr<Connection>> Connection::scratch()
{
    sqlite3 *db = nullptr;
    const int code = sqlite3_open(":memory:", &db);
    std::unique_ptr<Connection> connection(new Connection(db));
    if (code != SQLITE_OK)
        return tl::unexpected(sqliteError(db, code));
    return connection;
}

Connection::~Connection()
{
    m_statements.clear();
    sqlite3_close(m_db);
}

Result<Lease> Connection::lease(std::string_view sql)
{
    std::unique_ptr<Kept> &kept = m_statements[sql.data()];
    if (kept && !kept->taken)
        return Lease(kept->statement, kept->taken);
    auto statement = Statement::prepare(m_db, sql);
    if (!statement)
        return tl::unexpected(std::move(statement.error()));
    if (kept)
        return Lease(*std::move(statement)); // the same words one level up: this one lives for the loan only
    kept = std::make_unique<Kept>();
    kept->statement = *std::move(statement);
    return Lease(kept->statement, kept->taken);
}

Result<void> Connection::execute(const char *sql)
{
    const int code = sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return tl::unexpected(sqliteError(m_db, code));
    return {};
}

Result<std::optional<std::int64_t>> Connection::firstInteger(Statement &statement)
{
    auto row = statement.step();
    if (!row)
        return tl::unexpected(std::move(row.error()));
    if (!*row || statement.isNull(0))
        return std::nullopt;
    return statement.integer(0);
}

Result<void> Connection::checkpoint()
{
    sqlite3_busy_timeout(m_db, 0);
    const int code = sqlite3_wal_checkpoint_v2(m_db, "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    sqlite3_busy_timeout(m_db, patientMilliseconds);
    // Busy: a reader still looks at the log, which was synced and copied as far as that reader allows.
    if (code != SQLITE_OK && (code & 0xFF) != SQLITE_BUSY)
        return tl::unexpected(sqliteError(m_db, code));
    return {};
}

bool Connection::isReadOnly() const
{
    return sqlite3_db_readonly(m_db, "main") != 0;
}

std::string Connection::file() const
{
    const char *file = sqlite3_db_filename(m_db, "main");
    return file == nullptr ? std::string() : std::string(file);
}

bool Connection::inTransaction() const
{
    return sqlite3_get_autocommit(m_db) == 0;
}

std::int64_t Connection::changes() const
{
    return sqlite3_changes64(m_db);
}

Result<Transaction> Transaction::begin(Connection &connection, const char *sql)
{
    const bool outer = connection.inTransaction();
    if (outer)
        return Transaction(connection, true);
    if (Result<void> begun = connection.execute(sql); !begun)
        return tl::unexpected(std::move(begun.error()));
    return Transaction(connection, false);
}

Result<Transaction> Transaction::write(Connection &connection)
{
    return begin(connection, "BEGIN IMMEDIATE");
}

Result<Transaction> Transaction::read(Connection &connection)
{
    return begin(connection, "BEGIN");
}

Transaction::~Transaction()
{
    // A failure may have rolled back already; then there is nothing left to undo.
    if (m_connection != nullptr && !m_outer && m_connection->inTransaction())
        (void)m_connection->execute("ROLLBACK");
}

Result<void> Transaction::commit()
{
    Connection &connection = *m_connection;
    if (m_outer)
        return {};
    Result<void> done = connection.execute("COMMIT");
    if (done)
        m_connection = nullptr;
    return done;
}

} // namespace store
