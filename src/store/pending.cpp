// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "store/pending.h"

#include "domain/canonical.h"

#include <fmt/format.h>

#include <algorithm>

namespace store {

using domain::SymbolKey;
using domain::SymbolKind;
using support::Error;
using support::ErrorCode;
using support::Result;

namespace {

/// Reads every row of `query` through `read`.
template <class T, class Read>
Result<std::vector<T>> all(Result<Lease> query, Read read, std::int64_t parameter)
{
    if (!query)
        return tl::unexpected(std::move(query.error()));
    Statement &statement = *query->operator->();
    statement.bind(parameter);
    std::vector<T> out;
    auto row = statement.step();
    for (; row && *row; row = statement.step())
        out.push_back(read(statement));
    if (!row)
        return tl::unexpected(std::move(row.error()));
    return out;
}

constexpr int digitsShift = 32; // a symbol's key has as many bits

/// The amount of a won deal that leaves its currency to the deal; null in other facts.
const domain::Decimal *wonInDealsCurrency(const domain::Fact &fact)
{
    const auto *event = std::get_if<domain::DealEvent>(&fact);
    const auto *won = event == nullptr ? nullptr : std::get_if<domain::Won>(&event->body);
    return won != nullptr && won->amount && !won->currency ? &*won->amount : nullptr;
}

} // namespace

Pending::Standing &Pending::standing(ThingKey key)
{
    const auto index = static_cast<std::size_t>(key);
    if (index >= m_standing.size())
        m_standing.resize(std::max(index + 1, m_standing.size() * 2), Standing::Unknown);
    return m_standing[index];
}

Result<Pending::ThingKey> Pending::keyOf(const Reference &reference)
{
    if (reference.kind == SymbolKind::None)
        return -domain::valueHash(domain::activityIdentity(reference.id));
    const ThingKey key = m_symbols.intern(reference.kind, reference.id);
    if (key != 0)
        return key;
    return m_symbols.takeFailure().map([] { return ThingKey{0}; });
}

Result<bool> Pending::isFirm(const Reference &reference, ThingKey key)
{
    if (key < 0) {
        const auto activity = m_things.activity(reference.id);
        if (!activity || !*activity)
            return activity.map([](auto) { return false; });
        return waits(**activity).map([](bool yes) { return !yes; });
    }
    Standing &known = standing(key);
    if (known != Standing::Unknown)
        return known == Standing::Firm;
    return m_things.exists(static_cast<SymbolKey>(key)).map([&](bool yes) {
        known = yes ? Standing::Firm : Standing::Unknown;
        return yes;
    });
}

Result<bool> Pending::waits(FactNumber number)
{
    if (!m_waiting)
        return false;
    return m_connection.integer("SELECT 1 FROM temp.pending WHERE number = ?1 LIMIT 1", number).map([](auto found) {
        return found.has_value();
    });
}

Result<void> Pending::wait(const Line &line, ThingKey key)
{
    if (!m_waiting) {
        const auto made =
            m_connection.execute("CREATE TEMP TABLE pending (number INTEGER, key INTEGER, tag INTEGER, outcome INTEGER, "
                                 "PRIMARY KEY (number, key, tag)) WITHOUT ROWID");
        if (!made)
            return made;
        m_waiting = true;
    }
    return m_connection.run("INSERT OR IGNORE INTO temp.pending (number, key, tag, outcome) VALUES (?1, ?2, ?3, ?4)", line.number,
                            key, line.tag, static_cast<int>(line.outcome));
}

Result<void> Pending::admit(const Candidate &candidate, const Line &line, bool newest)
{
    const domain::Fact &fact = candidate.record.fact();
    bool firm = true;
    for (const Reference &reference : references(fact)) {
        const auto key = keyOf(reference);
        if (!key)
            return tl::unexpected(key.error());
        const auto there = isFirm(reference, *key);
        if (!there)
            return tl::unexpected(there.error());
        if (*there)
            continue;
        firm = false;
        if (const Result<void> waiting = wait(line, *key); !waiting)
            return waiting;
    }
    const auto thing = described(fact);
    if (!thing)
        return waitForCurrency(fact, line);
    const auto key = keyOf(*thing);
    if (!key)
        return tl::unexpected(key.error());
    // A firm fact settles it; a loose one says nothing about a thing that was there before.
    const auto before = firm ? Result<bool>(true) : isFirm(*thing, *key);
    if (!before)
        return tl::unexpected(before.error());
    standing(*key) = *before ? Standing::Firm : Standing::Loose;
    return newest ? m_things.set(static_cast<SymbolKey>(*key), line.number, fact) : Result<void>();
}

Result<void> Pending::waitForCurrency(const domain::Fact &fact, const Line &line)
{
    const domain::Decimal *amount = wonInDealsCurrency(fact);
    const std::size_t point = amount == nullptr ? std::string::npos : amount->text().find('.');
    if (point == std::string::npos)
        return {};
    const auto digits = static_cast<ThingKey>(amount->text().size() - point - 1);
    return keyOf({SymbolKind::Deal, std::get<domain::DealEvent>(fact).deal.text()}).and_then([&](ThingKey deal) {
        return wait(line, digits << digitsShift | deal);
    });
}

Result<bool> Pending::pays(SymbolKey key, int digits)
{
    const auto number = m_connection.integer("SELECT number FROM thing WHERE key = ?1", key);
    if (!number || !*number)
        return number.map([](auto) { return true; });
    const auto described = m_facts.record(static_cast<FactNumber>(**number));
    if (!described)
        return tl::unexpected(described.error());
    const auto *deal = std::get_if<domain::Deal>(&described->fact());
    const auto said = all<std::uint32_t>(
        m_connection.lease(fmt::format("SELECT DISTINCT object FROM fact WHERE subject = ?1 AND kind = {}",
                                       static_cast<int>(domain::RowKind::AmountSet))),
        [](Statement &row) { return row.as<std::uint32_t>(0); }, key);
    if (!said)
        return tl::unexpected(said.error());
    constexpr int usual = 2;
    int most = deal != nullptr && deal->currency ? deal->currency->exponent() : said->empty() ? usual : 0;
    for (const std::uint32_t currency : *said)
        most = std::max(most, support::Currency::unpack(currency).exponent());
    return digits <= most;
}

Result<void> Pending::repeat(const Line &line)
{
    const auto waiting = waits(line.number);
    if (!waiting || !*waiting)
        return waiting.map([](bool) {});
    return wait(line, 0);
}

Result<bool> Pending::exists(ThingKey key)
{
    if (const ThingKey digits = key >> digitsShift; digits > 0)
        return pays(static_cast<SymbolKey>(key), static_cast<int>(digits));
    if (key > 0)
        return m_things.exists(static_cast<SymbolKey>(key));
    const auto numbers = waitingFor(key);
    if (!numbers || numbers->empty())
        return numbers.map([](const auto &) { return true; });
    const auto record = m_facts.record(numbers->front());
    if (!record)
        return tl::unexpected(record.error());
    for (const Reference &reference : references(record->fact())) {
        if (keyOf(reference) == key)
            return m_things.resolves(reference);
    }
    return true;
}

Result<std::vector<Pending::ThingKey>> Pending::missing()
{
    auto keys = all<ThingKey>(
        m_connection.lease("SELECT DISTINCT key FROM temp.pending WHERE key <> ?1"),
        [](Statement &row) { return row.integer(0); }, 0);
    if (!keys)
        return keys;
    std::vector<ThingKey> gone;
    for (const ThingKey key : *keys) {
        const auto there = exists(key);
        if (!there)
            return tl::unexpected(there.error());
        if (!*there)
            gone.push_back(key);
    }
    return gone;
}

Result<std::vector<FactNumber>> Pending::waitingFor(ThingKey key)
{
    return all<FactNumber>(
        m_connection.lease("SELECT DISTINCT number FROM temp.pending WHERE key = ?1"),
        [](Statement &row) { return row.as<FactNumber>(0); }, key);
}

Result<std::vector<Pending::Line>> Pending::linesOf(FactNumber number)
{
    return all<Line>(
        m_connection.lease("SELECT DISTINCT number, tag, outcome FROM temp.pending WHERE number = ?1"),
        [](Statement &row) {
            return Line{row.as<FactNumber>(0), row.as<std::uint64_t>(1), static_cast<Outcome>(row.integer(2))};
        },
        number);
}

Result<Error> Pending::fault(const domain::Record &record, ThingKey key)
{
    if (const domain::Decimal *won = wonInDealsCurrency(record.fact()); won != nullptr && key >> digitsShift > 0)
        return Error{ErrorCode::BadMoney, "amount=" + won->text(), "the currency of the deal has fewer digits behind the point"};
    for (const Reference &reference : references(record.fact())) {
        const auto named = keyOf(reference);
        if (!named)
            return tl::unexpected(named.error());
        if (*named == key)
            return Error{ErrorCode::DanglingReference, std::string(reference.id),
                         fmt::format("no {} has this id", thingWord(reference.kind))};
    }
    return Error{ErrorCode::DanglingReference, "", "what this names is not there"};
}

Result<std::optional<Pending::ThingKey>> Pending::remove(const domain::Record &record, FactNumber number)
{
    const Candidate candidate(record);
    const auto head = m_identities.chainOf(number);
    if (!head)
        return tl::unexpected(head.error());
    const auto removed = m_identities.remove(candidate, number).and_then([&] { return m_facts.remove(number); }).and_then([&] {
        return m_connection.run("DELETE FROM temp.pending WHERE number = ?1", number);
    });
    if (!removed)
        return tl::unexpected(removed.error());
    const auto thing = described(record.fact());
    if (!thing) {
        const bool isActivity = std::holds_alternative<domain::Activity>(record.fact());
        return m_identities.newest(*head).map(
            [&](auto left) { return isActivity && !left ? std::optional(-candidate.hash) : std::nullopt; });
    }
    const auto key = keyOf(*thing);
    if (!key)
        return tl::unexpected(key.error());
    return m_things.refresh(static_cast<SymbolKey>(*key), *head).map([&](bool there) {
        return there ? std::nullopt : std::optional(*key);
    });
}

Result<void> Pending::settle(const Refused &refused)
{
    if (!m_waiting)
        return {};
    const auto ready = m_connection.execute(
        "CREATE INDEX temp.pending_key ON pending (key);"
        "CREATE TEMP TABLE refused (tag INTEGER, number INTEGER, outcome INTEGER, code INTEGER, subject TEXT, detail TEXT)");
    if (!ready)
        return ready;
    auto gone = missing();
    if (!gone)
        return tl::unexpected(gone.error());
    while (!gone->empty()) {
        const ThingKey key = gone->back();
        gone->pop_back();
        const auto numbers = waitingFor(key);
        if (!numbers)
            return tl::unexpected(numbers.error());
        for (const FactNumber number : *numbers) {
            const auto lost = refuse(number, key);
            if (!lost)
                return tl::unexpected(lost.error());
            if (*lost)
                gone->push_back(**lost);
        }
    }
    return tellRefused(refused).and_then(
        [this] { return m_connection.execute("DROP TABLE temp.pending; DROP TABLE temp.refused"); });
}

Result<void> Pending::tellRefused(const Refused &refused)
{
    auto query = m_connection.lease("SELECT tag, number, outcome, code, subject, detail FROM temp.refused ORDER BY tag, number");
    if (!query)
        return tl::unexpected(std::move(query.error()));
    Statement &statement = *query->operator->();
    auto row = statement.bind().step();
    for (; row && *row; row = statement.step()) {
        const Line line{statement.as<FactNumber>(1), statement.as<std::uint64_t>(0), static_cast<Outcome>(statement.integer(2))};
        refused(line,
                {static_cast<ErrorCode>(statement.integer(3)), std::string(statement.text(4)), std::string(statement.text(5))});
    }
    return row.map([](bool) {});
}

Result<std::optional<Pending::ThingKey>> Pending::refuse(FactNumber number, ThingKey key)
{
    const auto record = m_facts.record(number);
    if (!record)
        return tl::unexpected(record.error());
    const auto lines = linesOf(number);
    const auto error = lines ? fault(*record, key) : Result<Error>(tl::unexpected(lines.error()));
    if (!error)
        return tl::unexpected(error.error());
    for (const Line &line : *lines) {
        const auto kept = m_connection.run(
            "INSERT INTO temp.refused (tag, number, outcome, code, subject, detail) VALUES (?1, ?2, ?3, ?4, ?5, ?6)", line.tag,
            line.number, static_cast<int>(line.outcome), static_cast<int>(error->code), std::string_view(error->subject),
            std::string_view(error->detail));
        if (!kept)
            return tl::unexpected(kept.error());
    }
    return remove(*record, number);
}

} // namespace store
