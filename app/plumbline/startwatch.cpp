// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "app/plumbline/startwatch.h"

#include "ui/navigation.h"
#include "ui/pages/today/todaypage.h"

#include <QEvent>
#include <QListView>
#include <QLoggingCategory>

namespace {

Q_LOGGING_CATEGORY(startLog, "plumbline.start", QtWarningMsg)

} // namespace

StartWatch::StartWatch(const QElapsedTimer &sinceStart, ui::MainWindow &window, const ui::Session &session)
    : m_sinceStart(sinceStart)
    , m_window(window)
{
    window.installEventFilter(this);
    window.navigation().today().list()->viewport()->installEventFilter(this);
    connect(&session, &ui::Session::todayReady, this, [this] { m_todayKnown = true; });
}

bool StartWatch::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint && watched == &m_window && !m_windowPainted) {
        m_windowPainted = true;
        qCDebug(startLog) << "window painted after" << m_sinceStart.elapsed() << "ms";
    }
    if (event->type() == QEvent::Paint && watched != &m_window && m_todayKnown) {
        qCDebug(startLog) << "Today painted after" << m_sinceStart.elapsed() << "ms";
        m_window.removeEventFilter(this);
        watched->removeEventFilter(this);
    }
    return QObject::eventFilter(watched, event);
}
