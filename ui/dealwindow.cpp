// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/dealwindow.h"

#include "ui/pages/deal/dealpage.h"

#include <QEvent>

namespace ui {

namespace {

constexpr QSize windowSize{960, 760};
const QString settingsName = QStringLiteral("deal");

} // namespace

DealWindow::DealWindow(const Application &application, QUndoStack &undo, const domain::DealId &deal)
    : m_application(application)
    , m_actions(this)
    , m_page(new DealPage({application.session, m_actions, undo}, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setCentralWidget(m_page);
    m_page->setBack(false); // closing this window is not going back
    resize(windowSize);
    restoreGeometry(application.settings.geometry(settingsName));
    m_actions.handle(Action::CloseDeal, this, [this] { close(); });
    m_actions.handle(
        Action::Undo, this, [&undo] { undo.undo(); },
        [&undo, &session = application.session] { return undo.canUndo() && !session.isPast(); });
    m_actions.handle(
        Action::Redo, this, [&undo] { undo.redo(); },
        [&undo, &session = application.session] { return undo.canRedo() && !session.isPast(); });
    connect(&undo, &QUndoStack::indexChanged, &m_actions, &ActionSet::refresh);
    connect(m_page, &Page::titleChanged, this, [this] { setWindowTitle(m_page->title()); });
    connect(m_page, &Page::dealRequested, this, &DealWindow::dealRequested);
    connect(m_page, &Page::dealWindowRequested, this, &DealWindow::dealWindowRequested);
    connect(&application.session, &Session::closed, this, &QWidget::close);
    m_page->showDeal(deal);
    m_page->activate();
    setWindowTitle(m_page->title());
    m_actions.refresh();
}

DealWindow::~DealWindow()
{
    m_application.settings.setGeometry(settingsName, saveGeometry());
}

void DealWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        m_actions.retranslate();
}

} // namespace ui
