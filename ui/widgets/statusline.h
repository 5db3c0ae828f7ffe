// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/session.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QProgressBar;
class QToolButton;

namespace ui {

/// The line at the bottom: whether this is a sample, when something last happened and when it came in, how many facts, what
/// waits to be sent; the past and read-only badges; a long step with its progress and the way to stop it.
class StatusLine final : public QFrame {
    Q_OBJECT
public:
    explicit StatusLine(Session &session, QWidget *parent = nullptr);

    /// Shows a long step until `endStep`. `stop` may be empty: it cannot be stopped.
    void beginStep(const QString &text, std::function<void()> stop);
    void setProgress(quint64 done, quint64 total);
    void endStep();
    void retranslate();

Q_SIGNALS:
    /// What cannot be read is to be told in full.
    void unreadRequested();

private:
    void follow();
    void showData();

    Session &m_session;
    QLabel *m_past;
    QLabel *m_sample;
    QLabel *m_data;
    QLabel *m_facts;
    QLabel *m_changes;
    QToolButton *m_unread;
    QLabel *m_step;
    QProgressBar *m_progress;
    QToolButton *m_stop;
    std::function<void()> m_onStop;
    support::Instant m_shown; ///< the newest record that counts on the day shown
    QTimer m_minute;          ///< the age of the data grows
};

} // namespace ui
