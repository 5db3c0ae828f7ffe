// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "store/recordsof.h"

#include "domain/canonical.h"
#include "store/file.h"
#include "store/passing.h"

namespace store {

using support::ErrorCode;
using support::Result;

Result<std::vector<StoredRecord>> recordsOf(const Workspace &file, std::int64_t identity)
{
    Connection &connection = *file.file().connection;
    const auto view = Transaction::read(connection);
    const auto withdrawn = view ? NumberRanges::withdrawn(connection) : tl::unexpected(view.error());
    if (!withdrawn)
        return tl::unexpected(withdrawn.error());
    // Identities with one hash stand side by side, from its own place on to the first that is free.
    auto query =
        connection.lease("WITH RECURSIVE place (hash, head) AS (SELECT hash, number FROM identity WHERE hash = ?1 UNION ALL "
                         "SELECT identity.hash, identity.number FROM place JOIN identity ON identity.hash = place.hash + 1) "
                         "SELECT head AS number FROM place WHERE head > 0 UNION SELECT number FROM version WHERE head IN "
                         "(SELECT head FROM place WHERE head > 0) ORDER BY number");
    if (!query)
        return tl::unexpected(std::move(query.error()));
    std::vector<StoredRecord> records;
    const Result<void> done = each((*query)->bind(identity), [&](const Statement &found) -> Result<void> {
        const auto number = found.as<FactNumber>(0);
        if (withdrawn->contains(number))
            return {};
        const auto record = file.read(number);
        if (!record) // the head of a chain may have been refused at the end of its batch
            return record.error().code == ErrorCode::OutOfRange ? Result<void>() : tl::unexpected(record.error());
        if (domain::valueHash(domain::identityBytes(*record)) == identity)
            records.push_back({number, file.row(number).map(&domain::FactRow::until).value_or(support::Instant::max()), *record});
        return {};
    });
    if (!done)
        return tl::unexpected(done.error());
    return records;
}

} // namespace store
