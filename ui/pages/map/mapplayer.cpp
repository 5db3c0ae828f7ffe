// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/pages/map/mapplayer.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui {
namespace {

constexpr int trailWeeks = 5;
constexpr std::size_t mostPoints = 3'000'000; ///< of all weeks that are kept
constexpr double msASecond = 1000;

} // namespace

MapPlayer::MapPlayer(Session &session, QObject *parent) : QObject(parent), m_session(session), m_question(session, this)
{
    connect(&m_timer, &QTimer::timeout, this, &MapPlayer::tick);
    setSpeed(1);
}

void MapPlayer::setNow(std::shared_ptr<const MapCloud> cloud)
{
    pause();
    m_question.stop();
    m_asked = -1;
    m_known.clear();
    m_week = m_wanted = weeks;
    m_shown = std::move(cloud);
    if (m_shown)
        m_known[weeks] = m_shown;
}

support::Instant MapPlayer::at(int week) const
{
    const auto now = m_known.find(weeks);
    const support::Instant end = now == m_known.end() ? m_session.asOf() : now->second->map().asOf;
    return end - support::days(7 * (weeks - week));
}

void MapPlayer::setSpeed(double weeksPerSecond)
{
    m_timer.setInterval(static_cast<int>(std::lround(msASecond / weeksPerSecond)));
}

void MapPlayer::play()
{
    if (!m_shown || m_playing)
        return;
    m_playing = true;
    goTo(isNow() ? 0 : m_week + 1);
    m_timer.start();
    Q_EMIT playingChanged();
}

void MapPlayer::pause()
{
    m_timer.stop();
    if (std::exchange(m_playing, false))
        Q_EMIT playingChanged();
}

/// Waits where the week that is due is still being made.
void MapPlayer::tick()
{
    if (m_wanted != m_week)
        return;
    if (isNow())
        return pause();
    goTo(m_week + 1);
}

void MapPlayer::goTo(int week)
{
    m_wanted = std::clamp(week, 0, weeks);
    if (m_known.contains(m_wanted))
        show(m_wanted);
    else
        ask(m_wanted);
}

void MapPlayer::show(int week)
{
    m_week = week;
    m_shown = m_known.at(week);
    Q_EMIT weekShown();
    wantNext();
}

/// The next week is made while this one is looked at.
void MapPlayer::wantNext()
{
    if (m_playing && m_week < weeks && !m_known.contains(m_week + 1))
        ask(m_week + 1);
}

void MapPlayer::ask(int week)
{
    if (m_asked == week)
        return;
    m_asked = week;
    m_question.ask(
        [scope = m_session.scope(), asOf = at(week)](const workbench::Workbench &workbench, std::stop_token stop) {
            return workbench::battleMap(workbench, scope, asOf, std::move(stop)).map([](auto map) {
                return std::make_shared<const MapCloud>(std::move(map));
            });
        },
        [this, week](const support::Result<std::shared_ptr<const MapCloud>> &cloud) {
            m_asked = -1;
            if (!cloud)
                return pause();
            keep(week, *cloud);
            if (m_wanted == week)
                show(week);
        });
}

/// What lies furthest from what is shown makes room; now is always kept.
void MapPlayer::keep(int week, std::shared_ptr<const MapCloud> cloud)
{
    m_known[week] = std::move(cloud);
    const auto points = [this] {
        std::size_t sum = 0;
        for (const auto &[at, one] : m_known)
            sum += one->map().size();
        return sum;
    };
    while (m_known.size() > 2 && points() > mostPoints) {
        auto furthest = m_known.end();
        for (auto one = m_known.begin(); one != m_known.end(); ++one) {
            if (one->first != weeks && one->first != week
                && (furthest == m_known.end() || std::abs(one->first - week) > std::abs(furthest->first - week)))
                furthest = one;
        }
        if (furthest == m_known.end())
            return;
        m_known.erase(furthest);
    }
}

std::vector<std::shared_ptr<const MapCloud>> MapPlayer::before() const
{
    std::vector<std::shared_ptr<const MapCloud>> clouds;
    for (int week = std::max(0, m_week - trailWeeks); week < m_week; ++week) {
        if (const auto known = m_known.find(week); known != m_known.end())
            clouds.push_back(known->second);
    }
    return clouds;
}

} // namespace ui
