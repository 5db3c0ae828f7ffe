// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/alarm.h"

#include <algorithm>

namespace ui {

namespace {

constexpr std::int64_t longestMs = 60'000;
constexpr std::int64_t microsInMs = 1'000;

} // namespace

Alarm::Alarm(const support::Clock &clock, QObject *parent) : QObject(parent), m_clock(clock)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (m_clock.now() < m_at)
            wait();
        else
            Q_EMIT rang();
    });
}

void Alarm::set(support::Instant at)
{
    m_at = at;
    wait();
}

void Alarm::wait()
{
    const std::int64_t left = (m_at.micros - m_clock.now().micros) / microsInMs + 1;
    m_timer.start(static_cast<int>(std::clamp<std::int64_t>(left, 1, longestMs)));
}

} // namespace ui
