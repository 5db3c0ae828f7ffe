// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/funnel.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace engine {

namespace {

constexpr std::uint32_t leftOut = std::numeric_limits<std::uint32_t>::max();

/// To which slice each deal belongs.
class Slicing {
public:
    Slicing(std::span<const StayDeal> deals, const FunnelQuery &query)
    {
        history::KeyTable known;
        m_sliceOf.reserve(deals.size());
        for (const StayDeal &deal : deals) {
            if (query.accept && !query.accept(deal)) {
                m_sliceOf.push_back(leftOut);
                continue;
            }
            const domain::SymbolKey key = query.slice ? query.slice(deal) : 0;
            auto slice = known.find(key);
            if (!slice) {
                slice = static_cast<std::uint32_t>(m_keys.size());
                known.add(key, *slice);
                m_keys.push_back(key);
            }
            m_sliceOf.push_back(*slice);
        }
    }

    [[nodiscard]] const std::vector<domain::SymbolKey> &keys() const { return m_keys; }
    [[nodiscard]] std::uint32_t of(std::uint32_t deal) const { return m_sliceOf[deal]; }

private:
    std::vector<domain::SymbolKey> m_keys; ///< in the order in which slices came up
    std::vector<std::uint32_t> m_sliceOf;  ///< by deal
};

/// What one slice comes to in one stage, stay by stay.
struct Tally {
    FunnelStage counts;
    IncidenceWalk toNext;
    IncidenceWalk toWin;
    QuantileWalk dwell;
    std::int64_t dwellSeconds = 0; ///< whole ones, so that the order of the deals cannot change the sum

    void expect(const Stay &stay, double limitDays)
    {
        const auto one = [](bool yes) { return yes ? 1U : 0U; };
        toNext.expect();
        toWin.expect();
        dwell.expect();
        ++counts.entered;
        counts.forward += one(stay.outcome == Outcome::Forward);
        counts.back += one(stay.outcome == Outcome::Back);
        counts.lost += one(stay.outcome == Outcome::Lost);
        counts.open += one(stay.outcome == Outcome::Open);
        counts.elsewhere += one(stay.outcome == Outcome::Elsewhere);
        counts.won += one(stay.status == Status::Won);
        counts.overrun += one(support::inDays(stay.dwell) > limitDays);
        counts.fieldsMissing += stay.fieldsMissing;
        counts.evidenceMissing += stay.evidenceMissing;
        dwellSeconds += stay.outcome == Outcome::Open ? 0 : stay.dwell.micros / support::seconds(1).micros;
    }

    [[nodiscard]] FunnelStage finish(const CompiledStage &stage) const
    {
        FunnelStage done = counts;
        done.conversion = toNext.share();
        done.winRate = toWin.share();
        done.dwellMedian = dwell.median();
        done.dwellEightieth = dwell.eightieth();
        if (done.entered > done.open)
            done.meanDwellDays = static_cast<double>(dwellSeconds) / 86'400 / (done.entered - done.open);
        done.fieldsAsked = done.entered * static_cast<std::uint32_t>(stage.fields.size());
        done.evidenceAsked = done.entered * static_cast<std::uint32_t>(stage.evidenceKinds.size());
        return done;
    }
};

/// Cuts the stays of one stage.
class Cutter {
public:
    Cutter(const Stays &stays, const Slicing &slicing, const FunnelQuery &query)
        : m_stays(stays)
        , m_slicing(slicing)
        , m_query(query)
    {}

    /// By slice.
    [[nodiscard]] std::vector<FunnelStage> cut(std::size_t place) const
    {
        const CompiledStage &stage = m_stays.pipeline().stages[place];
        std::vector<Tally> tallies(m_slicing.keys().size());
        each(m_stays.in(place), tallies, [&](Tally &tally, const Stay &stay) { tally.expect(stay, stage.stage->limitDays); });
        each(m_stays.in(place), tallies, [](Tally &tally, const Stay &stay) { tally.toNext.add(stay.toNext, stay.next()); });
        each(m_stays.toWin(place), tallies, [](Tally &tally, const StaySpan &s) { tally.toWin.add(s.length, s.ending); });
        each(m_stays.dwell(place), tallies,
             [](Tally &tally, const StaySpan &s) { tally.dwell.add(s.length, s.ending == Ending::Event); });
        std::vector<FunnelStage> stages;
        std::ranges::transform(tallies, std::back_inserter(stages), [&](const Tally &tally) { return tally.finish(stage); });
        return stages;
    }

private:
    template <class Some, class Take>
    void each(std::span<const Some> some, std::vector<Tally> &tallies, const Take &take) const
    {
        for (const Some &one : some) {
            const std::uint32_t slice = m_slicing.of(one.deal);
            if (slice != leftOut && one.entered >= m_query.from && one.entered < m_query.to)
                take(tallies[slice], one);
        }
    }

    const Stays &m_stays;
    const Slicing &m_slicing;
    const FunnelQuery &m_query;
};

/// Adds to the slices, in the order of `slicing`, the deals that no stage counts.
void countUnplaced(const Stays &stays, const Slicing &slicing, const FunnelQuery &query, std::vector<FunnelSlice> &slices)
{
    for (std::uint32_t at = 0; at < stays.deals().size(); ++at) {
        const StayDeal &deal = stays.deals()[at];
        if (!deal.placed && slicing.of(at) != leftOut && deal.created >= query.from && deal.created < query.to)
            ++slices[slicing.of(at)].unplaced;
    }
}

} // namespace

std::vector<FunnelSlice> funnel(const Stays &stays, const FunnelQuery &query, const history::ForEach &forEach)
{
    const Slicing slicing(stays.deals(), query);
    const Cutter cutter(stays, slicing, query);
    std::vector<std::vector<FunnelStage>> byPlace(stays.pipeline().stages.size());
    forEach(byPlace.size(), [&](std::size_t place) { byPlace[place] = cutter.cut(place); });
    std::vector<FunnelSlice> slices;
    for (std::size_t slice = 0; slice < slicing.keys().size(); ++slice) {
        FunnelSlice &cut = slices.emplace_back();
        cut.key = slicing.keys()[slice];
        for (std::vector<FunnelStage> &stage : byPlace)
            cut.stages.push_back(stage[slice]);
    }
    countUnplaced(stays, slicing, query, slices);
    std::ranges::sort(slices, {}, &FunnelSlice::key);
    return slices;
}

} // namespace engine
