// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "tests/bench/world.h"

#include "engine/amend.h"

#include "exchange/playbookjson.h"
#include "resources/embedded.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <thread>

namespace bench {

using domain::FactRow;
using domain::RowKind;
using domain::SymbolKind;
using support::Instant;

namespace {

constexpr std::size_t activities = 19;
constexpr std::size_t moves = 4;
constexpr std::uint32_t dealsOfCustomer = 3;
constexpr std::uint32_t hoursBack = 24 * 700;

/// The next of a row of numbers that is the same on every machine (Steele, Lea and Flood's SplitMix64).
class Numbers {
public:
    explicit Numbers(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next()
    {
        m_state += 0x9E3779B97F4A7C15ULL;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31U);
    }
    std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(next() % bound); }

private:
    std::uint64_t m_state;
};

std::uint32_t yuan()
{
    return support::Currency::parse("CNY")->packed();
}

} // namespace

domain::Playbook standardPlaybook()
{
    const auto found = std::ranges::find(resources::playbooks(), "default", &resources::Embedded::name);
    return exchange::readPlaybook(found->text).value();
}

/// What the rows of one deal have in common.
class Rows::Maker {
public:
    explicit Maker(std::uint32_t deal) : m_any(deal), m_deal(deal)
    {
        m_created = now - support::hours(2 + m_any.below(hoursBack)) + support::Duration{m_any.below(1'000'000'000)};
    }

    [[nodiscard]] Instant created() const { return m_created; }
    [[nodiscard]] std::uint32_t below(std::uint32_t bound) { return m_any.below(bound); }
    /// Between the creation and an hour ago.
    [[nodiscard]] Instant within()
    {
        const auto age = static_cast<std::uint64_t>((now - support::hours(1) - m_created).micros);
        return m_created + support::Duration{static_cast<std::int64_t>(m_any.next() % age)};
    }
    [[nodiscard]] FactRow row(RowKind kind, Instant at, std::uint32_t object = 0) const
    {
        FactRow row;
        row.kind = kind;
        row.subject = dealKey(m_deal);
        row.object = object;
        row.occurred = row.recorded = at;
        return row;
    }
    [[nodiscard]] domain::SymbolKey owner() const { return 400'000 + m_deal % 500; }
    [[nodiscard]] domain::SymbolKey customer() const { return 500'000 + m_deal / dealsOfCustomer; }
    [[nodiscard]] FactRow activity()
    {
        FactRow talk = row(RowKind::Activity, within());
        talk.a = domain::ActivityBits{static_cast<domain::ActivityKind>(below(9)), static_cast<domain::Direction>(below(3)),
                                      false, below(4) == 0}
                     .packed();
        talk.c = below(8);
        talk.d = owner();
        return talk;
    }

private:
    Numbers m_any;
    std::uint32_t m_deal;
    Instant m_created;
};

Rows::Rows(domain::Symbols &symbols)
{
    const domain::Playbook book = standardPlaybook();
    m_pipeline = symbols.intern(SymbolKind::Pipeline, book.pipelines.front().id.text());
    for (const domain::Stage &stage : book.pipelines.front().stages)
        m_stages.push_back(symbols.intern(SymbolKind::Stage, stage.id.text()));
    for (const domain::RoleDefinition &role : book.roles)
        m_roles.push_back(symbols.intern(SymbolKind::Role, role.id.text()));
    for (const domain::EvidenceKindDefinition &kind : book.evidenceKinds)
        m_kinds.push_back(symbols.intern(SymbolKind::EvidenceKind, kind.id.text()));
}

FactRow Rows::numbered(FactRow row)
{
    row.number = ++m_number;
    return row;
}

void Rows::deal(std::uint32_t deal, const std::function<void(const FactRow &)> &take)
{
    Maker maker(deal);
    const auto add = [&](const FactRow &row) { take(numbered(row)); };
    if (deal % dealsOfCustomer == 0) {
        FactRow row = maker.row(RowKind::Customer, maker.created());
        row.subject = maker.customer();
        add(row);
        for (std::uint32_t contact = 0; contact < 2; ++contact) {
            row = maker.row(RowKind::Contact, maker.created(), maker.customer());
            row.subject = 5'000'000 + deal + contact;
            add(row);
        }
        row = maker.activity();
        row.subject = 0;
        row.object = maker.customer();
        add(row);
    }
    FactRow row = maker.row(RowKind::Deal, maker.created(), maker.customer());
    row.a = maker.owner();
    row.b = m_pipeline;
    row.value = yuan();
    add(row);
    for (std::size_t i = 0; i < moves; ++i)
        add(maker.row(RowKind::StageMoved, maker.within(), m_stages[i + 1]));
    row = maker.row(RowKind::AmountSet, maker.within(), yuan());
    row.value = maker.below(1'000'000'00);
    add(row);
    row = maker.row(RowKind::RoleSet, maker.within(), m_roles[deal % m_roles.size()]);
    row.a = 1;
    add(row);
    row = maker.row(RowKind::CloseDateSet, maker.within(), 1);
    row.value = 20'500 + maker.below(200);
    add(row);
    if (const std::uint32_t end = maker.below(10); end < 5)
        add(maker.row(end < 2 ? RowKind::Won : RowKind::Lost, now - support::hours(1)));
    row = maker.row(RowKind::Evidence, maker.within(), deal);
    row.a = m_kinds[deal % m_kinds.size()];
    row.b = 1;
    add(row);
    for (std::size_t i = 0; i < activities; ++i)
        add(maker.activity());
}

FactRow Rows::edit(std::uint32_t deal)
{
    const Maker maker(deal);
    return numbered(maker.row(RowKind::StageMoved, now, m_stages[deal % m_stages.size()]));
}

World::World(std::uint32_t deals) : count(deals), book(standardPlaybook(), symbols)
{
    history::Builder builder;
    constexpr std::uint32_t step = 256 * 64; // what is on its way stays small
    for (std::uint32_t deal = 0; deal < deals; ++deal) {
        rows.deal(deal, [&](const FactRow &row) { builder.add(row); });
        if (deal % step == step - 1)
            static_cast<void>(builder.finish());
    }
    history = builder.finish();
}

std::shared_ptr<const engine::Board> Editing::next()
{
    m_deal = (m_deal + 7'919) % m_world.count;
    history::Builder builder(m_world.history);
    builder.add(m_world.rows.edit(m_deal));
    const auto edited = builder.finish();
    return engine::amend({*m_board, *m_world.history}, {*edited, m_world.book, m_world.rules}, when(now));
}

World &world(std::int64_t deals)
{
    static std::map<std::int64_t, std::unique_ptr<World>> worlds;
    auto &one = worlds[deals];
    if (!one)
        one = std::make_unique<World>(static_cast<std::uint32_t>(deals));
    return *one;
}

history::ForEach onThreads(std::size_t threads)
{
    return [threads](std::size_t count, const std::function<void(std::size_t)> &work) {
        std::atomic<std::size_t> next = 0;
        const auto run = [&] {
            for (std::size_t i = next++; i < count; i = next++)
                work(i);
        };
        std::vector<std::thread> others;
        for (std::size_t i = 1; i < threads; ++i)
            others.emplace_back(run);
        run();
        for (std::thread &other : others)
            other.join();
    };
}

} // namespace bench
