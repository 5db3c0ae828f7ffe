// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/amend.h"

#include "engine/dealpart.h"
#include "engine/leadstate.h"
#include "engine/people.h"
#include "history/difference.h"

#include <map>

namespace engine {

namespace {

/// Subjects to look at anew, by block.
class Touched {
public:
    void add(std::uint32_t index) { m_blocks[index / history::Block::slots].set(index % history::Block::slots); }

    /// Adds everybody on `sheet` whose customer is among `customers`, which are sorted.
    template <class Row>
    void addOf(const Sheet<Row> &sheet, const std::vector<domain::SymbolKey> &customers)
    {
        if (customers.empty())
            return;
        for (const auto &part : sheet.parts()) {
            for (std::size_t i = 0; i < part->customers.size(); ++i) {
                if (std::ranges::binary_search(customers, part->customers[i]))
                    add(part->rows[i].index());
            }
        }
    }

    [[nodiscard]] const std::map<std::size_t, Slotted> &blocks() const { return m_blocks; }
    [[nodiscard]] std::vector<std::size_t> touched() const
    {
        std::vector<std::size_t> blocks;
        for (const auto &[block, slots] : m_blocks)
            blocks.push_back(block);
        return blocks;
    }

private:
    std::map<std::size_t, Slotted> m_blocks;
};

/// The customers with new facts, sorted.
std::vector<domain::SymbolKey> touchedCustomers(const history::History &before, const history::History &after)
{
    std::vector<domain::SymbolKey> keys;
    for (const std::uint32_t index : history::difference(before.customers(), after.customers()))
        keys.push_back(after.customers().key({index}));
    std::ranges::sort(keys);
    return keys;
}

/// `customers` and whose the changed deals were and are now, sorted.
std::vector<domain::SymbolKey> withCustomersOf(const std::vector<std::uint32_t> &changed, const Sheet<DealRow> &before,
                                               const Sheet<DealRow> &after, std::vector<domain::SymbolKey> customers)
{
    for (const std::uint32_t index : changed) {
        for (const DealRow *row : {before.find(index), after.find(index)}) {
            if (row != nullptr)
                customers.push_back(row->customer);
        }
    }
    std::ranges::sort(customers);
    return customers;
}

/// The parts of `sheet` with those of the touched blocks made anew.
template <class Row, class Make>
typename Sheet<Row>::Parts remade(const Sheet<Row> &sheet, std::size_t blocks, const Touched &touched, const Make &make)
{
    typename Sheet<Row>::Parts parts = sheet.parts();
    parts.resize(blocks);
    for (const auto &[block, slots] : touched.blocks()) {
        const auto old = parts[block];
        parts[block] = make(block, old.get(), slots);
    }
    return parts;
}

void addOwners(const Sheet<DealRow> &sheet, const Touched &touched, std::vector<domain::SymbolKey> &owners)
{
    for (const auto &[block, slots] : touched.blocks()) {
        for (std::size_t slot = 0; slot < slots.size(); ++slot) {
            const auto index = static_cast<std::uint32_t>(block * slots.size() + slot);
            if (const DealRow *row = slots[slot] ? sheet.find(index) : nullptr)
                owners.push_back(row->owner);
        }
    }
    std::ranges::sort(owners);
    owners.erase(std::ranges::unique(owners).begin(), owners.end());
}

} // namespace

std::shared_ptr<const Board> amend(const Board &known, const history::History &before, const Source &source,
                                   const history::ForEach &forEach, std::stop_token stop)
{
    const auto &[history, playbook, rules] = source;
    const When when{known.asOf, known.today};
    const auto changed = history::difference(before.deals(), history.deals());
    if (known.silent != rules.silent() || !calibrateAlike(before, history, playbook, when.asOf, changed))
        return evaluate(source, when, forEach, std::move(stop));
    const auto customers = touchedCustomers(before, history);
    Touched deals;
    std::ranges::for_each(changed, [&](std::uint32_t index) { deals.add(index); });
    deals.addOf(known.deals, customers);
    auto board = std::make_shared<Board>();
    board->asOf = known.asOf;
    board->today = known.today;
    board->silent = known.silent;
    board->calibration = known.calibration;
    const Basis basis{source, *known.calibration, when};
    board->deals = Sheet<DealRow>(remade(known.deals, history.deals().blocks(), deals, [&](auto block, auto old, auto &slots) {
        return dealPart(basis, block, old, slots, stop);
    }));
    Touched leads;
    std::ranges::for_each(history::difference(before.leads(), history.leads()), [&](std::uint32_t index) { leads.add(index); });
    leads.addOf(known.leads, withCustomersOf(changed, known.deals, board->deals, customers));
    auto parts = remade(known.leads, history.leads().blocks(), leads,
                        [&](auto block, auto old, auto &slots) { return leadPart(basis, block, old, slots, stop); });
    if (stop.stop_requested())
        return nullptr;
    endByDeals(history, when.asOf, board->deals, parts, leads.touched());
    board->leads = Sheet<LeadRow>(std::move(parts));
    std::vector<domain::SymbolKey> owners;
    addOwners(known.deals, deals, owners);
    addOwners(board->deals, deals, owners);
    board->people = recountPeople(*board, playbook.playbook().windows, known.people, owners);
    board->personFlags = flagPeople(*board, source);
    return board;
}

} // namespace engine
