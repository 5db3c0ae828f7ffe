// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/widgets/popover.h"

#include <QDate>

class QDateEdit;
class QLineEdit;
class QListWidget;

namespace ui {

/// A few ready choices, each with its number as its key; a choice by number is confirmed at once.
class ChoicePopover : public Popover {
    Q_OBJECT
public:
    ChoicePopover(const QString &title, QWidget *page);

    void addChoice(const QString &text, const QString &detail = {});
    [[nodiscard]] int choice() const;
    [[nodiscard]] QString choiceText() const;

protected:
    void begin() override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    /// The choice at `row` was taken by its number or by the mouse.
    virtual void take(int row);
    [[nodiscard]] QListWidget *list() const { return m_list; }

private:
    bool takeByNumber(const QKeyEvent *event);

    QListWidget *m_list;
};

/// When a flag comes back: in one day, in three, next Monday, or on a day of the calendar.
class SnoozePopover final : public ChoicePopover {
    Q_OBJECT
public:
    SnoozePopover(QDate today, const QLocale &locale, QWidget *page);

    [[nodiscard]] QDate until() const;

protected:
    void take(int row) override;
    [[nodiscard]] bool complete() const override;

private:
    std::vector<QDate> m_days; ///< of the choices before the calendar
    QDateEdit *m_date;
};

/// Why: one of the ready reasons or one's own words.
class ReasonPopover final : public ChoicePopover {
    Q_OBJECT
public:
    ReasonPopover(const QString &title, const QStringList &reasons, QWidget *page);

    [[nodiscard]] QString reason() const;

protected:
    [[nodiscard]] bool complete() const override { return !reason().isEmpty(); }

private:
    QLineEdit *m_words;
};

/// One line of words.
class WordsPopover final : public Popover {
    Q_OBJECT
public:
    WordsPopover(const QString &title, const QString &words, QWidget *page);

    [[nodiscard]] QString words() const;

protected:
    void begin() override;

private:
    QLineEdit *m_words;
};

/// A day of the calendar.
class DayPopover final : public Popover {
    Q_OBJECT
public:
    DayPopover(const QString &title, QDate day, QWidget *page);

    [[nodiscard]] QDate day() const;

protected:
    void begin() override;

private:
    QDateEdit *m_day;
};

} // namespace ui
