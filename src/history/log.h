// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/factrow.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace history {

/// When a fact happened and from when on it was known.
struct Stamp {
    support::Instant occurred;
    support::Instant recorded;

    friend constexpr auto operator<=>(const Stamp &, const Stamp &) = default;
};

/// A change of a deal, or the description of a deal, a customer, a contact or a lead; columns as in domain::FactRow, but that
/// the object of a contact is the contact.
struct Event {
    std::int64_t value;
    domain::SymbolKey object;
    std::uint32_t a;
    std::uint32_t b;
    std::uint32_t c;
    domain::SymbolKey d;
    std::uint32_t number;
    domain::RowKind kind;
    bool superseded;

    friend bool operator==(const Event &, const Event &) = default;
};

/// Talk and other acts.
struct Act {
    std::uint32_t bits;
    domain::SymbolKey contact;
    domain::SymbolKey actor;
    std::uint32_t number;
    std::uint16_t signals;
    bool read; ///< the customer has read it
    bool superseded;

    friend bool operator==(const Act &, const Act &) = default;
};

/// A file.
struct File {
    std::int64_t hash;
    domain::SymbolKey evidence;
    domain::SymbolKey kind;
    domain::SymbolKey actor;
    std::uint32_t number;
    domain::Verdict verdict;
    bool superseded;

    friend bool operator==(const File &, const File &) = default;
};

/// The facts of one kind about one subject: two columns of equal length, sorted by (occurred, recorded, number).
template <class Payload>
struct Run {
    std::span<const Stamp> stamps;
    std::span<const Payload> facts;

    [[nodiscard]] std::size_t size() const { return facts.size(); }

    friend bool operator==(const Run &a, const Run &b)
    {
        return std::ranges::equal(a.stamps, b.stamps) && std::ranges::equal(a.facts, b.facts);
    }
};

/// The facts of one kind about all subjects of a block, grouped by subject.
template <class Payload>
class Log {
public:
    /// The run of the subject at `slot`; empty past the last one that has facts.
    [[nodiscard]] Run<Payload> run(std::size_t slot) const
    {
        if (slot + 1 >= m_first.size())
            return {};
        const std::size_t first = m_first[slot];
        const std::size_t count = m_first[slot + 1] - first;
        return {std::span(m_stamps).subspan(first, count), std::span(m_facts).subspan(first, count)};
    }

    [[nodiscard]] std::size_t size() const { return m_facts.size(); }
    [[nodiscard]] std::size_t bytes() const
    {
        return m_first.capacity() * sizeof(std::uint32_t) + m_stamps.capacity() * sizeof(Stamp)
               + m_facts.capacity() * sizeof(Payload);
    }

private:
    template <class>
    friend class LogWriter;

    std::vector<std::uint32_t> m_first;
    std::vector<Stamp> m_stamps;
    std::vector<Payload> m_facts;
};

/// A fact on its way into a log.
template <class Payload>
struct Entry {
    Stamp stamp;
    Payload fact;
    std::uint16_t slot;
};

/// Merges new entries into a log and leaves the result sorted. Work is linear in the log, plus the sort of the new entries.
template <class Payload>
class LogWriter {
public:
    [[nodiscard]] static Log<Payload> merged(const Log<Payload> &old, std::vector<Entry<Payload>> added, std::size_t slots);
};

} // namespace history
