// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/actions/actionset.h"
#include "ui/models/appsettings.h"
#include "ui/models/language.h"
#include "ui/models/session.h"
#include "ui/pages/page.h"
#include "ui/widgets/theme.h"

#include <QMainWindow>
#include <QUndoStack>

class QStackedWidget;

namespace ui {

/// What the windows work with; made and owned by the program, and outlives them.
struct Application {
    Session &session;
    AppSettings &settings;
    Language &language;
    Theme &theme;
};

/// The one main window: sidebar, top bar, the page that is shown, status line.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(const Application &application);
    ~MainWindow() override;

protected:
    void changeEvent(QEvent *event) override;

private:
    Application m_application;
    QUndoStack m_undo;
    ActionSet m_actions;
    QStackedWidget *m_pages;
};

} // namespace ui
