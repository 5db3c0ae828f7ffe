// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "store/batch.h"
#include "store/things.h"

#include <vector>

namespace store {

/// Holds back judgement on facts of a batch whose references may still come. A thing is *firm* when a committed fact or a
/// firm fact of this batch describes it; a fact is firm when all it names is. Every other fact waits, in a table on the
/// disk, until the end: then those that name what never came are refused, and with them, step by step, those that
/// named what was refused. (Waiting facts that name each other in a circle are sound and stay.) A won amount that leaves its
/// currency to its deal waits too, for what the deal's amounts are in: one with finer digits is refused like any other amount.
class Pending {
public:
    Pending(Connection &connection, SymbolTable &symbols, Identities &identities, FactStore &facts)
        : m_connection(connection)
        , m_symbols(symbols)
        , m_identities(identities)
        , m_facts(facts)
        , m_things(connection, symbols, identities, facts)
    {}

    /// Where a fact came from, for the report on it.
    struct Line {
        FactNumber number;
        std::uint64_t tag;
        Outcome outcome;
    };

    /// Looks at what a stored fact names, and enters what it describes.
    [[nodiscard]] support::Result<void> admit(const Candidate &candidate, const Line &line, bool newest);
    /// A line that says again what a fact of this batch said: it shares that fact's fate.
    [[nodiscard]] support::Result<void> repeat(const Line &line);
    /// Refuses what dangles; `refused` hears of every line, in the order of the tags: who looks the lines up in their file goes
    /// through it once.
    using Refused = std::function<void(const Line &, const support::Error &)>;
    [[nodiscard]] support::Result<void> settle(const Refused &refused);

private:
    /// What is waited for as one number: a thing's symbol key, or the hash of an activity's identity with a minus sign; or that a
    /// deal's currency has so many digits behind the point, which stand above the deal's key.
    using ThingKey = std::int64_t;

    [[nodiscard]] support::Result<ThingKey> keyOf(const Reference &reference);
    [[nodiscard]] support::Result<bool> isFirm(const Reference &reference, ThingKey key);
    /// Lets a fact wait for its deal's currency, where it names none for an amount that not every currency can pay.
    [[nodiscard]] support::Result<void> waitForCurrency(const domain::Fact &fact, const Line &line);
    /// Whether a currency of the deal `key` has so many `digits`; true of a deal that is not there, whose facts go with it.
    [[nodiscard]] support::Result<bool> pays(domain::SymbolKey key, int digits);
    [[nodiscard]] support::Result<bool> waits(FactNumber number);
    [[nodiscard]] support::Result<void> wait(const Line &line, ThingKey key);
    [[nodiscard]] support::Result<std::vector<ThingKey>> missing();
    [[nodiscard]] support::Result<bool> exists(ThingKey key);
    [[nodiscard]] support::Result<std::vector<FactNumber>> waitingFor(ThingKey key);
    [[nodiscard]] support::Result<std::vector<Line>> linesOf(FactNumber number);
    /// Notes and removes a waiting fact that names the missing `key`; see `remove`.
    [[nodiscard]] support::Result<std::optional<ThingKey>> refuse(FactNumber number, ThingKey key);
    [[nodiscard]] support::Result<void> tellRefused(const Refused &refused);
    [[nodiscard]] support::Result<support::Error> fault(const domain::Record &record, ThingKey key);
    /// Takes the fact out of the file; the thing that went with it, if its last fact was this.
    [[nodiscard]] support::Result<std::optional<ThingKey>> remove(const domain::Record &record, FactNumber number);

    enum class Standing : std::uint8_t { Unknown, Firm, Loose };
    [[nodiscard]] Standing &standing(ThingKey key);

    Connection &m_connection;
    SymbolTable &m_symbols;
    Identities &m_identities;
    FactStore &m_facts;
    Things m_things;
    std::vector<Standing> m_standing; // by symbol key
    bool m_waiting = false;
};

} // namespace store
