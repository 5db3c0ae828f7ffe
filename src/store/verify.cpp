// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "store/verify.h"

#include "store/migrations.h"
#include "store/verifier.h"

#include <fmt/format.h>

#include <map>

namespace store {

using support::ErrorCode;
using support::Result;

std::string_view name(Invariant invariant)
{
    switch (invariant) {
    case Invariant::Pages: return "pages";
    case Invariant::Schema: return "schema";
    case Invariant::Settings: return "settings";
    case Invariant::Symbols: return "symbols";
    case Invariant::Bodies: return "bodies";
    case Invariant::Numbers: return "numbers";
    case Invariant::Times: return "times";
    case Invariant::Identities: return "identities";
    case Invariant::Versions: return "versions";
    case Invariant::References: return "references";
    case Invariant::Things: return "things";
    case Invariant::Batches: return "batches";
    case Invariant::Outbox: break;
    }
    return "outbox";
}

void Findings::add(Invariant code, std::string where, std::string detail)
{
    if (!full())
        m_list.push_back({code, std::move(where), std::move(detail)});
}

void Findings::check(Invariant code, std::string_view where, const Result<void> &result)
{
    if (!result)
        add(code, std::string(where), result.error().detail);
}

Result<void> eachRow(Connection &connection, std::string_view sql, const TableRow &take)
{
    auto query = connection.lease(sql);
    if (!query)
        return tl::unexpected(std::move(query.error()));
    Statement &rows = (*query)->bind();
    auto row = rows.step();
    for (; row && *row; row = rows.step())
        take(rows);
    if (!row)
        return tl::unexpected(std::move(row.error()));
    return {};
}

namespace {

/// For what must not be there at all: every row of `sql` is a finding of the number in its first column.
void forbid(Connection &connection, Findings &findings, Invariant invariant, std::string_view sql, std::string_view detail)
{
    findings.check(invariant, name(invariant), eachRow(connection, sql, [&](const Statement &row) {
                       findings.add(invariant, fmt::to_string(row.integer(0)), std::string(detail));
                   }));
}

void verifyPages(Connection &connection, Findings &findings)
{
    findings.check(Invariant::Pages, "file", eachRow(connection, "PRAGMA integrity_check(100)", [&](const Statement &row) {
                       if (row.text(0) != "ok")
                           findings.add(Invariant::Pages, "file", std::string(row.text(0)));
                   }));
    findings.check(Invariant::Pages, "file", eachRow(connection, "PRAGMA foreign_key_check", [&](const Statement &row) {
                       findings.add(Invariant::Pages, std::string(row.text(0)),
                                    fmt::format("row {} names nothing in {}", row.integer(1), row.text(2)));
                   }));
}

/// Everything in the schema by its name, with the words that made it.
Result<std::map<std::string, std::string>> schemaOf(Connection &connection)
{
    std::map<std::string, std::string> schema;
    return eachRow(connection, "SELECT name, coalesce(sql, '') FROM sqlite_schema",
                   [&](const Statement &row) { schema.emplace(row.text(0), row.text(1)); })
        .map([&] { return schema; });
}

void verifySchema(Connection &connection, Findings &findings)
{
    const auto made = schemaVersion(connection).and_then([](std::size_t version) {
        return Connection::scratch().and_then([&](const std::unique_ptr<Connection> &scratch) {
            return migrate(*scratch, std::min(version, migrations().size())).and_then([&] { return schemaOf(*scratch); });
        });
    });
    const auto found = schemaOf(connection);
    if (!made || !found)
        return findings.add(Invariant::Schema, "sqlite_schema", made ? found.error().detail : made.error().detail);
    for (const auto &[object, sql] : *made) {
        const auto entry = found->find(object);
        if (entry == found->end() || entry->second != sql)
            findings.add(Invariant::Schema, object, entry == found->end() ? "missing" : "made in other words");
    }
    for (const auto &[object, sql] : *found) {
        if (!made->contains(object))
            findings.add(Invariant::Schema, object, "does not belong here");
    }
}

void verifySymbols(Connection &connection, Findings &findings)
{
    findings.check(Invariant::Symbols, "symbol",
                   eachRow(connection, "SELECT count(*), coalesce(min(key), 1), coalesce(max(key), 0) FROM symbol",
                           [&](const Statement &row) {
                               if (row.integer(1) != 1 || row.integer(2) != row.integer(0))
                                   findings.add(Invariant::Symbols, "symbol", "keys are not dense from 1");
                           }));
    forbid(connection, findings, Invariant::Symbols, "SELECT key FROM symbol WHERE kind NOT BETWEEN 1 AND 17 LIMIT 100",
           "a symbol of no known kind");
}

void verifyIdentities(Connection &connection, Findings &findings)
{
    findings.check(Invariant::Identities, "identity",
                   eachRow(connection,
                           "SELECT number, count(*) FROM identity AS i WHERE number <> 0 GROUP BY number HAVING count(*) > 1 "
                           "OR NOT (EXISTS (SELECT 1 FROM fact WHERE number = i.number) OR EXISTS (SELECT 1 FROM version WHERE "
                           "head = i.number)) "
                           "LIMIT 100",
                           [&](const Statement &row) {
                               findings.add(Invariant::Identities, fmt::to_string(row.integer(0)),
                                            row.integer(1) > 1 ? "two identities lead to one fact"
                                                               : "an identity leads to nothing");
                           }));
}

/// Goes through every chain backwards and compares until when each version holds.
void verifyVersions(File &file, Findings &findings)
{
    std::int64_t head = 0;
    std::int64_t until = 0;
    const auto compare = [&](const Statement &row) {
        if (row.integer(1) != head)
            until = support::Instant::max().micros;
        head = row.integer(1);
        const bool living = !file.identities.isWithdrawn(row.as<FactNumber>(0));
        const bool right = living ? !row.isNull(3) && row.integer(3) == until : row.isNull(3);
        if (!right)
            findings.add(Invariant::Versions, fmt::to_string(row.integer(0)), "does not hold until the next version");
        if (living)
            until = row.integer(2);
    };
    findings.check(Invariant::Versions, "version",
                   eachRow(*file.connection,
                           "SELECT number, head, recorded_at, until FROM version "
                           "ORDER BY head, recorded_at DESC, number DESC",
                           compare));
    forbid(*file.connection, findings, Invariant::Versions,
           "SELECT version.number FROM version LEFT JOIN fact USING (number) LEFT JOIN fact_body USING (number) "
           "WHERE fact.recorded_at IS NOT version.recorded_at OR fact_body.seal IS NOT version.seal "
           "UNION SELECT head FROM version WHERE head IN (SELECT number FROM fact) AND head NOT IN (SELECT number FROM version) "
           "LIMIT 100",
           "the chain does not have the fact as it is");
}

void verifyThings(File &file, Findings &findings)
{
    findings.check(Invariant::Things, "thing",
                   eachRow(*file.connection, "SELECT key, number FROM thing", [&](const Statement &row) {
                       if (findings.full())
                           return;
                       const auto number = row.as<FactNumber>(1);
                       const auto record = file.facts.record(number);
                       const auto thing = record ? described(record->fact()) : std::nullopt;
                       if (!thing || file.symbols.find(thing->kind, thing->id) != row.as<domain::SymbolKey>(0)
                           || file.identities.isWithdrawn(number))
                           findings.add(Invariant::Things, fmt::to_string(row.integer(0)),
                                        "a thing without a living fact that describes it");
                   }));
}

void verifyBatches(Connection &connection, Findings &findings)
{
    std::int64_t next = 1;
    findings.check(Invariant::Batches, "batch",
                   eachRow(connection,
                           "SELECT id, first_number, last_number, created + updated, "
                           "(SELECT count(*) FROM fact WHERE number BETWEEN first_number AND last_number) FROM batch ORDER BY id",
                           [&](const Statement &row) {
                               if (row.integer(1) != next || row.integer(2) < next - 1)
                                   findings.add(Invariant::Batches, fmt::to_string(row.integer(0)),
                                                "the batch does not begin where the one before it ends");
                               if (row.integer(3) != row.integer(4))
                                   findings.add(Invariant::Batches, fmt::to_string(row.integer(0)),
                                                "the batch does not hold as many facts as it counts");
                               next = row.integer(2) + 1;
                           }));
    const auto last = connection.integer("SELECT max(number) FROM fact");
    if (last && last->value_or(0) >= next)
        findings.add(Invariant::Batches, fmt::to_string(**last), "a fact of no batch");
    forbid(connection, findings, Invariant::Batches,
           "SELECT batch FROM retold LEFT JOIN batch ON id = batch WHERE first < 1 OR last < first OR last >= "
           "coalesce(first_number, 0) LIMIT 100",
           "the batch tells facts again that came after it");
    forbid(connection, findings, Invariant::Outbox,
           "SELECT first FROM outbox WHERE first < 1 OR last < first OR NOT EXISTS "
           "(SELECT 1 FROM batch WHERE first_number <= first AND last_number >= last) LIMIT 100",
           "waits to be sent and is in no batch");
}

/// Every fact; false when it was stopped.
bool verifyFacts(File &file, Findings &findings, const Watch &watch)
{
    FactVerifier verifier(file, findings);
    const auto last = lastNumber(*file.connection).value_or(0);
    bool stopped = false;
    findings.check(Invariant::Bodies, "fact",
                   eachRow(*file.connection,
                           "SELECT number, kind, subject, object, a, b, c, d, value, occurred_at, recorded_at, type, seal, body "
                           "FROM fact LEFT JOIN fact_body USING (number) ORDER BY number",
                           [&](const Statement &row) {
                               if (stopped || findings.full())
                                   return;
                               verifier.verify(row);
                               if (row.integer(0) % 4096 != 0)
                                   return;
                               if (watch.progress)
                                   watch.progress(row.as<std::uint64_t>(0), last);
                               stopped = watch.stop.stop_requested();
                           }));
    return !stopped;
}

void verifyTables(File &file, Findings &findings)
{
    findings.check(Invariant::Batches, "batch", file.identities.refresh());
    verifyPages(*file.connection, findings);
    verifySchema(*file.connection, findings);
    verifySymbols(*file.connection, findings);
    verifyIdentities(*file.connection, findings);
    verifyVersions(file, findings);
    verifyThings(file, findings);
    verifyBatches(*file.connection, findings);
}

} // namespace

Result<std::vector<Finding>> verify(const Workspace &workspace, const Watch &watch)
{
    File &file = workspace.file();
    Findings findings;
    const auto view = Transaction::read(*file.connection);
    if (!view)
        findings.add(Invariant::Pages, "file", view.error().detail);
    if (const auto settings = readSettings(workspace); !settings)
        findings.add(Invariant::Settings, settings.error().subject, settings.error().detail);
    verifyTables(file, findings);
    const bool done = verifyFacts(file, findings, watch);
    if (const Result<void> symbols = file.symbols.takeFailure(); !symbols)
        findings.add(Invariant::Symbols, "symbol", symbols.error().detail);
    if (!done)
        return support::failure(ErrorCode::Cancelled, "", "the search was stopped");
    return findings.take();
}

} // namespace store
