// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/format.h"

#include <QFrame>

#include <optional>
#include <vector>

class QCalendarWidget;
class QLabel;
class QLineEdit;
class QToolButton;
class QVBoxLayout;

namespace ui {

class TextLabel;

/// The day that somebody typed: "2026-03-12", or as the language writes it, long ("12 Mar 2026", "2026年3月12日") or short
/// ("12/3/2026", "12.3.2026", "2026/3/12"), always with all digits of the year. None where it is no day of the calendar.
[[nodiscard]] std::optional<QDate> readDay(const QString &typed, const QLocale &locale);

/// A sheet to choose a past day from: the days that people ask for, a calendar for any other, and a line to type one in, which
/// the first digit leads to.
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

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void listen();
    void takeTyped();
    void listUsual(const Days &days, const Format &format);
    void showMonth();
    void choose(QDate day);

    QVBoxLayout *m_usual;
    QLabel *m_month;
    QToolButton *m_back;
    QToolButton *m_forward;
    QCalendarWidget *m_calendar;
    QLineEdit *m_typed;
    TextLabel *m_wrong; ///< why what was typed leads to no day
    std::optional<Format> m_format;
};

} // namespace ui
