// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/evaluate.h"

#include "engine/dealpart.h"
#include "engine/fold.h"
#include "engine/leadstate.h"
#include "engine/people.h"

#include <numeric>

namespace engine {

std::optional<DealEvaluation> evaluateDeal(const history::History &history, const CompiledPlaybook &playbook,
                                           const Calibration &calibration, When when, history::DealIndex deal)
{
    DealEvaluation evaluation;
    fold(history, playbook, deal, {when.asOf, Depth::Full}, evaluation.state);
    if (!evaluation.state.exists)
        return std::nullopt;
    evaluateState(history, playbook, calibration, when, evaluation);
    return evaluation;
}

std::shared_ptr<const Board> evaluate(const Source &source, When when, const history::ForEach &forEach, std::stop_token stop)
{
    const auto &[history, playbook, rules] = source;
    auto board = std::make_shared<Board>();
    board->asOf = when.asOf;
    board->today = when.today;
    board->zone = when.zone;
    board->silent = rules.silent();
    board->calibration = std::make_shared<const Calibration>(calibrate(history, playbook, when.asOf, forEach, stop));
    const Basis basis{source, *board->calibration, when};
    const Slotted all = Slotted().set();
    Sheet<DealRow>::Parts deals(history.deals().blocks());
    forEach(deals.size(), [&](std::size_t block) { deals[block] = dealPart(basis, block, nullptr, all, stop); });
    Sheet<LeadRow>::Parts leads(history.leads().blocks());
    forEach(leads.size(), [&](std::size_t block) { leads[block] = leadPart(basis, block, nullptr, all, stop); });
    if (stop.stop_requested())
        return nullptr;
    board->deals = Sheet<DealRow>(std::move(deals));
    std::vector<std::size_t> everywhere(leads.size());
    std::iota(everywhere.begin(), everywhere.end(), std::size_t{0});
    endByDeals(history, when.asOf, board->deals, leads, everywhere);
    board->leads = Sheet<LeadRow>(std::move(leads));
    board->people = countPeople(*board, playbook.playbook().windows);
    board->personFlags = flagPeople(*board, source);
    return board;
}

} // namespace engine
