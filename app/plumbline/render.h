// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "app/plumbline/arguments.h"
#include "ui/mainwindow.h"

#include <QObject>
#include <QTimer>

/// Paints the window into a file as soon as it shows everything, and ends the program: with 1 when it could not.
class Render final : public QObject {
    Q_OBJECT
public:
    Render(ui::MainWindow &window, ui::Session &session, const Arguments &arguments);

private:
    void proceed();
    void paint();
    void fail(const QString &why);

    ui::MainWindow &m_window;
    ui::Session &m_session;
    Arguments m_arguments;
    QTimer m_calm; ///< nothing is asked and nothing moves since
    bool m_dealShown = false;
};
