// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/timebar.h"

#include "ui/widgets/daypicker.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/timeslider.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace ui {

namespace {

constexpr int daysOfWeek = 7;
constexpr int monthsOnTheLine = 24;

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
    , m_compare(new QToolButton(this))
    , m_slider(new TimeSlider(this))
    , m_picker(new DayPicker(this))
    , m_comparedPicker(new DayPicker(this))
{
    layOut(actions);
    connect(m_shown, &QToolButton::clicked, this, &TimeBar::openCalendar);
    connect(m_picker, &DayPicker::chosen, this, [this](QDate day) { m_session.setDay(fromQDate(day)); });
    connect(m_comparedPicker, &DayPicker::chosen, this, [this](QDate day) { m_session.setCompared(fromQDate(day)); });
    connect(m_slider, &TimeSlider::dayChosen, &session, &Session::setDay);
    connect(m_slider, &TimeSlider::comparedChosen, &session, &Session::setCompared);
    handleActions(actions);
    connect(&session, &Session::viewChanged, this, &TimeBar::follow);
    connect(&session, &Session::formatChanged, this, &TimeBar::follow);
    connect(&session, &Session::statusChanged, this, &TimeBar::follow);
    connect(&session, &Session::opened, this, &TimeBar::follow);
    retranslate();
}

void TimeBar::layOut(ActionSet &actions)
{
    m_shown->setProperty("field", true);
    m_shown->setIcon(icon(QStringLiteral("calendar")));
    m_shown->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_shown->setFocusPolicy(Qt::TabFocus);
    m_now->setDefaultAction(actions.action(Action::ShowNow));
    m_now->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_now->setProperty("field", true);
    m_now->setFocusPolicy(Qt::TabFocus);
    m_compare->setDefaultAction(actions.action(Action::Compare));
    m_compare->setFocusPolicy(Qt::TabFocus);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(grid / 2);
    layout->addWidget(stepButton(actions.action(Action::PreviousDay), this));
    layout->addWidget(m_shown);
    layout->addWidget(stepButton(actions.action(Action::NextDay), this));
    layout->addWidget(m_slider, 1);
    layout->addWidget(m_now);
    layout->addWidget(m_compare);
}

void TimeBar::handleActions(ActionSet &actions)
{
    const auto open = [this] { return m_session.isOpen(); };
    const auto past = [this] { return m_session.isPast(); };
    const auto back = [this] { return canGoBack(); };
    actions.handle(
        Action::ChooseDay, this, [this] { openCalendar(); }, open);
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
    actions.handle(
        Action::Compare, this, [this] { openCompared(); }, open);
}

void TimeBar::retranslate()
{
    m_shown->setAccessibleName(tr("Day shown"));
    m_slider->setAccessibleName(tr("Day shown, on a line"));
    m_picker->retranslate();
    m_comparedPicker->retranslate();
    follow();
}

support::Date TimeBar::first() const
{
    return m_session.format().zone().dateOf(m_session.status().oldest);
}

void TimeBar::openPicker(DayPicker &picker, const QWidget *below, support::Date shown) const
{
    picker.openAt(below->mapToGlobal(QPoint(0, below->height() + grid)),
                  {toQDate(first()), toQDate(m_session.today()), toQDate(shown)}, m_session.format());
}

void TimeBar::openCalendar()
{
    openPicker(*m_picker, m_shown, m_session.day().value_or(m_session.today()));
}

void TimeBar::openCompared()
{
    const support::Date shown = m_session.day().value_or(m_session.today());
    openPicker(*m_comparedPicker, m_compare, m_session.view().compared.value_or(std::max(shown + -daysOfWeek, first())));
}

void TimeBar::follow()
{
    const auto day = m_session.day();
    m_shown->setText(QStringLiteral(" ") + (day ? m_session.format().date(*day) : tr("Now")));
    m_shown->setToolTip(tr("The day that is shown. Everything counts as it was known at the end of that day."));
    m_now->setVisible(day.has_value());
    m_slider->setEnabled(m_session.isOpen());
    if (!m_session.isOpen())
        return;
    // The last two years are a hand's breadth; whoever looks further back has the line reach there.
    const View &view = m_session.view();
    support::Date from = std::max(first(), support::addMonths(m_session.today(), -monthsOnTheLine));
    for (const auto &shown : {view.day, view.compared})
        from = std::min(from, shown.value_or(from));
    m_slider->setDays({from, m_session.today(), view.day, view.compared}, m_session.format());
}

void TimeBar::stepBy(int days)
{
    m_session.setDay(std::max(m_session.day().value_or(m_session.today()) + days, first()));
}

bool TimeBar::canGoBack() const
{
    return m_session.isOpen() && m_session.day().value_or(m_session.today()) > first();
}

} // namespace ui
