// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "engine/evaluate.h"

#include <functional>

namespace bench {

/// The instant that the world is looked at.
inline constexpr support::Instant now{std::int64_t{20'600} * 86'400'000'000};

[[nodiscard]] inline engine::When when(support::Instant asOf)
{
    return {asOf, support::TimeZone::utc()};
}

[[nodiscard]] domain::Playbook standardPlaybook();

/// Makes the facts of deals directly as rows: for each 4 moves, 19 activities, an amount, a role, a close date, a file, and for
/// every third deal a customer with two contacts and a talk that names only the customer. Half of the deals are open, a fifth
/// won. Two runs make the same rows on every machine.
class Rows {
public:
    explicit Rows(domain::Symbols &symbols);

    void deal(std::uint32_t deal, const std::function<void(const domain::FactRow &)> &take);
    /// A move of the deal that nobody told yet.
    [[nodiscard]] domain::FactRow edit(std::uint32_t deal);

    /// The symbols of deals and of their owners.
    [[nodiscard]] static domain::SymbolKey dealKey(std::uint32_t deal) { return 1'000'000 + deal; }

private:
    class Maker;

    [[nodiscard]] domain::FactRow numbered(domain::FactRow row);

    domain::SymbolKey m_pipeline;
    std::vector<domain::SymbolKey> m_stages;
    std::vector<domain::SymbolKey> m_roles;
    std::vector<domain::SymbolKey> m_kinds;
    std::uint32_t m_number = 0;
};

/// A history of so many deals under the standard playbook.
struct World {
    explicit World(std::uint32_t deals);

    [[nodiscard]] engine::Source source() const { return {*history, book, rules}; }

    std::uint32_t count;
    domain::Symbols symbols;
    Rows rows{symbols};
    engine::CompiledPlaybook book;
    engine::RuleSet rules{book};
    std::shared_ptr<const history::History> history;
};

/// Makes one edit after the other of a world: the history with one more fact, and the board amended by it.
class Editing {
public:
    explicit Editing(World &edited) : m_world(edited), m_board(engine::evaluate(edited.source(), when(now))) {}

    [[nodiscard]] std::shared_ptr<const engine::Board> next();

private:
    World &m_world;
    std::shared_ptr<const engine::Board> m_board;
    std::uint32_t m_deal = 0;
};

/// Made once for each size and kept.
[[nodiscard]] World &world(std::int64_t deals);

/// A ForEach on so many threads.
[[nodiscard]] history::ForEach onThreads(std::size_t threads);

} // namespace bench
