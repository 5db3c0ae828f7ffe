// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/actions/actionset.h"
#include "ui/application.h"

#include <QMainWindow>
#include <QUndoStack>

class QStackedWidget;

namespace ui {

class Exporting;
class Importing;
class LoadingPage;
class Navigation;
class NoticeBar;
class Opening;
class Picker;
class Sidebar;
class StatusLine;
class TopBar;
class Viewing;
class WelcomePage;

/// The one main window: sidebar, top bar, the page that is shown, status line.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(const Application &application);
    ~MainWindow() override;

    [[nodiscard]] Opening &opening() const { return *m_opening; }
    [[nodiscard]] Importing &importing() const { return *m_importing; }
    [[nodiscard]] ActionSet &actions() { return m_actions; }
    [[nodiscard]] Navigation &navigation() const { return *m_navigation; }
    [[nodiscard]] Viewing &viewing() const { return *m_viewing; }
    [[nodiscard]] Exporting &exporting() const { return *m_exporting; }

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    void bindActions();
    void bindUndo();
    void listen();
    void showPage(QWidget *page);
    void dress();
    void begin(const QString &text);
    void openPalette();
    void openSettings();
    void showAbout();
    void showUnread();
    void fitSidebar();
    void markPast();
    void markUndo();
    void retranslate();

    Application m_application;
    QUndoStack m_undo;
    ActionSet m_actions;
    Opening *m_opening;
    Importing *m_importing;
    Sidebar *m_sidebar;
    TopBar *m_topBar;
    NoticeBar *m_notice;
    QStackedWidget *m_pages;
    StatusLine *m_status;
    WelcomePage *m_welcome;
    LoadingPage *m_loading;
    Navigation *m_navigation;
    Viewing *m_viewing;
    Exporting *m_exporting;
    Picker *m_palette;
};

} // namespace ui
