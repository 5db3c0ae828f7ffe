// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "store/factmark.h"
#include "store/file.h"
#include "store/passing.h"
#include "store/reading.h"
#include "store/rowcheck.h"

namespace store {

using domain::FactRow;
using support::Instant;
using support::Result;

Result<void> scanRange(Connection &connection, NumberRanges::Range range, const RowTake &take)
{
    const auto symbols = lastSymbol(connection);
    if (!symbols)
        return tl::unexpected(symbols.error());
    auto query = connection.lease("SELECT number, kind, subject, object, a, b, c, d, value, occurred_at, recorded_at FROM fact "
                                  "WHERE number BETWEEN ?1 AND ?2 ORDER BY number");
    if (!query)
        return tl::unexpected(std::move(query.error()));
    auto untils = UntilCursor::open(connection, range.first, range.last);
    if (!untils)
        return tl::unexpected(std::move(untils.error()));
    return each((*query)->bind(range.first, range.last), [&](const Statement &columns) -> Result<void> {
        FactRow row = factRow(columns);
        if (!isPlausible(row, *symbols))
            return tl::unexpected(damagedFact(connection, row.number, "its numbers are out of their ranges"));
        const auto until = untils->at(row.number);
        if (!until)
            return tl::unexpected(until.error());
        row.until = *until;
        return take(row);
    });
}

namespace {

/// The facts up to `last` that have another end since, because their successors came after it.
Result<void> scanEnded(Connection &connection, FactNumber last, const Workspace::RowSink &sink)
{
    auto query = connection.lease(
        "SELECT fact.number, kind, subject, object, a, b, c, d, value, occurred_at, fact.recorded_at, ended.until "
        "FROM version AS newer JOIN version AS ended ON ended.head = newer.head JOIN fact ON fact.number = ended.number "
        "WHERE newer.number > ?1 AND ended.number <= ?1 AND ended.until IS NOT NULL");
    if (!query)
        return tl::unexpected(std::move(query.error()));
    return each((*query)->bind(last), [&](const Statement &columns) -> Result<void> {
        FactRow row = factRow(columns);
        row.until = Instant{columns.integer(11)};
        sink(row);
        return {};
    });
}

} // namespace

Result<std::optional<FactMark>> Workspace::scan(const RowSink &sink, const Watch &watch, const FactMark &after) const
{
    using Passed = Result<std::optional<FactMark>>;
    Connection &connection = *m_file->connection;
    const auto view = Transaction::read(connection);
    if (!view)
        return tl::unexpected(view.error());
    const auto mark = markOf(connection);
    const auto held = holds(connection, after);
    const auto withdrawn = NumberRanges::withdrawn(connection);
    if (!mark || !held || !withdrawn)
        return tl::unexpected(!mark ? mark.error() : !held ? held.error() : withdrawn.error());
    if (!*held)
        return Passed(std::nullopt);
    if (const Result<void> done = after.last == 0 ? Result<void>() : scanEnded(connection, after.last, sink); !done)
        return tl::unexpected(done.error());
    Watcher watcher(watch, mark->last);
    for (const NumberRanges::Range range : withdrawn->gaps(after.last + 1, mark->last)) {
        const Result<void> done = scanRange(connection, range, [&](const FactRow &row) -> Result<void> {
            sink(row);
            return watcher.stopped(row.number) ? Result<void>(cancelled()) : Result<void>();
        });
        if (!done)
            return tl::unexpected(done.error());
    }
    return Passed(*mark);
}

} // namespace store
