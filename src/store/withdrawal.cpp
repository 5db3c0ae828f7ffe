// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "store/passing.h"
#include "store/reading.h"
#include "store/workspace.h"

#include "domain/canonical.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

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
            .and_then([this] { return checkNotTorn(); })
            .and_then([this] { return checkNoOtherTorn(ErrorCode::DanglingReference); })
            .and_then([this] { return recomputeChains(); })
            .and_then([this] { return dropThings(); })
            .and_then([this] { return checkNobodyBuildsOnIt(); });
    }

    Result<void> restore()
    {
        return mark(std::nullopt)
            .and_then([this] { return checkNotRepeated(); })
            .and_then([this] { return checkNoOtherTorn(ErrorCode::NothingToUndo); })
            .and_then([this] { return recomputeChains(); })
            .and_then([this] { return publishThings(); })
            .and_then([this] { return checkReferences(); });
    }

private:
    Result<void> mark(std::optional<std::int64_t> withdrawnAt);
    /// Calls `take` with every row that `sql` gives of ?1 to ?2, for each range of what changes.
    template <class Take>
    Result<void> eachChanged(std::string_view sql, Take take);
    Result<std::set<FactNumber>> heads();
    Result<void> recomputeChains();
    Result<void> dropThings();
    Result<void> publishThings();
    Result<void> checkNotTorn();
    Result<void> checkNoOtherTorn(ErrorCode refusal);
    Result<void> checkNobodyBuildsOnIt();
    Result<void> checkNotRepeated();
    Result<void> checkReferences();
    template <class Take>
    Result<void> chain(FactNumber head, Take take);
    Result<std::optional<FactNumber>> repeated(FactNumber head);
    /// Every fact that changes, by its numbers.
    Result<void> scanChanged(const RowTake &take);
    Result<std::optional<Reference>> unresolved(const domain::Record &record);
    /// The first batch that counts and told this fact.
    Result<std::int64_t> batchOf(FactNumber number);
    bool mayNameLost(const FactRow &row) const;
    bool isLost(std::uint32_t key) const { return key < m_lost.size() && m_lost[key]; }

    File &m_file;
    Connection &m_connection;
    BatchId m_batch;
    NumberRanges m_changed;   // what stops counting, or counts again
    std::vector<bool> m_lost; // by symbol key: nothing describes it any more
    bool m_activities = false;
};

Result<void> Switch::mark(std::optional<std::int64_t> withdrawnAt)
{
    if (const auto range = rangeOf(m_connection, m_batch); !range)
        return tl::unexpected(range.error());
    const auto before = NumberRanges::withdrawn(m_connection);
    if (!before)
        return tl::unexpected(before.error());
    const auto marked = m_connection.run(
        "UPDATE batch SET withdrawn_at = ?2 WHERE id = ?1 AND (withdrawn_at IS NULL) <> (?2 IS NULL)", m_batch, withdrawnAt);
    if (!marked)
        return marked;
    if (m_connection.changes() == 0)
        return failure(ErrorCode::NothingToUndo, fmt::to_string(m_batch), "the batch is in this state already");
    const auto after = NumberRanges::withdrawn(m_connection);
    if (!after)
        return tl::unexpected(after.error());
    m_changed = withdrawnAt ? after->without(*before) : before->without(*after);
    return m_file.identities.refresh();
}

template <class Take>
Result<void> Switch::eachChanged(std::string_view sql, Take take)
{
    auto query = m_connection.lease(sql);
    if (!query)
        return tl::unexpected(std::move(query.error()));
    for (const Range &range : m_changed.ranges()) {
        const Result<void> taken = each((*query)->bind(range.first, range.last), [&](const Statement &row) -> Result<void> {
            take(row);
            return {};
        });
        if (!taken)
            return taken;
    }
    return {};
}

Result<std::set<FactNumber>> Switch::heads()
{
    std::set<FactNumber> heads;
    return eachChanged("SELECT DISTINCT head FROM version WHERE number BETWEEN ?1 AND ?2",
                       [&](const Statement &row) { heads.insert(row.as<FactNumber>(0)); })
        .map([&] { return std::move(heads); });
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
    std::vector<std::pair<SymbolKey, FactNumber>> described;
    const auto read = eachChanged("SELECT key, number FROM thing WHERE number BETWEEN ?1 AND ?2", [&](const Statement &row) {
        described.emplace_back(row.as<SymbolKey>(0), row.as<FactNumber>(1));
    });
    if (!read)
        return read;
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
    return m_connection
        .integer("SELECT min(id) FROM batch LEFT JOIN retold ON batch = id AND first <= ?1 AND last >= ?1 "
                 "WHERE withdrawn_at IS NULL AND (batch IS NOT NULL OR (first_number <= ?1 AND last_number >= ?1))",
                 number)
        .map([](auto id) { return id.value_or(0); });
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

/// A later batch that told a part of this one's facts again may have left others out because they were there: an import of tables
/// says nothing of a person that the workspace knows by name. What would stay is not what that batch alone would have made.
Result<void> Switch::checkNotTorn()
{
    const auto told = NumberRanges::toldBy(m_connection, m_batch);
    const auto before = NumberRanges::toldBefore(m_connection, m_batch);
    const auto withdrawn = NumberRanges::withdrawn(m_connection);
    if (!told || !before || !withdrawn)
        return tl::unexpected(!told ? told.error() : !before ? before.error() : withdrawn.error());
    const NumberRanges toldAgain = told->without(*withdrawn).without(*before);
    if (toldAgain.ranges().empty())
        return {};
    std::int64_t going = 0;
    const auto counted = eachChanged("SELECT count(*) FROM fact WHERE number BETWEEN ?1 AND ?2",
                                     [&](const Statement &row) { going += row.integer(0); });
    if (!counted || going == 0)
        return counted;
    return batchOf(toldAgain.ranges().front().first).and_then([](std::int64_t batch) -> Result<void> {
        return failure(ErrorCode::DanglingReference, fmt::to_string(batch), "the batch told a part of these facts again");
    });
}

/// What a withdrawn batch wrote counts whole, because others told it again, or not at all: turning one of those others must not
/// leave a part of it. Once that batch counts again, the other may be turned.
Result<void> Switch::checkNoOtherTorn(ErrorCode refusal)
{
    return tornBatch(m_connection).and_then([&](std::optional<BatchId> torn) -> Result<void> {
        if (!torn)
            return {};
        return failure(refusal, fmt::to_string(*torn), "a part of this withdrawn batch would count");
    });
}

Result<void> Switch::checkNobodyBuildsOnIt()
{
    const auto looked = eachChanged("SELECT 1 FROM fact WHERE number BETWEEN ?1 AND ?2 AND kind = 20 LIMIT 1",
                                    [this](const Statement &) { m_activities = true; });
    const auto last = lastNumber(m_connection);
    const auto withdrawn = NumberRanges::withdrawn(m_connection);
    if (!looked || !last || !withdrawn)
        return tl::unexpected(!looked ? looked.error() : !last ? last.error() : withdrawn.error());
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
    // Of what has no versions one fact may live; of a thing, one with the same content and times. The chains are not computed
    // anew yet: what has an end holds without what comes back.
    const bool versioned = domain::isVersioned(record->fact());
    std::set<std::int64_t> comingBack;
    std::vector<std::pair<FactNumber, std::int64_t>> holding;
    const auto sort = [&](const Statement &row) {
        if (m_changed.contains(row.as<FactNumber>(0)))
            comingBack.insert(row.integer(1));
        else if (!row.isNull(2))
            holding.emplace_back(row.as<FactNumber>(0), row.integer(1));
    };
    if (const auto read = chain(head, sort); !read)
        return tl::unexpected(read.error());
    const auto again = std::ranges::find_if(
        holding, [&](const auto &other) { return !comingBack.empty() && (!versioned || comingBack.contains(other.second)); });
    return again == holding.end() ? std::nullopt : std::optional(again->first);
}

template <class Take>
Result<void> Switch::chain(FactNumber head, Take take)
{
    auto query = m_connection.lease("SELECT number, seal, until FROM version WHERE head = ?1 ORDER BY number");
    if (!query)
        return tl::unexpected(std::move(query.error()));
    return each((*query)->bind(head), [&](const Statement &row) -> Result<void> {
        take(row);
        return {};
    });
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

Result<void> Switch::scanChanged(const RowTake &take)
{
    for (const Range &range : m_changed.ranges()) {
        if (Result<void> done = scanRange(m_connection, range, take); !done)
            return done;
    }
    return {};
}

Result<void> Switch::publishThings()
{
    return scanChanged([this](const FactRow &row) -> Result<void> {
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
    return scanChanged([this](const FactRow &row) -> Result<void> {
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
