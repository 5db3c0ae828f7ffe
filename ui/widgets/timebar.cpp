// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/timebar.h"

#include "ui/widgets/daypicker.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace ui {

namespace {

constexpr int daysOfWeek = 7;

QToolButton *stepButton(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

TimeBar::TimeBar(Session &session, ActionSet &actions, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_shown(new QToolButton(this))
    , m_now(new QToolButton(this))
    , m_picker(new DayPicker(this))
{
    m_shown->setProperty("field", true);
    m_shown->setIcon(icon(QStringLiteral("calendar")));
    m_shown->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_shown->setFocusPolicy(Qt::TabFocus);
    connect(m_shown, &QToolButton::clicked, this, &TimeBar::openCalendar);
    m_now->setDefaultAction(actions.action(Action::ShowNow));
    m_now->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_now->setProperty("field", true);
    m_now->setFocusPolicy(Qt::TabFocus);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(grid / 2);
    layout->addWidget(stepButton(actions.action(Action::PreviousDay), this));
    layout->addWidget(m_shown);
    layout->addWidget(stepButton(actions.action(Action::NextDay), this));
    layout->addWidget(m_now);

    connect(m_picker, &DayPicker::chosen, this, [this](QDate day) { m_session.setDay(fromQDate(day)); });

    const auto past = [this] { return m_session.isPast(); };
    const auto back = [this] { return canGoBack(); };
    actions.handle(
        Action::ChooseDay, this, [this] { openCalendar(); }, [this] { return m_session.isOpen(); });
    actions.handle(
        Action::PreviousDay, this, [this] { stepBy(-1); }, back);
    actions.handle(
        Action::NextDay, this, [this] { stepBy(1); }, past);
    actions.handle(
        Action::PreviousWeek, this, [this] { stepBy(-daysOfWeek); }, back);
    actions.handle(
        Action::NextWeek, this, [this] { stepBy(daysOfWeek); }, past);
    actions.handle(
        Action::ShowNow, this, [this] { m_session.setDay({}); }, past);
    connect(&session, &Session::viewChanged, this, &TimeBar::follow);
    connect(&session, &Session::formatChanged, this, &TimeBar::follow);
    connect(&session, &Session::opened, this, &TimeBar::follow);
    retranslate();
}

void TimeBar::retranslate()
{
    m_shown->setAccessibleName(tr("Day shown"));
    m_picker->retranslate();
    follow();
}

void TimeBar::openCalendar()
{
    const QDate first = toQDate(m_session.format().zone().dateOf(m_session.status().oldest));
    m_picker->openAt(m_shown->mapToGlobal(QPoint(0, m_shown->height() + grid)),
                     {first, toQDate(m_session.today()), toQDate(m_session.day().value_or(m_session.today()))},
                     m_session.format());
}

void TimeBar::follow()
{
    const auto day = m_session.day();
    m_shown->setText(QStringLiteral(" ") + (day ? m_session.format().date(*day) : tr("Now")));
    m_shown->setToolTip(tr("The day that is shown. Everything counts as it was known at the end of that day."));
    m_now->setVisible(day.has_value());
}

void TimeBar::stepBy(int days)
{
    const support::Date from = m_session.day().value_or(m_session.today());
    const support::Date first = m_session.format().zone().dateOf(m_session.status().oldest);
    m_session.setDay(std::max(from + days, first));
}

bool TimeBar::canGoBack() const
{
    if (!m_session.isOpen())
        return false;
    const support::Date first = m_session.format().zone().dateOf(m_session.status().oldest);
    return m_session.day().value_or(m_session.today()) > first;
}

} // namespace ui
