// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/live.h"

#include <algorithm>

namespace engine {

using domain::Measure;

namespace {

/// From when on a deal comes to something else though nothing is recorded: something leaves a window, or a wait is over.
support::Instant holdsUntil(const DealState &state, const CompiledPlaybook &playbook, support::Instant asOf)
{
    const domain::WindowSettings &windows = playbook.playbook().windows;
    support::Instant until = support::Instant::max();
    if (state.talk.inquiries > 0)
        until = state.talk.firstInWindow + playbook.playbook().health.askWindow;
    for (const Move &move : state.moves) {
        if (const auto leaves = move.at + support::days(windows.bounceDays); leaves > asOf)
            until = std::min(until, leaves);
    }
    if (state.status != Status::Open || !state.pipeline || state.claimed < 0)
        return until;
    const support::Duration wait = state.pipeline->stages[static_cast<std::size_t>(state.claimed)].stage->wait;
    const support::Instant waited = state.claimedSince + wait;
    return waited > asOf ? std::min(until, waited) : until;
}

/// Row by row turned into column by column.
template <class T>
std::vector<T> transposed(const std::vector<T> &rows, std::size_t count)
{
    std::vector<T> columns(rows.size());
    const std::size_t width = count == 0 ? 0 : rows.size() / count;
    for (std::size_t row = 0; row < count; ++row) {
        for (std::size_t column = 0; column < width; ++column)
            columns[column * count + row] = rows[row * width + column];
    }
    return columns;
}

} // namespace

LiveLayout::LiveLayout()
    : m_measures{Measure::RolesFilled, Measure::KeyFiles, Measure::Inquiries, Measure::StaleDays, Measure::DaysSinceSubstance}
{}

void LiveLayout::add(Measure measure)
{
    const Course course = courseOf(measure);
    // The others are not kept: each score tells them anew.
    const bool kept = course != Course::Setting && course != Course::Scored && course != Course::Response;
    if (kept && column(measure) == m_measures.size())
        m_measures.push_back(measure);
}

std::size_t LiveLayout::add(const CompiledCondition &test)
{
    m_tests.push_back(test);
    return m_tests.size() - 1;
}

std::size_t LiveLayout::column(Measure measure) const
{
    return static_cast<std::size_t>(std::ranges::find(m_measures, measure) - m_measures.begin());
}

std::size_t Live::bytes() const
{
    const auto of = [](const auto &column) { return std::span(column).size_bytes(); };
    return of(rows) + of(origins) + of(tests) + of(inquired) + of(answered) + of(until) + of(decisions);
}

LiveWriter::LiveWriter(const CompiledPlaybook &playbook, const LiveLayout &layout) : m_playbook(playbook), m_layout(layout)
{
    const auto reserve = [](auto &column, std::size_t width) { column.reserve(history::Block::slots * width); };
    reserve(m_live.rows, 1);
    reserve(m_live.origins, layout.measures().size());
    reserve(m_live.tests, layout.tests().size());
    reserve(m_live.inquired, 1);
    reserve(m_live.answered, 1);
    reserve(m_live.until, 1);
}

void LiveWriter::add(std::uint16_t row, const DealState &state, const DealContext &context)
{
    const auto instant = [](const std::optional<Mark> &mark) { return mark ? static_cast<double>(mark->at.micros) : noValue; };
    addDecisions(state);
    m_live.rows.push_back(row);
    for (const Measure measure : m_layout.measures())
        m_live.origins.push_back(origin(measure, state, m_playbook, context));
    for (const CompiledCondition &test : m_layout.tests())
        m_live.tests.push_back(test.isRecorded(state) ? 1 : 0);
    m_live.inquired.push_back(instant(state.talk.firstInquiry));
    m_live.answered.push_back(instant(state.talk.firstResponse));
    m_live.until.push_back(holdsUntil(state, m_playbook, context.asOf));
}

void LiveWriter::addDecisions(const DealState &state)
{
    const auto deal = static_cast<std::uint16_t>(m_live.size());
    const auto first = static_cast<std::ptrdiff_t>(m_live.decisions.size());
    for (const Decision &decision : state.decisions) {
        if (state.decisionOn(decision.rule) == &decision)
            m_live.decisions.push_back({deal, decision});
    }
    std::sort(m_live.decisions.begin() + first, m_live.decisions.end(),
              [](const LiveDecision &a, const LiveDecision &b) { return a.decision.rule < b.decision.rule; });
}

void LiveWriter::copy(std::uint16_t row, const Live &old, std::size_t place)
{
    const auto deal = static_cast<std::uint16_t>(m_live.size());
    for (const LiveDecision &known : std::ranges::equal_range(old.decisions, place, {}, &LiveDecision::deal))
        m_live.decisions.push_back({deal, known.decision});
    m_live.rows.push_back(row);
    for (std::size_t column = 0; column < m_layout.measures().size(); ++column)
        m_live.origins.push_back(old.column(column)[place]);
    for (std::size_t test = 0; test < m_layout.tests().size(); ++test)
        m_live.tests.push_back(old.test(test)[place]);
    m_live.inquired.push_back(old.inquired[place]);
    m_live.answered.push_back(old.answered[place]);
    m_live.until.push_back(old.until[place]);
}

std::shared_ptr<const Live> LiveWriter::finish() &&
{
    m_live.origins = transposed(m_live.origins, m_live.size());
    m_live.tests = transposed(m_live.tests, m_live.size());
    if (!m_live.until.empty())
        m_live.expires = std::ranges::min(m_live.until);
    return std::make_shared<const Live>(std::move(m_live));
}

} // namespace engine
