// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "store/connection.h"

#include <filesystem>
#include <memory>

namespace store {

/// The right to write to a workspace, held for as long as the program has it open: a lock that ends with the process,
/// on an empty file `<workspace>-lock` beside it. It is a file of its own because a write transaction held on the workspace
/// would never let a commit end; and SQLite takes the lock, because it knows how on every system.
class WriterLock {
public:
    /// Fails with WorkspaceBusy where another has it, FileUnreadable or WorkspaceReadOnly where the folder takes no file.
    [[nodiscard]] static support::Result<WriterLock> acquire(const std::filesystem::path &workspace);

private:
    explicit WriterLock(std::unique_ptr<Connection> connection) : m_connection(std::move(connection)) {}

    std::unique_ptr<Connection> m_connection;
};

} // namespace store
