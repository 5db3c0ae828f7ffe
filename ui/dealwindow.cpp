// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/dealwindow.h"

#include "ui/errortext.h"
#include "ui/pages/deal/dealpage.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/onscreen.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr QSize windowSize{960, 760};
const QString settingsName = QStringLiteral("deal");

} // namespace

DealWindow::DealWindow(const Application &application, QUndoStack &undo, const domain::DealId &deal)
    : m_application(application)
    , m_actions(this)
    , m_past(new QLabel(this))
    , m_notice(new NoticeBar(this))
    , m_page(new DealPage({application.session, m_actions, undo}, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    layOut();
    m_page->setBack(false); // closing this window is not going back
    resize(onScreen(*this, windowSize));
    restoreGeometry(application.settings.geometry(settingsName));
    m_actions.handle(Action::CloseDeal, this, [this] { close(); });
    m_actions.handle(
        Action::Undo, this, [&undo] { undo.undo(); },
        [&undo, &session = application.session] { return undo.canUndo() && !session.isPast(); });
    m_actions.handle(
        Action::Redo, this, [&undo] { undo.redo(); },
        [&undo, &session = application.session] { return undo.canRedo() && !session.isPast(); });
    connect(&undo, &QUndoStack::indexChanged, &m_actions, &ActionSet::refresh);
    listen();
    m_page->showDeal(deal);
    m_page->activate();
    setWindowTitle(m_page->title());
    m_actions.refresh();
}

void DealWindow::layOut()
{
    m_past->setObjectName(QStringLiteral("pastBadge"));
    auto *central = new QWidget(this);
    auto *layout = new QVBoxLayout(central);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    auto *mark = new QHBoxLayout;
    mark->setContentsMargins(24, 8, 16, 0);
    mark->addWidget(m_past);
    mark->addStretch(1);
    layout->addLayout(mark);
    layout->addWidget(m_notice);
    layout->addWidget(m_page, 1);
    setCentralWidget(central);
}

void DealWindow::listen()
{
    const Session &session = m_application.session;
    connect(m_page, &Page::titleChanged, this, [this] { setWindowTitle(m_page->title()); });
    connect(m_page, &Page::dealRequested, this, &DealWindow::dealRequested);
    connect(m_page, &Page::dealWindowRequested, this, &DealWindow::dealWindowRequested);
    connect(&session, &Session::closed, this, &QWidget::close);
    connect(&session, &Session::failed, this, [this](const support::Error &error) {
        if (isActiveWindow()) // what fails elsewhere is told there
            m_notice->say(error.code == support::ErrorCode::Cancelled ? Tone::Plain : Tone::Bad, textOf(error));
    });
    connect(&session, &Session::viewChanged, this, &DealWindow::markPast);
    connect(&session, &Session::formatChanged, this, &DealWindow::markPast);
    markPast();
}

void DealWindow::markPast()
{
    const Session &session = m_application.session;
    m_past->setVisible(session.isPast());
    if (session.isPast())
        m_past->setText(tr("As of %1, read-only").arg(session.format().date(*session.day())));
    m_actions.refresh();
}

DealWindow::~DealWindow()
{
    m_application.settings.setGeometry(settingsName, saveGeometry());
}

void DealWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_actions.retranslate();
        m_notice->retranslate();
    }
}

} // namespace ui
