// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "store/connection.h"

#include <span>

namespace store {

/// "PLBN" in the header of every workspace file.
constexpr std::int64_t applicationId = 0x504C424E;

/// One step of the schema. Its version is its place, from 1.
struct Migration {
    const char *name;
    const char *sql;
    const char *reading; ///< views that let a file which has not had this step be read as if it had
};

/// All steps, made from sql/ by the build.
[[nodiscard]] std::span<const Migration> migrations();

/// Brings a file from the version it has to `target`, each step in one transaction with its version.
/// Fails with WorkspaceNewer on a file of a later program.
[[nodiscard]] support::Result<void> migrate(Connection &connection, std::size_t target);

/// Lets `connection`, which may only read, ask a file of an earlier version as if it were up to date; the file stays as it is.
[[nodiscard]] support::Result<void> readAsCurrent(Connection &connection, std::size_t version);

/// The version that the file has. Fails with WorkspaceDamaged where it has none.
[[nodiscard]] support::Result<std::size_t> schemaVersion(Connection &connection);

/// Fails with WorkspaceNewer (the detail says both versions) where this program does not know `version` yet.
[[nodiscard]] support::Result<void> checkKnown(Connection &connection, std::size_t version);

} // namespace store
