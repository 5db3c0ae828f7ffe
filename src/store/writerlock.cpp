// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "store/writerlock.h"

namespace store {

using support::ErrorCode;
using support::failure;
using support::Result;

Result<WriterLock> WriterLock::acquire(const std::filesystem::path &workspace)
{
    // One workspace has one lock, by whatever link it is opened.
    std::error_code error;
    std::filesystem::path path = std::filesystem::canonical(workspace, error);
    if (error)
        path = workspace;
    path += "-lock";
    // People know the workspace, not the file beside it that another program holds.
    const auto refusal = [&](const support::Error &refused) {
        return refused.code == ErrorCode::WorkspaceBusy
                   ? failure(refused.code, workspace.string(), "another program has this workspace open for writing")
                   : tl::unexpected(refused);
    };
    // Who has the lock keeps it: there is nothing to wait for.
    auto connection = Connection::open(path, Connection::Access::ReadWrite, 0);
    if (!connection)
        return refusal(connection.error());
    if (const Result<void> locked = (*connection)->execute("BEGIN EXCLUSIVE"); !locked)
        return refusal(locked.error());
    return WriterLock(*std::move(connection));
}

} // namespace store
