// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/stageboard.h"

#include "engine/measures.h"
#include "workbench/inscope.h"
#include "workbench/namedlike.h"
#include "workbench/resolver.h"

#include <algorithm>
#include <array>
#include <mutex>
#include <unordered_map>

namespace workbench {

using support::Result;

namespace {

constexpr std::size_t neighbours = 32; ///< cards that are read together
constexpr std::size_t mostKept = 2'048;

/// What a board is answered from.
struct Ground {
    std::weak_ptr<const Core> core;
    std::shared_ptr<const Snapshot> snapshot;
    std::shared_ptr<const engine::Board> board;
    support::Instant asOf;
};

using Rows = std::vector<const engine::DealRow *>;

StageCard cardOf(const Resolver &resolver, const engine::Board &board, const engine::DealRow &row)
{
    StageCard card{resolver.summary(row)};
    for (const engine::FlagRow &flag : board.deals.flagsOn(row.index())) {
        if (!engine::isActive(flag.state))
            continue;
        ++card.flags;
        const domain::Rule &rule = resolver.playbook().rules[flag.rule];
        if (!card.severity || rule.severity > *card.severity) {
            card.severity = rule.severity;
            card.gravest = rule.name;
        }
    }
    return card;
}

} // namespace

/// Reads cards, and keeps those that were read last.
class StageBoard::Reader {
public:
    Reader(Ground ground, std::vector<Rows> columns) : m_ground(std::move(ground)), m_columns(std::move(columns)) {}

    [[nodiscard]] std::optional<StageCard> card(std::size_t column, std::size_t place)
    {
        const engine::DealRow &row = *m_columns[column][place];
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_cards.find(row.key); known != m_cards.end())
            return known->second;
        const auto core = m_ground.core.lock();
        if (!core)
            return std::nullopt;
        if (m_cards.size() > mostKept)
            m_cards.clear();
        read(*core, column, place - place % neighbours);
        return m_cards.at(row.key);
    }

    /// What is seen first of each column is there before anybody asks.
    void prepare(const Core &core)
    {
        for (std::size_t column = 0; column < m_columns.size(); ++column)
            read(core, column, 0);
    }

private:
    void read(const Core &core, std::size_t column, std::size_t first)
    {
        const Rows &all = m_columns[column];
        const auto some = std::span(all).subspan(first, std::min(neighbours, all.size() - first));
        const Rows rows(some.begin(), some.end());
        Resolver resolver(core, *m_ground.snapshot, m_ground.snapshot->playbook(m_ground.asOf), m_ground.asOf);
        resolver.prefetch(rows);
        for (const engine::DealRow *row : rows)
            m_cards.insert_or_assign(row->key, cardOf(resolver, *m_ground.board, *row));
    }

    const Ground m_ground;
    const std::vector<Rows> m_columns;
    std::mutex m_mutex;
    std::unordered_map<domain::SymbolKey, StageCard> m_cards;
};

StageBoard::StageBoard(StageBoardView view, std::unique_ptr<Reader> reader) : m_view(std::move(view)), m_reader(std::move(reader))
{}

StageBoard::~StageBoard() = default;

std::optional<StageCard> StageBoard::card(std::size_t column, std::size_t place) const
{
    return m_reader->card(column, place);
}

namespace {

/// Money of several currencies, each by itself.
class Purse {
public:
    void add(const engine::DealRow &row)
    {
        ++m_deals;
        if (!row.hasAmount || row.currency == 0)
            return;
        auto own = std::ranges::find(m_heaps, row.currency, &Heap::currency);
        if (own == m_heaps.end())
            own = m_heaps.insert(own, Heap{row.currency});
        ++own->deals;
        if (__builtin_add_overflow(own->minor, row.amount, &own->minor))
            own->minor = row.amount > 0 ? std::numeric_limits<std::int64_t>::max() : std::numeric_limits<std::int64_t>::min();
    }

    [[nodiscard]] StageSum sum() &&
    {
        std::ranges::sort(m_heaps, [](const Heap &a, const Heap &b) {
            return std::tuple(b.deals, a.currency) < std::tuple(a.deals, b.currency);
        });
        StageSum sum{m_deals};
        for (const Heap &heap : m_heaps)
            sum.money.push_back({heap.minor, support::Currency::unpack(heap.currency)});
        return sum;
    }

private:
    struct Heap {
        std::uint32_t currency;
        std::size_t deals = 0;
        std::int64_t minor = 0;
    };

    std::size_t m_deals = 0;
    std::vector<Heap> m_heaps; ///< a handful
};

/// What orders a card: the less the further up.
struct Placed {
    const engine::DealRow *row;
    double first;
    double then; ///< among equals of `first`

    friend bool operator<(const Placed &a, const Placed &b)
    {
        if (a.first != b.first)
            return a.first < b.first;
        return a.then != b.then ? a.then < b.then : a.row->key < b.row->key;
    }
};

constexpr double last = std::numeric_limits<double>::infinity();

/// Tells where a deal belongs in the order that is asked for.
class Placing {
public:
    Placing(const engine::Board &board, CardOrder order) : m_usual(board.calibration->usual), m_order(order) {}

    /// `rank`: of the flag that presses most; 0 without one.
    [[nodiscard]] Placed of(const engine::DealRow &row, double rank) const { return {&row, first(row, rank), amount(row)}; }

private:
    [[nodiscard]] double first(const engine::DealRow &row, double rank) const
    {
        switch (m_order) {
        case CardOrder::Pressing: return -rank;
        case CardOrder::Health: return static_cast<double>(row.health);
        case CardOrder::Amount: return amount(row);
        case CardOrder::DaysInStage: return static_cast<double>(row.claimedSince.micros);
        case CardOrder::CloseDate: return row.hasCloseDay ? row.closeDay : last;
        }
        return 0;
    }

    [[nodiscard]] double amount(const engine::DealRow &row) const
    {
        if (!row.hasAmount)
            return last;
        const double major = engine::inMajor(row.amount, row.currency);
        const double same = m_usual.in(row.currency);
        if (row.currency == m_usual.currency || same <= 0)
            return -major;
        return -(major / same * std::max(m_usual.in(m_usual.currency), 1.0));
    }

    const engine::UsualAmounts &m_usual;
    CardOrder m_order;
};

/// The columns of one pipeline while they are filled; the last one is that of the stages nobody knows.
struct Filling {
    explicit Filling(std::size_t stages) : cards(stages + 1), claimed(stages + 1), proven(stages + 1) {}

    [[nodiscard]] std::size_t column(std::int16_t stage) const
    {
        return stage < 0 ? cards.size() - 1 : static_cast<std::size_t>(stage);
    }

    std::vector<std::vector<Placed>> cards;
    std::vector<Purse> claimed;
    std::vector<Purse> proven;
};

/// The ranks of the deals of a part that have a flag standing, by their places in it; 0 for the others.
std::array<double, history::Block::slots> ranksOf(const engine::Part<engine::DealRow> &part)
{
    std::array<double, history::Block::slots> ranks{};
    for (const engine::Pressing &pressing : part.pressing)
        ranks[pressing.row] = pressing.rank;
    return ranks;
}

} // namespace

class BoardMaker {
public:
    BoardMaker(const Core &core, Ground ground, const StageBoardRequest &request, std::stop_token stop)
        : m_core(core)
        , m_ground(std::move(ground))
        , m_request(request)
        , m_stop(std::move(stop))
        , m_playbook(m_ground.snapshot->playbook(request.asOf).compiled->playbook())
    {}

    [[nodiscard]] Result<std::shared_ptr<const StageBoard>> make()
    {
        m_view.asOf = m_request.asOf;
        m_view.proven = m_request.proven;
        for (const domain::Pipeline &pipeline : m_playbook.pipelines)
            m_view.pipelines.push_back({pipeline.id, pipeline.name});
        gather();
        const auto shown = chosen();
        if (!shown)
            return support::failure(support::ErrorCode::UnknownStage, m_request.pipeline ? m_request.pipeline->text() : "",
                                    "the playbook has no such pipeline");
        m_view.pipeline = *shown;
        std::vector<Rows> rows = fill(m_playbook.pipelines[*shown]);
        if (m_stop.stop_requested())
            return support::failure(support::ErrorCode::Cancelled, "", "a newer question was asked");
        m_view.dataTime = m_core.dataTime(*m_ground.snapshot, m_request.asOf);
        auto reader = std::make_unique<StageBoard::Reader>(std::move(m_ground), std::move(rows));
        reader->prepare(m_core);
        return std::shared_ptr<const StageBoard>(new StageBoard(std::move(m_view), std::move(reader)));
    }

private:
    /// The open deals in scope, by pipeline.
    void gather()
    {
        m_found.resize(m_playbook.pipelines.size());
        const InScope inScope(m_core, *m_ground.snapshot, m_request.scope, m_request.asOf);
        NamedLike named(m_core, *m_ground.snapshot, m_request.text, m_request.asOf);
        named.prepare(m_stop);
        const Placing placing(*m_ground.board, m_request.order);
        for (const auto &part : m_ground.board->deals.parts()) {
            if (m_stop.stop_requested())
                return;
            const auto ranks = ranksOf(*part);
            for (std::size_t i = 0; i < part->rows.size(); ++i) {
                const engine::DealRow &row = part->rows[i];
                if (!part->standings[i].open || !inScope.deal(row) || !named.holds(row))
                    continue;
                if (row.pipeline < 0)
                    ++m_view.unplaced;
                else
                    m_found[static_cast<std::size_t>(row.pipeline)].push_back(placing.of(row, ranks[i]));
            }
        }
        for (std::size_t i = 0; i < m_found.size(); ++i)
            m_view.pipelines[i].deals = m_found[i].size();
    }

    [[nodiscard]] std::optional<std::size_t> chosen() const
    {
        const auto &all = m_view.pipelines;
        const auto found = m_request.pipeline ? std::ranges::find(all, *m_request.pipeline, &BoardPipeline::id)
                                              : std::ranges::max_element(all, {}, &BoardPipeline::deals);
        return found == all.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - all.begin()));
    }

    /// Makes the columns of the pipeline, and says which rows their cards are of.
    [[nodiscard]] std::vector<Rows> fill(const domain::Pipeline &pipeline)
    {
        Filling filling(pipeline.stages.size());
        for (const Placed &deal : m_found[m_view.pipeline]) {
            const std::size_t claimed = filling.column(deal.row->claimed);
            const std::size_t proven = filling.column(deal.row->proven);
            filling.claimed[claimed].add(*deal.row);
            filling.proven[proven].add(*deal.row);
            filling.cards[m_request.proven ? proven : claimed].push_back(deal);
        }
        std::vector<Rows> rows;
        for (std::size_t at = 0; at < filling.cards.size(); ++at) {
            const bool known = at < pipeline.stages.size();
            StageColumn column;
            column.claimed = std::move(filling.claimed[at]).sum();
            column.proven = std::move(filling.proven[at]).sum();
            if (!known && column.claimed.deals + column.proven.deals == 0)
                break;
            if (known) {
                const domain::Stage &stage = pipeline.stages[at];
                column.stage = stage.id.text();
                column.name = stage.name;
                column.limitDays = stage.limitDays;
            }
            rows.push_back(ordered(filling.cards[at], column));
            m_view.columns.push_back(std::move(column));
        }
        return rows;
    }

    [[nodiscard]] static Rows ordered(std::vector<Placed> &cards, StageColumn &column)
    {
        std::ranges::sort(cards, std::less());
        Rows rows;
        rows.reserve(cards.size());
        column.cards.reserve(cards.size());
        for (const Placed &card : cards) {
            rows.push_back(card.row);
            column.cards.push_back(card.row->key);
        }
        return rows;
    }

    const Core &m_core;
    Ground m_ground;
    const StageBoardRequest &m_request;
    std::stop_token m_stop;
    const domain::Playbook &m_playbook;
    StageBoardView m_view;
    std::vector<std::vector<Placed>> m_found;
};

Result<std::shared_ptr<const StageBoard>> stageBoard(const Workbench &workbench, const StageBoardRequest &request,
                                                     std::stop_token stop)
{
    const auto core = workbench.shared();
    const auto snapshot = core->snapshot();
    const auto board = core->board(*snapshot, request.asOf, stop);
    if (!board)
        return support::failure(support::ErrorCode::Cancelled, "", "a newer question was asked");
    return BoardMaker(*core, Ground{core, snapshot, board, request.asOf}, request, std::move(stop)).make();
}

} // namespace workbench
