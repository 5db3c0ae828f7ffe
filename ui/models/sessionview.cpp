// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/session.h"

#include <utility>

namespace ui {

void Session::setView(View view)
{
    if (view.day && isOpen() && *view.day >= today())
        view.day.reset();
    if (view.compared && view.compared == view.day.value_or(today()))
        view.compared.reset(); // a day does not differ from itself
    if (m_view == view)
        return;
    m_view = std::move(view);
    m_reach = {};
    writeIn(m_format.locale());
    Q_EMIT viewChanged();
}

void Session::setScope(const workbench::Scope &scope)
{
    View view = m_view;
    view.scope = scope;
    setView(std::move(view));
}

void Session::setDay(std::optional<support::Date> day)
{
    View view = m_view;
    view.day = day;
    setView(std::move(view));
}

void Session::setCompared(std::optional<support::Date> day)
{
    View view = m_view;
    view.compared = day;
    setView(std::move(view));
}

Days Session::period() const
{
    return daysOf(m_view.period, m_view.day.value_or(today()));
}

bool Session::isWhereRecordsEnd() const
{
    return m_view.day && m_workbench && m_workbench->recordsEnded() == m_view.day;
}

bool Session::showWhereRecordsEnd()
{
    const auto end = m_workbench ? m_workbench->recordsEnded() : std::nullopt;
    if (end)
        setDay(end);
    return end.has_value();
}

support::Instant Session::endOf(support::Date day) const
{
    return m_format.zone().startOf(day + 1) - support::Duration{1};
}

support::Instant Session::asOf() const
{
    if (!m_workbench)
        return now();
    return m_view.day ? endOf(*m_view.day) : m_workbench->live();
}

std::optional<support::Instant> Session::comparedAsOf() const
{
    return m_view.compared ? std::optional(endOf(*m_view.compared)) : std::nullopt;
}

support::Instant Session::now() const
{
    return m_workbench ? m_workbench->now() : m_clock.now();
}

support::Date Session::today() const
{
    return m_format.zone().dateOf(now());
}

bool Session::readOnly() const
{
    return isPast() || !m_workbench || m_workbench->readOnly();
}

} // namespace ui
