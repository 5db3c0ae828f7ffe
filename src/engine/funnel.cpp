// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/funnel.h"

#include "engine/fold.h"
#include "engine/gate.h"

#include <algorithm>
#include <numeric>
#include <span>

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

enum class Outcome : std::uint8_t { Forward, Back, Lost, Open };

/// A deal in a stage: what it adds to the counts and to the estimates.
struct Stay {
    support::Duration toNext;
    support::Duration toWin;
    support::Duration dwell;
    history::DealIndex deal;
    std::uint32_t slice; ///< in the order in which slices came up
    std::uint16_t place;
    std::uint16_t fieldsMissing;
    std::uint16_t evidenceMissing;
    Outcome outcome;
    Status status;

    [[nodiscard]] Ending next() const { return outcome == Outcome::Forward ? Ending::Event : closing(); }
    [[nodiscard]] Ending win() const { return status == Status::Won ? Ending::Event : closing(); }

private:
    /// A deal that fell back and is open may still come through, now or later: it is censored, not failed.
    [[nodiscard]] Ending closing() const { return status == Status::Open ? Ending::Censored : Ending::Competing; }
};

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

Outcome outcomeOf(const Way &way, int place)
{
    const int last = way.steps.back().place;
    if (last > place || way.status == Status::Won)
        return Outcome::Forward;
    if (last < place)
        return Outcome::Back;
    return way.status == Status::Lost ? Outcome::Lost : Outcome::Open;
}

/// What is kept from deal to deal, so that nothing is allocated.
struct Workspace {
    DealState state;
    Way way;
    std::vector<Unmet> unmet;
};

void noteMissing(const DealState &state, std::size_t place, support::Instant asOf, std::vector<Unmet> &unmet, Stay &stay)
{
    unmet.clear();
    static_cast<void>(gateHolds(state, place, asOf, &unmet));
    const auto missing = [&](GatePart part) { return std::ranges::count(unmet, part, &Unmet::part); };
    stay.fieldsMissing = static_cast<std::uint16_t>(missing(GatePart::Field) + missing(GatePart::Value));
    stay.evidenceMissing = static_cast<std::uint16_t>(missing(GatePart::Evidence));
}

/// The stays of one deal in the stages that it first entered in the period.
void addStays(Workspace &work, const FunnelQuery &query, support::Instant asOf, std::uint32_t slice, std::vector<Stay> &stays)
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
    for (std::size_t place = 0; place < state.pipeline->stages.size() && !way.steps.empty(); ++place) {
        const int at = static_cast<int>(place);
        const auto entry = std::ranges::find(way.steps, at, &Step::place);
        if (entry == way.steps.end() || entry->at < query.from || entry->at >= query.to || entry->at > way.end)
            continue;
        Stay &stay = stays.emplace_back();
        stay.deal = state.deal;
        stay.slice = slice;
        stay.place = static_cast<std::uint16_t>(place);
        stay.outcome = outcomeOf(way, at);
        stay.status = way.status;
        stay.toWin = way.end - entry->at;
        stay.toNext = stay.outcome == Outcome::Forward ? firstBeyond(way, at, entry->at) - entry->at : stay.toWin;
        stay.dwell = timeSpent(way, at);
        noteMissing(state, place, asOf, work.unmet, stay);
    }
}

/// What a funnel is made of.
struct FunnelBasis {
    const history::History &history;
    const CompiledPlaybook &playbook;
    support::Instant asOf;
    const FunnelQuery &query;
};

/// The stays of some neighbouring deals, and the keys of their slices.
struct Piece {
    std::vector<Stay> stays;
    std::vector<domain::SymbolKey> keys;
};

Piece lookThrough(const FunnelBasis &basis, std::size_t first, std::size_t end)
{
    const auto &[history, playbook, asOf, query] = basis;
    Piece piece;
    Workspace work;
    history::KeyTable slices;
    for (std::size_t i = first; i < end; ++i) {
        const DealState &state = work.state;
        fold(history, playbook, {static_cast<std::uint32_t>(i)}, {asOf, Depth::Proofs}, work.state);
        if (!state.exists || !state.pipeline || state.pipelineAt != query.pipeline || (query.accept && !query.accept(state)))
            continue;
        const domain::SymbolKey key = query.slice ? query.slice(state) : 0;
        auto slice = slices.find(key);
        if (!slice) {
            slice = static_cast<std::uint32_t>(piece.keys.size());
            slices.add(key, *slice);
            piece.keys.push_back(key);
        }
        addStays(work, query, asOf, *slice, piece.stays);
    }
    return piece;
}

/// All stays, those of one slice and stage together, in the order of the deals.
class Sorted {
public:
    Sorted(const std::vector<Piece> &pieces, std::size_t stages) : m_stages(stages)
    {
        for (const Piece &piece : pieces)
            m_keys.insert(m_keys.end(), piece.keys.begin(), piece.keys.end());
        std::ranges::sort(m_keys);
        m_keys.erase(std::ranges::unique(m_keys).begin(), m_keys.end());
        m_first.assign(m_keys.size() * stages + 1, 0);
        eachStay(pieces, [this](std::size_t bucket, const Stay &) { ++m_first[bucket + 1]; });
        std::partial_sum(m_first.begin(), m_first.end(), m_first.begin());
        std::vector<std::size_t> next(m_first.begin(), m_first.end() - 1);
        m_stays.resize(m_first.back());
        eachStay(pieces, [&](std::size_t bucket, const Stay &stay) { m_stays[next[bucket]++] = &stay; });
    }

    [[nodiscard]] const std::vector<domain::SymbolKey> &keys() const { return m_keys; }
    [[nodiscard]] std::span<const Stay *const> in(std::size_t slice, std::size_t place) const
    {
        const std::size_t bucket = slice * m_stages + place;
        return std::span(m_stays).subspan(m_first[bucket], m_first[bucket + 1] - m_first[bucket]);
    }

private:
    template <class Take>
    void eachStay(const std::vector<Piece> &pieces, const Take &take) const
    {
        for (const Piece &piece : pieces) {
            std::vector<std::size_t> places;
            for (const domain::SymbolKey key : piece.keys)
                places.push_back(static_cast<std::size_t>(std::ranges::lower_bound(m_keys, key) - m_keys.begin()));
            for (const Stay &stay : piece.stays)
                take(places[stay.slice] * m_stages + stay.place, stay);
        }
    }

    std::size_t m_stages;
    std::vector<domain::SymbolKey> m_keys;
    std::vector<std::size_t> m_first; ///< by slice and stage
    std::vector<const Stay *> m_stays;
};

void count(std::span<const Stay *const> stays, const CompiledStage &definition, FunnelStage &stage)
{
    const auto one = [](bool yes) { return yes ? 1U : 0U; };
    for (const Stay *stay : stays) {
        stage.forward += one(stay->outcome == Outcome::Forward);
        stage.back += one(stay->outcome == Outcome::Back);
        stage.lost += one(stay->outcome == Outcome::Lost);
        stage.open += one(stay->outcome == Outcome::Open);
        stage.won += one(stay->status == Status::Won);
        stage.overrun += one(support::inDays(stay->dwell) > definition.stage->limitDays);
        stage.fieldsMissing += stay->fieldsMissing;
        stage.evidenceMissing += stay->evidenceMissing;
        stage.deals.push_back(stay->deal);
    }
    stage.entered = static_cast<std::uint32_t>(stays.size());
    stage.fieldsAsked = stage.entered * static_cast<std::uint32_t>(definition.fields.size());
    stage.evidenceAsked = stage.entered * static_cast<std::uint32_t>(definition.evidenceKinds.size());
}

void estimate(std::span<const Stay *const> stays, FunnelStage &stage)
{
    std::vector<RivalSpell> toNext;
    std::vector<RivalSpell> toWin;
    std::vector<Spell> dwell;
    toNext.reserve(stays.size());
    toWin.reserve(stays.size());
    dwell.reserve(stays.size());
    std::int64_t dwellSeconds = 0; // whole ones, so that the order of the deals cannot change the sum
    for (const Stay *stay : stays) {
        toNext.push_back({stay->toNext, stay->next()});
        toWin.push_back({stay->toWin, stay->win()});
        dwell.push_back({stay->dwell, stay->outcome != Outcome::Open});
        dwellSeconds += stay->outcome == Outcome::Open ? 0 : stay->dwell.micros / support::seconds(1).micros;
    }
    stage.conversion = cumulativeIncidence(std::move(toNext));
    stage.winRate = cumulativeIncidence(std::move(toWin));
    stage.dwell = SurvivalCurve(std::move(dwell));
    if (stage.entered > stage.open)
        stage.meanDwellDays = static_cast<double>(dwellSeconds) / 86'400 / (stage.entered - stage.open);
}

} // namespace

std::vector<FunnelSlice> funnel(const history::History &history, const CompiledPlaybook &playbook, support::Instant asOf,
                                const FunnelQuery &query, const history::ForEach &forEach)
{
    const auto &deals = history.deals();
    const auto &stages = playbook.pipelines()[query.pipeline].stages;
    constexpr std::size_t blocksOfPiece = 16;
    constexpr std::size_t each = blocksOfPiece * history::Block::slots;
    std::vector<Piece> pieces((deals.size() + each - 1) / each);
    forEach(pieces.size(), [&](std::size_t at) {
        const std::size_t end = std::min<std::size_t>(deals.size(), (at + 1) * each);
        pieces[at] = lookThrough({history, playbook, asOf, query}, at * each, end);
    });
    const Sorted sorted(pieces, stages.size());
    std::vector<FunnelSlice> slices(sorted.keys().size());
    forEach(slices.size(), [&](std::size_t at) {
        slices[at].key = sorted.keys()[at];
        slices[at].stages.resize(stages.size());
        for (std::size_t place = 0; place < stages.size(); ++place) {
            FunnelStage &stage = slices[at].stages[place];
            stage.place = place;
            count(sorted.in(at, place), stages[place], stage);
            estimate(sorted.in(at, place), stage);
        }
    });
    return slices;
}

} // namespace engine
