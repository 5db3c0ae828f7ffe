// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/mainwindow.h"

#include <QMenuBar>
#include <QStackedWidget>

namespace ui {

MainWindow::MainWindow(const Application &application)
    : m_application(application)
    , m_actions(this)
    , m_pages(new QStackedWidget(this))
{
    setCentralWidget(m_pages);
    m_actions.fill(menuBar());
}

MainWindow::~MainWindow() = default;

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_actions.retranslate();
}

} // namespace ui
