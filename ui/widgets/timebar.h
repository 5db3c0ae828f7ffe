// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/actions/actionset.h"
#include "ui/models/session.h"

#include <QWidget>

class QToolButton;

namespace ui {

class DayPicker;

/// The as-of of the top bar: a day back, the day shown ("Now" or a date) with a calendar below it, a day forward.
class TimeBar final : public QWidget {
    Q_OBJECT
public:
    TimeBar(Session &session, ActionSet &actions, QWidget *parent = nullptr);

    void openCalendar();
    void retranslate();

private:
    void follow();
    void stepBy(int days);
    [[nodiscard]] bool canGoBack() const;

    Session &m_session;
    QToolButton *m_shown;
    QToolButton *m_now;
    DayPicker *m_picker;
};

} // namespace ui
