// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "store/factstore.h"

#include <optional>

namespace store {

/// A record on its way into the file, with what is computed from it once.
struct Candidate {
    explicit Candidate(const domain::Record &fact);

    const domain::Record &record;
    std::string bytes;
    std::string identity;
    std::int64_t hash;
    std::int64_t seal;
};

/// Which facts are the same fact. An identity is found by its hash; its facts, once there is more than one, form a chain by
/// recorded time in which each holds until the next. Withdrawn facts stay in the chain without holding.
class Identities {
public:
    Identities(Connection &connection, FactStore &facts) : m_connection(connection), m_facts(facts) {}

    /// Reads again which batches are withdrawn: at the start of a batch, and after a withdrawal.
    [[nodiscard]] support::Result<void> refresh();
    [[nodiscard]] bool isWithdrawn(FactNumber number) const { return m_withdrawn.contains(number); }

    /// The head of the candidate's chain, or none after having made `number` the head of a new one.
    [[nodiscard]] support::Result<std::optional<FactNumber>> claim(const Candidate &candidate, FactNumber number);
    /// The head of the chain of an identity known by its bytes alone; none where it was never stored.
    [[nodiscard]] support::Result<std::optional<FactNumber>> headOf(std::string_view identity);
    /// The living fact of this chain that says the same as the candidate, so that nothing has to be written.
    [[nodiscard]] support::Result<std::optional<FactNumber>> same(const Candidate &candidate, FactNumber head);
    /// The newest living fact of the chain.
    [[nodiscard]] support::Result<std::optional<FactNumber>> newest(FactNumber head);
    /// The head of the chain that a stored fact is in.
    [[nodiscard]] support::Result<FactNumber> chainOf(FactNumber number);

    /// What a new version changes: how long it holds itself, and which fact it ends (0: none).
    struct Placed {
        support::Instant until;
        FactNumber superseded;
        bool anyBefore; ///< something of this chain was living
    };
    [[nodiscard]] support::Result<Placed> place(const Candidate &candidate, FactNumber head, FactNumber number);
    /// Takes a stored fact out of its chain, before the fact itself is removed.
    [[nodiscard]] support::Result<void> remove(const Candidate &candidate, FactNumber number);
    /// Computes anew until when each fact of the chain holds, after a change of what is withdrawn.
    [[nodiscard]] support::Result<void> recompute(FactNumber head);

private:
    struct Slot {
        std::int64_t hash;                // of the identity, or the free place for it
        std::optional<FactNumber> number; // none: free
    };
    [[nodiscard]] support::Result<Slot> probe(std::int64_t hash, std::string_view identity);
    [[nodiscard]] support::Result<bool> isIdentity(FactNumber head, std::string_view identity);
    [[nodiscard]] support::Result<bool> hasChain(FactNumber head);
    [[nodiscard]] support::Result<void> startChain(FactNumber head);
    [[nodiscard]] support::Result<std::optional<FactNumber>> inForce(const Candidate &candidate, FactNumber head);
    [[nodiscard]] support::Result<bool> equal(const Candidate &candidate, FactNumber number, bool ignoreTimes);
    [[nodiscard]] support::Result<std::optional<FactNumber>> sameInChain(const Candidate &candidate, FactNumber head);

    Connection &m_connection;
    FactStore &m_facts;
    NumberRanges m_withdrawn;
};

} // namespace store
