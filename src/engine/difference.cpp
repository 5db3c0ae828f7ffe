// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/difference.h"

#include "engine/cohort.h"

#include <algorithm>
#include <cmath>

namespace engine {

using support::Duration;

namespace {

/// What happens at one length in spans sorted by it.
struct Step {
    Duration at;
    double atRisk;
    double ended;  ///< in any way
    double events; ///< … in the one that is asked about
};

/// The steps at which something ended, up to `within`. Who is censored at a length was at risk there.
std::vector<Step> stepsOf(std::span<const StaySpan> sorted, Duration within)
{
    std::vector<Step> steps;
    for (std::size_t i = 0; i < sorted.size() && sorted[i].length <= within;) {
        Step step{sorted[i].length, static_cast<double>(sorted.size() - i), 0, 0};
        for (; i < sorted.size() && sorted[i].length == step.at; ++i) {
            step.ended += sorted[i].ending != Ending::Censored ? 1 : 0;
            step.events += sorted[i].ending == Ending::Event ? 1 : 0;
        }
        if (step.ended > 0)
            steps.push_back(step);
    }
    return steps;
}

struct Estimate {
    double share = 0;
    double variance = 0;
};

/// Cumulative incidence after the last step.
Estimate incidence(std::span<const Step> steps)
{
    std::vector<double> running(steps.size()); // before each step
    std::vector<double> reached(steps.size()); // after each
    double surviving = 1;
    double share = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        running[i] = surviving;
        share += surviving * steps[i].events / steps[i].atRisk;
        reached[i] = share;
        surviving *= 1 - steps[i].ended / steps[i].atRisk;
    }
    Estimate estimate{share, 0};
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const auto &[at, n, ended, events] = steps[i];
        const double rest = share - reached[i];
        if (ended < n)
            estimate.variance += rest * rest * ended / (n * (n - ended));
        estimate.variance +=
            running[i] * running[i] * (n - events) * events / (n * n * n) - 2 * rest * running[i] * events / (n * n);
    }
    return estimate;
}

/// For how long the group was watched: for ever, where its longest span ended.
Duration watched(std::span<const StaySpan> sorted)
{
    constexpr Duration forEver{std::numeric_limits<std::int64_t>::max()};
    const auto running =
        std::find_if(sorted.rbegin(), sorted.rend(), [](const StaySpan &s) { return s.ending == Ending::Censored; });
    return running == sorted.rend() || running->length < sorted.back().length ? forEver : running->length;
}

Difference ofShares(Share first, Share second)
{
    Difference difference;
    difference.chance = difference.alone = chanceOfDifference(first, second);
    difference.first = first.value();
    difference.second = second.value();
    difference.interval = differenceInterval(first, second);
    return difference;
}

/// Of shares that deals are on their way to.
std::optional<Difference> ofIncidence(std::span<const StaySpan> first, std::span<const StaySpan> second,
                                      std::optional<Duration> wanted = {})
{
    if (first.empty() || second.empty())
        return std::nullopt;
    const Duration both = std::min(watched(first), watched(second));
    if (wanted && both < *wanted)
        return std::nullopt;
    const Duration within = wanted.value_or(both);
    const auto a = effectiveShare(first, within);
    const auto b = effectiveShare(second, within);
    if (!a || !b)
        return std::nullopt;
    Difference difference = ofShares(*a, *b);
    if (within < std::max(first.back().length, second.back().length))
        difference.within = within;
    return difference;
}

/// The spans until deals left, for a share that stays: who leaves later than at the limit overran.
std::optional<Difference> ofOverrun(std::span<const StaySpan> first, std::span<const StaySpan> second, Duration limit)
{
    auto difference = ofIncidence(first, second, limit);
    if (!difference)
        return difference;
    difference->first = 1 - difference->first;
    difference->second = 1 - difference->second;
    difference->interval = Interval{-difference->interval->to, -difference->interval->from};
    difference->within.reset();
    return difference;
}

std::optional<Difference> ofDwell(std::span<const StaySpan> first, std::span<const StaySpan> second)
{
    const auto test = logRank(first, second);
    if (!test)
        return std::nullopt;
    Difference difference;
    difference.chance = difference.alone = test->chance;
    difference.first = test->first;
    difference.second = test->second;
    return difference;
}

/// How many of the deals miss something.
std::optional<Difference> ofMissing(std::span<const Stay> first, std::span<const Stay> second, std::uint16_t Stay::*missing)
{
    const auto share = [missing](std::span<const Stay> stays) {
        const auto part = std::ranges::count_if(stays, [missing](const Stay &stay) { return stay.*missing > 0; });
        return Share{static_cast<std::uint32_t>(part), static_cast<std::uint32_t>(stays.size())};
    };
    if (first.empty() || second.empty())
        return std::nullopt;
    return ofShares(share(first), share(second));
}

std::vector<StaySpan> spansToNext(std::span<const Stay> stays)
{
    std::vector<StaySpan> spans;
    std::ranges::transform(stays, std::back_inserter(spans), [](const Stay &stay) {
        return StaySpan{stay.toNext, stay.entered, stay.deal, stay.next()};
    });
    return spans;
}

Duration inMicros(double days)
{
    return {static_cast<std::int64_t>(days * static_cast<double>(support::days(1).micros))};
}

/// Steps over the spans at the front that end at `at`; how many of them left.
double takeAt(Duration at, std::span<const StaySpan> &spans)
{
    double left = 0;
    std::size_t i = 0;
    for (; i < spans.size() && spans[i].length == at; ++i)
        left += spans[i].ending == Ending::Event ? 1 : 0;
    spans = spans.subspan(i);
    return left;
}

void gather(StageDifferences &stage, std::vector<Difference *> &all)
{
    for (std::optional<Difference> &difference : stage) {
        if (difference)
            all.push_back(&*difference);
    }
}

StageDifferences inStage(const Stays &stays, std::size_t place, const Cohort &first, const Cohort &second)
{
    const CompiledStage &stage = stays.pipeline().stages[place];
    const auto a = first.of(stays.in(place));
    const auto b = second.of(stays.in(place));
    StageDifferences found;
    const auto set = [&](StageFigure figure, std::optional<Difference> difference) {
        found[static_cast<std::size_t>(figure)] = difference;
    };
    // From the last stage there is nowhere to go but to win.
    if (place + 1 < stays.pipeline().stages.size())
        set(StageFigure::Next, ofIncidence(spansToNext(a), spansToNext(b)));
    set(StageFigure::Win, ofIncidence(first.of(stays.toWin(place)), second.of(stays.toWin(place))));
    const auto dwellA = first.of(stays.dwell(place));
    const auto dwellB = second.of(stays.dwell(place));
    set(StageFigure::Dwell, ofDwell(dwellA, dwellB));
    set(StageFigure::Overrun, ofOverrun(dwellA, dwellB, inMicros(stage.stage->limitDays)));
    if (!stage.fields.empty())
        set(StageFigure::Fields, ofMissing(a, b, &Stay::fieldsMissing));
    if (!stage.evidenceKinds.empty())
        set(StageFigure::Evidence, ofMissing(a, b, &Stay::evidenceMissing));
    return found;
}

} // namespace

std::optional<Share> effectiveShare(std::span<const StaySpan> sorted, Duration within)
{
    const auto steps = stepsOf(sorted, within);
    const auto beyond = std::ranges::count_if(sorted, [&](const StaySpan &span) {
        return span.length > within || (span.length == within && span.ending == Ending::Censored);
    });
    double known = static_cast<double>(beyond);
    for (const Step &step : steps)
        known += step.ended;
    if (known == 0)
        return std::nullopt;
    const Estimate estimate = incidence(steps);
    // Where all go one way there is no variance to tell by: those count of whom it is known.
    constexpr double least = 1e-12;
    if (estimate.share > least && estimate.share < 1 - least && estimate.variance > least * least)
        known = std::min(static_cast<double>(sorted.size()), estimate.share * (1 - estimate.share) / estimate.variance);
    constexpr double rounding = 1e-6;
    const double whole = std::max(1.0, std::floor(known + rounding));
    return Share{static_cast<std::uint32_t>(std::lround(estimate.share * whole)), static_cast<std::uint32_t>(whole)};
}

std::optional<LogRank> logRank(std::span<const StaySpan> first, std::span<const StaySpan> second)
{
    double observed = 0;
    double expected = 0;
    double all = 0;
    double variance = 0;
    while (!first.empty() || !second.empty()) {
        const auto n1 = static_cast<double>(first.size());
        const auto n2 = static_cast<double>(second.size());
        const bool isFirst = second.empty() || (!first.empty() && first.front().length <= second.front().length);
        const Duration at = isFirst ? first.front().length : second.front().length;
        const double ended1 = takeAt(at, first);
        const double ended2 = takeAt(at, second);
        const double n = n1 + n2;
        const double ended = ended1 + ended2;
        observed += ended1;
        all += ended;
        expected += ended * n1 / n;
        if (n > 1)
            variance += ended * (n1 / n) * (n2 / n) * (n - ended) / (n - 1);
    }
    if (variance <= 0)
        return std::nullopt;
    const double apart = std::max(0.0, std::abs(observed - expected) - 0.5);
    return LogRank{std::erfc(apart / std::sqrt(2 * variance)), expected > 0 ? observed / expected : 0,
                   all > expected ? (all - observed) / (all - expected) : 0};
}

std::vector<StageDifferences> differences(const Stays &stays, const FunnelQuery &first, const FunnelQuery &second,
                                          const history::ForEach &forEach)
{
    const Cohort a(stays, first);
    const Cohort b(stays, second);
    std::vector<StageDifferences> found(stays.pipeline().stages.size());
    forEach(found.size(), [&](std::size_t place) { found[place] = inStage(stays, place, a, b); });
    return found;
}

void correctForNumber(std::span<std::vector<StageDifferences>> shown)
{
    std::vector<Difference *> all;
    for (std::vector<StageDifferences> &stages : shown) {
        for (StageDifferences &stage : stages)
            gather(stage, all);
    }
    std::vector<double> chances;
    std::ranges::transform(all, std::back_inserter(chances), &Difference::alone);
    const std::vector<double> corrected = correctedForNumber(chances);
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i]->chance = corrected[i];
}

} // namespace engine
