// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/survival.h"

#include <algorithm>

namespace engine {

SurvivalCurve::SurvivalCurve(std::vector<Spell> spells) : m_spells(spells.size())
{
    // At one length the ended come first: who was censored there was still at risk.
    std::ranges::sort(
        spells, [](const Spell &a, const Spell &b) { return a.length != b.length ? a.length < b.length : a.ended && !b.ended; });
    double surviving = 1;
    for (std::size_t i = 0; i < spells.size();) {
        const std::size_t atRisk = spells.size() - i;
        const support::Duration length = spells[i].length;
        std::size_t ended = 0;
        for (; i < spells.size() && spells[i].length == length; ++i)
            ended += spells[i].ended ? 1U : 0U;
        if (ended == 0)
            continue;
        m_ended += ended;
        surviving *= 1 - static_cast<double>(ended) / static_cast<double>(atRisk);
        m_steps.push_back({length, surviving});
    }
}

double SurvivalCurve::surviving(support::Duration length) const
{
    const auto after = std::ranges::upper_bound(m_steps, length, {}, &Step::at);
    return after == m_steps.begin() ? 1 : (after - 1)->surviving;
}

std::optional<support::Duration> SurvivalCurve::quantile(double share) const
{
    // The tolerance keeps a curve that reaches one half in floating point from missing it by a rounding error.
    const auto reached = std::ranges::find_if(m_steps, [&](const Step &step) { return step.surviving <= 1 - share + 1e-12; });
    return reached == m_steps.end() ? std::nullopt : std::optional(reached->at);
}

std::optional<support::Duration> SurvivalCurve::medianRemaining(support::Duration spent) const
{
    const double now = surviving(spent);
    if (now <= 0)
        return std::nullopt;
    const auto total = quantile(1 - now / 2);
    return total && *total >= spent ? std::optional(*total - spent) : std::nullopt;
}

std::optional<double> cumulativeIncidence(std::vector<RivalSpell> spells)
{
    if (spells.empty())
        return std::nullopt;
    std::ranges::sort(spells, {}, &RivalSpell::length);
    double running = 1;
    double incidence = 0;
    for (std::size_t i = 0; i < spells.size();) {
        const auto atRisk = static_cast<double>(spells.size() - i);
        const support::Duration length = spells[i].length;
        std::size_t events = 0;
        std::size_t ended = 0;
        for (; i < spells.size() && spells[i].length == length; ++i) {
            events += spells[i].ending == Ending::Event ? 1U : 0U;
            ended += spells[i].ending != Ending::Censored ? 1U : 0U;
        }
        incidence += running * static_cast<double>(events) / atRisk;
        running *= 1 - static_cast<double>(ended) / atRisk;
    }
    return incidence;
}

} // namespace engine
