// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/application.h"
#include "ui/pages/page.h"

#include <QList>
#include <QPointer>

class QStackedWidget;

namespace ui {

class DealPage;
class DealWindow;
class FunnelPage;
class MapPage;
class TodayPage;

/// The workspaces of the main window and the deal that one of them leads to: which is shown, the way back, and the windows that
/// show deals of their own.
class Navigation final : public QObject {
    Q_OBJECT
public:
    /// Puts its pages into `pages`, which outlives it as `window` does.
    Navigation(const Application &application, const PageContext &context, QStackedWidget *pages, QWidget *window);

    /// Shows the page of the workspace that `action` goes to.
    void show(Action action);
    void showDeal(const domain::DealId &deal);
    void showRecord(const domain::DealId &deal, std::uint32_t record);
    void showDealWindow(const domain::DealId &deal);
    /// From a deal to the workspace that it was opened from.
    void back() { show(m_workspace); }
    /// Asks the page that is shown for what it shows anew.
    void refresh();

    /// The workspace that is shown, or that the deal which is shown was opened from.
    [[nodiscard]] Action workspace() const { return m_workspace; }
    [[nodiscard]] Page *shown() const; ///< null while another page is, as the welcome page
    [[nodiscard]] TodayPage &today() const { return *m_today; }

    void closeWindows();
    void deleteWindows(); ///< at once

Q_SIGNALS:
    void pageShown();
    void titleChanged();

private:
    void listen(Page *page);
    void showPage(Page *page);
    [[nodiscard]] Page *pageOf(Action action) const;

    Application m_application;
    PageContext m_context;
    QStackedWidget *m_pages;
    QWidget *m_window;
    TodayPage *m_today;
    FunnelPage *m_funnel;
    MapPage *m_map;
    DealPage *m_deal;
    QList<QPointer<DealWindow>> m_dealWindows;
    Action m_workspace = Action::ShowToday;
};

} // namespace ui
