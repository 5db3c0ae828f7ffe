// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/pages/deal/dealcards.h"

#include "ui/widgets/contentlist.h"
#include "ui/widgets/textlabel.h"

#include <QKeyEvent>
#include <QShortcut>
#include <QVBoxLayout>

namespace ui {

DealCards::DealCards(QWidget *parent) : QScrollArea(parent), m_page(std::make_shared<const workbench::DealPage>()), m_moment{}
{
    auto *body = new QWidget;
    body->setBackgroundRole(QPalette::Base);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(16, 8, 8, 16);
    column->setSpacing(4);
    for (const Card card : {Flags, Health, Roles, Gate, Tasks, Similar})
        addCard(column, card);
    column->addStretch();
    setWidget(body);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    listen();
    retranslate();
}

void DealCards::addCard(QVBoxLayout *column, Card card)
{
    Part &part = m_parts[card];
    part.title = new TextLabel(Type::Strong, Tone::Plain, QFont::DemiBold);
    part.title->setContentsMargins(8, card == Flags ? 0 : 12, 0, 0);
    part.model = new LineModel(this);
    part.list = new ContentList;
    part.list->setModel(part.model);
    column->addWidget(part.title);
    column->addWidget(part.list);
    connect(part.list, &QListView::activated, this, [this, card](const QModelIndex &index) { activated(card, index); });
}

void DealCards::listen()
{
    connect(m_parts[Health].model, &LineModel::openRequested, this, [this](const std::string &id, bool open) {
        if (open)
            m_open.insert(id);
        else
            m_open.erase(id);
        refresh();
    });
    connect(m_parts[Gate].model, &LineModel::tickRequested, this, [this](const std::string &id, bool done) {
        if (const auto item = idAfter("item ", id))
            Q_EMIT itemTicked(m_stage, *item, done);
    });
    connect(m_parts[Tasks].model, &LineModel::tickRequested, this, [this](const std::string &id, bool done) {
        Q_EMIT taskChanged(id, done ? domain::TaskState::Done : domain::TaskState::Open);
    });
    auto *cancel = new QShortcut(QKeySequence::Delete, m_parts[Tasks].list);
    cancel->setContext(Qt::WidgetShortcut);
    connect(cancel, &QShortcut::activated, this, [this] {
        if (const Line *line = m_parts[Tasks].model->line(m_parts[Tasks].list->currentIndex()))
            Q_EMIT taskChanged(line->id, domain::TaskState::Cancelled);
    });
}

void DealCards::activated(Card card, const QModelIndex &index)
{
    const Line *line = m_parts[card].model->line(index);
    if (line == nullptr)
        return;
    if (const auto record = recordOf(line->id); card == Health && record)
        Q_EMIT recordRequested(*record);
    else if (const auto field = idAfter("field ", line->id); card == Gate && field)
        Q_EMIT fieldRequested(*field);
    else if (const auto number = quotedIn(m_page->flags, line->id); card == Flags && number)
        Q_EMIT numberRequested(*number, m_parts[Flags].list);
    else if (card == Similar)
        Q_EMIT dealRequested(line->id);
}

void DealCards::setPage(std::shared_ptr<const workbench::DealPage> page, const Format &format, const Moment &moment)
{
    if (page->summary.id != m_page->summary.id) {
        m_open.clear();
        m_stage = page->summary.stageId;
    }
    m_page = std::move(page);
    m_format = format;
    m_moment = moment;
    refresh();
}

void DealCards::setStage(const std::string &stage)
{
    m_stage = stage;
    refresh();
}

const workbench::StageView *DealCards::chosenStage() const
{
    const auto found = std::find_if(m_page->stages.begin(), m_page->stages.end(),
                                    [this](const workbench::StageView &stage) { return stage.id == m_stage; });
    return found == m_page->stages.end() ? nullptr : &*found;
}

void DealCards::refresh()
{
    if (!m_format)
        return;
    fill(Flags, flagLines(*m_format, *m_page, m_moment.now));
    fill(Health, termLines(*m_format, *m_page, m_open));
    fill(Roles, roleLines(*m_format, *m_page));
    const workbench::StageView *stage = chosenStage();
    fill(Gate, stage == nullptr ? std::vector<Line>() : gateLines(*m_format, *stage));
    fill(Tasks, taskLines(*m_format, *m_page, m_moment.today));
    fill(Similar, similarLines(*m_format, *m_page));
}

void DealCards::fill(Card card, std::vector<Line> lines)
{
    const Part &part = m_parts[card];
    part.title->setVisible(!lines.empty());
    part.list->setVisible(!lines.empty());
    part.title->setText(titleOf(card));
    part.list->setAccessibleName(titleOf(card));
    part.model->setLines(std::move(lines));
}

QString DealCards::titleOf(Card card) const
{
    const workbench::StageView *stage = chosenStage();
    switch (card) {
    case Flags: return tr("Flags");
    case Health:
        return m_page->summary.shownHealth && m_format ? tr("Health %1").arg(m_format->count(*m_page->summary.shownHealth))
                                                       : tr("Health");
    case Roles: return tr("Decision chain");
    case Gate: return stage != nullptr && m_format ? tr("Stage: %1").arg(m_format->label(stage->name)) : tr("Stage");
    case Tasks: return tr("Tasks");
    case Similar: return tr("Similar cases");
    }
    return {};
}

void DealCards::retranslate()
{
    refresh();
}

} // namespace ui
