// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/pages/funnel/processpane.h"

#include "ui/models/chancewords.h"
#include "ui/models/funnelcells.h"
#include "ui/widgets/cellview.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>

#include <array>

namespace ui {
namespace {

using workbench::FunnelBy;

constexpr std::array rowsBy{FunnelBy::Person, FunnelBy::Team, FunnelBy::Region};
constexpr std::size_t dealLimit = 200;

/// Gives a box its texts in another language; what is chosen stays chosen.
void refill(QComboBox *box, const QStringList &texts)
{
    const QSignalBlocker quiet(box);
    const int current = std::max(0, box->currentIndex());
    box->clear();
    box->addItems(texts);
    box->setCurrentIndex(current);
}

} // namespace

ProcessPane::ProcessPane(Session &session, QWidget *parent)
    : AnalysisPane(session, parent)
    , m_inquiry(session, this)
    , m_behind(session, this)
    , m_pipeline(new QComboBox)
    , m_by(new QComboBox)
    , m_figure(new QComboBox)
    , m_table(new CellView)
{
    for (QComboBox *box : {m_pipeline, m_by, m_figure})
        bar()->addWidget(box);
    bar()->addStretch();
    m_pipeline->hide();
    m_by->setObjectName(QStringLiteral("processBy"));
    m_figure->setObjectName(QStringLiteral("processFigure"));
    m_table->setEven(true);
    content()->addWidget(m_table, 1);
    retranslate();
    connect(m_pipeline, &QComboBox::currentIndexChanged, this, &ProcessPane::ask);
    connect(m_by, &QComboBox::currentIndexChanged, this, &ProcessPane::ask);
    connect(m_figure, &QComboBox::currentIndexChanged, this, &ProcessPane::showView);
    connect(m_table, &CellView::opened, this, &ProcessPane::openCell);
}

void ProcessPane::retranslate()
{
    QStringList figures;
    for (const ProcessFigure figure : allProcessFigures)
        figures.append(nameOf(figure));
    refill(m_figure, figures);
    refill(m_by, {tr("By person"), tr("By team"), tr("By region")});
    m_table->setAccessibleName(tr("Process board"));
    m_pipeline->setAccessibleName(tr("Pipeline"));
    m_by->setAccessibleName(tr("Whose process"));
    m_figure->setAccessibleName(tr("What is told of each stage"));
    if (m_view)
        showView();
    else
        showMessage(tr("Counting…"));
}

ProcessFigure ProcessPane::figure() const
{
    return allProcessFigures.at(static_cast<std::size_t>(std::max(0, m_figure->currentIndex())));
}

void ProcessPane::ask()
{
    const Days days = period();
    m_asked.base = {session().asOf(), session().scope(), std::nullopt};
    if (const auto pipeline = domain::PipelineId::parse(m_pipeline->currentData().toString().toStdString()))
        m_asked.base.pipeline = *pipeline;
    m_asked.by = rowsBy.at(static_cast<std::size_t>(std::max(0, m_by->currentIndex())));
    m_asked.sides = {{std::nullopt, days.first, days.last}};
    m_proven = session().view().proven;
    m_inquiry.ask(
        [asked = m_asked, proven = m_proven](const workbench::Workbench &workbench, std::stop_token stop) {
            return workbench::processView(workbench, asked, proven, stop);
        },
        [this](const support::Result<workbench::ProcessView> &view) {
            if (!view)
                return showError(view.error());
            m_view = *view;
            offerPipelines(m_pipeline, view->pipelines, view->pipeline);
            showView();
        });
}

void ProcessPane::showView()
{
    if (!m_view)
        return;
    if (m_view->rows.empty())
        return showMessage(tr("No deal entered a stage in this period and scope."));
    m_shown = processTable(session().format(), *m_view, figure());
    m_table->setTable(m_shown.table);
    showContent(m_view->ground);
}

void ProcessPane::openCell(const QModelIndex &index)
{
    const Cell *cell = m_table->cells().cell(index);
    const auto row = static_cast<std::size_t>(index.row());
    const auto stage = static_cast<std::size_t>(index.column()) - 1;
    if (cell == nullptr || row >= m_shown.slices.size() || stage >= m_shown.stages.size())
        return;
    const auto count = static_cast<workbench::FunnelCount>(cell->opens);
    workbench::FunnelPlace place{m_asked.sides.front(), m_shown.stages[stage], m_proven};
    if (row > 0) // the first row is of all
        place.side.slice = m_shown.slices[row];
    const QString about = QStringLiteral("%1  ·  %2").arg(m_shown.table.rows[row].name, m_shown.table.columns[stage + 1].title);
    m_behind.ask(
        [asked = m_asked, place, count](const workbench::Workbench &workbench, std::stop_token stop) {
            return workbench::dealsBehind(workbench, asked, {place, count}, dealLimit, stop);
        },
        [this, count, about, at = QPersistentModelIndex(index)](const support::Result<workbench::DealList> &deals) {
            if (!deals || !at.isValid() || !isVisible())
                return;
            Opened opened;
            opened.name = QStringLiteral("%1  ·  %2").arg(about, nameOfCount(count));
            opened.definition = definitionOfCount(count);
            opened.source = groundText(session().format(), m_view->ground);
            openDeals(opened, *deals, m_table->areaOf(at, this));
        });
}

} // namespace ui
