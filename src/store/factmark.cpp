// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "store/factmark.h"

#include "store/connection.h"
#include "store/reading.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <limits>
#include <vector>

namespace store {

using support::Result;

namespace {

/// How many facts from the last backwards tell one file from another that had the same beginning.
constexpr std::int64_t witnesses = 64;

/// The first `columns` of all rows; a NULL is a number that is none of theirs.
Result<void> addRows(Lease &query, int columns, std::vector<std::int64_t> &numbers)
{
    auto row = query->step();
    for (; row && *row; row = query->step()) {
        for (int column = 0; column < columns; ++column)
            numbers.push_back(query->isNull(column) ? std::numeric_limits<std::int64_t>::min() : query->integer(column));
    }
    return row ? Result<void>() : tl::unexpected(std::move(row.error()));
}

Result<FactMark> markUpTo(Connection &connection, FactNumber last, BatchId batch)
{
    auto batches = connection.lease("SELECT id, first_number, last_number, started_at, withdrawn_at FROM batch WHERE id <= ?1 "
                                    "ORDER BY id");
    auto facts = connection.lease("SELECT number, seal FROM fact_body WHERE number <= ?1 ORDER BY number DESC LIMIT ?2");
    if (!batches || !facts)
        return tl::unexpected(std::move(batches ? facts.error() : batches.error()));
    if (batch == 0)
        return FactMark();
    (*batches)->bind(batch);
    (*facts)->bind(last, witnesses);
    std::vector<std::int64_t> numbers;
    return addRows(*batches, 5, numbers).and_then([&] { return addRows(*facts, 2, numbers); }).map([&] {
        return FactMark{last, batch, XXH3_64bits(numbers.data(), numbers.size() * sizeof numbers[0])};
    });
}

} // namespace

Result<FactMark> markOf(Connection &connection)
{
    const auto last = lastNumber(connection);
    const auto batch = connection.integer("SELECT max(id) FROM batch");
    if (!last || !batch)
        return tl::unexpected(last ? batch.error() : last.error());
    return markUpTo(connection, *last, batch->value_or(0));
}

Result<bool> holds(Connection &connection, const FactMark &mark)
{
    return markUpTo(connection, mark.last, mark.batch).map([&](const FactMark &now) { return now == mark; });
}

} // namespace store
