// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/calibration.h"

#include "engine/fold.h"
#include "engine/measures.h"

#include "support/money.h"

#include <algorithm>
#include <cmath>

namespace engine {

namespace {

/// What one block of deals contributes; kept apart by block, so that threads cannot change the order of anything.
struct Contribution {
    struct OfPipeline {
        std::vector<std::vector<Spell>> spells; ///< by stage
        std::vector<double> cycles;
        std::vector<double> amounts;
    };
    std::vector<OfPipeline> pipelines;
    std::vector<domain::SymbolKey> leads;
};

void contribute(const DealState &state, Contribution &out)
{
    if (state.lead != 0)
        out.leads.push_back(state.lead);
    if (state.status != Status::Won || !state.pipeline)
        return;
    auto &pipeline = out.pipelines[state.pipelineAt];
    pipeline.cycles.push_back(support::inDays(state.closed - state.created.at));
    if (const auto amount = state.wonAmount ? state.wonAmount : state.amount)
        pipeline.amounts.push_back(inMajor(*amount, state.wonAmount ? state.wonCurrency : state.currency));
    std::vector<bool> seen(pipeline.spells.size());
    if (state.startedUnmoved() && !seen.empty() && state.created.at <= state.closed) {
        seen[0] = true;
        pipeline.spells[0].push_back({state.closed - state.created.at, true});
    }
    for (const Move &move : state.moves) {
        const auto place = static_cast<std::size_t>(move.place);
        if (move.place < 0 || seen[place] || move.at > state.closed)
            continue;
        seen[place] = true;
        pipeline.spells[place].push_back({state.closed - move.at, true});
    }
}

/// The middle value; of an even number, the mean of the two. Nothing for an empty list.
std::optional<double> median(std::vector<double> values)
{
    if (values.empty())
        return std::nullopt;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    if (values.size() % 2 == 1)
        return *middle;
    return (*middle + *std::max_element(values.begin(), middle)) / 2;
}

template <class T>
void append(std::vector<T> &to, const std::vector<T> &from)
{
    to.insert(to.end(), from.begin(), from.end());
}

PipelineCalibration join(const std::vector<Contribution> &parts, std::size_t pipeline, std::size_t stages,
                         const domain::MapSettings &map)
{
    std::vector<std::vector<Spell>> spells(stages);
    std::vector<double> cycles;
    std::vector<double> amounts;
    for (const Contribution &part : parts) {
        for (std::size_t stage = 0; stage < stages; ++stage)
            append(spells[stage], part.pipelines[pipeline].spells[stage]);
        append(cycles, part.pipelines[pipeline].cycles);
        append(amounts, part.pipelines[pipeline].amounts);
    }
    PipelineCalibration calibration;
    for (auto &list : spells)
        calibration.toWin.emplace_back(std::move(list));
    if (cycles.size() >= static_cast<std::size_t>(std::max(map.thinBelow, 1)))
        calibration.medianCycle = median(std::move(cycles));
    calibration.daysCut = map.daysCut.value_or(calibration.medianCycle.value_or(map.fallbackCycleDays));
    calibration.typicalAmount = median(std::move(amounts)).value_or(0);
    return calibration;
}

} // namespace

Calibration calibrate(const history::History &history, const CompiledPlaybook &playbook, support::Instant asOf,
                      const history::ForEach &forEach, std::stop_token stop)
{
    const auto &deals = history.deals();
    std::vector<Contribution> parts(deals.blocks());
    forEach(deals.blocks(), [&](std::size_t block) {
        Contribution &part = parts[block];
        for (const CompiledPipeline &pipeline : playbook.pipelines())
            part.pipelines.emplace_back().spells.resize(pipeline.stages.size());
        DealState state;
        const std::size_t end = std::min<std::size_t>(deals.size(), (block + 1) * history::Block::slots);
        for (std::size_t i = block * history::Block::slots; i < end && !stop.stop_requested(); ++i) {
            fold(history, playbook, {static_cast<std::uint32_t>(i)}, {asOf, Depth::Path}, state);
            if (state.exists)
                contribute(state, part);
        }
    });
    Calibration calibration;
    for (std::size_t i = 0; i < playbook.pipelines().size(); ++i)
        calibration.pipelines.push_back(join(parts, i, playbook.pipelines()[i].stages.size(), playbook.playbook().map));
    for (const Contribution &part : parts)
        append(calibration.convertedLeads, part.leads);
    std::ranges::sort(calibration.convertedLeads);
    return calibration;
}

std::optional<DaysToClose> daysToClose(const DealState &state, const CompiledPlaybook &playbook, const Calibration &calibration,
                                       support::Instant asOf)
{
    if (!state.pipeline || state.claimed < 0)
        return std::nullopt;
    const auto place = static_cast<std::size_t>(state.claimed);
    const SurvivalCurve &curve = calibration.pipelines[state.pipelineAt].toWin[place];
    if (curve.ended() >= static_cast<std::size_t>(std::max(playbook.playbook().map.thinBelow, 1))) {
        if (const auto remaining = curve.medianRemaining(asOf - state.claimedSince))
            return DaysToClose{support::inDays(*remaining), false};
    }
    return DaysToClose{state.pipeline->stages[place].stage->remainingDays, true};
}

} // namespace engine
