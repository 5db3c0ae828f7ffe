// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "store/verifier.h"

#include "domain/canonical.h"

#include <fmt/format.h>

namespace store {

using domain::FactRow;
using domain::Record;
using support::Instant;
using support::Result;

namespace {

/// The years that a time can be written in: 1900 to 2200.
bool isWritable(Instant instant)
{
    constexpr Instant first{-2'208'988'800'000'000};
    constexpr Instant end{7'289'654'400'000'000};
    return instant >= first && instant < end;
}

/// Signals were found by the words of the day the fact came; they are not compared.
FactRow withoutSignals(FactRow row)
{
    if (row.kind == domain::RowKind::Activity)
        row.c = 0;
    return row;
}

} // namespace

void FactVerifier::verify(const Statement &columns)
{
    const FactRow row = factRow(columns);
    const std::string where = fmt::to_string(row.number);
    if (!isWritable(row.occurred) || !isWritable(row.recorded))
        m_findings.add(Invariant::Times, where, "a time is out of range");
    if (columns.isNull(13)) {
        m_findings.add(Invariant::Bodies, where, "the fact has no bytes");
        return;
    }
    const Body body{std::string(columns.blob(13)), {row.occurred, row.recorded}, columns.integer(12)};
    const auto record = decode(body);
    if (!record) {
        m_findings.add(Invariant::Bodies, where, record.error().detail);
        return;
    }
    verifyContent(row, columns, *record);
    verifyIdentity(where, row.number, *record);
    if (m_file.identities.isWithdrawn(row.number))
        return;
    verifyReferences(where, *record);
    verifyThing(where, row.number, *record);
}

void FactVerifier::verifyContent(const FactRow &row, const Statement &columns, const Record &record)
{
    const std::string where = fmt::to_string(row.number);
    if (domain::canonicalBytes(record.fact(), record.extras()) != columns.blob(13))
        m_findings.add(Invariant::Bodies, where, "the bytes are not in the canonical spelling");
    if (columns.integer(11) != static_cast<std::int64_t>(record.fact().index()))
        m_findings.add(Invariant::Bodies, where, "the type is not that of the bytes");
    FactRow reduced = domain::reduce(record, m_symbols, domain::Lexicon());
    reduced.number = row.number;
    if (withoutSignals(row) != withoutSignals(reduced))
        m_findings.add(Invariant::Numbers, where, "the numbers are not those of the bytes");
}

void FactVerifier::verifyIdentity(const std::string &where, FactNumber number, const Record &record)
{
    const auto head = m_file.identities.headOf(domain::identityBytes(record));
    const auto chain = m_file.identities.chainOf(number);
    if (!head || !chain)
        m_findings.add(Invariant::Identities, where, head ? chain.error().detail : head.error().detail);
    else if (*head != *chain)
        m_findings.add(Invariant::Identities, where, *head ? "the identity leads to another fact" : "the identity is not known");
}

void FactVerifier::verifyReferences(const std::string &where, const Record &record)
{
    for (const Reference &reference : references(record.fact())) {
        const auto found = m_file.things.resolves(reference);
        if (!found)
            m_findings.add(Invariant::References, where, found.error().detail);
        else if (!*found)
            m_findings.add(Invariant::References, where,
                           fmt::format("no {} has the id {}", thingWord(reference.kind), reference.id));
    }
}

void FactVerifier::verifyThing(const std::string &where, FactNumber number, const Record &record)
{
    const auto thing = described(record.fact());
    if (!thing)
        return;
    const auto newest =
        m_file.identities.chainOf(number).and_then([&](FactNumber head) { return m_file.identities.newest(head); });
    if (!newest)
        return m_findings.add(Invariant::Things, where, newest.error().detail);
    if (*newest != number)
        return;
    const auto key = m_file.symbols.find(thing->kind, thing->id);
    const auto described = m_file.connection->integer("SELECT 1 FROM thing WHERE key = ?1 AND number = ?2 AND name IS ?3", key,
                                                      number, knownAs(record.fact()));
    if (!described)
        m_findings.add(Invariant::Things, where, described.error().detail);
    else if (!*described)
        m_findings.add(Invariant::Things, where, "the thing is not listed as this fact describes it");
}

} // namespace store
