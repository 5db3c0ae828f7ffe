// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "store/reading.h"
#include "store/workspace.h"

#include "domain/canonical.h"

#include <fmt/format.h>

#include <algorithm>

namespace store {

using domain::FactRow;
using domain::RowKind;
using domain::SymbolKey;
using support::ErrorCode;
using support::failure;
using support::Result;

namespace {

using Range = NumberRanges::Range;

/// Turns a batch off or on, within a transaction of the caller.
class Switch {
public:
    Switch(File &file, BatchId batch) : m_file(file), m_connection(*file.connection), m_batch(batch) {}

    Result<void> withdraw(support::Instant now)
    {
        return mark(now.micros)
            .and_then([this] { return recomputeChains(); })
            .and_then([this] { return dropThings(); })
            .and_then([this] { return checkNobodyBuildsOnIt(); });
    }

    Result<void> restore()
    {
        return mark(std::nullopt)
            .and_then([this] { return checkNotRepeated(); })
            .and_then([this] { return recomputeChains(); })
            .and_then([this] { return publishThings(); })
            .and_then([this] { return checkReferences(); });
    }

private:
    Result<void> mark(std::optional<std::int64_t> withdrawnAt);
    Result<std::vector<FactNumber>> heads();
    Result<void> recomputeChains();
    Result<void> dropThings();
    Result<void> publishThings();
    Result<void> checkNobodyBuildsOnIt();
    Result<void> checkNotRepeated();
    Result<void> checkReferences();
    Result<std::optional<FactNumber>> repeated(FactNumber head);
    Result<std::optional<Reference>> unresolved(const domain::Record &record);
    Result<std::int64_t> batchOf(FactNumber number);
    bool mayNameLost(const FactRow &row) const;
    bool isLost(std::uint32_t key) const { return key < m_lost.size() && m_lost[key]; }

    File &m_file;
    Connection &m_connection;
    BatchId m_batch;
    Range m_range{};
    std::vector<bool> m_lost; // by symbol key: nothing describes it any more
    bool m_activities = false;
};

Result<void> Switch::mark(std::optional<std::int64_t> withdrawnAt)
{
    const auto range = rangeOf(m_connection, m_batch);
    if (!range)
        return tl::unexpected(range.error());
    m_range = *range;
    const auto marked = m_connection.run(
        "UPDATE batch SET withdrawn_at = ?2 WHERE id = ?1 AND (withdrawn_at IS NULL) <> (?2 IS NULL)", m_batch, withdrawnAt);
    if (!marked)
        return marked;
    if (m_connection.changes() == 0)
        return failure(ErrorCode::NothingToUndo, fmt::to_string(m_batch), "the batch is in this state already");
    return m_file.identities.refresh();
}

Result<std::vector<FactNumber>> Switch::heads()
{
    auto query = m_connection.lease("SELECT DISTINCT head FROM version WHERE number BETWEEN ?1 AND ?2");
    if (!query)
        return tl::unexpected(std::move(query.error()));
    Statement &rows = (*query)->bind(m_range.first, m_range.last);
    std::vector<FactNumber> heads;
    auto row = rows.step();
    for (; row && *row; row = rows.step())
        heads.push_back(rows.as<FactNumber>(0));
    if (!row)
        return tl::unexpected(std::move(row.error()));
    return heads;
}

Result<void> Switch::recomputeChains()
{
    const auto changed = heads();
    if (!changed)
        return tl::unexpected(changed.error());
    for (const FactNumber head : *changed) {
        if (Result<void> done = m_file.identities.recompute(head); !done)
            return done;
    }
    return {};
}

Result<void> Switch::dropThings()
{
    auto query = m_connection.lease("SELECT key, number FROM thing WHERE number BETWEEN ?1 AND ?2");
    if (!query)
        return tl::unexpected(std::move(query.error()));
    Statement &rows = (*query)->bind(m_range.first, m_range.last);
    std::vector<std::pair<SymbolKey, FactNumber>> described;
    auto row = rows.step();
    for (; row && *row; row = rows.step())
        described.emplace_back(rows.as<SymbolKey>(0), rows.as<FactNumber>(1));
    if (!row)
        return tl::unexpected(std::move(row.error()));
    for (const auto &[key, number] : described) {
        const auto left = m_file.identities.chainOf(number).and_then(
            [&, key = key](FactNumber head) { return m_file.things.refresh(key, head); });
        if (!left)
            return tl::unexpected(left.error());
        if (*left)
            continue;
        if (key >= m_lost.size())
            m_lost.resize(std::max<std::size_t>(key + std::size_t{1}, m_lost.size() * 2));
        m_lost[key] = true;
    }
    return {};
}

bool Switch::mayNameLost(const FactRow &row) const
{
    // The numbers of a fact hold most of what it names, and by chance other things: this only chooses what is worth decoding.
    const auto lead = static_cast<std::uint32_t>(static_cast<std::uint64_t>(row.value) >> 32U);
    return row.kind == RowKind::Other || (m_activities && row.kind == RowKind::Evidence)
           || (row.kind == RowKind::Deal && isLost(lead)) || isLost(row.subject) || isLost(row.object) || isLost(row.a)
           || isLost(row.b) || isLost(row.c) || isLost(row.d);
}

Result<std::int64_t> Switch::batchOf(FactNumber number)
{
    return m_connection.integer("SELECT id FROM batch WHERE first_number <= ?1 AND last_number >= ?1", number).map([](auto id) {
        return id.value_or(0);
    });
}

Result<std::optional<Reference>> Switch::unresolved(const domain::Record &record)
{
    for (const Reference &reference : references(record.fact())) {
        const auto found = m_file.things.resolves(reference);
        if (!found)
            return tl::unexpected(found.error());
        if (!*found)
            return reference;
    }
    return std::nullopt;
}

Result<void> Switch::checkNobodyBuildsOnIt()
{
    const auto activity = m_connection.integer("SELECT 1 FROM fact WHERE number BETWEEN ?1 AND ?2 AND kind = 20 LIMIT 1",
                                               m_range.first, m_range.last);
    const auto last = lastNumber(m_connection);
    const auto withdrawn = NumberRanges::withdrawn(m_connection);
    if (!activity || !last || !withdrawn)
        return tl::unexpected(!activity ? activity.error() : !last ? last.error() : withdrawn.error());
    m_activities = activity->has_value();
    if (!m_activities && m_lost.empty())
        return {};
    const auto check = [&](const FactRow &row) -> Result<void> {
        if (!mayNameLost(row))
            return {};
        const auto record = m_file.facts.record(row.number);
        if (!record)
            return tl::unexpected(record.error());
        const auto missing = unresolved(*record);
        if (!missing || !*missing)
            return missing.map([](const auto &) {});
        return batchOf(row.number).and_then([&](std::int64_t batch) -> Result<void> {
            return failure(ErrorCode::DanglingReference, fmt::to_string(batch),
                           fmt::format("the batch names the {} {}", thingWord((*missing)->kind), (*missing)->id));
        });
    };
    for (const Range &range : withdrawn->gaps(1, *last)) {
        if (Result<void> done = scanRange(m_connection, range, check); !done)
            return done;
    }
    return {};
}

Result<std::optional<FactNumber>> Switch::repeated(FactNumber head)
{
    const auto member = m_connection.integer("SELECT min(number) FROM version WHERE head = ?1", head);
    const auto record =
        member ? m_file.facts.record(static_cast<FactNumber>(member->value_or(0))) : tl::unexpected(member.error());
    if (!record)
        return tl::unexpected(record.error());
    // Of what has no versions one fact may live; of a thing, one with the same content and times.
    const bool versioned = domain::isVersioned(record->fact());
    return m_connection
        .integer("SELECT other.number FROM version AS other JOIN version AS own ON own.head = other.head "
                 "AND own.number BETWEEN ?2 AND ?3 AND (own.seal = other.seal OR NOT ?4) "
                 "WHERE other.head = ?1 AND other.until IS NOT NULL AND other.number NOT BETWEEN ?2 AND ?3 LIMIT 1",
                 head, m_range.first, m_range.last, versioned)
        .map([](auto number) { return number ? std::optional(static_cast<FactNumber>(*number)) : std::nullopt; });
}

Result<void> Switch::checkNotRepeated()
{
    const auto chains = heads();
    if (!chains)
        return tl::unexpected(chains.error());
    for (const FactNumber head : *chains) {
        const auto other = repeated(head);
        if (!other)
            return tl::unexpected(other.error());
        if (!*other)
            continue;
        return batchOf(**other).and_then([](std::int64_t batch) -> Result<void> {
            return failure(ErrorCode::NothingToUndo, fmt::to_string(batch), "this batch has brought the same facts since");
        });
    }
    return {};
}

Result<void> Switch::publishThings()
{
    return scanRange(m_connection, m_range, [this](const FactRow &row) -> Result<void> {
        const bool mayDescribe = row.kind <= RowKind::Deal || row.kind == RowKind::Evidence || row.kind == RowKind::Task;
        const auto record =
            mayDescribe
                ? m_file.facts.record(row.number).map([](domain::Record found) { return std::optional(std::move(found)); })
                : Result<std::optional<domain::Record>>(std::nullopt);
        if (!record)
            return tl::unexpected(record.error());
        const auto thing = *record ? described((*record)->fact()) : std::nullopt;
        if (!thing)
            return {};
        const SymbolKey key = m_file.symbols.find(thing->kind, thing->id);
        return m_file.symbols.takeFailure()
            .and_then([&] { return m_file.identities.chainOf(row.number); })
            .and_then([&](FactNumber head) { return m_file.things.refresh(key, head); })
            .map([](bool) {});
    });
}

Result<void> Switch::checkReferences()
{
    const auto others = m_connection.integer("SELECT 1 FROM batch WHERE withdrawn_at IS NOT NULL LIMIT 1");
    if (!others || !*others)
        return others.map([](auto) {});
    return scanRange(m_connection, m_range, [this](const FactRow &row) -> Result<void> {
        const auto record = m_file.facts.record(row.number);
        const auto missing = record ? unresolved(*record) : tl::unexpected(record.error());
        if (!missing || !*missing)
            return missing.map([](const auto &) {});
        return failure(ErrorCode::DanglingReference, (*missing)->id,
                       fmt::format("this {} is withdrawn", thingWord((*missing)->kind)));
    });
}

/// Runs `act` in a transaction; after a failure the file and what we know of it are as before.
template <class Act>
Result<void> inTransaction(File &file, Act act)
{
    if (!file.lock)
        return failure(ErrorCode::WorkspaceReadOnly, file.path.string(), "the workspace is open for reading only");
    if (file.connection->inTransaction())
        return failure(ErrorCode::WorkspaceBusy, file.path.string(), "a batch is open");
    Result<void> done = [&]() -> Result<void> {
        auto transaction = Transaction::write(*file.connection);
        if (!transaction)
            return tl::unexpected(std::move(transaction.error()));
        return act().and_then([&] { return transaction->commit(); });
    }();
    file.symbols.forget();
    return done;
}

} // namespace

Result<void> Workspace::withdraw(BatchId batch, support::Instant now)
{
    return inTransaction(*m_file, [&] { return Switch(*m_file, batch).withdraw(now); });
}

Result<void> Workspace::restore(BatchId batch)
{
    return inTransaction(*m_file, [&] { return Switch(*m_file, batch).restore(); });
}

} // namespace store
