// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "history/block.h"
#include "history/keytable.h"
#include "support/civil.h"

#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace history {

/// The place of a deal (customer, lead, person) on its shelf: dense from 0, in order of arrival, for the life of a workspace.
template <class Tag>
struct Index {
    std::uint32_t value = 0;
    friend constexpr auto operator<=>(Index, Index) = default;
};

using DealIndex = Index<struct DealShelf>;
using CustomerIndex = Index<struct CustomerShelf>;
using LeadIndex = Index<struct LeadShelf>;
using PersonIndex = Index<struct PersonShelf>;

/// All subjects of one kind with their facts.
template <class I>
class Shelf {
public:
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(m_keys->size() + m_newKeys.size()); }
    [[nodiscard]] domain::SymbolKey key(I index) const
    {
        return index.value < m_keys->size() ? (*m_keys)[index.value] : m_newKeys[index.value - m_keys->size()];
    }
    [[nodiscard]] std::optional<I> find(domain::SymbolKey key) const
    {
        const auto place = m_places.find(key);
        return place ? std::optional(I{*place}) : std::nullopt;
    }
    [[nodiscard]] const Block &block(I index) const { return *m_blocks[index.value / Block::slots]; }
    [[nodiscard]] static std::size_t slot(I index) { return index.value % Block::slots; }
    [[nodiscard]] std::size_t blocks() const { return m_blocks.size(); }
    [[nodiscard]] std::size_t bytes() const
    {
        std::size_t sum = m_keys->capacity() * sizeof(domain::SymbolKey) + m_places.bytes();
        for (const auto &block : m_blocks)
            sum += block->bytes().size();
        return sum;
    }

private:
    friend class Builder;
    friend class ImageReader;

    using Keys = std::vector<domain::SymbolKey>;

    std::vector<std::shared_ptr<const Block>> m_blocks;
    KeyTable m_places;
    // The bulk is shared between a history and its successors; the few subjects added since are beside it.
    std::shared_ptr<const Keys> m_keys = std::make_shared<Keys>();
    Keys m_newKeys;
};

/// Everything that is known about deals, customers, leads and people. Never changes; a Builder makes the next one.
class History {
public:
    [[nodiscard]] const Shelf<DealIndex> &deals() const { return m_deals; }
    [[nodiscard]] const Shelf<CustomerIndex> &customers() const { return m_customers; }
    [[nodiscard]] const Shelf<LeadIndex> &leads() const { return m_leads; }
    [[nodiscard]] const Shelf<PersonIndex> &people() const { return m_people; }

    /// The number of facts, and the newest recorded time among them (the data time of everything computed from here).
    [[nodiscard]] std::uint64_t facts() const { return m_facts; }
    [[nodiscard]] support::Instant newest() const { return m_newest; }
    [[nodiscard]] support::Instant oldest() const { return m_oldest; }
    /// When the last thing happened to a deal, or the last lead came in: where the records end. What describes a customer and
    /// what was decided about a flag does not count. The beginning of time where there is neither.
    [[nodiscard]] support::Instant lastEvent() const { return m_lastEvent; }
    /// The last day for which a deal was ever planned to close; the beginning of time where none was.
    [[nodiscard]] support::Date lastPlan() const { return m_lastPlan; }
    [[nodiscard]] std::size_t bytes() const { return m_deals.bytes() + m_customers.bytes() + m_leads.bytes() + m_people.bytes(); }

private:
    friend class Builder;
    friend class ImageReader;

    Shelf<DealIndex> m_deals;
    Shelf<CustomerIndex> m_customers;
    Shelf<LeadIndex> m_leads;
    Shelf<PersonIndex> m_people;
    std::uint64_t m_facts = 0;
    support::Instant m_newest = support::Instant::min();
    support::Instant m_oldest = support::Instant::max();
    support::Instant m_lastEvent = support::Instant::min();
    support::Date m_lastPlan{std::numeric_limits<std::int32_t>::min()};
};

/// The facts of one subject that count at an instant: both times reached, and no newer version recorded (engine.md, "Two times").
class AsOf {
public:
    AsOf(const Block &block, std::size_t slot, support::Instant asOf) : m_block(block), m_slot(slot), m_asOf(asOf) {}

    template <class Payload>
    [[nodiscard]] bool counts(const Stamp &stamp, const Payload &fact) const
    {
        return stamp.occurred <= m_asOf && stamp.recorded <= m_asOf && (!fact.superseded || m_asOf < m_block.until(fact.number));
    }

    /// Calls `take(stamp, fact)` for each, from the earliest to the latest occurred.
    template <class Take>
    void events(Take &&take) const
    {
        each(m_block.events(m_slot), take);
    }
    template <class Take>
    void acts(Take &&take) const
    {
        each(m_block.acts(m_slot), take);
    }
    template <class Take>
    void files(Take &&take) const
    {
        each(m_block.files(m_slot), take);
    }

    /// The whole runs, for whoever merges two of them: `counts` tells which facts do.
    [[nodiscard]] Run<Act> allActs() const { return m_block.acts(m_slot); }
    [[nodiscard]] Run<Event> allEvents() const { return m_block.events(m_slot); }

    [[nodiscard]] support::Instant asOf() const { return m_asOf; }
    [[nodiscard]] const Block &block() const { return m_block; }

private:
    template <class Payload, class Take>
    void each(const Run<Payload> &run, Take &take) const
    {
        for (std::size_t i = 0; i < run.size() && run.stamps[i].occurred <= m_asOf; ++i) {
            if (counts(run.stamps[i], run.facts[i]))
                take(run.stamps[i], run.facts[i]);
        }
    }

    const Block &m_block;
    std::size_t m_slot;
    support::Instant m_asOf;
};

template <class I>
[[nodiscard]] AsOf view(const Shelf<I> &shelf, I index, support::Instant asOf)
{
    return {shelf.block(index), Shelf<I>::slot(index), asOf};
}

} // namespace history
