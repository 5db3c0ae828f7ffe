// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/pages/deal/dealpage.h"

#include "ui/dialogs/choicepopover.h"
#include "ui/errortext.h"
#include "ui/models/dealwords.h"
#include "ui/pages/deal/dealcards.h"
#include "ui/pages/deal/dealheader.h"
#include "ui/pages/deal/evidencepane.h"
#include "ui/pages/deal/timelinepane.h"
#include "ui/widgets/figurerow.h"
#include "ui/widgets/scrolled.h"
#include "ui/widgets/stagestrip.h"
#include "ui/widgets/textlabel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ui {
namespace {

constexpr int cardsWidth = 400;
constexpr int leastColumns = 240; ///< of their height: where a window has less, the page scrolls

/// The flag that decisions are about: the first that is open.
std::optional<workbench::Flag> openFlag(const workbench::DealPage &page)
{
    const auto found = std::find_if(page.flags.begin(), page.flags.end(),
                                    [](const workbench::Flag &flag) { return flag.state == workbench::FlagState::Open; });
    return found == page.flags.end() ? std::nullopt : std::optional(*found);
}

QFrame *hairline()
{
    auto *line = new QFrame;
    line->setProperty("hairline", true);
    return line;
}

} // namespace

DealPage::DealPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_page(std::make_shared<const workbench::DealPage>())
    , m_path(context.session.format())
    , m_decider(context, this)
    , m_inspecting(context.session, m_decider, this)
    , m_header(new DealHeader(context.actions))
    , m_strip(new StageStrip)
    , m_cards(new DealCards)
    , m_timeline(new TimelinePane(context.session.format()))
    , m_evidence(new EvidencePane)
    , m_tabs(new QTabWidget)
    , m_footer(new TextLabel(Type::Small, Tone::Muted))
    , m_body(scrolled(new QWidget))
    , m_notice(new TextLabel(Type::Body, Tone::Muted))
{
    m_strip->setModel(&m_path);
    m_tabs->addTab(m_timeline, {});
    m_tabs->addTab(m_evidence, {});
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    m_cards->setMinimumWidth(cardsWidth * 7 / 10);
    m_footer->setElided(true);
    layOut();
    connectParts();
    bindActions();
    listen();
    retranslate();
}

void DealPage::layOut()
{
    auto *strip = new QHBoxLayout;
    strip->setContentsMargins(14, 0, 14, 4);
    strip->addWidget(m_strip);
    auto *columns = new QSplitter;
    columns->addWidget(m_cards);
    columns->addWidget(m_tabs);
    columns->setObjectName(QStringLiteral("dealColumns"));
    columns->setHandleWidth(1);
    columns->setChildrenCollapsible(false);
    columns->setMinimumHeight(leastColumns);
    columns->setStretchFactor(1, 1);
    columns->setSizes({cardsWidth, 2 * cardsWidth});
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(24, 4, 24, 4);
    foot->addWidget(m_footer);
    m_body->setFocusPolicy(Qt::NoFocus);
    auto *body = new QVBoxLayout(m_body->widget());
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(0);
    body->addWidget(m_header);
    body->addLayout(strip);
    body->addWidget(hairline());
    body->addWidget(columns, 1);
    body->addWidget(hairline());
    body->addLayout(foot);
    m_notice->setAlignment(Qt::AlignCenter);
    m_notice->setWordWrap(true);
    m_notice->setFocusPolicy(Qt::StrongFocus); // the keyboard waits there for the day on which there is something
    m_notice->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_body, 1);
    layout->addWidget(m_notice, 1);
}

void DealPage::connectParts()
{
    m_decider.setAnchor(m_header->anchor());
    connect(m_strip->selectionModel(), &QItemSelectionModel::currentChanged, this, &DealPage::chooseStage);
    connect(m_cards, &DealCards::recordRequested, this, &DealPage::reveal);
    connect(m_cards, &DealCards::numberRequested, &m_inspecting, &Inspecting::openNumber);
    connect(m_strip, &QListView::activated, this,
            [this](const QModelIndex &index) { m_inspecting.openStage(m_path.row(index.row()).stage, m_strip); });
    connect(m_header->figures(), &FigureRow::opened, &m_inspecting, &Inspecting::openNumber);
    connect(&m_inspecting, &Inspecting::recordChosen, this, &DealPage::reveal);
    connect(m_cards, &DealCards::itemTicked, &m_decider, &Decider::tick);
    connect(m_cards, &DealCards::taskChanged, &m_decider, &Decider::changeTask);
    connect(m_cards, &DealCards::fieldRequested, this, &DealPage::askField);
    connect(m_cards, &DealCards::dealRequested, this, [this](const std::string &deal) {
        if (const auto id = domain::DealId::parse(deal))
            Q_EMIT dealRequested(*id);
    });
    connect(m_evidence, &EvidencePane::judged, &m_decider, &Decider::judge);
}

void DealPage::bindActions()
{
    const auto shown = [this] { return m_page->summary.id.has_value() && !m_decider.isAsking(); };
    actions().handle(
        Action::OpenDealWindow, this, [this] { Q_EMIT dealWindowRequested(*m_deal); }, shown);
    actions().handle(
        Action::CopyReason, this,
        [this] {
            QGuiApplication::clipboard()->setText(
                tr("%1 · %2").arg(qstring(m_page->summary.customer), qstring(m_page->summary.name)));
            m_decider.say(tr("Copied"));
        },
        shown);
    actions().handle(
        Action::OpenNumber, this,
        [this] {
            const bool open = m_page->summary.shownHealth.has_value();
            m_inspecting.openNumber(open ? domain::Measure::Health : domain::Measure::Amount, m_header->figures());
        },
        shown);
}

void DealPage::listen()
{
    connect(&session(), &Session::dealReady, this, [this](const workbench::DealPage &page) {
        if (m_deal && page.summary.id == m_deal)
            setPage(page);
    });
    connect(&session(), &Session::dealFailed, this, [this](const domain::DealId &deal, const support::Error &why) {
        if (m_deal == deal)
            showMissing(why);
    });
    connect(&session(), &Session::formatChanged, this, &DealPage::retranslate);
    const auto askAgain = [this] {
        if (m_deal && isVisible())
            session().askDeal(*m_deal);
    };
    connect(&session(), &Session::viewChanged, this, askAgain);
    connect(&session(), &Session::timePassed, this, askAgain);
    connect(&session(), &Session::changed, this, [this, askAgain](const workbench::Change &change) {
        const bool mine =
            change.deals.empty()
            || (m_deal && std::find(change.deals.begin(), change.deals.end(), m_deal->text()) != change.deals.end());
        if (mine)
            askAgain();
    });
}

void DealPage::showDeal(const domain::DealId &deal)
{
    m_deal = deal;
    session().askDeal(deal);
}

void DealPage::showRecord(const domain::DealId &deal, std::uint32_t record)
{
    m_wanted = record;
    showDeal(deal);
}

void DealPage::reveal(std::uint32_t record)
{
    m_tabs->setCurrentWidget(m_timeline);
    if (!m_timeline->reveal(record))
        m_decider.say(tr("This record is not in the timeline."));
}

void DealPage::setBack(bool back)
{
    m_header->setBack(back);
}

void DealPage::activate()
{
    if (m_deal)
        session().askDeal(*m_deal);
    session().askOrganisation();
    takeFocus();
}

QString DealPage::title() const
{
    return m_page->summary.customer.empty() ? tr("Deal") : qstring(m_page->summary.customer);
}

void DealPage::setPage(const workbench::DealPage &page)
{
    m_deal = page.summary.id;
    const bool another = m_page->summary.id != page.summary.id;
    m_page = std::make_shared<const workbench::DealPage>(page);
    m_missing.reset();
    refresh();
    if (another)
        m_strip->setCurrentIndex(m_path.index(std::max(0, m_path.claimedRow())));
    if (m_wanted)
        reveal(*std::exchange(m_wanted, std::nullopt));
    Q_EMIT titleChanged();
}

/// Of the day that is shown now nothing is known of the deal; what is known of another must not stand there.
void DealPage::showMissing(const support::Error &why)
{
    m_page = std::make_shared<const workbench::DealPage>();
    m_missing = why;
    refresh();
    Q_EMIT titleChanged();
}

QString DealPage::missingText() const
{
    if (!m_missing)
        return {};
    if (m_missing->code == support::ErrorCode::UnknownDeal && session().isPast())
        return tr("This deal was not known yet on %1.").arg(session().format().date(*session().day()));
    return textOf(*m_missing);
}

/// Or why there is none. The keyboard stays on the page.
void DealPage::showBody()
{
    const bool focused = isAncestorOf(window()->focusWidget());
    m_notice->setText(missingText());
    if (m_body->isHidden() == m_missing.has_value())
        return;
    m_body->setVisible(!m_missing);
    m_notice->setVisible(m_missing.has_value());
    if (focused)
        takeFocus();
}

void DealPage::takeFocus()
{
    (m_missing ? static_cast<QWidget *>(m_notice) : m_strip)->setFocus(Qt::OtherFocusReason);
}

void DealPage::refresh()
{
    showBody();
    const Format &format = session().format();
    std::vector<workbench::StageView> stages = m_page->stages;
    for (workbench::StageView &stage : stages) {
        if (stage.claimed && m_page->summary.status != workbench::DealStatus::Open)
            stage.limitDays = 0; // nobody is late in the stage that a deal ended in
    }
    m_path.setStages(stages);
    m_header->setPage(*m_page, format);
    m_header->setOpen(m_decider.closed().isEmpty());
    m_cards->setPage(m_page, format, {session().asOf(), session().isPast() ? *session().day() : session().today()});
    m_timeline->setPage(m_page);
    m_inspecting.setPage(m_page);
    m_evidence->setPage(*m_page, format);
    m_tabs->setTabText(0, tr("Timeline  %1").arg(format.count(static_cast<qint64>(m_page->timeline.size()))));
    m_tabs->setTabText(1, tr("Evidence  %1").arg(format.count(static_cast<qint64>(m_page->evidence.size()))));
    m_decider.setSubject(m_page->summary.id ? std::optional(Subject{m_page->summary, openFlag(*m_page), m_page->stages})
                                            : std::nullopt);
    showFooter();
}

void DealPage::showFooter()
{
    const Format &format = session().format();
    QStringList parts{tr("Data as of %1").arg(format.dateTime(m_page->dataTime))};
    parts.append(m_page->lastCorrection ? tr("last correction %1").arg(format.dateTime(*m_page->lastCorrection))
                                        : tr("no corrections"));
    parts.append(tr("playbook version %1").arg(m_page->playbookVersion));
    m_footer->setText(m_page->summary.id ? parts.join(QStringLiteral("  ·  ")) : QString());
}

void DealPage::chooseStage()
{
    const QModelIndex current = m_strip->currentIndex();
    if (current.isValid())
        m_cards->setStage(m_path.row(current.row()).stage.id);
}

void DealPage::retranslate()
{
    m_path.setFormat(session().format());
    m_timeline->setFormat(session().format());
    m_strip->setAccessibleName(tr("Stages, claimed against proven"));
    m_header->retranslate();
    m_timeline->retranslate();
    m_evidence->retranslate();
    refresh();
    Q_EMIT titleChanged();
}

const workbench::StageView::Field *DealPage::fieldOf(const std::string &id) const
{
    for (const workbench::StageView &stage : m_page->stages) {
        const auto found = std::ranges::find(stage.fields, id, &workbench::StageView::Field::id);
        if (found != stage.fields.end())
            return &*found;
    }
    return nullptr;
}

void DealPage::askField(const std::string &field)
{
    const workbench::StageView::Field *asked = fieldOf(field);
    if (asked == nullptr)
        return;
    if (const QString why = m_decider.closed(); !why.isEmpty())
        return m_decider.say(why);
    if (isBuiltIn(field))
        return m_decider.say(tr("It comes with the records of the deal: change it where they come from, and import again."));
    switch (asked->type) {
    case domain::FieldType::Choice: return askChoice(*asked);
    case domain::FieldType::Date: return askDay(*asked);
    case domain::FieldType::Text:
    case domain::FieldType::Number:
    case domain::FieldType::Money:
    case domain::FieldType::Flag: return askWords(*asked);
    }
}

void DealPage::askChoice(const workbench::StageView::Field &field)
{
    const Format &format = session().format();
    auto *popover = new ChoicePopover(fieldName(format, field.id, field.name), this);
    QStringList values;
    for (const domain::Choice &choice : field.choices) {
        values.append(qstring(choice.id.text()));
        const bool is = field.filled && choice.id.text() == field.value;
        popover->addChoice(format.label(choice.name), is ? tr("now", "the value that a field has") : QString());
    }
    if (field.filled) {
        values.append(QString());
        popover->addChoice(tr("Clear the field"));
    }
    connect(popover, &Popover::confirmed, this, [this, popover, values, id = field.id, subject = *m_decider.subject()] {
        m_decider.setField(subject, id, values.value(popover->choice()));
    });
    m_decider.open(popover, m_cards);
}

void DealPage::askDay(const workbench::StageView::Field &field)
{
    const QDate now = QDate::fromString(qstring(field.value), Qt::ISODate);
    auto *popover = new DayPopover(fieldName(session().format(), field.id, field.name),
                                   now.isValid() ? now : toQDate(session().today()), this);
    connect(popover, &Popover::confirmed, this, [this, popover, id = field.id, subject = *m_decider.subject()] {
        m_decider.setField(subject, id, popover->day().toString(Qt::ISODate));
    });
    m_decider.open(popover, m_cards);
}

void DealPage::askWords(const workbench::StageView::Field &field)
{
    auto *popover = new WordsPopover(fieldName(session().format(), field.id, field.name), qstring(field.value), this);
    connect(popover, &Popover::confirmed, this, [this, popover, id = field.id, subject = *m_decider.subject()] {
        m_decider.setField(subject, id, popover->words());
    });
    m_decider.open(popover, m_cards);
}

} // namespace ui
