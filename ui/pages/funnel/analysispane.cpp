// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/pages/funnel/analysispane.h"

#include "ui/dialogs/inspector.h"
#include "ui/errortext.h"
#include "ui/models/chancewords.h"
#include "ui/models/deallines.h"
#include "ui/widgets/cellview.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace ui {

AnalysisPane::AnalysisPane(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_bar(new QHBoxLayout)
    , m_stack(new QStackedWidget)
    , m_message(new TextLabel(Type::Heading, Tone::Muted))
    , m_ground(new TextLabel(Type::Small, Tone::Muted))
{
    m_bar->setContentsMargins(3 * grid, 2 * grid, 3 * grid, 2 * grid);
    m_bar->setSpacing(2 * grid);
    auto *found = new QWidget;
    m_content = new QVBoxLayout(found);
    m_content->setContentsMargins(3 * grid, 0, 3 * grid, 0);
    m_content->setSpacing(2 * grid);
    m_message->setAlignment(Qt::AlignCenter);
    m_message->setWordWrap(true);
    m_stack->addWidget(m_message);
    m_stack->addWidget(found);
    m_ground->setContentsMargins(5 * grid, grid, 3 * grid, 2 * grid);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(m_bar);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_ground);
    connect(&session, &Session::viewChanged, this, &AnalysisPane::renew);
    connect(&session, &Session::changed, this, &AnalysisPane::renew);
    connect(&session, &Session::timePassed, this, &AnalysisPane::renew);
    connect(&session, &Session::opened, this, &AnalysisPane::renew);
    connect(&session, &Session::formatChanged, this, [this] { retranslate(); });
}

void AnalysisPane::renew()
{
    m_outdated = true;
    if (isVisible())
        activate();
}

void AnalysisPane::activate()
{
    if (!m_outdated || !m_session.isOpen())
        return;
    m_outdated = false;
    ask();
}

void AnalysisPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    activate();
    table()->setFocus(Qt::OtherFocusReason);
}

Days AnalysisPane::period() const
{
    return daysOf(m_session.view().period, m_session.day().value_or(m_session.today()));
}

workbench::PeriodQuestion AnalysisPane::periodQuestion() const
{
    const Days days = period();
    return {m_session.asOf(), m_session.scope(), days.first, days.last};
}

void AnalysisPane::showContent(const workbench::Ground &ground)
{
    m_stack->setCurrentIndex(1);
    m_ground->setText(groundText(m_session.format(), ground));
}

void AnalysisPane::showMessage(const QString &text)
{
    m_message->setText(text);
    m_stack->setCurrentIndex(0);
    m_ground->clear();
}

void AnalysisPane::showError(const support::Error &error)
{
    if (error.code != support::ErrorCode::Cancelled)
        showMessage(textOf(error));
}

void AnalysisPane::openDeals(const Opened &named, const workbench::DealList &deals, const QRect &beside)
{
    open(ui::openDeals(m_session.format(), named, deals.deals, deals.total), beside);
}

void AnalysisPane::open(const Opened &opened, const QRect &beside)
{
    auto *inspector = new Inspector(this);
    inspector->setOpened(opened);
    connect(inspector, &Inspector::lineChosen, this, [this](const std::string &line) {
        const auto id = idAfter(std::string(dealPrefix), line);
        if (const auto deal = id ? domain::DealId::parse(*id) : domain::DealId::parse({}))
            Q_EMIT dealRequested(*deal);
    });
    inspector->openAt(beside);
}

void AnalysisPane::offerPipelines(QComboBox *box, const std::vector<workbench::PipelineChoice> &pipelines,
                                  const std::string &current)
{
    const QSignalBlocker quiet(box);
    box->clear();
    for (const workbench::PipelineChoice &pipeline : pipelines)
        box->addItem(m_session.format().label(pipeline.name), qstring(pipeline.id));
    box->setCurrentIndex(box->findData(qstring(current)));
    box->setVisible(pipelines.size() > 1);
}

} // namespace ui
