// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "store/passing.h"
#include "store/reading.h"
#include "store/workspace.h"

namespace store {

using support::Result;

namespace {

BatchKind kindOf(std::string_view word)
{
    return word == store::word(BatchKind::Sample) ? BatchKind::Sample
           : word == store::word(BatchKind::Edit) ? BatchKind::Edit
                                                  : BatchKind::Import;
}

BatchInfo infoOf(const Statement &row)
{
    BatchInfo info{
        {row.integer(0), row.as<std::uint64_t>(4), row.as<std::uint64_t>(5), row.as<std::uint64_t>(6), row.as<std::uint64_t>(7)},
        {kindOf(row.text(1)), std::string(row.text(2)), {row.integer(3)}, std::string(row.text(10))},
        std::nullopt};
    if (!row.isNull(8))
        info.withdrawnAt = support::Instant{row.integer(8)};
    if (!row.isNull(9))
        info.rows = row.as<std::uint64_t>(9);
    return info;
}

} // namespace

std::string_view word(BatchKind kind)
{
    switch (kind) {
    case BatchKind::Import: return "import";
    case BatchKind::Edit: return "edit";
    case BatchKind::Sample: break;
    }
    return "sample";
}

Result<std::vector<BatchInfo>> Workspace::batches() const
{
    auto query = m_file->connection->lease("SELECT id, kind, label, started_at, created, updated, unchanged, refused, "
                                           "withdrawn_at, rows, actor FROM batch ORDER BY id");
    if (!query)
        return tl::unexpected(std::move(query.error()));
    Statement &rows = (*query)->bind();
    std::vector<BatchInfo> out;
    auto row = rows.step();
    for (; row && *row; row = rows.step())
        out.push_back(infoOf(rows));
    if (!row)
        return tl::unexpected(std::move(row.error()));
    return out;
}

Result<NumberRanges> Workspace::edited() const
{
    return NumberRanges::edited(*m_file->connection);
}

Result<std::uint64_t> countLiving(Connection &connection, NumberRanges::Range range, const NumberRanges &withdrawn)
{
    std::uint64_t living = 0;
    for (const NumberRanges::Range &gap : withdrawn.gaps(range.first, range.last)) {
        const auto facts = connection.integer("SELECT count(*) FROM fact WHERE number BETWEEN ?1 AND ?2", gap.first, gap.last);
        if (!facts)
            return tl::unexpected(facts.error());
        living += static_cast<std::uint64_t>(facts->value_or(0));
    }
    return living;
}

Result<std::optional<BatchId>> tornBatch(Connection &connection)
{
    const auto withdrawn = NumberRanges::withdrawn(connection);
    auto query = connection.lease("SELECT id, first_number, last_number FROM batch WHERE withdrawn_at IS NOT NULL AND "
                                  "first_number <= last_number ORDER BY id");
    if (!withdrawn || !query)
        return tl::unexpected(!withdrawn ? withdrawn.error() : query.error());
    std::optional<BatchId> torn;
    const auto look = [&](const Statement &row) -> Result<void> {
        const NumberRanges::Range own{row.as<FactNumber>(1), row.as<FactNumber>(2)};
        const auto living = countLiving(connection, own, *withdrawn);
        const auto all = living && *living != 0 ? countLiving(connection, own, {}) : living;
        if (!all)
            return tl::unexpected(all.error());
        if (!torn && *living < *all)
            torn = row.integer(0);
        return {};
    };
    return each((*query)->bind(), look).map([&] { return torn; });
}

Result<Staying> Workspace::staying(BatchId batch) const
{
    Connection &connection = *m_file->connection;
    const auto range = rangeOf(connection, batch);
    const auto withdrawn = NumberRanges::withdrawn(connection);
    auto query = connection.lease("SELECT DISTINCT batch FROM retold JOIN batch ON id = batch WHERE withdrawn_at IS NULL AND "
                                  "first <= ?2 AND last >= ?1 ORDER BY batch");
    if (!range || !withdrawn || !query)
        return tl::unexpected(!range ? range.error() : !withdrawn ? withdrawn.error() : query.error());
    const auto facts = countLiving(connection, *range, *withdrawn);
    if (!facts)
        return tl::unexpected(facts.error());
    Staying staying{*facts};
    return each((*query)->bind(range->first, range->last),
                [&](const Statement &row) -> Result<void> {
                    staying.toldBy.push_back(row.integer(0));
                    return {};
                })
        .map([&] { return std::move(staying); });
}

} // namespace store
