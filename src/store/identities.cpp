// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "store/identities.h"

#include "domain/canonical.h"

namespace store {

using support::Result;

namespace {

using MaybeNumber = std::optional<FactNumber>;

Result<MaybeNumber> number(Result<std::optional<std::int64_t>> found)
{
    return std::move(found).map(
        [](std::optional<std::int64_t> value) { return value ? MaybeNumber(static_cast<FactNumber>(*value)) : MaybeNumber(); });
}

constexpr std::int64_t forever = support::Instant::max().micros;

} // namespace

Candidate::Candidate(const domain::Record &fact)
    : record(fact)
    , bytes(domain::canonicalBytes(fact.fact(), fact.extras()))
    , identity(domain::identityBytes(fact))
    , hash(domain::valueHash(identity))
    , seal(sealOf(bytes, fact.times()))
{}

Result<void> Identities::refresh()
{
    return NumberRanges::withdrawn(m_connection).map([this](NumberRanges ranges) { m_withdrawn = std::move(ranges); });
}

Result<MaybeNumber> Identities::claim(const Candidate &candidate, FactNumber fresh)
{
    // Nearly every fact is new: trying the insertion is one search where asking first would be two.
    const auto tried = m_connection.run("INSERT OR IGNORE INTO identity (hash, number) VALUES (?1, ?2)", candidate.hash, fresh);
    if (!tried)
        return tl::unexpected(tried.error());
    if (m_connection.changes() == 1)
        return MaybeNumber();
    const auto slot = probe(candidate.hash, candidate.identity);
    if (!slot || slot->number)
        return slot.map([](const Slot &taken) { return taken.number; });
    return m_connection.run("INSERT OR REPLACE INTO identity (hash, number) VALUES (?1, ?2)", slot->hash, fresh).map([] {
        return MaybeNumber();
    });
}

Result<MaybeNumber> Identities::headOf(std::string_view identity)
{
    return probe(domain::valueHash(identity), identity).map([](const Slot &slot) { return slot.number; });
}

Result<Identities::Slot> Identities::probe(std::int64_t hash, std::string_view identity)
{
    std::optional<std::int64_t> vacated;
    for (;; ++hash) {
        const auto head = m_connection.integer("SELECT number FROM identity WHERE hash = ?1", hash);
        if (!head)
            return tl::unexpected(head.error());
        if (!*head)
            return Slot{vacated.value_or(hash), std::nullopt};
        const auto found = static_cast<FactNumber>(**head);
        if (found == 0) {
            vacated = vacated.value_or(hash);
            continue;
        }
        const auto matches = isIdentity(found, identity);
        if (!matches)
            return tl::unexpected(matches.error());
        if (*matches)
            return Slot{hash, found};
    }
}

Result<bool> Identities::isIdentity(FactNumber head, std::string_view identity)
{
    // The head may have been refused at the end of its batch; then any other fact of its chain speaks for it.
    const auto member = number(m_connection.integer("SELECT coalesce((SELECT number FROM fact WHERE number = ?1), "
                                                    "(SELECT min(number) FROM version WHERE head = ?1))",
                                                    head));
    if (!member)
        return tl::unexpected(member.error());
    return m_facts.record(member->value_or(head)).map([&](const domain::Record &record) {
        return domain::identityBytes(record) == identity;
    });
}

Result<bool> Identities::hasChain(FactNumber head)
{
    return m_connection.integer("SELECT 1 FROM version WHERE head = ?1 LIMIT 1", head).map([](auto found) {
        return found.has_value();
    });
}

Result<FactNumber> Identities::chainOf(FactNumber member)
{
    return m_connection.integer("SELECT head FROM version WHERE number = ?1", member).map([&](std::optional<std::int64_t> head) {
        return static_cast<FactNumber>(head.value_or(member));
    });
}

Result<MaybeNumber> Identities::newest(FactNumber head)
{
    auto found = number(m_connection.integer(
        "SELECT number FROM version WHERE head = ?1 AND until IS NOT NULL ORDER BY recorded_at DESC, number DESC LIMIT 1", head));
    if (!found || *found)
        return found;
    const auto chain = hasChain(head);
    if (!chain || *chain || isWithdrawn(head))
        return chain.map([](bool) { return MaybeNumber(); });
    return number(m_connection.integer("SELECT number FROM fact WHERE number = ?1", head));
}

Result<MaybeNumber> Identities::inForce(const Candidate &candidate, FactNumber head)
{
    return number(m_connection.integer("SELECT number FROM version WHERE head = ?1 AND recorded_at <= ?2 AND until IS NOT NULL "
                                       "ORDER BY recorded_at DESC, number DESC LIMIT 1",
                                       head, candidate.record.recordedAt().micros));
}

Result<bool> Identities::equal(const Candidate &candidate, FactNumber stored, bool ignoreTimes)
{
    return m_facts.body(stored).map([&](const Body &body) {
        const bool sameTimes =
            body.times.occurred == candidate.record.occurredAt() && body.times.recorded == candidate.record.recordedAt();
        return body.bytes == candidate.bytes && (ignoreTimes || sameTimes);
    });
}

Result<MaybeNumber> Identities::same(const Candidate &candidate, FactNumber head)
{
    const bool versioned = domain::isVersioned(candidate.record.fact());
    const auto chain = hasChain(head);
    if (!chain)
        return tl::unexpected(chain.error());
    if (!versioned)
        return newest(head);
    if (*chain)
        return sameInChain(candidate, head);
    if (isWithdrawn(head))
        return MaybeNumber();
    return equal(candidate, head, candidate.record.times().assumed).map([&](bool yes) {
        return yes ? MaybeNumber(head) : MaybeNumber();
    });
}

Result<MaybeNumber> Identities::sameInChain(const Candidate &candidate, FactNumber head)
{
    const bool assumed = candidate.record.times().assumed;
    const auto other =
        assumed ? inForce(candidate, head)
                : number(m_connection.integer("SELECT number FROM version WHERE head = ?1 AND seal = ?2 AND until IS NOT NULL",
                                              head, candidate.seal));
    if (!other || !*other)
        return other;
    return equal(candidate, **other, assumed).map([&](bool yes) { return yes ? *other : MaybeNumber(); });
}

Result<void> Identities::startChain(FactNumber head)
{
    return m_connection.run(
        "INSERT INTO version (number, head, recorded_at, seal, until) "
        "SELECT number, number, recorded_at, seal, ?2 FROM fact JOIN fact_body USING (number) WHERE number = ?1",
        head, isWithdrawn(head) ? std::optional<std::int64_t>() : forever);
}

Result<Identities::Placed> Identities::place(const Candidate &candidate, FactNumber head, FactNumber fresh)
{
    const auto chain = hasChain(head);
    if (!chain)
        return tl::unexpected(chain.error());
    if (const Result<void> started = *chain ? Result<void>() : startChain(head); !started)
        return tl::unexpected(started.error());
    const std::int64_t recorded = candidate.record.recordedAt().micros;
    const auto next =
        m_connection.integer("SELECT recorded_at FROM version WHERE head = ?1 AND recorded_at > ?2 AND until IS NOT NULL "
                             "ORDER BY recorded_at, number LIMIT 1",
                             head, recorded);
    if (!next)
        return tl::unexpected(next.error());
    const auto previous = inForce(candidate, head);
    if (!previous)
        return tl::unexpected(previous.error());
    Placed placed{{next->value_or(forever)}, previous->value_or(0), *next || *previous};
    if (placed.superseded != 0) {
        const auto ended = m_connection.run("UPDATE version SET until = ?2 WHERE number = ?1", placed.superseded, recorded);
        if (!ended)
            return tl::unexpected(ended.error());
    }
    return m_connection
        .run("INSERT INTO version (number, head, recorded_at, seal, until) VALUES (?1, ?2, ?3, ?4, ?5)", fresh, head, recorded,
             candidate.seal, placed.until.micros)
        .map([&] { return placed; });
}

Result<void> Identities::remove(const Candidate &candidate, FactNumber gone)
{
    const auto head = chainOf(gone);
    const Result<Slot> slot = head ? probe(candidate.hash, candidate.identity) : tl::unexpected(head.error());
    if (!slot)
        return tl::unexpected(slot.error());
    // Whoever held before it holds until the one after it.
    const auto closed = m_connection.run(
        "UPDATE version SET until = (SELECT until FROM version WHERE number = ?2) WHERE number = "
        "(SELECT p.number FROM version AS p JOIN version AS g ON g.number = ?2 WHERE p.head = ?1 AND p.until IS NOT NULL "
        "AND (p.recorded_at, p.number) < (g.recorded_at, g.number) ORDER BY p.recorded_at DESC, p.number DESC LIMIT 1)",
        *head, gone);
    if (!closed)
        return closed;
    if (const auto deleted = m_connection.run("DELETE FROM version WHERE number = ?1", gone); !deleted)
        return deleted;
    const auto left = hasChain(*head);
    if (!left || *left || !slot->number)
        return left.map([](bool) {});
    return m_connection.run("UPDATE identity SET number = 0 WHERE hash = ?1", slot->hash);
}

Result<void> Identities::recompute(FactNumber head)
{
    auto query =
        m_connection.lease("SELECT number, recorded_at FROM version WHERE head = ?1 ORDER BY recorded_at DESC, number DESC");
    if (!query)
        return tl::unexpected(std::move(query.error()));
    (*query)->bind(head);
    std::vector<std::pair<FactNumber, std::optional<std::int64_t>>> changes;
    std::int64_t until = forever;
    auto row = (*query)->step();
    for (; row && *row; row = (*query)->step()) {
        const auto member = (*query)->as<FactNumber>(0);
        const bool holds = !isWithdrawn(member);
        changes.emplace_back(member, holds ? std::optional(until) : std::nullopt);
        until = holds ? (*query)->integer(1) : until;
    }
    if (!row)
        return tl::unexpected(std::move(row.error()));
    for (const auto &[member, end] : changes) {
        const auto set = m_connection.run("UPDATE version SET until = ?2 WHERE number = ?1 AND until IS NOT ?2", member, end);
        if (!set)
            return set;
    }
    return {};
}

} // namespace store
