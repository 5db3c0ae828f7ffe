// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/session.h"

#include <QFrame>
#include <QTimer>

class QLabel;
class QToolButton;

namespace ui {

/// The line at the bottom: whether this is a sample, when something last happened and when it came in, how many facts, what
/// was changed here; the past and read-only badges.
class StatusLine final : public QFrame {
    Q_OBJECT
public:
    explicit StatusLine(Session &session, QWidget *parent = nullptr);

    /// Says anew how things stand, in the language of now.
    void follow();

Q_SIGNALS:
    /// What cannot be read is to be told in full.
    void unreadRequested();

private:
    void showData();

    Session &m_session;
    QLabel *m_past;
    QLabel *m_sample;
    QLabel *m_data;
    QLabel *m_facts;
    QLabel *m_changes;
    QToolButton *m_unread;
    support::Instant m_shown = support::Instant::min(); ///< the newest record that counts on the day shown; min: there is none
    QTimer m_minute;                                    ///< the age of the data grows
};

} // namespace ui
