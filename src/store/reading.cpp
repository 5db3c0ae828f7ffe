// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "store/reading.h"

#include "store/passing.h"
#include "store/workspace.h"

#include <fmt/format.h>

#include <algorithm>

namespace store {

using domain::FactRow;
using domain::SymbolKey;
using support::ErrorCode;
using support::failure;
using support::Instant;
using support::Result;

Result<SymbolKey> lastSymbol(Connection &connection)
{
    return connection.integer("SELECT max(key) FROM symbol").map([](auto key) {
        return static_cast<SymbolKey>(key.value_or(0));
    });
}

Result<UntilCursor> UntilCursor::open(Connection &connection, FactNumber first, FactNumber last)
{
    auto query = connection.lease("SELECT number, until FROM version WHERE number BETWEEN ?1 AND ?2 ORDER BY number");
    if (!query)
        return tl::unexpected(std::move(query.error()));
    (*query)->bind(first, last);
    UntilCursor cursor(*std::move(query));
    if (Result<void> begun = cursor.advance(); !begun)
        return tl::unexpected(std::move(begun.error()));
    return cursor;
}

Result<void> UntilCursor::advance()
{
    return m_rows->step().map([this](bool row) {
        m_number = row ? m_rows->as<FactNumber>(0) : 0;
        m_until = row ? Instant{m_rows->integer(1)} : Instant::max();
    });
}

Result<Instant> UntilCursor::at(FactNumber number)
{
    while (m_number != 0 && m_number < number) {
        if (Result<void> next = advance(); !next)
            return tl::unexpected(std::move(next.error()));
    }
    return m_number == number ? m_until : Instant::max();
}

FactRow factRow(const Statement &row)
{
    FactRow out;
    out.number = row.as<FactNumber>(0);
    out.kind = static_cast<domain::RowKind>(row.as<std::uint8_t>(1));
    out.subject = row.as<SymbolKey>(2);
    out.object = row.as<SymbolKey>(3);
    out.a = row.as<std::uint32_t>(4);
    out.b = row.as<std::uint32_t>(5);
    out.c = row.as<std::uint32_t>(6);
    out.d = row.as<SymbolKey>(7);
    out.value = row.integer(8);
    out.occurred = {row.integer(9)};
    out.recorded = {row.integer(10)};
    return out;
}

Result<FactNumber> lastNumber(Connection &connection)
{
    return connection.integer("SELECT max(last_number) FROM batch").map([](auto last) {
        return static_cast<FactNumber>(last.value_or(0));
    });
}

Result<NumberRanges::Range> rangeOf(Connection &connection, BatchId batch)
{
    const auto first = connection.integer("SELECT first_number FROM batch WHERE id = ?1", batch);
    const auto last = connection.integer("SELECT last_number FROM batch WHERE id = ?1", batch);
    if (!first || !last)
        return tl::unexpected(first ? last.error() : first.error());
    if (!*first)
        return failure(ErrorCode::UnknownImport, fmt::to_string(batch), "no batch has this number");
    return NumberRanges::Range{static_cast<FactNumber>(**first), static_cast<FactNumber>(**last)};
}

namespace {

/// A filter as the statement takes it.
struct Selection {
    std::int64_t type = -1; ///< any
    Instant asOf = Instant::max();
};

/// Who hears of the facts, and of those that cannot be read.
struct Sinks {
    const Workspace::RecordSink &record;
    const Workspace::DamageSink &damaged;
};

Result<void> scanBodies(Connection &connection, NumberRanges::Range range, Selection selection, const Sinks &sinks)
{
    auto query =
        connection.lease("SELECT number, occurred_at, recorded_at, seal, body FROM fact_body CROSS JOIN fact USING (number) "
                         "WHERE number BETWEEN ?1 AND ?2 AND (?3 < 0 OR type = ?3) AND recorded_at <= ?4 AND occurred_at <= ?4 "
                         "ORDER BY number");
    if (!query)
        return tl::unexpected(std::move(query.error()));
    auto untils = UntilCursor::open(connection, range.first, range.last);
    if (!untils)
        return tl::unexpected(std::move(untils.error()));
    return each((*query)->bind(range.first, range.last, selection.type, selection.asOf.micros),
                [&](const Statement &row) -> Result<void> {
                    const auto number = row.as<FactNumber>(0);
                    const Body body{std::string(row.blob(4)), {{row.integer(1)}, {row.integer(2)}}, row.integer(3)};
                    auto record = decode(body);
                    const auto until = untils->at(number);
                    if (!until)
                        return tl::unexpected(until.error());
                    if (record)
                        return sinks.record({number, *until, *std::move(record)});
                    const support::Error error = damagedFact(connection, number, record.error().detail);
                    if (!sinks.damaged)
                        return tl::unexpected(error);
                    sinks.damaged(number, error);
                    return {};
                });
}

Result<Selection> select(const RecordFilter &filter)
{
    Selection selection;
    selection.asOf = filter.asOf.value_or(Instant::max());
    if (!filter.type)
        return selection;
    const auto type = typeIndex(*filter.type);
    if (!type)
        return failure(ErrorCode::UnknownType, *filter.type, "no type of fact has this name");
    selection.type = static_cast<std::int64_t>(*type);
    return selection;
}

} // namespace

Result<void> Workspace::scanRecords(const RecordFilter &filter, const RecordSink &sink, const Watch &watch,
                                    const DamageSink &damaged) const
{
    Connection &connection = *m_file->connection;
    const auto view = Transaction::read(connection);
    if (!view)
        return tl::unexpected(view.error());
    const auto selection = select(filter);
    const auto last = store::lastNumber(connection);
    const auto withdrawn = NumberRanges::withdrawn(connection);
    if (!selection || !last || !withdrawn)
        return tl::unexpected(!selection ? selection.error() : !last ? last.error() : withdrawn.error());
    const auto range = filter.batch ? rangeOf(connection, *filter.batch) : Result<NumberRanges::Range>({1, *last});
    if (!range)
        return tl::unexpected(range.error());
    Watcher watcher(watch, *last);
    const RecordSink watched = [&](const StoredRecord &stored) {
        return watcher.stopped(stored.number) ? Result<void>(cancelled()) : sink(stored);
    };
    for (const NumberRanges::Range part : withdrawn->gaps(range->first, range->last)) {
        const Result<void> done = scanBodies(connection, part, *selection, {watched, damaged});
        if (!done)
            return done;
    }
    return {};
}

Result<FactRow> Workspace::row(FactNumber number) const
{
    auto query =
        m_file->connection->lease("SELECT number, kind, subject, object, a, b, c, d, value, occurred_at, fact.recorded_at, until "
                                  "FROM fact LEFT JOIN version USING (number) WHERE number = ?1");
    if (!query)
        return tl::unexpected(std::move(query.error()));
    Statement &columns = (*query)->bind(number);
    const auto found = columns.step();
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return support::failure(ErrorCode::OutOfRange, std::to_string(number), "no fact has this number");
    FactRow row = factRow(columns);
    row.until = columns.isNull(11) ? Instant::max() : Instant{columns.integer(11)};
    return row;
}

Result<domain::Record> Workspace::read(FactNumber number) const
{
    return m_file->facts.record(number);
}

Result<std::vector<FactRow>> Workspace::timeline(std::span<const SymbolKey> subjects, std::size_t offset, std::size_t limit) const
{
    Connection &connection = *m_file->connection;
    const auto view = Transaction::read(connection);
    const auto withdrawn = view ? NumberRanges::withdrawn(connection) : tl::unexpected(view.error());
    auto query = connection.lease(
        "SELECT number, kind, subject, object, a, b, c, d, value, occurred_at, fact.recorded_at, until "
        "FROM fact LEFT JOIN version USING (number) WHERE subject = ?1 AND subject <> 0 "
        "UNION ALL SELECT number, kind, subject, object, a, b, c, d, value, occurred_at, fact.recorded_at, until "
        "FROM fact LEFT JOIN version USING (number) WHERE object = ?1 AND subject = 0 AND kind = 20");
    if (!withdrawn || !query)
        return tl::unexpected(withdrawn ? query.error() : withdrawn.error());
    std::vector<FactRow> rows;
    for (const SymbolKey subject : subjects) {
        const Result<void> read = each((*query)->bind(subject), [&](const Statement &columns) -> Result<void> {
            FactRow row = factRow(columns);
            if (withdrawn->contains(row.number))
                return {};
            row.until = columns.isNull(11) ? Instant::max() : Instant{columns.integer(11)};
            rows.push_back(row);
            return {};
        });
        if (!read)
            return tl::unexpected(read.error());
    }
    std::ranges::sort(rows, [](const FactRow &a, const FactRow &b) {
        return std::pair(b.occurred, b.number) < std::pair(a.occurred, a.number);
    });
    const std::size_t first = std::min(offset, rows.size());
    const std::size_t end = first + std::min(limit, rows.size() - first);
    return std::vector<FactRow>(rows.begin() + static_cast<std::ptrdiff_t>(first),
                                rows.begin() + static_cast<std::ptrdiff_t>(end));
}

Result<std::vector<std::string>> Workspace::names(std::span<const SymbolKey> keys) const
{
    // Outside of one transaction SQLite takes its locks for each of them, which takes longer than the look itself.
    const auto view = Transaction::read(*m_file->connection);
    if (!view)
        return tl::unexpected(view.error());
    auto query = m_file->connection->lease("SELECT name FROM thing WHERE key = ?1");
    if (!query)
        return tl::unexpected(std::move(query.error()));
    std::vector<std::string> names;
    names.reserve(keys.size());
    for (const SymbolKey key : keys) {
        Statement &row = (*query)->bind(key);
        const auto found = row.step();
        if (!found)
            return tl::unexpected(found.error());
        names.emplace_back(*found ? row.text(0) : std::string_view());
    }
    return names;
}

Result<FactNumber> Workspace::describing(SymbolKey key) const
{
    auto query = m_file->connection->lease("SELECT number FROM thing WHERE key = ?1");
    if (!query)
        return tl::unexpected(std::move(query.error()));
    Statement &row = (*query)->bind(key);
    const auto found = row.step();
    if (!found)
        return tl::unexpected(found.error());
    return *found ? row.as<FactNumber>(0) : 0;
}

Result<std::vector<StoredRecord>> Workspace::organisation() const
{
    Connection &connection = *m_file->connection;
    const auto view = Transaction::read(connection);
    const auto withdrawn = view ? NumberRanges::withdrawn(connection) : tl::unexpected(view.error());
    auto query =
        connection.lease("SELECT number, until FROM fact LEFT JOIN version USING (number) WHERE kind = 0 ORDER BY number");
    if (!withdrawn || !query)
        return tl::unexpected(withdrawn ? query.error() : withdrawn.error());
    std::vector<StoredRecord> records;
    const Result<void> read = each((*query)->bind(), [&](const Statement &row) -> Result<void> {
        const auto number = row.as<FactNumber>(0);
        if (withdrawn->contains(number))
            return {};
        auto record = m_file->facts.record(number);
        if (!record)
            return tl::unexpected(std::move(record.error()));
        const domain::Fact &fact = record->fact();
        if (!std::holds_alternative<domain::Assessment>(fact) && !std::holds_alternative<domain::Article>(fact))
            records.push_back({number, row.isNull(1) ? Instant::max() : Instant{row.integer(1)}, *std::move(record)});
        return {};
    });
    if (!read)
        return tl::unexpected(read.error());
    return records;
}

Result<std::uint64_t> Workspace::unsent() const
{
    const auto withdrawn = NumberRanges::withdrawn(*m_file->connection);
    auto query = m_file->connection->lease("SELECT first, last FROM outbox");
    if (!withdrawn || !query)
        return tl::unexpected(withdrawn ? query.error() : withdrawn.error());
    std::uint64_t count = 0;
    return each((*query)->bind(),
                [&](const Statement &row) -> Result<void> {
                    for (const NumberRanges::Range &living : withdrawn->gaps(row.as<FactNumber>(0), row.as<FactNumber>(1)))
                        count += std::uint64_t{living.last} - living.first + 1;
                    return {};
                })
        .map([&] { return count; });
}

} // namespace store
