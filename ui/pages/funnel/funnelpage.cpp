// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/pages/funnel/funnelpage.h"

#include "ui/pages/funnel/boardpane.h"
#include "ui/pages/funnel/bouncepane.h"
#include "ui/pages/funnel/breakpointspane.h"
#include "ui/pages/funnel/funnelpane.h"
#include "ui/pages/funnel/processpane.h"
#include "ui/widgets/cellview.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

FunnelPage::FunnelPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_tabs(new QTabBar)
    , m_stack(new QStackedWidget)
    , m_board(new BoardPane(context))
    , m_analyses{new FunnelPane(context.session), new ProcessPane(context.session), new BreakpointsPane(context.session),
                 new BouncePane(context.session)}
{
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 0, 8, 0);
    head->addWidget(m_tabs);
    head->addStretch();
    layout->addLayout(head);
    auto *line = new QFrame;
    line->setProperty("hairline", true);
    layout->addWidget(line);
    layout->addWidget(m_stack, 1);
    add(m_board);
    for (AnalysisPane *pane : m_analyses) {
        add(pane);
        connect(pane, &AnalysisPane::dealRequested, this, &Page::dealRequested);
    }
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_board, &BoardPane::dealRequested, this, &Page::dealRequested);
    connect(m_board, &BoardPane::dealWindowRequested, this, &Page::dealWindowRequested);
    retranslate();
}

void FunnelPage::add(QWidget *pane)
{
    m_stack->addWidget(pane);
    m_tabs->addTab(QString());
}

QString FunnelPage::title() const
{
    return tr("Funnel");
}

void FunnelPage::retranslate()
{
    setAccessibleName(title());
    m_tabs->setAccessibleName(tr("What of the funnel is shown"));
    const QStringList names{tr("Board"), tr("Funnel"), tr("Process"), tr("Breakpoints"), tr("Bounces")};
    for (int i = 0; i < m_tabs->count(); ++i)
        m_tabs->setTabText(i, names.value(i));
    m_board->retranslate();
    for (AnalysisPane *pane : m_analyses)
        pane->retranslate();
}

void FunnelPage::activate()
{
    if (m_stack->currentWidget() == m_board)
        m_board->activate();
}

std::vector<TableSource> FunnelPage::tables() const
{
    if (m_stack->currentWidget() == m_board) {
        const auto board = m_board->table();
        return board ? std::vector{*board} : std::vector<TableSource>();
    }
    const auto shown = std::ranges::find(m_analyses, m_stack->currentWidget());
    if (shown == m_analyses.end() || (*shown)->table()->cells().rowCount() == 0)
        return {};
    return {sourceOf(m_tabs->tabText(m_tabs->currentIndex()), tableOf((*shown)->table()->cells()))};
}

} // namespace ui
