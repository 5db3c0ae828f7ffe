// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/screen.h"

#include <algorithm>
#include <cmath>

namespace engine {

using domain::Measure;

namespace {

template <Course course>
void follow(std::span<const double> origins, const Clock &clock, std::span<double> column)
{
    for (std::size_t deal = 0; deal < origins.size(); ++deal)
        column[deal] = valueAt(course, origins[deal], clock);
}

/// One loop for each course, so that none asks a deal which it is.
void follow(Course course, std::span<const double> origins, const Clock &clock, std::span<double> column)
{
    switch (course) {
    case Course::Days: return follow<Course::Days>(origins, clock, column);
    case Course::Hours: return follow<Course::Hours>(origins, clock, column);
    case Course::StaleDays: return follow<Course::StaleDays>(origins, clock, column);
    case Course::DaysTo: return follow<Course::DaysTo>(origins, clock, column);
    case Course::DaysPast: return follow<Course::DaysPast>(origins, clock, column);
    case Course::Fixed:
    case Course::Response:
    case Course::Setting:
    case Course::Scored: return follow<Course::Fixed>(origins, clock, column);
    }
}

} // namespace

Screen::Screen(const Basis &basis, const Live &live, std::span<const DealRow> rows)
    : m_basis(basis)
    , m_live(live)
    , m_rows(rows)
    , m_columns(std::make_unique_for_overwrite<Columns>())
{
    const auto roles = measure(Measure::RolesFilled);
    const auto files = measure(Measure::KeyFiles);
    const auto asks = measure(Measure::Inquiries);
    const auto stale = measure(Measure::StaleDays);
    m_scores.reserve(size());
    for (std::size_t deal = 0; deal < size(); ++deal) {
        const HealthCounts counts{static_cast<int>(roles[deal]), static_cast<int>(files[deal]), static_cast<int>(asks[deal]),
                                  static_cast<std::int64_t>(stale[deal])};
        m_scores.push_back(scoreOf(counts, row(deal), basis.source.playbook, basis.calibration, basis.when.asOf));
    }
}

std::span<const double> Screen::measure(Measure which)
{
    const auto at = static_cast<std::size_t>(which);
    const auto column = std::span<double>(m_columns->at(at)).first(size());
    if (!m_told[at])
        tell(which, column);
    m_told.set(at);
    return column;
}

void Screen::tell(Measure which, std::span<double> column) const
{
    const Course course = courseOf(which);
    const Clock clock{m_basis.when.asOf, m_basis.when.today, m_basis.source.playbook.playbook().health.fresh};
    if (course == Course::Setting)
        return tellSetting(which, column);
    if (course == Course::Scored)
        return tellScore(which, column);
    if (course == Course::Response)
        return tellResponse(column);
    follow(course, m_live.column(m_basis.source.rules.layout().column(which)), clock, column);
}

void Screen::tellSetting(Measure which, std::span<double> column) const
{
    for (std::size_t deal = 0; deal < size(); ++deal) {
        const DealRow &at = row(deal);
        column[deal] = setting(which, m_basis.source.playbook, at.pipeline, at.claimed);
    }
}

void Screen::tellScore(Measure which, std::span<double> column) const
{
    for (std::size_t deal = 0; deal < size(); ++deal) {
        const Score &score = m_scores[deal];
        const double days = score.days ? score.days->days : noValue;
        column[deal] = which == Measure::Health ? static_cast<double>(score.health) : days;
    }
}

void Screen::tellResponse(std::span<double> column) const
{
    const auto asOf = static_cast<double>(m_basis.when.asOf.micros);
    for (std::size_t deal = 0; deal < size(); ++deal) {
        const double answered = m_live.answered[deal];
        column[deal] = hoursBetween(m_live.inquired[deal], std::isnan(answered) ? asOf : answered);
    }
}

} // namespace engine
