// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/actions/actionset.h"
#include "ui/models/session.h"

#include <QWidget>

class QToolButton;

namespace ui {

class DayPicker;
class TimeSlider;

/// The as-of of the top bar: a day back, the day shown ("Now" or a date) with a calendar below it, a day forward, all days on a
/// line, and the day that is compared with.
class TimeBar final : public QWidget {
    Q_OBJECT
public:
    TimeBar(Session &session, ActionSet &actions, QWidget *parent = nullptr);

    void openCalendar();
    void openCompared();
    void retranslate();

private:
    void follow();
    void stepBy(int days);
    [[nodiscard]] bool canGoBack() const;
    [[nodiscard]] support::Date first() const; ///< nothing is known before
    void layOut(ActionSet &actions);
    void handleActions(ActionSet &actions);
    void openPicker(DayPicker &picker, const QWidget *below, support::Date shown) const;

    Session &m_session;
    QToolButton *m_shown;
    QToolButton *m_now;
    QToolButton *m_compare;
    TimeSlider *m_slider;
    DayPicker *m_picker;
    DayPicker *m_comparedPicker;
};

} // namespace ui
