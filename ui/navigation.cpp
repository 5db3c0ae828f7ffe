// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/navigation.h"

#include "ui/dealwindow.h"
#include "ui/pages/deal/dealpage.h"
#include "ui/pages/funnel/funnelpage.h"
#include "ui/pages/map/mappage.h"
#include "ui/pages/today/todaypage.h"

#include <QStackedWidget>

#include <utility>

namespace ui {

Navigation::Navigation(const Application &application, const PageContext &context, QStackedWidget *pages, QWidget *window)
    : QObject(window)
    , m_application(application)
    , m_context(context)
    , m_pages(pages)
    , m_window(window)
    , m_today(new TodayPage(context, pages))
    , m_funnel(new FunnelPage(context, pages))
    , m_map(new MapPage(context, pages))
    , m_deal(new DealPage(context, pages))
{
    for (Page *page : std::initializer_list<Page *>{m_today, m_funnel, m_map, m_deal}) {
        m_pages->addWidget(page);
        listen(page);
    }
    const auto open = [&session = application.session] { return session.isOpen(); };
    for (const Action action : {Action::ShowToday, Action::ShowFunnel, Action::ShowMap})
        context.actions.handle(
            action, window, [this, action] { show(action); }, open);
    context.actions.handle(Action::CloseDeal, m_deal, [this] { back(); });
    context.actions.handle(
        Action::Refresh, window, [this] { refresh(); }, open);
}

void Navigation::listen(Page *page)
{
    connect(page, &Page::dealRequested, this, &Navigation::showDeal);
    connect(page, &Page::recordRequested, this, &Navigation::showRecord);
    connect(page, &Page::dealWindowRequested, this, &Navigation::showDealWindow);
    connect(page, &Page::titleChanged, this, &Navigation::titleChanged);
}

Page *Navigation::pageOf(Action action) const
{
    if (action == Action::ShowFunnel)
        return m_funnel;
    if (action == Action::ShowMap)
        return m_map;
    return m_today;
}

Page *Navigation::shown() const
{
    return qobject_cast<Page *>(m_pages->currentWidget());
}

void Navigation::showPage(Page *page)
{
    m_pages->setCurrentWidget(page);
    Q_EMIT pageShown();
    page->activate();
}

void Navigation::show(Action action)
{
    m_workspace = action;
    showPage(pageOf(action));
}

void Navigation::showDeal(const domain::DealId &deal)
{
    m_deal->showDeal(deal);
    showPage(m_deal);
}

void Navigation::showRecord(const domain::DealId &deal, std::uint32_t record)
{
    m_deal->showRecord(deal, record);
    showDeal(deal);
}

void Navigation::showDealWindow(const domain::DealId &deal)
{
    auto *window = new DealWindow(m_application, m_context.undo, deal);
    connect(window, &DealWindow::dealRequested, this, [this](const domain::DealId &other) {
        showDeal(other);
        m_window->activateWindow();
    });
    connect(window, &DealWindow::dealWindowRequested, this, &Navigation::showDealWindow);
    m_dealWindows.removeIf([](const QPointer<DealWindow> &one) { return one.isNull(); });
    m_dealWindows.append(window);
    window->show();
}

void Navigation::refresh()
{
    m_context.session.askToday();
    if (Page *page = shown(); page != nullptr && page != m_today)
        page->activate();
}

void Navigation::closeWindows()
{
    for (const QPointer<DealWindow> &window : m_dealWindows) {
        if (window)
            window->close();
    }
}

void Navigation::deleteWindows()
{
    for (const QPointer<DealWindow> &window : std::exchange(m_dealWindows, {}))
        delete window;
}

} // namespace ui
