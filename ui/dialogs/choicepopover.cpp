// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/dialogs/choicepopover.h"

#include "ui/delegates/rowdelegate.h"
#include "ui/models/rowroles.h"

#include <QDateEdit>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

constexpr int rowHeight = 32;

QDate nextMonday(QDate today)
{
    return today.addDays(8 - today.dayOfWeek());
}

} // namespace

ChoicePopover::ChoicePopover(const QString &title, QWidget *page) : Popover(page), m_list(new QListWidget)
{
    setTitle(title);
    m_list->setAccessibleName(title);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->installEventFilter(this);
    content()->addWidget(m_list);
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem *item) { take(m_list->row(item)); });
    setHint(tr("Press a number or click · Esc closes"));
    setConfirm(tr("Confirm"));
}

void ChoicePopover::addChoice(const QString &text, const QString &detail)
{
    auto *item = new QListWidgetItem(text, m_list);
    item->setData(ChipRole, QString::number(m_list->count()));
    item->setData(ChipToneRole, static_cast<int>(Tone::Muted));
    item->setData(TrailingRole, detail);
    item->setData(TrailingToneRole, static_cast<int>(Tone::Muted));
    m_list->setFixedHeight(m_list->count() * rowHeight);
}

int ChoicePopover::choice() const
{
    return m_list->currentRow();
}

QString ChoicePopover::choiceText() const
{
    return m_list->currentItem() == nullptr ? QString() : m_list->currentItem()->text();
}

void ChoicePopover::begin()
{
    m_list->setCurrentRow(0);
    m_list->setFocus(Qt::PopupFocusReason);
}

void ChoicePopover::take(int row)
{
    m_list->setCurrentRow(row);
    confirm();
}

bool ChoicePopover::takeByNumber(const QKeyEvent *event)
{
    const int row = event->key() - Qt::Key_1;
    if (row < 0 || row >= m_list->count() || event->modifiers() != Qt::NoModifier)
        return false;
    take(row);
    return true;
}

void ChoicePopover::keyPressEvent(QKeyEvent *event)
{
    if (!takeByNumber(event))
        Popover::keyPressEvent(event);
}

bool ChoicePopover::eventFilter(QObject *watched, QEvent *event)
{
    // A list would take a digit for the beginning of a word, and Enter for itself.
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (takeByNumber(key))
            return true;
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) {
            take(m_list->currentRow());
            return true;
        }
    }
    return Popover::eventFilter(watched, event);
}

SnoozePopover::SnoozePopover(QDate today, const QLocale &locale, QWidget *page)
    : ChoicePopover(tr("Snooze until"), page)
    , m_days{today.addDays(1), today.addDays(3), nextMonday(today)}
    , m_date(new QDateEdit(today.addDays(14)))
{
    const QString form = locale.language() == QLocale::Chinese ? QStringLiteral("M月d日 ddd") : QStringLiteral("ddd d MMM");
    const auto on = [&](QDate day) { return locale.toString(day, form); };
    // On a Friday and on a Sunday, the next Monday is one of the days above it.
    const bool again = std::ranges::count(m_days, m_days.back()) > 1;
    if (again)
        m_days.back() = today.addDays(7);
    addChoice(tr("Tomorrow"), on(m_days[0]));
    addChoice(tr("In three days"), on(m_days[1]));
    addChoice(again ? tr("In a week") : tr("Next Monday"), on(m_days[2]));
    addChoice(tr("A day of the calendar"));
    m_date->setCalendarPopup(true);
    m_date->setMinimumDate(today.addDays(1));
    m_date->setAccessibleName(tr("Snooze until"));
    m_date->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_date->hide();
    content()->addWidget(m_date);
    setConfirm(tr("Snooze"));
}

QDate SnoozePopover::until() const
{
    const auto row = static_cast<std::size_t>(choice());
    return row < m_days.size() ? m_days[row] : m_date->date();
}

void SnoozePopover::take(int row)
{
    list()->setCurrentRow(row);
    if (row != static_cast<int>(m_days.size()) || m_date->isVisible()) {
        confirm();
        return;
    }
    m_date->show();
    adjustSize();
    m_date->setFocus(Qt::ShortcutFocusReason);
}

bool SnoozePopover::complete() const
{
    return choice() >= 0 && until() >= m_date->minimumDate();
}

ReasonPopover::ReasonPopover(const QString &title, const QStringList &reasons, QWidget *page)
    : ChoicePopover(title, page)
    , m_words(new QLineEdit)
{
    for (const QString &reason : reasons)
        addChoice(reason);
    m_words->setPlaceholderText(tr("Or in your own words"));
    m_words->setAccessibleName(tr("Reason in your own words"));
    content()->addWidget(m_words);
}

QString ReasonPopover::reason() const
{
    const QString words = m_words->text().trimmed();
    return words.isEmpty() ? choiceText() : words;
}

WordsPopover::WordsPopover(const QString &title, const QString &words, QWidget *page)
    : Popover(page)
    , m_words(new QLineEdit(words))
{
    setTitle(title);
    m_words->setAccessibleName(title);
    content()->addWidget(m_words);
    setHint(tr("An empty line clears the field · Esc closes"));
    setConfirm(tr("Save"));
}

QString WordsPopover::words() const
{
    return m_words->text().trimmed();
}

void WordsPopover::begin()
{
    m_words->setFocus(Qt::PopupFocusReason);
    m_words->selectAll();
}

DayPopover::DayPopover(const QString &title, QDate day, QWidget *page) : Popover(page), m_day(new QDateEdit(day))
{
    setTitle(title);
    m_day->setAccessibleName(title);
    m_day->setCalendarPopup(true);
    m_day->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    content()->addWidget(m_day);
    setHint(tr("Esc closes"));
    setConfirm(tr("Save"));
}

QDate DayPopover::day() const
{
    return m_day->date();
}

void DayPopover::begin()
{
    m_day->setFocus(Qt::PopupFocusReason);
}

} // namespace ui
