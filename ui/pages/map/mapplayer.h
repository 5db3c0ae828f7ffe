// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/inquiry.h"
#include "ui/widgets/map/mapcloud.h"

#include <QTimer>

#include <map>
#include <memory>
#include <vector>

namespace ui {

/// The map of the weeks before the instant that is shown, one after the other. The session's own instant stays what it is.
class MapPlayer final : public QObject {
    Q_OBJECT
public:
    static constexpr int weeks = 13; ///< a quarter

    explicit MapPlayer(Session &session, QObject *parent);

    /// What is shown now is the end of the weeks that are played; null: nothing can be.
    void setNow(std::shared_ptr<const MapCloud> cloud);
    /// The number of weeks that went by since the first one, up to `weeks`, which is now.
    [[nodiscard]] int week() const { return m_week; }
    [[nodiscard]] bool isNow() const { return m_week == weeks; }
    [[nodiscard]] support::Instant at(int week) const;
    /// Shows a week as soon as it is known.
    void goTo(int week);

    void play();
    void pause();
    [[nodiscard]] bool isPlaying() const { return m_playing; }
    /// How many weeks a second.
    void setSpeed(double weeksPerSecond);

    [[nodiscard]] const std::shared_ptr<const MapCloud> &shown() const { return m_shown; }
    /// The weeks just before that which is shown, as far as they are known, the oldest first.
    [[nodiscard]] std::vector<std::shared_ptr<const MapCloud>> before() const;

Q_SIGNALS:
    void weekShown();      ///< another week is
    void playingChanged(); ///< it plays or pauses

private:
    void ask(int week);
    void keep(int week, std::shared_ptr<const MapCloud> cloud);
    void show(int week);
    void tick();
    void wantNext();

    Session &m_session;
    Inquiry m_question;
    QTimer m_timer;
    std::map<int, std::shared_ptr<const MapCloud>> m_known; ///< by week
    std::shared_ptr<const MapCloud> m_shown;
    int m_week = weeks;
    int m_wanted = weeks;
    int m_asked = -1; ///< the week whose map is being made; -1: none
    bool m_playing = false;
};

} // namespace ui
