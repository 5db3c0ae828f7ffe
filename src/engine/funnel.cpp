// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/funnel.h"

#include "engine/fold.h"
#include "engine/gate.h"

#include <algorithm>
#include <map>

namespace engine {

namespace {

struct Step {
    int place;
    support::Instant at;
};

/// A deal's way through the stages until it ended, claimed or proven, and how it ended.
struct Way {
    std::vector<Step> steps;
    Status status = Status::Open;
    support::Instant end; ///< when it closed, or as-of
};

void claimedWay(const DealState &state, Way &way)
{
    if (state.startedUnmoved())
        way.steps.push_back({0, state.created.at});
    for (const Move &move : state.moves) {
        if (move.place >= 0 && move.at <= way.end)
            way.steps.push_back({move.place, move.at});
    }
}

/// Each stage is entered when all gates before it hold; what was proven once and no more does not show.
void provenWay(const DealState &state, support::Instant asOf, Way &way)
{
    way.steps.push_back({0, state.created.at});
    support::Instant since = state.created.at;
    const int proven = provenPlace(state, asOf);
    for (int place = 1; place <= proven; ++place) {
        const auto before = static_cast<std::size_t>(place - 1);
        since = std::max(since, state.pipeline->stages[before].asksNothing ? since : gateSince(state, before));
        way.steps.push_back({place, std::min(since, way.end)});
    }
}

/// What one slice gathers about one stage before the estimates are made.
struct Tally {
    FunnelStage counts;
    std::vector<RivalSpell> toNext;
    std::vector<RivalSpell> toWin;
    std::vector<Spell> dwell;
    std::int64_t dwellSeconds = 0; ///< whole ones, so that the order of the deals cannot change the sum
    std::uint32_t left = 0;
};

using Tallies = std::map<domain::SymbolKey, std::vector<Tally>>;

support::Duration timeSpent(const Way &way, int place)
{
    support::Duration spent;
    for (std::size_t i = 0; i < way.steps.size(); ++i) {
        const support::Instant until = i + 1 < way.steps.size() ? way.steps[i + 1].at : way.end;
        if (way.steps[i].place == place && until > way.steps[i].at)
            spent = spent + (until - way.steps[i].at);
    }
    return spent;
}

/// When the way first went past `place` after `entered`; its end where it never did.
support::Instant firstBeyond(const Way &way, int place, support::Instant entered)
{
    const auto beyond =
        std::ranges::find_if(way.steps, [&](const Step &step) { return step.place > place && step.at >= entered; });
    return beyond == way.steps.end() ? way.end : std::min(beyond->at, way.end);
}

void countOutcome(const Way &way, int place, support::Instant entered, Tally &tally)
{
    const int last = way.steps.back().place;
    const bool forward = last > place || way.status == Status::Won;
    const bool lostHere = !forward && last == place && way.status == Status::Lost;
    const bool open = !forward && last == place && way.status == Status::Open;
    const auto one = [](bool yes) { return yes ? 1U : 0U; };
    tally.counts.forward += one(forward);
    tally.counts.lost += one(lostHere);
    tally.counts.open += one(open);
    tally.counts.back += one(!forward && last < place);
    tally.counts.won += one(way.status == Status::Won);
    // A deal that fell back and is open may still come through, now or later: it is censored, not failed.
    const Ending next = forward ? Ending::Event : way.status == Status::Open ? Ending::Censored : Ending::Competing;
    tally.toNext.push_back({(forward ? firstBeyond(way, place, entered) : way.end) - entered, next});
    const Ending win = way.status == Status::Won    ? Ending::Event
                       : way.status == Status::Open ? Ending::Censored
                                                    : Ending::Competing;
    tally.toWin.push_back({way.end - entered, win});
    const support::Duration spent = timeSpent(way, place);
    tally.dwell.push_back({spent, !open});
    if (!open) {
        ++tally.left;
        tally.dwellSeconds += spent.micros / support::seconds(1).micros;
    }
}

void countMissing(const DealState &state, std::size_t place, support::Instant asOf, std::vector<Unmet> &unmet,
                  FunnelStage &counts)
{
    const CompiledStage &stage = state.pipeline->stages[place];
    unmet.clear();
    static_cast<void>(gateHolds(state, place, asOf, &unmet));
    const auto missing = [&](GatePart part) { return static_cast<std::uint32_t>(std::ranges::count(unmet, part, &Unmet::part)); };
    counts.fieldsAsked += static_cast<std::uint32_t>(stage.fields.size());
    counts.fieldsMissing += missing(GatePart::Field) + missing(GatePart::Value);
    counts.evidenceAsked += static_cast<std::uint32_t>(stage.evidenceKinds.size());
    counts.evidenceMissing += missing(GatePart::Evidence);
}

/// What is kept from deal to deal, so that nothing is allocated.
struct Workspace {
    DealState state;
    Way way;
    std::vector<Unmet> unmet;
};

void countDeal(Workspace &work, const FunnelQuery &query, support::Instant asOf, std::vector<Tally> &tallies)
{
    const DealState &state = work.state;
    Way &way = work.way;
    way.steps.clear();
    way.status = state.status;
    way.end = std::min(state.closed, asOf);
    if (query.proven)
        provenWay(state, asOf, way);
    else
        claimedWay(state, way);
    if (way.steps.empty())
        return;
    for (std::size_t place = 0; place < tallies.size(); ++place) {
        const auto entry = std::ranges::find(way.steps, static_cast<int>(place), &Step::place);
        if (entry == way.steps.end() || entry->at < query.from || entry->at >= query.to || entry->at > way.end)
            continue;
        Tally &tally = tallies[place];
        const CompiledStage &stage = state.pipeline->stages[place];
        ++tally.counts.entered;
        tally.counts.deals.push_back(state.deal);
        countOutcome(way, static_cast<int>(place), entry->at, tally);
        if (support::inDays(tally.dwell.back().length) > stage.stage->limitDays)
            ++tally.counts.overrun;
        countMissing(state, place, asOf, work.unmet, tally.counts);
    }
}

template <class T>
void append(std::vector<T> &to, const std::vector<T> &from)
{
    to.insert(to.end(), from.begin(), from.end());
}

void add(Tally &to, const Tally &from)
{
    for (const auto count : {&FunnelStage::entered, &FunnelStage::forward, &FunnelStage::back, &FunnelStage::lost,
                             &FunnelStage::open, &FunnelStage::won, &FunnelStage::overrun, &FunnelStage::fieldsAsked,
                             &FunnelStage::fieldsMissing, &FunnelStage::evidenceAsked, &FunnelStage::evidenceMissing})
        to.counts.*count += from.counts.*count;
    append(to.counts.deals, from.counts.deals);
    append(to.toNext, from.toNext);
    append(to.toWin, from.toWin);
    append(to.dwell, from.dwell);
    to.dwellSeconds += from.dwellSeconds;
    to.left += from.left;
}

FunnelStage finish(Tally tally, std::size_t place)
{
    FunnelStage stage = std::move(tally.counts);
    stage.place = place;
    stage.conversion = cumulativeIncidence(std::move(tally.toNext));
    stage.winRate = cumulativeIncidence(std::move(tally.toWin));
    stage.dwell = SurvivalCurve(std::move(tally.dwell));
    if (tally.left > 0)
        stage.meanDwellDays = static_cast<double>(tally.dwellSeconds) / 86'400 / tally.left;
    return stage;
}

std::vector<FunnelSlice> join(const std::vector<Tallies> &parts, std::size_t stages)
{
    Tallies sum;
    for (const Tallies &part : parts) {
        for (const auto &[key, tallies] : part) {
            auto &total = sum[key];
            total.resize(stages);
            for (std::size_t place = 0; place < stages; ++place)
                add(total[place], tallies[place]);
        }
    }
    std::vector<FunnelSlice> slices;
    for (auto &[key, tallies] : sum) {
        FunnelSlice &slice = slices.emplace_back();
        slice.key = key;
        for (std::size_t place = 0; place < stages; ++place)
            slice.stages.push_back(finish(std::move(tallies[place]), place));
    }
    return slices;
}

} // namespace

std::vector<FunnelSlice> funnel(const history::History &history, const CompiledPlaybook &playbook, support::Instant asOf,
                                const FunnelQuery &query, const history::ForEach &forEach)
{
    const auto &deals = history.deals();
    const std::size_t stages = playbook.pipelines()[query.pipeline].stages.size();
    // Neighbouring blocks share their tallies: in a piece of work most slices come up again and again.
    constexpr std::size_t pieces = 16;
    const std::size_t each = std::max<std::size_t>(1, deals.blocks() / pieces) * history::Block::slots;
    std::vector<Tallies> parts((deals.size() + each - 1) / each);
    forEach(parts.size(), [&](std::size_t part) {
        Workspace work;
        const DealState &state = work.state;
        const std::size_t end = std::min<std::size_t>(deals.size(), (part + 1) * each);
        for (std::size_t i = part * each; i < end; ++i) {
            fold(history, playbook, {static_cast<std::uint32_t>(i)}, {asOf, Depth::Proofs}, work.state);
            if (!state.exists || !state.pipeline || state.pipelineAt != query.pipeline || (query.accept && !query.accept(state)))
                continue;
            auto &tallies = parts[part][query.slice ? query.slice(state) : 0];
            tallies.resize(stages);
            countDeal(work, query, asOf, tallies);
        }
    });
    return join(parts, stages);
}

} // namespace engine
