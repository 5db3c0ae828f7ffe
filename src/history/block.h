// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "history/log.h"

#include <array>
#include <bitset>
#include <cstddef>
#include <map>
#include <memory>
#include <span>

namespace history {

/// What is known about one fact beside its columns: it is rare.
struct Aside {
    support::Instant at;
    std::uint32_t number;
    std::uint32_t unused = 0; ///< no byte of a block is left to chance
};

/// The columns of a block.
struct BlockColumns {
    Log<Event> events;
    Log<Act> acts;
    Log<File> files;
    std::span<const Aside> until;  ///< by number: facts that were superseded, and when
    std::span<const Aside> readAt; ///< by number: messages that the customer has read, and when
};

/// The facts of up to 256 neighbouring subjects, in one piece of memory that can be written to a file and used again as it was
/// read. Never changes once made.
class Block {
public:
    static constexpr std::size_t slots = 256;
    static constexpr std::size_t alignment = 8;

    /// The block that lies in `bytes`, aligned, for as long as `keeper` lives; null where these are no block's bytes.
    [[nodiscard]] static std::shared_ptr<const Block> over(std::span<const std::byte> bytes, std::shared_ptr<const void> keeper);
    /// A block of its own with these columns.
    [[nodiscard]] static std::shared_ptr<const Block> of(const BlockColumns &columns);

    [[nodiscard]] Run<Event> events(std::size_t slot) const { return m_columns.events.run(slot); }
    [[nodiscard]] Run<Act> acts(std::size_t slot) const { return m_columns.acts.run(slot); }
    [[nodiscard]] Run<File> files(std::size_t slot) const { return m_columns.files.run(slot); }
    [[nodiscard]] const BlockColumns &columns() const { return m_columns; }

    /// Whether a fact of this kind is here.
    [[nodiscard]] bool holds(domain::RowKind kind) const { return (m_kinds >> static_cast<unsigned>(kind) & 1U) != 0; }

    /// Whether the deal at `slot` was ever won or came from a lead; what all deals tell about each other is told by these.
    [[nodiscard]] bool wonOrFromLead(std::size_t slot) const { return m_wonOrFromLead[slot]; }

    /// Whether all amounts that were ever to be paid here are in these currencies, ascending; of a block with more than two, no.
    [[nodiscard]] bool amountsOnlyIn(std::span<const std::uint32_t> currencies) const;

    /// The last instant at which a fact begins or ceases to count: from then on time alone changes nothing here.
    [[nodiscard]] support::Instant latest() const { return m_latest; }

    /// Until when the superseded fact `number` held.
    [[nodiscard]] support::Instant until(std::uint32_t number) const;
    /// When the customer read the message `number`; the far future when it is not known.
    [[nodiscard]] support::Instant readAt(std::uint32_t number) const;

    /// Whether the subject at `slot` has the same facts here and in `other`.
    [[nodiscard]] bool sameFacts(const Block &other, std::size_t slot) const;

    [[nodiscard]] std::size_t facts() const { return m_columns.events.size() + m_columns.acts.size() + m_columns.files.size(); }
    [[nodiscard]] std::span<const std::byte> bytes() const { return m_bytes; }

private:
    Block() = default;

    BlockColumns m_columns;
    std::bitset<slots> m_wonOrFromLead;
    std::array<std::uint32_t, 2> m_currencies{};
    std::uint32_t m_kinds = 0;
    support::Instant m_latest = support::Instant::min();
    std::span<const std::byte> m_bytes;
    std::shared_ptr<const void> m_keeper;
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
