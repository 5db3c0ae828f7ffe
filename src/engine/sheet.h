// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "history/block.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <memory>
#include <span>
#include <vector>

namespace engine {

enum class FlagState : std::uint8_t { Open, Acknowledged, Snoozed, Resolved, Dismissed };

/// A rule that holds for a subject.
struct FlagRow {
    std::uint32_t row = 0;  ///< the subject's index; of a person, the place in its list
    std::uint16_t rule = 0; ///< slot
    FlagState state = FlagState::Open;
    support::Instant decided; ///< when somebody last decided on it; nothing when nobody did
    support::Instant until;   ///< end of a snooze
};

[[nodiscard]] constexpr bool isActive(FlagState state)
{
    return state == FlagState::Open || state == FlagState::Acknowledged;
}

/// What a list counts about a row.
struct Standing {
    bool open : 1 = false;
    bool red : 1 = false;
    bool pressing : 1 = false; ///< with an open or acknowledged flag
    bool putAside : 1 = false; ///< with flags, but none such
    bool snoozed : 1 = false;  ///< with a flag that sleeps
};

/// A row with an open or acknowledged flag.
struct Pressing {
    double rank;
    double money;       ///< as it is ranked
    std::uint32_t row;  ///< its place in the part
    std::uint32_t best; ///< of the flag that ranks it
};

struct Live;

/// What the neighbours that share a block of history put on the board, by index. Never changes once it is on one.
template <class Row>
struct Part {
    std::vector<Row> rows;      ///< of those that exist at as-of
    std::vector<FlagRow> flags; ///< by subject, then by rule
    // Two columns of the rows once more: who looks for all rows of somebody reads nothing else.
    std::vector<domain::SymbolKey> owners;
    std::vector<domain::SymbolKey> customers;
    // Of deals alone: whoever lists the most pressing of somebody's reads no row besides theirs.
    std::vector<Standing> standings; ///< by row
    std::vector<Pressing> pressing;  ///< the most pressing first
    std::shared_ptr<const Live> live;
};

/// One of the lists of all parts, one after the other.
template <class Row, class Item, std::vector<Item> Part<Row>::*list>
class Across {
public:
    using Parts = std::vector<std::shared_ptr<const Part<Row>>>;

    class Iterator {
    public:
        using iterator_category = std::bidirectional_iterator_tag;
        using value_type = Item;
        using difference_type = std::ptrdiff_t;
        using pointer = const Item *;
        using reference = const Item &;

        Iterator() = default;
        Iterator(const Parts &parts, std::size_t part) : m_parts(&parts), m_part(part) { skipEmpty(); }

        reference operator*() const { return items()[m_item]; }
        pointer operator->() const { return &items()[m_item]; }
        Iterator &operator++()
        {
            ++m_item;
            skipEmpty();
            return *this;
        }
        Iterator operator++(int)
        {
            Iterator before = *this;
            ++*this;
            return before;
        }
        Iterator &operator--()
        {
            while (m_item == 0)
                m_item = ((*m_parts)[--m_part].get()->*list).size();
            --m_item;
            return *this;
        }
        Iterator operator--(int)
        {
            Iterator before = *this;
            --*this;
            return before;
        }
        friend bool operator==(const Iterator &, const Iterator &) = default;

    private:
        [[nodiscard]] const std::vector<Item> &items() const { return (*m_parts)[m_part].get()->*list; }
        void skipEmpty()
        {
            for (; m_part < m_parts->size() && m_item == items().size(); m_item = 0)
                ++m_part;
        }

        const Parts *m_parts = nullptr;
        std::size_t m_part = 0;
        std::size_t m_item = 0;
    };

    explicit Across(const Parts &parts) : m_parts(parts) {}

    [[nodiscard]] Iterator begin() const { return {m_parts, 0}; }
    [[nodiscard]] Iterator end() const { return {m_parts, m_parts.size()}; }
    [[nodiscard]] bool empty() const { return begin() == end(); }
    [[nodiscard]] std::size_t size() const
    {
        std::size_t sum = 0;
        for (const auto &part : m_parts)
            sum += (part.get()->*list).size();
        return sum;
    }

private:
    const Parts &m_parts;
};

/// All rows of one kind, part by part, so that boards share what did not change between them. A range over its rows.
template <class Row>
class Sheet {
public:
    using Rows = Across<Row, Row, &Part<Row>::rows>;
    using Flags = Across<Row, FlagRow, &Part<Row>::flags>;
    using Parts = typename Rows::Parts;

    Sheet() = default;
    /// One part, which is not null, for each block of the shelf.
    explicit Sheet(Parts parts) : m_parts(std::move(parts)) {}

    [[nodiscard]] const Parts &parts() const { return m_parts; }
    [[nodiscard]] Rows rows() const { return Rows(m_parts); }
    [[nodiscard]] Flags flags() const { return Flags(m_parts); }
    [[nodiscard]] auto begin() const { return rows().begin(); }
    [[nodiscard]] auto end() const { return rows().end(); }
    [[nodiscard]] std::size_t size() const { return rows().size(); }

    /// The row of the subject at `index`; null where it does not exist.
    [[nodiscard]] const Row *find(std::uint32_t index) const
    {
        if (index / history::Block::slots >= m_parts.size())
            return nullptr;
        const auto &rows = m_parts[index / history::Block::slots]->rows;
        const auto at = std::ranges::lower_bound(rows, index, {}, &Row::index);
        return at == rows.end() || at->index() != index ? nullptr : &*at;
    }
    /// The flags on the subject at `index`.
    [[nodiscard]] std::span<const FlagRow> flagsOn(std::uint32_t index) const
    {
        if (index / history::Block::slots >= m_parts.size())
            return {};
        return std::ranges::equal_range(m_parts[index / history::Block::slots]->flags, index, {}, &FlagRow::row);
    }
    /// The row that a flag is on.
    [[nodiscard]] const Row &operator[](std::uint32_t index) const { return *find(index); }

private:
    Parts m_parts;
};

} // namespace engine
