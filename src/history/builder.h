// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "history/history.h"

#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

namespace history {

/// Runs `work(i)` for every i below `count`, in any order and on any threads, and returns when all are done.
using ForEach = std::function<void(std::size_t count, const std::function<void(std::size_t)> &work)>;

/// One after the other on the calling thread.
void inOrder(std::size_t count, const std::function<void(std::size_t)> &work);

/// Makes a history out of facts in any order: the first from nothing, each later one from its predecessor, of which it
/// rebuilds only the blocks that new facts touch.
class Builder {
public:
    Builder() = default;
    explicit Builder(std::shared_ptr<const History> previous) : m_previous(std::move(previous)) {}

    /// Takes a fact. One with a number that is known replaces what is known (a version that was superseded since).
    void add(const domain::FactRow &row);

    /// The history with all facts added; `forEach` may spread the work of the blocks over threads.
    [[nodiscard]] std::shared_ptr<const History> finish(const ForEach &forEach = inOrder);

private:
    template <class I>
    struct Staged {
        std::unordered_map<domain::SymbolKey, std::uint32_t> newIndices;
        std::vector<domain::SymbolKey> newKeys;
        std::unordered_map<std::size_t, BlockWriter> writers;
    };

    /// It is about the world, and not what we know, plan or decide about it.
    void happened(const domain::FactRow &row);
    template <class I>
    void place(const Shelf<I> &shelf, Staged<I> &staged, domain::SymbolKey key, const domain::FactRow &row);
    template <class I>
    std::uint64_t assemble(Shelf<I> &shelf, Staged<I> &staged, const ForEach &forEach); ///< returns how many facts are new

    std::shared_ptr<const History> m_previous = std::make_shared<History>();
    Staged<DealIndex> m_deals;
    Staged<CustomerIndex> m_customers;
    Staged<LeadIndex> m_leads;
    Staged<PersonIndex> m_people;
    std::uint64_t m_others = 0; ///< facts that are about no subject of a shelf
    support::Instant m_newest = support::Instant::min();
    support::Instant m_oldest = support::Instant::max();
    support::Instant m_lastEvent = support::Instant::min();
    support::Date m_lastPlan{std::numeric_limits<std::int32_t>::min()};
};

} // namespace history
