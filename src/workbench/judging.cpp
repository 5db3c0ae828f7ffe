// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/stageboard.h"

#include "engine/fold.h"
#include "engine/gate.h"
#include "workbench/resolver.h"

#include <algorithm>

namespace workbench {

using support::ErrorCode;
using support::failure;
using support::Result;

namespace {

/// Judges moves as of now; one playbook and one history for all of them.
class Judge {
public:
    explicit Judge(const Core &core)
        : m_core(core)
        , m_snapshot(core.snapshot())
        , m_now(core.now())
        , m_playbook(m_snapshot->playbook(m_now))
        , m_resolver(core, *m_snapshot, m_playbook, m_now)
    {}

    [[nodiscard]] Result<JudgedMove> judge(const domain::DealId &deal, const domain::StageId &stage)
    {
        const auto &deals = m_snapshot->history->deals();
        const auto index = deals.find(m_core.keyOf(domain::SymbolKind::Deal, deal.text()));
        m_state.exists = false;
        if (index)
            engine::fold(*m_snapshot->history, *m_playbook.compiled, *index, {m_now, engine::Depth::Full}, m_state);
        if (!m_state.exists)
            return failure(ErrorCode::UnknownDeal, deal.text(), "no such deal");
        if (!m_state.pipeline)
            return failure(ErrorCode::UnknownStage, stage.text(), "the playbook does not know the deal's pipeline");
        const auto &stages = m_state.pipeline->pipeline->stages;
        const auto place = std::ranges::find(stages, stage, &domain::Stage::id);
        if (place == stages.end())
            return failure(ErrorCode::UnknownStage, stage.text(), "the deal's pipeline has no such stage");
        JudgedMove move{deal, place - stages.begin() == m_state.claimed};
        for (const auto &[at, gate] : engine::judgeMove(m_state, static_cast<std::size_t>(place - stages.begin()), m_now)) {
            const auto conditions = m_resolver.unmet(m_state, at, gate.unmet);
            move.unmet.insert(move.unmet.end(), conditions.begin(), conditions.end());
        }
        if (!move.unmet.empty())
            move.name = m_core.namesOf({deals.key(*index)}).front();
        return move;
    }

private:
    const Core &m_core;
    std::shared_ptr<const Snapshot> m_snapshot;
    support::Instant m_now;
    const PlaybookInForce &m_playbook;
    Resolver m_resolver;
    engine::DealState m_state;
};

} // namespace

Result<std::vector<UnmetCondition>> Workbench::judgeMove(const domain::DealId &deal, const domain::StageId &stage) const
{
    return Judge(*m_self).judge(deal, stage).map([](JudgedMove move) { return std::move(move.unmet); });
}

Result<std::vector<JudgedMove>> judgeMoves(const Workbench &workbench, std::span<const domain::DealId> deals,
                                           const domain::StageId &stage, std::stop_token stop)
{
    Judge judge(workbench.core());
    std::vector<JudgedMove> moves;
    for (const domain::DealId &deal : deals) {
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled, "", "a newer question was asked");
        auto move = judge.judge(deal, stage);
        moves.push_back(move ? *std::move(move) : JudgedMove{deal, false, {}, move.error()});
    }
    return moves;
}

std::vector<domain::DealId> dealsOf(const Workbench &workbench, std::span<const std::uint32_t> numbers)
{
    std::vector<domain::DealId> deals;
    for (const std::uint32_t number : numbers) {
        if (auto id = domain::DealId::parse(workbench.core().textOf(number)))
            deals.push_back(*std::move(id));
    }
    return deals;
}

} // namespace workbench
