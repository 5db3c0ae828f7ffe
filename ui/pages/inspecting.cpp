// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/pages/inspecting.h"

#include "ui/dialogs/inspector.h"
#include "ui/models/deallines.h"
#include "ui/models/numberwords.h"
#include "ui/pages/decider.h"

#include <algorithm>

namespace ui {

Inspecting::Inspecting(Session &session, Decider &decider, QWidget *page)
    : QObject(page)
    , m_session(session)
    , m_decider(decider)
    , m_widget(page)
{
    connect(&session, &Session::countedReady, this, [this](const workbench::CountedDeals &counted) {
        if (m_awaited && m_awaited->isVisible())
            showCount(ui::openCount(m_session.format(), counted), m_awaited);
        m_awaited = nullptr;
    });
}

void Inspecting::show(Inspector *inspector, QWidget *anchor)
{
    connect(inspector, &Inspector::lineChosen, this, &Inspecting::follow);
    m_decider.open(inspector, anchor);
}

void Inspecting::showCount(const Opened &opened, QWidget *anchor)
{
    auto *inspector = new Inspector(m_widget);
    inspector->setOpened(opened);
    show(inspector, anchor);
}

void Inspecting::openNumber(domain::Measure measure, QWidget *anchor)
{
    if (!hasNumbers() || m_decider.isAsking())
        return;
    const auto page = m_page;
    QStringList names;
    for (const workbench::NumberView &number : page->numbers)
        names.append(QStringLiteral("%1  ·  %2").arg(nameOf(number.measure), valueOf(m_session.format(), *page, number)));
    const auto found = std::ranges::find(page->numbers, measure, &workbench::NumberView::measure);
    const auto place = found == page->numbers.end() ? 0 : found - page->numbers.begin();
    auto *inspector = new Inspector(m_widget);
    inspector->setChoices(names, static_cast<int>(place));
    inspector->setOpened(ui::openNumber(m_session.format(), *page, page->numbers[static_cast<std::size_t>(place)]));
    show(inspector, anchor);
    connect(inspector, &Inspector::stepped, this, [this, inspector, page](int choice) {
        inspector->setOpened(ui::openNumber(m_session.format(), *page, page->numbers.at(static_cast<std::size_t>(choice))));
    });
}

void Inspecting::openStage(const workbench::StageView &stage, QWidget *anchor)
{
    if (m_page && !m_decider.isAsking())
        showCount(ui::openStage(m_session.format(), *m_page, stage), anchor);
}

void Inspecting::openFlagged(const workbench::Today &today, QWidget *anchor)
{
    if (!m_decider.isAsking())
        showCount(ui::openFlagged(m_session.format(), today), anchor);
}

void Inspecting::openCount(workbench::Counted which, QWidget *anchor)
{
    if (m_decider.isAsking())
        return;
    m_awaited = anchor;
    m_session.askCounted(which);
}

void Inspecting::follow(const std::string &line)
{
    if (const auto record = recordOf(line)) {
        Q_EMIT recordChosen(*record);
        return;
    }
    const auto id = idAfter(std::string(dealPrefix), line);
    const auto deal = id ? domain::DealId::parse(*id) : domain::DealId::parse({});
    if (deal)
        Q_EMIT dealChosen(*deal);
}

} // namespace ui
