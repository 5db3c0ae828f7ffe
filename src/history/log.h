// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/factrow.h"

#include <algorithm>
#include <array>
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
    std::array<std::uint8_t, 6> unused = {}; ///< no byte of a block is left to chance: blocks are written to files

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
    std::array<std::uint8_t, 6> unused = {}; ///< as in Event

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

/// The facts of one kind about all subjects of a block, grouped by subject: three columns that lie somewhere else.
template <class Payload>
class Log {
public:
    Log() = default;
    /// `first` is empty where there are no facts, and else where the run of each slot begins, with the end behind the last.
    Log(std::span<const std::uint32_t> first, std::span<const Stamp> stamps, std::span<const Payload> facts)
        : m_first(first)
        , m_stamps(stamps)
        , m_facts(facts)
    {}

    /// The run of the subject at `slot`.
    [[nodiscard]] Run<Payload> run(std::size_t slot) const
    {
        if (m_first.empty())
            return {};
        const std::size_t first = m_first[slot];
        const std::size_t count = m_first[slot + 1] - first;
        return {m_stamps.subspan(first, count), m_facts.subspan(first, count)};
    }

    [[nodiscard]] std::size_t size() const { return m_facts.size(); }
    [[nodiscard]] std::span<const std::uint32_t> first() const { return m_first; }
    [[nodiscard]] std::span<const Stamp> stamps() const { return m_stamps; }
    [[nodiscard]] std::span<const Payload> facts() const { return m_facts; }

private:
    std::span<const std::uint32_t> m_first;
    std::span<const Stamp> m_stamps;
    std::span<const Payload> m_facts;
};

/// A log in the making.
template <class Payload>
struct LogColumns {
    std::vector<std::uint32_t> first;
    std::vector<Stamp> stamps;
    std::vector<Payload> facts;

    [[nodiscard]] Log<Payload> log() const { return {first, stamps, facts}; }
};

/// A fact on its way into a log.
template <class Payload>
struct Entry {
    Stamp stamp;
    Payload fact;
    std::uint16_t slot;
};

/// The facts of `old` and those `added`, sorted. Work is linear in the log, plus the sort of the new entries.
template <class Payload>
[[nodiscard]] LogColumns<Payload> merged(const Log<Payload> &old, std::vector<Entry<Payload>> added, std::size_t slots);

} // namespace history
