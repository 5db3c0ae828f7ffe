// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/pages/funnel/funnelpane.h"

#include "ui/models/chancewords.h"
#include "ui/pages/funnel/slicechooser.h"
#include "ui/widgets/cellview.h"
#include "ui/widgets/dwellchart.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>

namespace ui {
namespace {

constexpr std::size_t dealLimit = 200;

} // namespace

FunnelPane::FunnelPane(Session &session, QWidget *parent)
    : AnalysisPane(session, parent)
    , m_inquiry(session, this)
    , m_choices(session, this)
    , m_behind(session, this)
    , m_curve(session, this)
    , m_pipeline(new QComboBox)
    , m_slices(new SliceChooser)
    , m_table(new CellView)
    , m_note(new TextLabel(Type::Small, Tone::Muted))
    , m_curvePanel(buildCurve())
{
    buildBar();
    m_note->setWordWrap(true);
    content()->addWidget(m_table, 1);
    content()->addWidget(m_note);
    content()->addWidget(m_curvePanel);
    connect(m_table, &CellView::opened, this, &FunnelPane::openCell);
    connect(m_pipeline, &QComboBox::currentIndexChanged, this, &FunnelPane::ask);
    connect(m_slices, &SliceChooser::changed, this, &FunnelPane::ask);
    connect(m_slices, &SliceChooser::byChanged, this, &FunnelPane::askChoices);
    connect(m_curveClose, &QPushButton::clicked, this, [this] {
        m_curvePanel->hide();
        m_table->setFocus(Qt::OtherFocusReason);
    });
    retranslate();
}

void FunnelPane::buildBar()
{
    bar()->addWidget(m_pipeline);
    bar()->addWidget(m_slices);
    bar()->addStretch();
    m_pipeline->hide();
}

QWidget *FunnelPane::buildCurve()
{
    auto *panel = new QWidget;
    m_curveTitle = new TextLabel(Type::Strong, Tone::Plain, QFont::DemiBold);
    m_curveText = new TextLabel(Type::Body, Tone::Muted);
    m_curveClose = new QPushButton;
    m_chart = new DwellChart;
    auto *head = new QHBoxLayout;
    head->addWidget(m_curveTitle);
    head->addWidget(m_curveText, 1);
    head->addWidget(m_curveClose);
    auto *layout = new QVBoxLayout(panel);
    layout->setContentsMargins(2 * grid, 0, 2 * grid, 0);
    layout->setSpacing(grid);
    layout->addLayout(head);
    layout->addWidget(m_chart);
    m_curveText->setElided(true);
    panel->hide();
    return panel;
}

void FunnelPane::retranslate()
{
    m_table->setAccessibleName(tr("Funnel"));
    m_pipeline->setAccessibleName(tr("Pipeline"));
    m_slices->retranslate();
    m_curveClose->setText(tr("Close"));
    m_chart->retranslate(session().format());
    m_curvePanel->hide();
    if (m_view)
        showView();
    else
        showMessage(tr("Counting…"));
}

workbench::FunnelQuestion FunnelPane::question() const
{
    workbench::FunnelQuestion question;
    question.base.asOf = session().asOf();
    question.base.scope = session().scope();
    if (const auto pipeline = domain::PipelineId::parse(m_pipeline->currentData().toString().toStdString()))
        question.base.pipeline = *pipeline;
    question.by = m_slices->by();
    question.sides = m_slices->sides(period());
    return question;
}

void FunnelPane::ask()
{
    m_asked = question();
    m_names = m_slices->names();
    m_inquiry.ask([asked = m_asked](const workbench::Workbench &workbench,
                                    std::stop_token stop) { return workbench::funnelView(workbench, asked, stop); },
                  [this](const support::Result<workbench::FunnelView> &view) {
                      if (!view)
                          return showError(view.error());
                      m_view = *view;
                      offerPipelines(m_pipeline, view->pipelines, view->pipeline);
                      m_curvePanel->hide();
                      showView();
                  });
}

void FunnelPane::askChoices()
{
    if (m_slices->isByQuarter()) {
        m_slices->setQuarters(session().format(), session().day().value_or(session().today()));
        return ask();
    }
    if (!m_slices->isComparing())
        return ask();
    m_choices.ask(
        [base = question().base, by = m_slices->by()](const workbench::Workbench &workbench, std::stop_token stop) {
            return workbench::sliceChoices(workbench, base, by, stop);
        },
        [this](const std::vector<workbench::SliceChoice> &choices) {
            m_slices->setChoices(choices);
            ask();
        });
}

void FunnelPane::showView()
{
    std::uint32_t entered = 0;
    std::uint32_t unplaced = 0;
    for (const workbench::FunnelSideView &side : m_view->sides) {
        unplaced += side.unplaced;
        for (const workbench::FunnelStageLine &line : side.claimed)
            entered += line.entered;
    }
    if (entered == 0 && unplaced == 0)
        return showMessage(tr("No deal entered a stage in this period and scope."));
    FunnelTable made = funnelTable(session().format(), *m_view, m_asked.sides, m_names, session().view().proven);
    m_places = std::move(made.places);
    m_table->setTable(std::move(made.table));
    QStringList notes;
    if (m_view->sides.size() == 2)
        notes.append(tr("Marked is only what differs by more than chance, corrected for all that is compared here."));
    if (unplaced > 0)
        notes.append(tr("%n deal(s) of the period are in no stage: of their way only the beginning, and maybe the end, is known.",
                        nullptr, static_cast<int>(unplaced)));
    m_note->setText(notes.join(QChar(u' ')));
    m_note->setVisible(!notes.isEmpty());
    showContent(m_view->ground);
}

void FunnelPane::openCell(const QModelIndex &index)
{
    const Cell *cell = m_table->cells().cell(index);
    const auto row = static_cast<std::size_t>(index.row());
    if (cell == nullptr || row >= m_places.size())
        return;
    if (cell->opens == opensCurve)
        askCurve(m_places[row], m_table->cells().table().rows[row].name);
    else
        askDeals(m_places[row], static_cast<workbench::FunnelCount>(cell->opens), index);
}

void FunnelPane::askDeals(const workbench::FunnelPlace &place, workbench::FunnelCount count, const QModelIndex &index)
{
    const QString about = m_table->cells().table().rows[static_cast<std::size_t>(index.row())].name;
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

void FunnelPane::askCurve(const workbench::FunnelPlace &place, const QString &name)
{
    m_curve.ask([asked = m_asked, place](const workbench::Workbench &workbench,
                                         std::stop_token stop) { return workbench::dwellCurve(workbench, asked, place, stop); },
                [this, name](const support::Result<workbench::DwellCurveView> &curve) {
                    if (!curve)
                        return;
                    m_chart->setCurve(*curve, session().format());
                    m_curveTitle->setText(name);
                    m_curveText->setText(m_chart->summary());
                    m_curvePanel->show();
                });
}

} // namespace ui
