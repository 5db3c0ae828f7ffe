// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/dwellcurve.h"

#include "engine/cohort.h"

#include <cmath>

namespace engine {

namespace {

/// `sum` is Greenwood's: of left / (at risk × those who stay) over the steps so far.
Interval bandOf(double staying, double sum, const Interval &before)
{
    if (staying <= 0)
        return {0, before.to};
    const double logOf = std::log(staying);
    const double reach = normal95 * std::sqrt(sum) / std::abs(logOf);
    return {std::pow(staying, std::exp(reach)), std::pow(staying, std::exp(-reach))};
}

} // namespace

DwellCurve dwellCurve(const Stays &stays, const FunnelQuery &query, std::size_t place)
{
    const std::vector<StaySpan> spans = Cohort(stays, query).of(stays.dwell(place));
    DwellCurve curve;
    curve.entered = static_cast<std::uint32_t>(spans.size());
    double sum = 0;
    DwellCurve::Step last{{}, 1, {1, 1}, curve.entered};
    for (std::size_t i = 0; i < spans.size();) {
        const auto atRisk = static_cast<std::uint32_t>(spans.size() - i);
        const support::Duration at = spans[i].length;
        std::uint32_t left = 0;
        for (; i < spans.size() && spans[i].length == at; ++i)
            left += spans[i].ending == Ending::Event ? 1U : 0U;
        curve.longest = at;
        if (left == 0)
            continue;
        curve.left += left;
        const double staying = left == atRisk ? 0 : last.staying * (1 - static_cast<double>(left) / atRisk);
        if (left < atRisk)
            sum += static_cast<double>(left) / (static_cast<double>(atRisk) * (atRisk - left));
        last = {at, staying, bandOf(staying, sum, last.band), atRisk};
        curve.steps.push_back(last);
    }
    return curve;
}

} // namespace engine
