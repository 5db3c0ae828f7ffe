// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/calibration.h"

#include "engine/fold.h"
#include "engine/measures.h"
#include "engine/median.h"

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
        std::vector<DealAmount> amounts;
        std::vector<DealAmount> open; ///< in currencies in which nothing is won

        friend bool operator==(const OfPipeline &, const OfPipeline &) = default;
    };
    std::vector<OfPipeline> pipelines;
    std::vector<domain::SymbolKey> leads;

    explicit Contribution(const CompiledPlaybook &playbook)
    {
        for (const CompiledPipeline &pipeline : playbook.pipelines())
            pipelines.emplace_back().spells.resize(pipeline.stages.size());
    }
    friend bool operator==(const Contribution &, const Contribution &) = default;
};

void contribute(const DealState &state, Contribution &out)
{
    if (state.lead != 0)
        out.leads.push_back(state.lead);
    if (state.status != Status::Won || !state.pipeline)
        return;
    auto &pipeline = out.pipelines[state.pipelineAt];
    pipeline.cycles.push_back(support::inDays(state.closed - state.created.at));
    if (const auto amount = state.wonAmount ? state.wonAmount : state.amount) {
        const std::uint32_t currency = state.wonAmount ? state.wonCurrency : state.currency;
        pipeline.amounts.push_back({currency, inMajor(*amount, currency)});
    }
    std::vector<bool> seen(pipeline.spells.size());
    if (state.beganAtFirst() && !seen.empty() && state.created.at <= state.closed) {
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

void contributeOpen(const DealState &state, const std::vector<std::uint32_t> &won, Contribution &out)
{
    if (state.status == Status::Open && state.pipeline && state.amount && !std::ranges::binary_search(won, state.currency))
        out.pipelines[state.pipelineAt].open.push_back({state.currency, inMajor(*state.amount, state.currency)});
}

/// Reads what single deals of a history contribute.
class Contributor {
public:
    Contributor(const history::History &history, const CompiledPlaybook &playbook, support::Instant asOf)
        : m_history(history)
        , m_playbook(playbook)
        , m_asOf(asOf)
    {}

    /// Adds what the deal at `index` says.
    void add(std::uint32_t index, Contribution &out)
    {
        const auto &deals = m_history.deals();
        if (index >= deals.size() || !deals.block({index}).wonOrFromLead(index % history::Block::slots))
            return;
        fold(m_history, m_playbook, {index}, {m_asOf, Depth::Path}, m_state);
        if (m_state.exists)
            contribute(m_state, out);
    }

    /// Adds what it is to come to while it is open, in a currency other than those in `won`.
    void addOpen(std::uint32_t index, const std::vector<std::uint32_t> &won, Contribution &out)
    {
        if (index >= m_history.deals().size() || !namesOther(index, won))
            return;
        fold(m_history, m_playbook, {index}, {m_asOf, Depth::Path}, m_state);
        if (m_state.exists)
            contributeOpen(m_state, won, out);
    }

private:
    /// Whether it was ever to come to something in a currency other than those in `won`: for most, that spares reading more.
    [[nodiscard]] bool namesOther(std::uint32_t index, const std::vector<std::uint32_t> &won) const
    {
        const history::Block &block = m_history.deals().block({index});
        if (block.amountsOnlyIn(won))
            return false;
        const auto run = block.events(index % history::Block::slots);
        return std::any_of(run.facts.begin(), run.facts.end(), [&](const history::Event &event) {
            return event.kind == domain::RowKind::AmountSet && !std::ranges::binary_search(won, event.object);
        });
    }

    const history::History &m_history;
    const CompiledPlaybook &m_playbook;
    support::Instant m_asOf;
    DealState m_state;
};

template <class T>
void append(std::vector<T> &to, const std::vector<T> &from)
{
    to.insert(to.end(), from.begin(), from.end());
}

/// What all blocks contribute to one list.
template <class List>
auto gather(const std::vector<Contribution> &parts, std::size_t pipeline, List list)
{
    std::decay_t<decltype(list(parts.front().pipelines[pipeline]))> all;
    for (const Contribution &part : parts)
        append(all, list(part.pipelines[pipeline]));
    return all;
}

void summarise(const std::vector<Contribution> &parts, std::size_t pipeline, const domain::MapSettings &map,
               PipelineCalibration &calibration)
{
    auto cycles = gather(
        parts, pipeline, [](const auto &part) -> auto & { return part.cycles; });
    if (cycles.size() >= static_cast<std::size_t>(std::max(map.thinBelow, 1)))
        calibration.medianCycle = median(std::move(cycles));
    const double cycle = calibration.medianCycle.value_or(map.fallbackCycleDays);
    calibration.daysCut = map.daysCut.value_or(map.cycleShare.value_or(1) * cycle);
}

/// The calibrations of all pipelines; each curve is a piece of work of its own.
std::vector<PipelineCalibration> join(const std::vector<Contribution> &parts, const CompiledPlaybook &playbook,
                                      const history::ForEach &forEach)
{
    struct Job {
        std::size_t pipeline;
        std::optional<std::size_t> stage; ///< none: what the pipeline has beside its curves
    };
    std::vector<PipelineCalibration> calibrations(playbook.pipelines().size());
    std::vector<Job> jobs;
    for (std::size_t pipeline = 0; pipeline < calibrations.size(); ++pipeline) {
        const std::size_t stages = playbook.pipelines()[pipeline].stages.size();
        calibrations[pipeline].toWin.resize(stages);
        for (std::size_t stage = 0; stage < stages; ++stage)
            jobs.push_back({pipeline, stage});
        jobs.push_back({pipeline, std::nullopt});
    }
    forEach(jobs.size(), [&](std::size_t i) {
        const auto [pipeline, stage] = jobs[i];
        if (!stage)
            return summarise(parts, pipeline, playbook.playbook().map, calibrations[pipeline]);
        const std::size_t at = *stage;
        calibrations[pipeline].toWin[at] = SurvivalCurve(gather(
            parts, pipeline, [at](const auto &part) -> auto & { return part.spells[at]; }));
    });
    return calibrations;
}

std::vector<std::vector<DealAmount>> amountsOf(const std::vector<Contribution> &parts, const CompiledPlaybook &playbook,
                                               std::vector<DealAmount> Contribution::OfPipeline::*list)
{
    std::vector<std::vector<DealAmount>> amounts;
    for (std::size_t pipeline = 0; pipeline < playbook.pipelines().size(); ++pipeline)
        amounts.push_back(gather(
            parts, pipeline, [list](const auto &part) -> auto & { return part.*list; }));
    return amounts;
}

} // namespace

Calibration calibrate(const history::History &history, const CompiledPlaybook &playbook, support::Instant asOf,
                      const history::ForEach &forEach, std::stop_token stop)
{
    const auto &deals = history.deals();
    std::vector<Contribution> parts(deals.blocks(), Contribution(playbook));
    const auto addAll = [&](auto add) {
        forEach(deals.blocks(), [&](std::size_t block) {
            Contributor deal(history, playbook, asOf);
            const std::size_t end = std::min<std::size_t>(deals.size(), (block + 1) * history::Block::slots);
            for (std::size_t i = block * history::Block::slots; i < end && !stop.stop_requested(); ++i)
                add(deal, static_cast<std::uint32_t>(i), parts[block]);
        });
    };
    addAll([](Contributor &deal, std::uint32_t index, Contribution &out) { deal.add(index, out); });
    Calibration calibration;
    const auto amounts = amountsOf(parts, playbook, &Contribution::OfPipeline::amounts);
    const std::vector<std::uint32_t> won = currenciesOf(amounts);
    addAll([&won](Contributor &deal, std::uint32_t index, Contribution &out) { deal.addOpen(index, won, out); });
    if (!stop.stop_requested()) {
        calibration.pipelines = join(parts, playbook, forEach);
        calibration.usual = usualAmounts(amounts, amountsOf(parts, playbook, &Contribution::OfPipeline::open));
    }
    for (const Contribution &part : parts)
        append(calibration.convertedLeads, part.leads);
    std::ranges::sort(calibration.convertedLeads);
    return calibration;
}

bool calibrateAlike(const Calibration &known, const AtInstant &before, const AtInstant &after, const CompiledPlaybook &playbook,
                    const std::vector<std::uint32_t> &deals)
{
    Contributor was(before.history, playbook, before.asOf);
    Contributor is(after.history, playbook, after.asOf);
    return std::ranges::all_of(deals, [&](std::uint32_t deal) {
        Contribution old(playbook);
        Contribution now(playbook);
        was.add(deal, old);
        is.add(deal, now);
        was.addOpen(deal, known.usual.won, old);
        is.addOpen(deal, known.usual.won, now);
        return old == now;
    });
}

std::optional<DaysToClose> daysToClose(const InStage &deal, const CompiledPlaybook &playbook, const Calibration &calibration)
{
    if (deal.pipeline < 0 || deal.stage < 0)
        return std::nullopt;
    const auto pipeline = static_cast<std::size_t>(deal.pipeline);
    const auto place = static_cast<std::size_t>(deal.stage);
    const SurvivalCurve &curve = calibration.pipelines[pipeline].toWin[place];
    if (curve.ended() < static_cast<std::size_t>(std::max(playbook.playbook().map.thinBelow, 1)))
        return DaysToClose{playbook.pipelines()[pipeline].stages[place].stage->remainingDays, DaysFrom::Playbook};
    if (const auto remaining = curve.medianRemaining(deal.spent))
        return DaysToClose{support::inDays(*remaining), DaysFrom::History};
    return DaysToClose{support::inDays(deal.spent), DaysFrom::Age};
}

} // namespace engine
