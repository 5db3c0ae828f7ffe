// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/survival.h"

#include <algorithm>

namespace engine {

namespace {

/// Whether at most 1 − `share` are still running after `step`. The tolerance keeps a curve that reaches one half in floating
/// point from missing it by a rounding error.
bool hasFallenTo(const SurvivalCurve::Step &step, double share)
{
    return step.surviving <= 1 - share + 1e-12;
}

} // namespace

SurvivalCurve::SurvivalCurve(std::vector<Spell> spells)
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
    prepareLookups();
}

void SurvivalCurve::prepareLookups()
{
    if (m_steps.empty())
        return;
    // Both ends of a halving run down the same staircase, so one walk finds them all.
    std::size_t half = 0;
    const auto halfOf = [&](double now) {
        while (half < m_steps.size() && !hasFallenTo(m_steps[half], 1 - now / 2))
            ++half;
        return now > 0 && half < m_steps.size() ? m_steps[half].at : never;
    };
    m_firstHalf = halfOf(1);
    for (const Step &step : m_steps)
        m_halvings.push_back({step.at, halfOf(step.surviving)});
    const auto span = static_cast<std::uint64_t>((m_steps.back().at - m_steps.front().at).micros);
    constexpr std::size_t stepsPerStretch = 4; // the grid stays small, and what it leads to lies side by side
    while (span >> m_gridShift > m_steps.size() / stepsPerStretch)
        ++m_gridShift;
    m_grid.resize((span >> m_gridShift) + 2, static_cast<std::uint32_t>(m_steps.size()));
    for (std::size_t i = m_steps.size(); i-- > 0;)
        m_grid[stretchOf(m_steps[i].at)] = static_cast<std::uint32_t>(i);
    for (std::size_t i = m_grid.size() - 1; i-- > 0;)
        m_grid[i] = std::min(m_grid[i], m_grid[i + 1]);
}

std::size_t SurvivalCurve::stretchOf(support::Duration length) const
{
    return static_cast<std::uint64_t>((length - m_steps.front().at).micros) >> m_gridShift;
}

std::size_t SurvivalCurve::stepsUpTo(support::Duration length) const
{
    if (m_halvings.empty() || length < m_halvings.front().at)
        return 0;
    if (length >= m_halvings.back().at)
        return m_halvings.size();
    const std::size_t stretch = stretchOf(length);
    const auto from = m_halvings.begin() + m_grid[stretch];
    const auto to = m_halvings.begin() + m_grid[stretch + 1];
    return static_cast<std::size_t>(std::ranges::upper_bound(from, to, length, {}, &Halving::at) - m_halvings.begin());
}

std::optional<support::Duration> SurvivalCurve::medianRemaining(support::Duration spent) const
{
    const std::size_t done = stepsUpTo(spent);
    const support::Duration total = done == 0 ? m_firstHalf : m_halvings[done - 1].half;
    return total != never && total >= spent ? std::optional(total - spent) : std::nullopt;
}

void QuantileWalk::add(support::Duration length, bool ended)
{
    if (m_there == 0 || length != m_length) {
        settle();
        m_length = length;
        m_there = m_atRisk;
    }
    m_ended += ended ? 1U : 0U;
    --m_atRisk;
}

void QuantileWalk::settle()
{
    if (m_ended == 0)
        return;
    m_surviving *= 1 - static_cast<double>(m_ended) / m_there;
    m_ended = 0;
    const SurvivalCurve::Step step{m_length, m_surviving};
    if (!m_median && hasFallenTo(step, 0.5))
        m_median = m_length;
    if (!m_eightieth && hasFallenTo(step, 0.8))
        m_eightieth = m_length;
}

QuantileWalk QuantileWalk::settled() const
{
    QuantileWalk done = *this;
    done.settle();
    return done;
}

void IncidenceWalk::add(support::Duration length, Ending ending)
{
    if (m_there == 0 || length != m_length) {
        settle();
        m_length = length;
        m_there = m_atRisk;
    }
    m_events += ending == Ending::Event ? 1U : 0U;
    m_ended += ending != Ending::Censored ? 1U : 0U;
    m_anyEnded = m_anyEnded || ending != Ending::Censored;
    --m_atRisk;
}

void IncidenceWalk::settle()
{
    if (m_ended == 0)
        return;
    const double share = m_running / m_there;
    m_incidence += share * m_events;
    m_running -= share * m_ended;
    m_events = 0;
    m_ended = 0;
}

std::optional<double> IncidenceWalk::share() const
{
    if (!m_anyEnded)
        return std::nullopt;
    IncidenceWalk done = *this;
    done.settle();
    return done.m_incidence;
}

} // namespace engine
