// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "history/log.h"

#include <bitset>
#include <map>
#include <memory>

namespace history {

/// The facts of up to 256 neighbouring subjects. Never changes once made.
class Block {
public:
    static constexpr std::size_t slots = 256;

    [[nodiscard]] Run<Event> events(std::size_t slot) const { return m_events.run(slot); }
    [[nodiscard]] Run<Act> acts(std::size_t slot) const { return m_acts.run(slot); }
    [[nodiscard]] Run<File> files(std::size_t slot) const { return m_files.run(slot); }

    /// Whether a fact of this kind is here.
    [[nodiscard]] bool holds(domain::RowKind kind) const { return (m_kinds >> static_cast<unsigned>(kind) & 1U) != 0; }

    /// Whether the deal at `slot` was ever won or came from a lead; what all deals tell about each other is told by these.
    [[nodiscard]] bool wonOrFromLead(std::size_t slot) const { return m_wonOrFromLead[slot]; }

    /// Until when the superseded fact `number` held.
    [[nodiscard]] support::Instant until(std::uint32_t number) const;
    /// When the customer read the message `number`; the far future when it is not known.
    [[nodiscard]] support::Instant readAt(std::uint32_t number) const;

    /// Whether the subject at `slot` has the same facts here and in `other`.
    [[nodiscard]] bool sameFacts(const Block &other, std::size_t slot) const;

    [[nodiscard]] std::size_t facts() const { return m_events.size() + m_acts.size() + m_files.size(); }
    [[nodiscard]] std::size_t bytes() const { return m_events.bytes() + m_acts.bytes() + m_files.bytes(); }

private:
    friend class BlockWriter;

    Log<Event> m_events;
    Log<Act> m_acts;
    Log<File> m_files;
    std::bitset<slots> m_wonOrFromLead;
    std::uint32_t m_kinds = 0;
    // Both are rare: most facts have one version, and few channels report reading.
    std::map<std::uint32_t, support::Instant> m_until;
    std::map<std::uint32_t, support::Instant> m_readAt;
};

/// Facts on their way into one block.
class BlockWriter {
public:
    /// Takes a fact about the subject at `slot`. A fact that is there already, by its number, is replaced (its `until` changed).
    void add(std::uint16_t slot, const domain::FactRow &row);
    /// The block that holds the facts of `old` (or none) and those added.
    [[nodiscard]] std::shared_ptr<const Block> finish(const Block *old) &&;

private:
    std::vector<Entry<Event>> m_events;
    std::vector<Entry<Act>> m_acts;
    std::vector<Entry<File>> m_files;
    std::map<std::uint32_t, support::Instant> m_until;
    std::map<std::uint32_t, support::Instant> m_readAt;
};

} // namespace history
