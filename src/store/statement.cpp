// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "store/statement.h"

#include <sqlite3.h>

namespace store {

using support::ErrorCode;
using support::Result;

namespace {

ErrorCode codeOf(int sqliteCode)
{
    switch (sqliteCode & 0xFF) {
    case SQLITE_FULL: return ErrorCode::DiskFull;
    case SQLITE_READONLY: return ErrorCode::WorkspaceReadOnly;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return ErrorCode::WorkspaceBusy;
    case SQLITE_NOTADB: return ErrorCode::NotAWorkspace;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH: return ErrorCode::FileUnreadable;
    case SQLITE_TOOBIG: return ErrorCode::TooLarge;
    // What our own statements never meet in a sound file (a column that is not there, a value of the wrong type) is damage too.
    case SQLITE_CORRUPT:
    case SQLITE_ERROR:
    case SQLITE_SCHEMA:
    case SQLITE_MISMATCH:
    case SQLITE_CONSTRAINT: return ErrorCode::WorkspaceDamaged;
    default: return ErrorCode::IoFailed;
    }
}

} // namespace

support::Error sqliteError(sqlite3 *db, int code)
{
    const char *file = db == nullptr ? nullptr : sqlite3_db_filename(db, "main");
    const char *sentence = db == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(db);
    return {codeOf(code), file == nullptr ? "" : file, sentence};
}

Result<Statement> Statement::prepare(sqlite3 *db, std::string_view sql)
{
    sqlite3_stmt *statement = nullptr;
    const int code =
        sqlite3_prepare_v3(db, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK)
        return tl::unexpected(sqliteError(db, code));
    return Statement(statement);
}

Statement::~Statement()
{
    sqlite3_finalize(m_statement);
}

Result<bool> Statement::step()
{
    const int code = m_bound == SQLITE_OK ? sqlite3_step(m_statement) : m_bound;
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    return tl::unexpected(sqliteError(sqlite3_db_handle(m_statement), code));
}

Result<void> Statement::run()
{
    Result<bool> row = step();
    while (row && *row)
        row = step();
    reset();
    if (!row)
        return tl::unexpected(std::move(row.error()));
    return {};
}

void Statement::reset()
{
    sqlite3_reset(m_statement); // repeats the code of the last step, which was reported there
    m_bound = SQLITE_OK;
}

std::int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

std::string_view Statement::text(int column) const
{
    // SQLite counts and returns the bytes of a text as unsigned char.
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return bytes == nullptr ? std::string_view()
                            : std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column)));
}

std::string_view Statement::blob(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return bytes == nullptr ? std::string_view()
                            : std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column)));
}

void Statement::bindOne(int position, std::string_view text)
{
    note(sqlite3_bind_text64(m_statement, position, text.data() == nullptr ? "" : text.data(), text.size(), SQLITE_STATIC,
                             SQLITE_UTF8));
}

void Statement::bindOne(int position, Blob blob)
{
    note(sqlite3_bind_blob64(m_statement, position, blob.bytes.data() == nullptr ? "" : blob.bytes.data(), blob.bytes.size(),
                             SQLITE_STATIC));
}

void Statement::bindInteger(int position, std::int64_t value)
{
    note(sqlite3_bind_int64(m_statement, position, value));
}

void Statement::bindNull(int position)
{
    note(sqlite3_bind_null(m_statement, position));
}

} // namespace store
