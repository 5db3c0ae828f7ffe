// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "store/factstore.h"

#include "domain/canonical.h"

#include <fmt/format.h>

#include <algorithm>

namespace store {

using support::ErrorCode;
using support::failure;
using support::Result;

std::int64_t sealOf(std::string_view bytes, const domain::Times &times)
{
    // Odd multipliers (from the golden ratio) spread the times over all bits, so that a change of one does not cancel another.
    const auto mixed = static_cast<std::uint64_t>(domain::valueHash(bytes))
                       ^ static_cast<std::uint64_t>(times.occurred.micros) * 0x9E3779B97F4A7C15ULL
                       ^ static_cast<std::uint64_t>(times.recorded.micros) * 0xC2B2AE3D27D4EB4FULL;
    // 47 bits are six bytes in the file; one damaged fact in 10^14 would pass.
    return static_cast<std::int64_t>((mixed ^ mixed >> 47U) & 0x7FFF'FFFF'FFFFULL);
}

Result<void> FactStore::insert(const domain::FactRow &row, std::int64_t seal, std::string_view bytes)
{
    const auto numbers =
        m_connection.run("INSERT INTO fact (number, kind, subject, object, a, b, c, d, value, occurred_at, recorded_at) "
                         "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
                         row.number, static_cast<int>(row.kind), row.subject, row.object, row.a, row.b, row.c, row.d, row.value,
                         row.occurred.micros, row.recorded.micros);
    if (!numbers)
        return numbers;
    return m_connection.run("INSERT INTO fact_body (number, type, seal, body) VALUES (?1, ?2, ?3, ?4)", row.number,
                            static_cast<int>(static_cast<unsigned char>(bytes.front())), seal, Blob{bytes});
}

Result<void> FactStore::remove(FactNumber number)
{
    return m_connection.run("DELETE FROM fact_body WHERE number = ?1", number).and_then([&] {
        return m_connection.run("DELETE FROM fact WHERE number = ?1", number);
    });
}

Result<Body> FactStore::body(FactNumber number)
{
    auto query = m_connection.lease(
        "SELECT body, seal, occurred_at, recorded_at FROM fact_body JOIN fact USING (number) WHERE number = ?1");
    if (!query)
        return tl::unexpected(std::move(query.error()));
    const auto row = (*query)->bind(number).step();
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return failure(ErrorCode::OutOfRange, fmt::to_string(number), "no fact has this number");
    return Body{std::string((*query)->blob(0)), {{(*query)->integer(2)}, {(*query)->integer(3)}}, (*query)->integer(1)};
}

Result<domain::Record> FactStore::record(FactNumber number)
{
    return body(number).and_then([&](const Body &found) {
        return decode(found).map_error(
            [&](const support::Error &error) { return damagedFact(m_connection, number, error.detail); });
    });
}

Result<domain::Record> decode(const Body &body)
{
    if (sealOf(body.bytes, body.times) != body.seal)
        return failure(ErrorCode::WorkspaceDamaged, "", "the fact's bytes do not fit their seal");
    return domain::fromCanonicalBytes(body.bytes, body.times).map_error([](const support::Error &error) {
        return support::Error{ErrorCode::WorkspaceDamaged, "", error.detail};
    });
}

support::Error damagedFact(const Connection &connection, FactNumber number, std::string_view detail)
{
    return {ErrorCode::WorkspaceDamaged, connection.file(), fmt::format("fact {}: {}", number, detail)};
}

template <class... Values>
Result<NumberRanges> NumberRanges::read(Connection &connection, std::string_view sql, Values... values)
{
    auto query = connection.lease(sql);
    if (!query)
        return tl::unexpected(std::move(query.error()));
    (*query)->bind(values...);
    NumberRanges ranges;
    auto row = (*query)->step();
    for (; row && *row; row = (*query)->step())
        ranges.add({(*query)->as<FactNumber>(0), (*query)->as<FactNumber>(1)});
    if (!row)
        return tl::unexpected(std::move(row.error()));
    return ranges;
}

Result<NumberRanges> NumberRanges::withdrawn(Connection &connection)
{
    auto gone =
        read(connection, "SELECT first_number, last_number FROM batch WHERE withdrawn_at IS NOT NULL ORDER BY first_number");
    if (!gone || gone->m_ranges.empty())
        return gone;
    return read(connection, "SELECT first, last FROM retold JOIN batch ON id = batch WHERE withdrawn_at IS NULL ORDER BY first")
        .map([&](const NumberRanges &retold) { return gone->without(retold); });
}

Result<NumberRanges> NumberRanges::toldBy(Connection &connection, BatchId batch)
{
    return read(connection,
                "SELECT first, last FROM retold WHERE batch = ?1 "
                "UNION ALL SELECT first_number, last_number FROM batch WHERE id = ?1 ORDER BY 1",
                batch);
}

Result<NumberRanges> NumberRanges::toldBefore(Connection &connection, BatchId batch)
{
    return read(connection,
                "SELECT first, last FROM retold JOIN batch ON id = batch WHERE withdrawn_at IS NULL AND id < ?1 "
                "UNION ALL SELECT first_number, last_number FROM batch WHERE withdrawn_at IS NULL AND id < ?1 ORDER BY 1",
                batch);
}

Result<NumberRanges> NumberRanges::edited(Connection &connection)
{
    const auto edits =
        read(connection, "SELECT first_number, last_number FROM batch WHERE kind = 'edit' AND withdrawn_at IS NULL ORDER BY 1");
    if (!edits || edits->m_ranges.empty())
        return edits;
    return read(connection, "SELECT first, last FROM retold JOIN batch ON id = batch "
                            "WHERE withdrawn_at IS NULL AND kind <> 'edit' ORDER BY 1")
        .map([&](const NumberRanges &told) { return edits->without(told); });
}

NumberRanges NumberRanges::of(const std::vector<bool> &numbers)
{
    NumberRanges ranges;
    for (std::size_t number = 0; number < numbers.size(); ++number) {
        if (numbers[number])
            ranges.add({static_cast<FactNumber>(number), static_cast<FactNumber>(number)});
    }
    return ranges;
}

void NumberRanges::add(Range range)
{
    if (range.last < range.first)
        return;
    const bool touches = !m_ranges.empty() && std::uint64_t{m_ranges.back().last} + 1 >= range.first;
    if (touches)
        m_ranges.back().last = std::max(m_ranges.back().last, range.last);
    else
        m_ranges.push_back(range);
}

NumberRanges NumberRanges::without(const NumberRanges &other) const
{
    NumberRanges left;
    for (const Range &range : m_ranges) {
        for (const Range &gap : other.gaps(range.first, range.last))
            left.add(gap);
    }
    return left;
}

bool NumberRanges::contains(FactNumber number) const
{
    const auto after = std::ranges::upper_bound(m_ranges, number, {}, &Range::first);
    return after != m_ranges.begin() && std::prev(after)->last >= number;
}

std::vector<NumberRanges::Range> NumberRanges::gaps(FactNumber first, FactNumber last) const
{
    std::vector<Range> free;
    std::uint64_t next = first; // wider than a number: a range may end at the last one there is
    auto range = std::ranges::lower_bound(m_ranges, first, {}, &Range::last);
    for (; range != m_ranges.end() && range->first <= last; ++range) {
        if (range->first > next)
            free.push_back({static_cast<FactNumber>(next), range->first - 1});
        next = std::uint64_t{range->last} + 1;
    }
    if (next <= last)
        free.push_back({static_cast<FactNumber>(next), last});
    return free;
}

} // namespace store
