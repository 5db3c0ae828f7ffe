// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/mainwindow.h"

#include <QElapsedTimer>
#include <QObject>

/// Tells the log category `plumbline.start` how many milliseconds after `main` began the window, and then the first Today
/// with its deals, was painted. Switch it on with QT_LOGGING_RULES="plumbline.start.debug=true".
class StartWatch final : public QObject {
    Q_OBJECT
public:
    StartWatch(const QElapsedTimer &sinceStart, ui::MainWindow &window, const ui::Session &session);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QElapsedTimer m_sinceStart;
    ui::MainWindow &m_window;
    bool m_windowPainted = false;
    bool m_todayKnown = false;
};
