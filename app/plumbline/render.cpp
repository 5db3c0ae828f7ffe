// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "app/plumbline/render.h"

#include "ui/errortext.h"
#include "ui/navigation.h"
#include "ui/pages/today/todaypage.h"

#include <QCoreApplication>

#include <cstdio>

namespace {

constexpr int calmMs = 300;

} // namespace

Render::Render(ui::MainWindow &window, ui::Session &session, const Arguments &arguments)
    : m_window(window)
    , m_session(session)
    , m_arguments(arguments)
{
    m_calm.setSingleShot(true);
    m_calm.setInterval(calmMs);
    connect(&m_calm, &QTimer::timeout, this, &Render::proceed);
    connect(&session, &ui::Session::busyChanged, &m_calm, qOverload<>(&QTimer::start));
    connect(&session, &ui::Session::failed, this, [this](const support::Error &error) { fail(ui::textOf(error)); });
    m_calm.start();
}

void Render::proceed()
{
    if (m_session.isBusy() || (!m_arguments.workspace.isEmpty() && !m_session.isOpen()))
        return;
    if (m_arguments.page == StartPage::Deal && !m_dealShown) {
        const workbench::Today &today = m_window.navigation().today().model().today();
        m_dealShown = true;
        if (today.listed.empty() || !today.listed.front().deal.id)
            return fail(QCoreApplication::translate("Render", "no deal is flagged on that day, so there is none to show"));
        m_window.navigation().showDeal(*today.listed.front().deal.id);
        m_calm.start();
        return;
    }
    paint();
}

void Render::paint()
{
    if (!m_window.grab().save(m_arguments.picture))
        return fail(QCoreApplication::translate("Render", "the picture %1 cannot be written").arg(m_arguments.picture));
    QCoreApplication::exit(0);
}

void Render::fail(const QString &why)
{
    std::fprintf(stderr, "plumbline: %s\n", qUtf8Printable(why));
    QCoreApplication::exit(1);
}
