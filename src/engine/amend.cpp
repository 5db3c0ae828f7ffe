// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/amend.h"

#include "engine/dealpart.h"
#include "engine/leadstate.h"
#include "engine/live.h"
#include "engine/people.h"
#include "engine/score.h"
#include "history/difference.h"
#include "history/due.h"

#include <map>
#include <ranges>

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
        std::ranges::copy(std::views::keys(m_blocks), std::back_inserter(blocks));
        return blocks;
    }
    /// The index of each.
    [[nodiscard]] std::vector<std::uint32_t> all() const
    {
        std::vector<std::uint32_t> indices;
        for (const auto &[block, slots] : m_blocks) {
            for (std::size_t slot = 0; slot < slots.size(); ++slot) {
                if (slots[slot])
                    indices.push_back(static_cast<std::uint32_t>(block * slots.size() + slot));
            }
        }
        return indices;
    }
    /// The subjects of `block` that are meant.
    [[nodiscard]] Slotted in(std::size_t block) const
    {
        const auto found = m_blocks.find(block);
        return found == m_blocks.end() ? Slotted() : found->second;
    }

private:
    std::map<std::size_t, Slotted> m_blocks;
};

/// The places about which there are other facts in `after` at `to` than in `before` at `from`, in order.
template <class I>
std::vector<std::uint32_t> news(const history::Shelf<I> &before, const history::Shelf<I> &after, support::Instant from,
                                support::Instant to)
{
    const auto changed = history::difference(before, after);
    const auto due = history::due(after, from, to);
    std::vector<std::uint32_t> places;
    std::ranges::set_union(changed, due, std::back_inserter(places));
    return places;
}

/// What is new for a board.
struct News {
    std::vector<std::uint32_t> deals;         ///< by index
    std::vector<std::uint32_t> leads;         ///< by index
    std::vector<domain::SymbolKey> customers; ///< sorted
    bool people = false;                      ///< something was decided about one
};

News newsOf(const Known &known, const history::History &after, support::Instant to)
{
    const support::Instant from = known.board.asOf;
    News all{news(known.history.deals(), after.deals(), from, to),
             news(known.history.leads(), after.leads(), from, to),
             {},
             !news(known.history.people(), after.people(), from, to).empty()};
    for (const std::uint32_t index : news(known.history.customers(), after.customers(), from, to))
        all.customers.push_back(after.customers().key({index}));
    std::ranges::sort(all.customers);
    return all;
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

/// Makes a board from one that is known.
class Amendment {
public:
    Amendment(const Board &known, const Basis &basis, const history::ForEach &forEach, std::stop_token stop)
        : m_known(known)
        , m_basis(basis)
        , m_later(known.asOf < basis.when.asOf)
        , m_forEach(forEach)
        , m_stop(std::move(stop))
    {}

    [[nodiscard]] std::shared_ptr<const Board> make(const News &news)
    {
        const auto &[history, playbook, rules] = m_basis.source;
        auto board = std::make_shared<Board>();
        board->asOf = m_basis.when.asOf;
        board->today = m_basis.when.today;
        board->zone = m_basis.when.zone;
        board->silent = m_known.silent;
        board->calibration = m_known.calibration;
        const Touched deals = touchedDeals(news);
        board->deals = Sheet<DealRow>(dealParts(deals));
        const Touched leads = touchedLeads(news, board->deals);
        auto parts = leadParts(leads);
        if (m_stop.stop_requested())
            return nullptr;
        endByDeals(history, board->asOf, board->deals, parts, leads.touched());
        board->leads = Sheet<LeadRow>(std::move(parts));
        board->people = people(*board, deals);
        const std::vector<std::uint32_t> touched = deals.all();
        const bool alike = !m_later && !news.people;
        board->personFlags =
            flagPeople(*board, m_basis.source, alike ? std::optional(PeopleBefore{m_known, touched}) : std::nullopt);
        return board;
    }

private:
    [[nodiscard]] Touched touchedDeals(const News &news) const
    {
        Touched deals;
        std::ranges::for_each(news.deals, [&](std::uint32_t index) { deals.add(index); });
        deals.addOf(m_known.deals, news.customers);
        for (const auto &part : m_known.deals.parts()) {
            const Live &live = *part->live;
            for (std::size_t i = 0; live.expires <= m_basis.when.asOf && i < live.size(); ++i) {
                if (live.until[i] <= m_basis.when.asOf)
                    deals.add(part->rows[live.rows[i]].index());
            }
        }
        return deals;
    }

    /// All of them once time has passed: a lead is told in no time.
    [[nodiscard]] Touched touchedLeads(const News &news, const Sheet<DealRow> &deals) const
    {
        Touched leads;
        if (m_later) {
            for (std::uint32_t lead = 0; lead < m_basis.source.history.leads().size(); ++lead)
                leads.add(lead);
            return leads;
        }
        std::ranges::for_each(news.leads, [&](std::uint32_t index) { leads.add(index); });
        leads.addOf(m_known.leads, withCustomersOf(news.deals, m_known.deals, deals, news.customers));
        return leads;
    }

    [[nodiscard]] Sheet<DealRow>::Parts dealParts(const Touched &touched) const
    {
        const Sheet<DealRow>::Parts &known = m_known.deals.parts();
        Sheet<DealRow>::Parts parts(m_basis.source.history.deals().blocks());
        m_forEach(parts.size(), [&](std::size_t block) {
            const auto old = block < known.size() ? known[block] : nullptr;
            if (const Slotted anew = touched.in(block); anew.any())
                parts[block] = dealPart(m_basis, block, old.get(), anew, m_stop);
            else
                parts[block] = m_later ? rescored(m_basis, *old) : old;
        });
        return parts;
    }

    [[nodiscard]] Sheet<LeadRow>::Parts leadParts(const Touched &touched) const
    {
        Sheet<LeadRow>::Parts parts = m_known.leads.parts();
        parts.resize(m_basis.source.history.leads().blocks());
        for (const auto &[block, slots] : touched.blocks()) {
            const auto old = parts[block];
            parts[block] = leadPart(m_basis, block, old.get(), slots, m_stop);
        }
        return parts;
    }

    [[nodiscard]] std::vector<PersonRow> people(const Board &board, const Touched &deals) const
    {
        const domain::WindowSettings &windows = m_basis.source.playbook.playbook().windows;
        if (m_later)
            return countPeople(board, windows);
        return recountPeople(m_known, board.deals, windows, deals.all());
    }

    const Board &m_known;
    const Basis &m_basis;
    bool m_later;
    const history::ForEach &m_forEach;
    std::stop_token m_stop;
};

} // namespace

std::shared_ptr<const Board> amend(const Known &known, const Source &source, When when, const history::ForEach &forEach,
                                   std::stop_token stop)
{
    const News news = newsOf(known, source.history, when.asOf);
    if (known.board.silent != source.rules.silent()
        || !calibrateAlike(*known.board.calibration, {known.history, known.board.asOf}, {source.history, when.asOf},
                           source.playbook, news.deals))
        return evaluate(source, when, forEach, std::move(stop));
    const Basis basis{source, *known.board.calibration, when};
    return Amendment(known.board, basis, forEach, std::move(stop)).make(news);
}

} // namespace engine
