// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/pages/funnel/breakpointspane.h"

#include "ui/models/breakcells.h"
#include "ui/models/chancewords.h"
#include "ui/widgets/cellview.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>

namespace ui {
namespace {

constexpr std::size_t limit = 200;

} // namespace

BreakpointsPane::BreakpointsPane(Session &session, QWidget *parent)
    : AnalysisPane(session, parent)
    , m_inquiry(session, this)
    , m_behind(session, this)
    , m_heading(new TextLabel(Type::Body, Tone::Muted))
    , m_table(new CellView)
{
    bar()->addWidget(m_heading, 1);
    m_heading->setElided(true);
    content()->addWidget(m_table, 1);
    connect(m_table, &CellView::opened, this, &BreakpointsPane::openCell);
    retranslate();
}

void BreakpointsPane::retranslate()
{
    m_heading->setText(tr("Where business breaks off, from the lead to the next purchase"));
    m_table->setAccessibleName(tr("Breakpoints"));
    if (m_view)
        showView();
    else
        showMessage(tr("Counting…"));
}

void BreakpointsPane::ask()
{
    m_asked = periodQuestion();
    m_inquiry.ask([asked = m_asked](const workbench::Workbench &workbench,
                                    std::stop_token stop) { return workbench::breakpoints(workbench, asked, stop); },
                  [this](const support::Result<workbench::BreakpointsView> &view) {
                      if (!view)
                          return showError(view.error());
                      m_view = *view;
                      showView();
                  });
}

void BreakpointsPane::showView()
{
    std::uint32_t any = 0;
    for (const std::uint32_t count : m_view->counts)
        any += count;
    if (any == 0)
        return showMessage(tr("In this period and scope no lead came in, no deal was created and none was signed."));
    m_table->setTable(breakTable(session().format(), *m_view));
    showContent(m_view->ground);
}

void BreakpointsPane::openCell(const QModelIndex &index)
{
    const auto count = static_cast<workbench::BreakCount>(m_table->cells().cell(index)->opens);
    m_behind.ask(
        [asked = m_asked, count](const workbench::Workbench &workbench, std::stop_token stop) {
            return workbench::behindBreakpoint(workbench, asked, count, limit, stop);
        },
        [this, count, at = QPersistentModelIndex(index)](const support::Result<workbench::BrokenOff> &found) {
            if (found && at.isValid() && isVisible())
                show(count, *found, m_table->areaOf(at, this));
        });
}

void BreakpointsPane::show(workbench::BreakCount count, const workbench::BrokenOff &found, const QRect &beside)
{
    const Format &format = session().format();
    Opened opened;
    opened.name = nameOfCount(count);
    opened.definition = definitionOfCount(count);
    opened.source = groundText(format, m_view->ground);
    if (found.leads.empty())
        return openDeals(opened, found.deals, beside);
    opened.value = format.count(static_cast<qint64>(found.total));
    for (const workbench::LeadSummary &lead : found.leads) {
        const QString customer = lead.customer.empty() ? tr("Customer not known") : qstring(lead.customer);
        opened.lines.push_back(
            {.id = "lead " + lead.id, .text = customer, .body = qstring(lead.owner), .trailing = format.date(lead.cameIn)});
    }
    open(opened, beside);
}

} // namespace ui
