// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/format.h"

#include <QFrame>

#include <vector>

class QCalendarWidget;
class QLabel;
class QToolButton;
class QVBoxLayout;

namespace ui {

/// A sheet to choose a past day from: the days that people ask for, and a calendar for any other.
class DayPicker final : public QFrame {
    Q_OBJECT
public:
    explicit DayPicker(QWidget *parent);

    struct Days {
        QDate first; ///< nothing is known before
        QDate today;
        QDate shown;
    };
    /// Opens with its upper left corner at `corner` of the screen.
    void openAt(QPoint corner, const Days &days, const Format &format);
    void retranslate();

Q_SIGNALS:
    void chosen(QDate day);

private:
    void build();
    void listUsual(const Days &days, const Format &format);
    void showMonth();
    void choose(QDate day);

    QVBoxLayout *m_usual;
    QLabel *m_month;
    QToolButton *m_back;
    QToolButton *m_forward;
    QCalendarWidget *m_calendar;
};

} // namespace ui
