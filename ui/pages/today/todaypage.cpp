// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/pages/today/todaypage.h"

#include "ui/delegates/todaydelegate.h"
#include "ui/models/dealtable.h"
#include "ui/models/dealwords.h"
#include "ui/pages/today/dealglance.h"
#include "ui/pages/today/quietday.h"
#include "ui/pages/today/subjects.h"
#include "ui/pages/today/todayhead.h"
#include "ui/widgets/figurerow.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QListView>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ui {
namespace {

constexpr int listWidth = 520;
constexpr int narrowest = 360; ///< of either column

QListView *makeList()
{
    auto *list = new QListView;
    list->setItemDelegate(new TodayDelegate(list));
    list->setFrameShape(QFrame::NoFrame);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setWordWrap(true); // rows are measured anew when the width changes, for a reason may take two lines
    list->setMouseTracking(true);
    list->viewport()->setAttribute(Qt::WA_Hover);
    return list;
}

QuietDay::Day dayOf(const Session &session)
{
    if (session.isWhereRecordsEnd())
        return QuietDay::Day::RecordsEnd;
    return session.isPast() ? QuietDay::Day::Past : QuietDay::Day::Now;
}

} // namespace

TodayPage::TodayPage(const PageContext &context, QWidget *parent)
    : Page(context, parent)
    , m_model(context.session.format())
    , m_decider(context, this)
    , m_inspecting(context.session, m_decider, this)
    , m_head(new TodayHead)
    , m_list(makeList())
    , m_glance(new DealGlance(context.actions))
    , m_quiet(new QuietDay(context.actions))
    , m_splitter(new QSplitter)
    , m_stack(new QStackedWidget)
{
    m_list->setModel(&m_model);
    m_splitter->addWidget(buildList());
    m_splitter->addWidget(buildSide());
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setObjectName(QStringLiteral("todayColumns"));
    m_splitter->setHandleWidth(1);
    m_splitter->setSizes({listWidth, listWidth * 6 / 5});
    m_stack->addWidget(m_quiet);
    m_stack->addWidget(m_splitter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    m_decider.setAnchor(m_glance->anchor());
    bindActions();
    listen();
    retranslate();
}

QWidget *TodayPage::buildList()
{
    auto *pane = new QWidget;
    pane->setMinimumWidth(narrowest);
    auto *layout = m_listColumn = new QVBoxLayout(pane);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    auto *line = new QFrame;
    line->setProperty("hairline", true);
    layout->addWidget(m_head);
    layout->addWidget(line);
    layout->addWidget(m_list, 1);
    m_decider.speakIn(layout); // a row of the list or a button may be what is wanted next
    return pane;
}

/// Keeps its place beside the list where a row has nothing to show.
QWidget *TodayPage::buildSide()
{
    auto *side = new QWidget;
    side->setMinimumWidth(narrowest); // and not what the buttons' words of the moment would like
    m_glance->setMinimumWidth(0);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins({});
    layout->addWidget(m_glance);
    return side;
}

void TodayPage::bindActions()
{
    const auto chosen = [this] { return m_list->currentIndex().isValid() && !m_decider.isAsking(); };
    const auto listed = [this] { return m_model.rowCount() > 0 && !m_decider.isAsking(); };
    actions().handle(
        Action::NextDeal, this, [this] { step(1); }, listed);
    actions().handle(
        Action::PreviousDeal, this, [this] { step(-1); }, listed);
    actions().handle(
        Action::OpenDeal, this, [this] { activated(m_list->currentIndex()); }, chosen);
    actions().handle(
        Action::OpenDealWindow, this, [this] { openCurrent(true); }, chosen);
    actions().handle(
        Action::CopyReason, this, [this] { copyCurrent(); }, chosen);
    actions().handle(
        Action::OpenNumber, this, [this] { openNumber(); }, chosen);
    actions().handle(
        Action::ShowBelow, this, [this] { m_model.setOpened(!m_model.isOpened()); },
        [this] { return !m_model.today().below.empty() && !m_decider.isAsking(); });
}

void TodayPage::listen()
{
    connect(&session(), &Session::todayReady, this, &TodayPage::setToday);
    connect(&session(), &Session::dealReady, this, [this](const workbench::DealPage &page) {
        m_glance->setPage(page, session().format());
        if (const workbench::TodayItem *item = m_model.item(m_list->currentIndex()); item && item->deal.id == page.summary.id)
            showNumbers(page);
        if (m_decider.subject() && m_decider.subject()->deal.id == page.summary.id) {
            Subject subject = *m_decider.subject();
            subject.stages = page.stages;
            m_decider.setSubject(std::move(subject));
        }
    });
    connect(&session(), &Session::formatChanged, this, &TodayPage::retranslate);
    connect(&session(), &Session::viewChanged, this, [this] {
        m_another = true;
        if (m_wanted.empty() && !m_renewed)
            m_wanted = currentKey();
        session().askToday();
    });
    connect(&session(), &Session::changed, this,
            [this](const workbench::Change &change) { m_renewed = m_renewed || change.kind == workbench::Change::Kind::Import; });
    connect(&session(), &Session::opened, this, [this] {
        m_known = false;
        m_another = true;
        m_wanted.clear();
        m_quiet->setWaiting();
        m_stack->setCurrentWidget(m_quiet);
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (!m_filling) { // somebody chose
            m_wanted.clear();
            m_renewed = false;
        }
        showCurrent();
    });
    connect(m_list, &QListView::doubleClicked, this, &TodayPage::activated);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        const TodayRow::Kind kind = m_model.row(index.row()).kind;
        if (kind == TodayRow::Kind::Line || kind == TodayRow::Kind::MoreLeads)
            activated(index);
    });
    connect(qobject_cast<TodayDelegate *>(m_list->itemDelegate()), &TodayDelegate::partClicked, this, &TodayPage::openPart);
    connect(m_head, &TodayHead::opened, this, &TodayPage::openCount);
    connect(m_glance, &DealGlance::numberOpened, &m_inspecting, &Inspecting::openNumber);
    const auto showRecord = [this](std::uint32_t record) {
        if (const workbench::TodayItem *item = m_model.item(m_list->currentIndex()); item && item->deal.id)
            Q_EMIT recordRequested(*item->deal.id, record);
    };
    connect(m_glance, &DealGlance::recordRequested, this, showRecord);
    connect(&m_inspecting, &Inspecting::recordChosen, this, showRecord);
    connect(&m_inspecting, &Inspecting::dealChosen, this, &TodayPage::dealRequested);
    connect(&m_decider, &Decider::decided, this, [this](const std::string &row) {
        if (currentKey() == row) // and not where it left the list while it was decided on
            step(1);
    });
    connect(&m_decider, &Decider::refused, this, &TodayPage::comeBackTo);
    // Twice as many each time: however far somebody scrolls, all that was asked for before is little beside it.
    connect(&m_model, &TodayModel::moreWanted, this, [this] { session().askBelow(2 * m_model.belowKnown()); });
}

QString TodayPage::title() const
{
    return tr("Today");
}

std::vector<TableSource> TodayPage::tables() const
{
    return {sourceOf(tr("Flagged deals"), todayTable(m_model.today(), m_model.format()))};
}

void TodayPage::activate()
{
    session().askToday();
    session().askOrganisation();
    takeKeyboard();
}

void TodayPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    takeKeyboard();
}

/// The list has it, or the quiet day in its place: what is out of sight would lose it to the next control of the window.
void TodayPage::takeKeyboard()
{
    QWidget *shown = m_stack->currentWidget() == m_quiet ? static_cast<QWidget *>(m_quiet) : m_list;
    shown->setFocus(Qt::OtherFocusReason);
}

void TodayPage::retranslate()
{
    m_model.setFormat(session().format());
    m_list->setAccessibleName(tr("Deals that need you today"));
    m_glance->retranslate();
    showCounts();
    showCurrent();
    Q_EMIT titleChanged();
}

void TodayPage::setToday(const workbench::Today &today)
{
    m_known = true;
    const std::string before = currentKey();
    const QScopedValueRollback filling(m_filling, true);
    m_model.setToday(today);
    const bool quiet = m_model.rowCount() == 0;
    if (quiet && today.openDeals > 0)
        m_quiet->setHead(m_head);
    else
        m_listColumn->insertWidget(0, m_head);
    const bool hasKeyboard = m_stack->isAncestorOf(window()->focusWidget());
    if (QWidget *shown = quiet ? static_cast<QWidget *>(m_quiet) : m_splitter; m_stack->currentWidget() != shown) {
        m_stack->setCurrentWidget(shown);
        if (hasKeyboard)
            takeKeyboard();
    }
    // Where the chosen row is gone, the view took its neighbour: right after a decision, if there is something to decide in it,
    // and never in another list.
    const bool gone = currentKey() != before || before.empty() || (m_another && m_renewed);
    const bool another = std::exchange(m_another, false);
    const QModelIndex wanted = another ? find(m_wanted) : QModelIndex();
    if (wanted.isValid())
        m_list->setCurrentIndex(wanted);
    else if (!quiet && gone && (another || m_model.flag(m_list->currentIndex()) == nullptr))
        m_list->setCurrentIndex(selectableFrom(0, 1));
    showCounts();
    showCurrent();
}

void TodayPage::showCounts()
{
    m_head->setToday(m_model.today(), session());
    if (m_known)
        m_quiet->setToday(m_model.today(), dayOf(session()), session().format());
}

void TodayPage::openCount(std::optional<workbench::Counted> which, QWidget *button)
{
    if (which)
        m_inspecting.openCount(*which, button);
    else
        m_inspecting.openFlagged(m_model.today(), button);
}

void TodayPage::openPart(const QModelIndex &index, TodayDelegate::Part part)
{
    m_list->setCurrentIndex(index);
    switch (part) {
    case TodayDelegate::Part::Place: m_decider.explainRank(); break;
    case TodayDelegate::Part::Amount:
        m_amountWanted = !m_inspecting.hasNumbers(); // it was not the chosen one before: its numbers are on their way
        m_inspecting.openNumber(domain::Measure::Amount, m_glance->figures());
        break;
    }
}

void TodayPage::showNumbers(const workbench::DealPage &page)
{
    m_inspecting.setPage(std::make_shared<const workbench::DealPage>(page));
    if (std::exchange(m_amountWanted, false))
        m_inspecting.openNumber(domain::Measure::Amount, m_glance->figures());
}

/// The first number that the reason names, or the amount.
void TodayPage::openNumber()
{
    const workbench::Flag *flag = m_model.flag(m_list->currentIndex());
    const bool quotes = flag != nullptr && !flag->quoted.empty();
    m_inspecting.openNumber(quotes ? flag->quoted.front().measure : domain::Measure::Amount, m_glance->figures());
}

std::string TodayPage::currentKey() const
{
    const QModelIndex current = m_list->currentIndex();
    return current.isValid() ? std::string(m_model.row(current.row()).key()) : std::string();
}

/// What was looked at on one day is looked for on the next: below the line as well, which is opened for it.
QModelIndex TodayPage::find(const std::string &key)
{
    const auto isIt = [&key](const workbench::TodayItem &item) { return item.deal.id && item.deal.id->text() == key; };
    if (!key.empty() && m_model.rowOf(key) < 0 && std::ranges::any_of(m_model.today().below, isIt))
        m_model.setOpened(true);
    const int row = key.empty() ? -1 : m_model.rowOf(key);
    return row < 0 ? QModelIndex() : m_model.index(row);
}

QModelIndex TodayPage::selectableFrom(int row, int by) const
{
    for (; row >= 0 && row < m_model.rowCount(); row += by) {
        const QModelIndex index = m_model.index(row);
        if (m_model.flags(index).testFlag(Qt::ItemIsSelectable))
            return index;
    }
    return {};
}

void TodayPage::step(int by)
{
    const int from = m_list->currentIndex().isValid() ? m_list->currentIndex().row() + by : 0;
    const QModelIndex to = selectableFrom(from, by);
    if (to.isValid())
        m_list->setCurrentIndex(to);
}

/// To the first of the decisions that were refused, from wherever they led on.
void TodayPage::comeBackTo(const std::string &key)
{
    const int row = m_model.rowOf(key);
    if (row >= 0 && row < m_list->currentIndex().row())
        m_list->setCurrentIndex(m_model.index(row));
}

void TodayPage::activated(const QModelIndex &index)
{
    const auto kind = index.isValid() ? m_model.row(index.row()).kind : TodayRow::Kind::Heading;
    if (kind == TodayRow::Kind::Line)
        m_model.setOpened(!m_model.isOpened());
    else if (kind == TodayRow::Kind::MoreLeads)
        session().askLeads(2 * m_model.today().leads.size());
    else
        openCurrent(false);
}

void TodayPage::openCurrent(bool inWindow)
{
    const workbench::TodayItem *item = m_model.item(m_list->currentIndex());
    if (item != nullptr && item->deal.id)
        Q_EMIT(this->*(inWindow ? &Page::dealWindowRequested : &Page::dealRequested))(*item->deal.id);
}

void TodayPage::showCurrent()
{
    const QModelIndex current = m_list->currentIndex();
    const workbench::TodayItem *item = m_model.item(current);
    m_amountWanted = false;
    m_glance->setVisible(m_model.flag(current) != nullptr || item != nullptr);
    m_glance->setClosed(m_decider.closed(), session().isPast());
    m_decider.setSubject(subjectAt(m_model, current));
    if (const workbench::FlagAbout *about = m_model.about(current)) {
        m_glance->showAbout(*about, session().format(), session().asOf());
        m_inspecting.setPage({});
        return;
    }
    if (item == nullptr)
        return;
    m_glance->showItem(*item, session().format(), session().asOf());
    if (m_inspecting.deal() != item->deal.id)
        m_inspecting.setPage({});
    if (item->deal.id)
        session().askDeal(*item->deal.id);
}

void TodayPage::copyCurrent()
{
    QGuiApplication::clipboard()->setText(m_list->currentIndex().data(Qt::AccessibleTextRole).toString());
    m_decider.say(tr("Copied"));
}

} // namespace ui
