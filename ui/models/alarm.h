// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "support/clock.h"

#include <QObject>
#include <QTimer>

namespace ui {

/// Rings once when its instant has come by a clock. It looks at the clock once a minute: a timer does not count the hours that
/// a machine sleeps, and the clock may be set.
class Alarm final : public QObject {
    Q_OBJECT
public:
    explicit Alarm(const support::Clock &clock, QObject *parent = nullptr);

    /// In place of the instant that was set before.
    void set(support::Instant at);
    void stop() { m_timer.stop(); }

Q_SIGNALS:
    void rang();

private:
    void wait();

    const support::Clock &m_clock;
    support::Instant m_at;
    QTimer m_timer;
};

} // namespace ui
