// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "support/error.h"

#include <concepts>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

struct sqlite3;
struct sqlite3_stmt;

namespace store {

/// SQLite's result code as an error of ours; the subject is the file, the detail is SQLite's own sentence.
[[nodiscard]] support::Error sqliteError(sqlite3 *db, int code);

/// Bytes that are bound as a BLOB, where a text would be bound as TEXT.
struct Blob {
    std::string_view bytes;
};

/// A prepared statement. Bound texts and blobs are not copied: they have to live until the last `step`. A failed bind is
/// reported by the next `step`.
class Statement {
public:
    /// Prepares `sql` for a long life. Fails as SQLite does (a damaged schema: WorkspaceDamaged).
    [[nodiscard]] static support::Result<Statement> prepare(sqlite3 *db, std::string_view sql);

    Statement() = default;
    Statement(Statement &&other) noexcept : m_statement(std::exchange(other.m_statement, nullptr)), m_bound(other.m_bound) {}
    Statement &operator=(Statement &&other) noexcept
    {
        std::swap(m_statement, other.m_statement);
        std::swap(m_bound, other.m_bound);
        return *this;
    }
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;
    ~Statement();

    /// Starts over with these values for the parameters ?1, ?2 …
    template <class... Values>
    Statement &bind(const Values &...values)
    {
        reset();
        int position = 0;
        (bindOne(++position, values), ...);
        return *this;
    }

    /// True when there is a row to read, false at the end.
    [[nodiscard]] support::Result<bool> step();
    /// Runs to the end and resets; rows are dropped.
    [[nodiscard]] support::Result<void> run();
    void reset();

    [[nodiscard]] std::int64_t integer(int column) const;
    template <std::integral T>
    [[nodiscard]] T as(int column) const
    {
        return static_cast<T>(integer(column));
    }
    [[nodiscard]] bool isNull(int column) const;
    /// Valid until the next step, as is `blob`.
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] std::string_view blob(int column) const;

private:
    explicit Statement(sqlite3_stmt *statement) : m_statement(statement) {}

    template <std::integral T>
    void bindOne(int position, T value)
    {
        bindInteger(position, static_cast<std::int64_t>(value));
    }
    template <class T>
    void bindOne(int position, const std::optional<T> &value)
    {
        if (value)
            bindOne(position, *value);
        else
            bindNull(position);
    }
    void bindOne(int position, std::string_view text);
    void bindOne(int position, Blob blob);
    void bindInteger(int position, std::int64_t value);
    void bindNull(int position);
    void note(int code) { m_bound = m_bound == 0 ? code : m_bound; }

    sqlite3_stmt *m_statement = nullptr;
    int m_bound = 0; // the first bind that failed
};

} // namespace store
