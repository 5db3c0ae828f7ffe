// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "store/statement.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

namespace store {

/// A statement on loan from its connection: reset when the loan ends, so that no read stays open behind our back.
class Lease {
public:
    Lease(Statement &statement, bool &taken) : m_statement(&statement), m_taken(&taken) { taken = true; }
    explicit Lease(Statement own) : m_own(std::move(own)) {}
    Lease(Lease &&other) noexcept
        : m_own(std::move(other.m_own))
        , m_statement(std::exchange(other.m_statement, nullptr))
        , m_taken(std::exchange(other.m_taken, nullptr))
    {}
    Lease(const Lease &) = delete;
    Lease &operator=(const Lease &) = delete;
    Lease &operator=(Lease &&) = delete;
    ~Lease()
    {
        if (m_statement == nullptr)
            return;
        m_statement->reset();
        *m_taken = false;
    }

    Statement *operator->() { return m_statement == nullptr ? &m_own : m_statement; }

private:
    Statement m_own;
    Statement *m_statement = nullptr;
    bool *m_taken = nullptr;
};

/// One connection to one file, used by one thread at a time. Statements are prepared once and kept.
class Connection {
public:
    enum class Access {
        ReadWrite,
        ReadOnly,
        Immutable, ///< nobody can change the file, and the folder does not let us put a shared index beside it
    };

    /// How long to wait for another connection that is just recovering the log or checkpointing.
    static constexpr int patientMilliseconds = 5000;

    [[nodiscard]] static support::Result<std::unique_ptr<Connection>> open(const std::filesystem::path &path, Access access,
                                                                           int busyMilliseconds = patientMilliseconds);

    /// An empty file in memory.
    [[nodiscard]] static support::Result<std::unique_ptr<Connection>> scratch();

    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    ~Connection();

    /// The statement of `sql`, which has to be a literal: it is known by its address.
    [[nodiscard]] support::Result<Lease> lease(std::string_view sql);
    /// Runs any number of statements, rows dropped.
    [[nodiscard]] support::Result<void> execute(const char *sql);
    /// Runs one literal statement with these parameters to its end.
    template <class... Values>
    [[nodiscard]] support::Result<void> run(std::string_view sql, const Values &...values)
    {
        auto statement = lease(sql);
        if (!statement)
            return tl::unexpected(std::move(statement.error()));
        return (*statement)->bind(values...).run();
    }
    /// The integer in the first column of the first row; none where there is no row or the value is NULL.
    template <class... Values>
    [[nodiscard]] support::Result<std::optional<std::int64_t>> integer(std::string_view sql, const Values &...values)
    {
        auto statement = lease(sql);
        if (!statement)
            return tl::unexpected(std::move(statement.error()));
        return firstInteger((*statement)->bind(values...));
    }

    /// Copies the log into the file, so that what we read is on the disk and not only in a cache. Readers do not stop it.
    [[nodiscard]] support::Result<void> checkpoint();
    [[nodiscard]] bool isReadOnly() const;
    /// The file as SQLite knows it: its path from the root; empty for one in memory.
    [[nodiscard]] std::string file() const;
    [[nodiscard]] bool inTransaction() const;
    /// Rows that the last INSERT, UPDATE or DELETE changed.
    [[nodiscard]] std::int64_t changes() const;
    [[nodiscard]] sqlite3 *handle() const { return m_db; }

private:
    struct Kept {
        Statement statement;
        bool taken = false;
    };

    explicit Connection(sqlite3 *db) : m_db(db) {}
    [[nodiscard]] static support::Result<std::optional<std::int64_t>> firstInteger(Statement &statement);

    sqlite3 *m_db;
    std::unordered_map<const char *, std::unique_ptr<Kept>> m_statements;
};

/// A transaction that is undone unless it is committed. Inside another one it is a part of that.
class Transaction {
public:
    /// Takes the right to write. Fails with WorkspaceReadOnly, WorkspaceBusy.
    [[nodiscard]] static support::Result<Transaction> write(Connection &connection);
    /// One unchanging view for several reads.
    [[nodiscard]] static support::Result<Transaction> read(Connection &connection);

    Transaction(Transaction &&other) noexcept : m_connection(std::exchange(other.m_connection, nullptr)), m_outer(other.m_outer)
    {}
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    [[nodiscard]] support::Result<void> commit();

private:
    Transaction(Connection &connection, bool outer) : m_connection(&connection), m_outer(outer) {}
    [[nodiscard]] static support::Result<Transaction> begin(Connection &connection, const char *sql);

    Connection *m_connection;
    bool m_outer;
};

} // namespace store
