// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "store/writerlock.h"

#include <sqlite3.h>

namespace store {

using support::ErrorCode;
using support::failure;
using support::Result;

Result<WriterLock> WriterLock::acquire(const std::filesystem::path &workspace)
{
    std::filesystem::path path = workspace;
    path += "-lock";
    auto connection = Connection::open(path, Connection::Access::ReadWrite);
    if (!connection)
        return tl::unexpected(std::move(connection.error()));
    sqlite3_busy_timeout((*connection)->handle(), 0);
    const Result<void> locked = (*connection)->execute("BEGIN EXCLUSIVE");
    if (!locked && locked.error().code == ErrorCode::WorkspaceBusy)
        return failure(ErrorCode::WorkspaceBusy, workspace.string(), "another program has this workspace open for writing");
    if (!locked)
        return tl::unexpected(locked.error());
    return WriterLock(*std::move(connection));
}

} // namespace store
