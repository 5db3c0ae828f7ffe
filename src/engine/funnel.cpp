// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/funnel.h"

#include "engine/cohort.h"

#include <algorithm>
#include <array>
#include <bit>
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

/// By FunnelCount.
constexpr std::array<std::uint32_t FunnelStage::*, 13> counters{
    &FunnelStage::entered,       &FunnelStage::forward,         &FunnelStage::back,        &FunnelStage::lost,
    &FunnelStage::open,          &FunnelStage::elsewhere,       &FunnelStage::won,         &FunnelStage::overrun,
    &FunnelStage::withoutFields, &FunnelStage::withoutEvidence, &FunnelStage::openOverrun, &FunnelStage::openMissing,
    &FunnelStage::openStuck,
};

constexpr std::uint32_t bit(FunnelCount count)
{
    return 1U << static_cast<unsigned>(count);
}

/// By Outcome.
constexpr std::array<std::uint32_t, 5> outcomeBits{bit(FunnelCount::Forward), bit(FunnelCount::Back), bit(FunnelCount::Lost),
                                                   bit(FunnelCount::Open), bit(FunnelCount::Elsewhere)};

/// In which counts the stay is one.
std::uint32_t countsOf(const Stay &stay, double limitDays)
{
    const auto when = [](bool yes, FunnelCount count) { return yes ? bit(count) : 0U; };
    const bool overrun = support::inDays(stay.dwell) > limitDays;
    const bool missing = stay.fieldsMissing + stay.evidenceMissing > 0;
    std::uint32_t bits = bit(FunnelCount::Entered) | outcomeBits[static_cast<std::size_t>(stay.outcome)];
    bits |= when(stay.status == Status::Won, FunnelCount::Won) | when(overrun, FunnelCount::Overrun)
            | when(stay.fieldsMissing > 0, FunnelCount::WithoutFields)
            | when(stay.evidenceMissing > 0, FunnelCount::WithoutEvidence);
    if (stay.outcome == Outcome::Open)
        bits |= when(overrun, FunnelCount::OpenOverrun) | when(missing, FunnelCount::OpenMissing)
                | when(overrun || missing, FunnelCount::OpenStuck);
    return bits;
}

void add(const StayDeal &deal, std::vector<MoneySum> &sums)
{
    if (!deal.amount)
        return;
    auto own = std::ranges::find(sums, deal.currency, &MoneySum::currency);
    if (own == sums.end())
        own = sums.insert(own, {deal.currency, 0});
    constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
    own->sum = *deal.amount > 0 && own->sum > most - *deal.amount ? most : own->sum + *deal.amount;
}

/// What one slice comes to in one stage, stay by stay.
struct Tally {
    FunnelStage counts;
    IncidenceWalk toNext;
    IncidenceWalk toWin;
    QuantileWalk dwell;
    std::int64_t dwellSeconds = 0; ///< whole ones, so that the order of the deals cannot change the sum

    void expect(const Stay &stay, const StayDeal &deal, double limitDays)
    {
        toNext.expect();
        toWin.expect();
        dwell.expect();
        for (std::uint32_t left = countsOf(stay, limitDays); left != 0; left &= left - 1)
            ++(counts.*counters[static_cast<std::size_t>(std::countr_zero(left))]);
        if (stay.outcome == Outcome::Open)
            add(deal, counts.openMoney);
        counts.fieldsMissing += stay.fieldsMissing;
        counts.evidenceMissing += stay.evidenceMissing;
        dwellSeconds += stay.outcome == Outcome::Open ? 0 : stay.dwell.micros / support::seconds(1).micros;
    }

    [[nodiscard]] FunnelStage finish(const CompiledStage &stage) const
    {
        FunnelStage done = counts;
        std::ranges::sort(done.openMoney, {}, &MoneySum::currency);
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
        each(m_stays.in(place), tallies,
             [&](Tally &tally, const Stay &stay) { tally.expect(stay, m_stays.deals()[stay.deal], stage.stage->limitDays); });
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

/// Adds to the slices, in the order of `slicing`, what is counted of whole deals.
void countDeals(const Stays &stays, const Slicing &slicing, const FunnelQuery &query, std::vector<FunnelSlice> &slices)
{
    std::vector<std::int64_t> seconds(slices.size()); // from the creation to the win
    for (std::uint32_t at = 0; at < stays.deals().size(); ++at) {
        const StayDeal &deal = stays.deals()[at];
        if (slicing.of(at) == leftOut || deal.created < query.from || deal.created >= query.to)
            continue;
        FunnelSlice &slice = slices[slicing.of(at)];
        ++slice.deals;
        slice.unplaced += deal.placed ? 0 : 1;
        if (deal.status != Status::Won)
            continue;
        ++slice.won;
        seconds[slicing.of(at)] += (deal.ended - deal.created).micros / support::seconds(1).micros;
    }
    for (std::size_t i = 0; i < slices.size(); ++i) {
        if (slices[i].won > 0)
            slices[i].cycleDays = static_cast<double>(seconds[i]) / 86'400 / slices[i].won;
    }
}

} // namespace

std::vector<history::DealIndex> dealsCounted(const Stays &stays, const FunnelQuery &query, std::size_t place, FunnelCount count)
{
    const Cohort cohort(stays, query);
    const double limitDays = stays.pipeline().stages[place].stage->limitDays;
    std::vector<history::DealIndex> deals;
    for (const Stay &stay : stays.in(place)) {
        if (cohort.has(stay) && (countsOf(stay, limitDays) & bit(count)) != 0)
            deals.push_back(stays.deals()[stay.deal].deal);
    }
    std::ranges::sort(deals);
    return deals;
}

std::vector<history::DealIndex> dealsUnplaced(const Stays &stays, const FunnelQuery &query)
{
    std::vector<history::DealIndex> deals;
    for (const StayDeal &deal : stays.deals()) {
        const bool isInPeriod = deal.created >= query.from && deal.created < query.to;
        if (!deal.placed && isInPeriod && (!query.accept || query.accept(deal)))
            deals.push_back(deal.deal);
    }
    return deals;
}

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
    countDeals(stays, slicing, query, slices);
    std::ranges::sort(slices, {}, &FunnelSlice::key);
    return slices;
}

} // namespace engine
