// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "store/migrations.h"

#include <fmt/format.h>

namespace store {

using support::ErrorCode;
using support::failure;
using support::Result;

Result<std::size_t> schemaVersion(Connection &connection)
{
    return connection.integer("PRAGMA user_version").and_then([&](std::optional<std::int64_t> version) -> Result<std::size_t> {
        if (!version || *version < 0)
            return failure(ErrorCode::WorkspaceDamaged, connection.file(), "the file has no version");
        return static_cast<std::size_t>(*version);
    });
}

Result<void> checkKnown(Connection &connection, std::size_t version)
{
    if (version <= migrations().size())
        return {};
    return failure(ErrorCode::WorkspaceNewer, connection.file(),
                   fmt::format("its schema has version {}, and this program knows {}", version, migrations().size()));
}

Result<void> migrate(Connection &connection, std::size_t target)
{
    const auto version = schemaVersion(connection);
    if (!version)
        return tl::unexpected(version.error());
    if (const Result<void> known = checkKnown(connection, *version); !known)
        return known;
    for (std::size_t next = *version; next < target; ++next) {
        auto step = Transaction::write(connection);
        if (!step)
            return tl::unexpected(std::move(step.error()));
        const std::string sql = fmt::format("{}\nPRAGMA user_version = {};", migrations()[next].sql, next + 1);
        const Result<void> done = connection.execute(sql.c_str()).and_then([&] { return step->commit(); });
        if (!done)
            return done;
    }
    return {};
}

Result<void> readAsCurrent(Connection &connection, std::size_t version)
{
    for (const Migration &step : migrations().subspan(version)) {
        if (const Result<void> seen = connection.execute(step.reading); !seen)
            return seen;
    }
    return {};
}

} // namespace store
