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
    // People know the workspace, not the file beside it that another program holds.
    const auto refusal = [&](const support::Error &error) {
        return error.code == ErrorCode::WorkspaceBusy
                   ? failure(error.code, workspace.string(), "another program has this workspace open for writing")
                   : tl::unexpected(error);
    };
    auto connection = Connection::open(path, Connection::Access::ReadWrite);
    if (!connection)
        return refusal(connection.error());
    sqlite3_busy_timeout((*connection)->handle(), 0);
    if (const Result<void> locked = (*connection)->execute("BEGIN EXCLUSIVE"); !locked)
        return refusal(locked.error());
    return WriterLock(*std::move(connection));
}

} // namespace store
