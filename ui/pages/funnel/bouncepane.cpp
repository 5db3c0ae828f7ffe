// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/pages/funnel/bouncepane.h"

#include "ui/models/chancewords.h"
#include "ui/widgets/cellview.h"
#include "ui/widgets/countrow.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSignalBlocker>

namespace ui {
namespace {

constexpr std::size_t limit = 200;

} // namespace

BouncePane::BouncePane(Session &session, QWidget *parent)
    : AnalysisPane(session, parent)
    , m_inquiry(session, this)
    , m_behind(session, this)
    , m_segment(new QComboBox)
    , m_counts(new CountRow)
    , m_sentences(new TextLabel(Type::Heading, Tone::Plain))
    , m_table(new CellView)
{
    bar()->addWidget(m_segment);
    bar()->addWidget(m_counts, 1);
    m_segment->setObjectName(QStringLiteral("bounceSegment"));
    m_sentences->setWordWrap(true);
    m_table->setEven(true);
    content()->addWidget(m_sentences);
    content()->addWidget(m_table, 1);
    connect(m_segment, &QComboBox::currentIndexChanged, this, &BouncePane::ask);
    connect(m_counts, &CountRow::opened, this, [this](int, QWidget *button) {
        openDealsOf(std::nullopt, {button->mapTo(this, QPoint()), button->size()});
    });
    connect(m_table, &CellView::opened, this,
            [this](const QModelIndex &index) { openDealsOf(m_table->cells().cell(index)->opens, m_table->areaOf(index, this)); });
    retranslate();
}

void BouncePane::retranslate()
{
    m_table->setAccessibleName(tr("Stage changes in bounces, by weekday and hour"));
    m_segment->setAccessibleName(tr("Segment"));
    if (m_view) {
        offerSegments();
        showView();
    } else {
        showMessage(tr("Counting…"));
    }
}

QString BouncePane::sentences() const
{
    return m_sentences->text();
}

void BouncePane::ask()
{
    m_asked.period = periodQuestion();
    m_asked.segment.reset();
    if (m_segment->currentIndex() > 0)
        m_asked.segment = m_segment->currentData().toString().toStdString();
    m_inquiry.ask([asked = m_asked](const workbench::Workbench &workbench,
                                    std::stop_token stop) { return workbench::bounces(workbench, asked, stop); },
                  [this](const support::Result<workbench::BounceView> &view) {
                      if (!view)
                          return showError(view.error());
                      m_view = *view;
                      offerSegments();
                      showView();
                  });
}

void BouncePane::offerSegments()
{
    const QSignalBlocker quiet(m_segment);
    m_segment->clear();
    m_segment->addItem(tr("All segments"));
    for (const workbench::BounceSegment &segment : m_view->segments)
        m_segment->addItem(segment.name.empty() ? tr("Not told") : qstring(segment.name), qstring(segment.name));
    const int chosen = m_asked.segment ? m_segment->findData(qstring(*m_asked.segment)) : 0;
    m_segment->setCurrentIndex(std::max(0, chosen));
    m_segment->setVisible(m_view->segments.size() > 1);
}

void BouncePane::showView()
{
    const Format &format = session().format();
    const workbench::BounceView &view = *m_view;
    m_counts->setVisible(view.bouncedDeals > 0);
    if (!view.moreThan)
        return showMessage(tr("The playbook has no rule that says how many changes of stage are too many."));
    if (view.bouncedDeals == 0)
        return showMessage(tr("No deal changed its stage more than %1 times within %2 in this period and scope.")
                               .arg(format.count(*view.moreThan), format.days(view.withinDays)));
    m_counts->setCounts({tr("%1 of %2 moved deals bounced: more than %3 changes within %4")
                             .arg(format.count(view.bouncedDeals), format.count(view.changedDeals), format.count(*view.moreThan),
                                  format.days(view.withinDays))});
    m_sentences->setText(bounceSentences(format, view).join(QChar(u'\n')));
    m_shown = bounceTable(format, view);
    m_table->setTable(m_shown.table);
    showContent(view.ground);
}

void BouncePane::openDealsOf(std::optional<int> hourOfWeek, const QRect &beside)
{
    m_behind.ask(
        [asked = m_asked, hourOfWeek](const workbench::Workbench &workbench, std::stop_token stop) {
            return workbench::dealsThatBounced(workbench, asked, hourOfWeek, limit, stop);
        },
        [this, beside](const support::Result<workbench::DealList> &deals) {
            if (!deals || !isVisible())
                return;
            Opened opened;
            opened.name = tr("Deals that bounced");
            opened.definition = tr("More changes of stage close together than the playbook's rule allows: most often the "
                                   "process is missing something.");
            opened.source = groundText(session().format(), m_view->ground);
            openDeals(opened, *deals, beside);
        });
}

} // namespace ui
