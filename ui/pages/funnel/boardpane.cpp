// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/pages/funnel/boardpane.h"

#include "ui/models/dealtable.h"
#include "ui/pages/funnel/boardbar.h"
#include "ui/pages/funnel/boardhead.h"
#include "ui/pages/funnel/carddrag.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {
namespace {

constexpr std::size_t mostSummed = 200; ///< cards whose amounts are added up when they are chosen

QFrame *makeHairline()
{
    auto *line = new QFrame;
    line->setProperty("hairline", true);
    return line;
}

/// Each currency by itself.
void addTo(std::vector<support::Money> &sums, const support::Money &money)
{
    for (support::Money &sum : sums) {
        if (sum.currency == money.currency) {
            sum = support::add(sum, money).value_or(sum);
            return;
        }
    }
    sums.push_back(money);
}

/// The flag that presses most among those that nobody has put aside.
std::optional<workbench::Flag> pressing(const std::vector<workbench::Flag> &flags)
{
    const workbench::Flag *best = nullptr;
    for (const workbench::Flag &flag : flags) {
        const bool stands = flag.state == workbench::FlagState::Open || flag.state == workbench::FlagState::Acknowledged;
        if (stands && (best == nullptr || flag.rank > best->rank))
            best = &flag;
    }
    return best == nullptr ? std::nullopt : std::optional(*best);
}

} // namespace

BoardPane::BoardPane(const PageContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_asking(context.session, this)
    , m_head(new BoardHead)
    , m_scroll(new QScrollArea)
    , m_row(new QWidget)
    , m_empty(new TextLabel(Type::Heading, Tone::Muted))
    , m_bar(new BoardBar(context.actions))
    , m_drag(new CardDrag(this))
{
    bindMoves(); // before those of the decider, which knows one deal at a time
    m_decider = new Decider(context, this);
    m_acts = new BoardActs(context, *m_decider, this);
    build();
    bindActions();
    listen();
    retranslate();
}

void BoardPane::build()
{
    auto *row = new QHBoxLayout(m_row);
    row->setContentsMargins(12, 0, 12, 8);
    row->setSpacing(8);
    m_row->setObjectName(QStringLiteral("boardRow"));
    m_row->setAttribute(Qt::WA_StyledBackground);
    m_scroll->setWidget(m_row);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_empty, 1);
    m_decider->speakIn(layout);
    layout->addWidget(makeHairline());
    layout->addWidget(m_bar);
    m_decider->setAnchor(m_bar);
}

void BoardPane::listen()
{
    Session &session = m_context.session;
    connect(&session, &Session::viewChanged, this, &BoardPane::ask);
    connect(&session, &Session::timePassed, this, &BoardPane::ask);
    connect(&session, &Session::formatChanged, this, &BoardPane::retranslate);
    connect(&session, &Session::dealReady, this, &BoardPane::hearDeal);
    connect(&session, &Session::changed, this, [this] {
        // While facts stream in, each answer is shown before the next is asked for.
        m_stale = true;
        if (!m_asking.isAsking())
            ask();
    });
    connect(&session, &Session::opened, this, &BoardPane::ask);
    connect(&session, &Session::closed, this, &BoardPane::clear);
    connect(m_head, &BoardHead::changed, this, &BoardPane::ask);
    connect(m_head, &BoardHead::left, this, &BoardPane::takeKeyboard);
    connect(m_bar, &BoardBar::handOver, this, [this] { m_acts->handOver(meant()); });
    connect(m_bar, &BoardBar::setCloseDate, this, [this] { m_acts->setCloseDate(meant()); });
    connect(m_bar, &BoardBar::setCategory, this, [this] { m_acts->setCategory(meant()); });
    connect(m_bar, &BoardBar::choseNone, this, &BoardPane::chooseNone);
    connect(m_drag, &CardDrag::movedTo, this, &BoardPane::dragOver);
    connect(m_drag, &CardDrag::dropped, this, &BoardPane::drop);
    connect(m_drag, &CardDrag::cancelled, this, &BoardPane::endDrag);
}

void BoardPane::retranslate()
{
    const Format &format = m_context.session.format();
    m_head->retranslate();
    m_bar->retranslate();
    for (BoardColumn *column : m_columns)
        column->retranslate(format);
    if (m_board)
        showColumns();
}

void BoardPane::activate()
{
    m_context.session.askOrganisation();
    m_wantsKeyboard = true;
    ask();
}

void BoardPane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        ask();
}

void BoardPane::ask()
{
    m_stale = !isVisible();
    if (m_stale)
        return;
    const Session &session = m_context.session;
    workbench::StageBoardRequest request{.scope = session.scope(), .asOf = session.asOf()};
    request.pipeline = m_head->pipeline();
    request.proven = session.view().proven;
    request.order = m_head->order();
    request.text = m_head->text().toStdString();
    m_asking.ask(
        [request](const workbench::Workbench &workbench, std::stop_token stop) {
            auto board = workbench::stageBoard(workbench, request, stop);
            // Another day may have a playbook without the pipeline that was chosen.
            if (!board && request.pipeline && !stop.stop_requested()) {
                workbench::StageBoardRequest busiest = request;
                busiest.pipeline.reset();
                board = workbench::stageBoard(workbench, busiest, std::move(stop));
            }
            return board;
        },
        [this](const support::Result<std::shared_ptr<const workbench::StageBoard>> &board) {
            if (board)
                setBoard(*board);
            if (m_stale)
                ask();
        });
}

void BoardPane::clear()
{
    m_drag->cancel();
    m_board.reset();
    m_head->reset();
    for (BoardColumn *column : m_columns)
        column->clear();
    m_decider->setSubject({});
    m_stale = true;
}

void BoardPane::setBoard(std::shared_ptr<const workbench::StageBoard> board)
{
    const auto number = currentNumber();
    const bool hadKeyboard =
        isAncestorOf(window()->focusWidget()) && currentColumn() != nullptr && currentColumn()->list()->hasFocus();
    m_board = std::move(board);
    showColumns();
    if (number)
        retain(*number, hadKeyboard);
    if (std::exchange(m_wantsKeyboard, false))
        takeKeyboard();
    showChosen();
    showSubject();
}

/// A card that went to another column is still the one that is worked on.
void BoardPane::retain(std::uint32_t number, bool hadKeyboard)
{
    for (BoardColumn *column : m_columns) {
        const int row = column->cards().rowOf(number);
        if (row < 0)
            continue;
        if (column->list()->currentIndex().row() != row) {
            const bool several = chosen().isSeveral();
            column->list()->selectionModel()->setCurrentIndex(
                column->cards().index(row), several ? QItemSelectionModel::NoUpdate : QItemSelectionModel::ClearAndSelect);
            if (!several)
                chooseAlone(column);
        }
        m_last = column;
        if (hadKeyboard)
            column->list()->setFocus(Qt::OtherFocusReason);
        m_scroll->ensureWidgetVisible(column, 0, 0);
        return;
    }
}

void BoardPane::addColumn()
{
    auto *column = new BoardColumn(m_context.session.format());
    m_row->layout()->addWidget(column);
    m_columns.push_back(column);
    CardList *list = column->list();
    connect(list, &CardList::choseAlone, this, [this, column] { chooseAlone(column); });
    connect(list, &CardList::toggled, this, [this] {
        for (BoardColumn *one : m_columns)
            one->list()->setKeepsChoice(!chosen().numbers.empty());
    });
    connect(list, &CardList::stepped, this, &BoardPane::stepAside);
    connect(list, &CardList::dragBegun, this, [this, column] { beginDrag(column); });
    connect(list, &QListView::doubleClicked, this, [this] { openCurrent(false); });
    connect(list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &BoardPane::showChosen);
    connect(list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this, column](const QModelIndex &current) {
        if (current.isValid())
            m_last = column;
        showSubject();
    });
}

void BoardPane::showColumns()
{
    const workbench::StageBoardView &view = m_board->view();
    while (m_columns.size() < view.columns.size())
        addColumn();
    while (m_columns.size() > view.columns.size()) {
        m_last = m_last == m_columns.back() ? nullptr : m_last;
        m_columns.back()->hide();
        m_columns.back()->deleteLater();
        m_columns.pop_back();
    }
    std::vector<workbench::StageView> stages;
    for (std::uint32_t i = 0; i < m_columns.size(); ++i) {
        m_columns[i]->setBoard(m_board, i);
        const workbench::StageColumn &column = view.columns[i];
        if (!column.stage.empty()) {
            stages.emplace_back();
            stages.back().id = column.stage;
            stages.back().name = column.name;
        }
    }
    m_acts->setStages(std::move(stages));
    m_head->setBoard(view, m_context.session.format());
    showEmpty();
}

void BoardPane::showEmpty()
{
    const bool any = std::ranges::any_of(m_board->view().columns, [](const auto &column) { return !column.cards.empty(); });
    m_empty->setVisible(!any);
    m_scroll->setVisible(any);
    if (!m_head->text().isEmpty())
        m_empty->setText(tr("No open deal here has “%1” in its name, its customer's or its owner's.").arg(m_head->text()));
    else
        m_empty->setText(m_context.session.isPast() ? tr("No deal of this scope was open on this day.")
                                                    : tr("No deal of this scope is open."));
}

/// The money of the cards that are chosen, or of all; of very many none is told, for each has to be read for it.
std::vector<support::Money> BoardPane::moneyOfChosen(const ChosenCards &cards) const
{
    std::vector<support::Money> sums;
    if (cards.numbers.empty()) {
        for (const workbench::StageColumn &column : m_board->view().columns)
            std::ranges::for_each(column.claimed.money, [&](const support::Money &money) { addTo(sums, money); });
        return sums;
    }
    if (cards.numbers.size() > mostSummed)
        return sums;
    for (BoardColumn *column : m_columns) {
        for (const int row : column->list()->chosen()) {
            if (const auto card = column->cards().card(column->cards().index(row)); card && card->deal.amount)
                addTo(sums, *card->deal.amount);
        }
    }
    return sums;
}

void BoardPane::showChosen()
{
    if (!m_board)
        return;
    const ChosenCards cards = chosen();
    std::size_t deals = 0;
    for (const workbench::StageColumn &column : m_board->view().columns)
        deals += column.cards.size();
    QStringList parts{cards.numbers.empty() ? tr("%n open deal(s)", nullptr, static_cast<int>(deals))
                                            : tr("%n chosen", nullptr, static_cast<int>(cards.numbers.size()))};
    for (const support::Money &money : moneyOfChosen(cards))
        parts.append(m_context.session.format().amount(money));
    m_bar->setText(parts.join(QStringLiteral("  ·  ")));
    m_bar->setOpen(!meant().numbers.empty(), m_decider->closed());
}

/// Who decides knows the card at once, and the rest of its deal when that is read.
void BoardPane::showSubject()
{
    const auto card = currentCard();
    if (!card || !card->deal.id) {
        m_decider->setSubject({});
        return;
    }
    if (m_decider->subject() && m_decider->subject()->deal.id == card->deal.id) {
        Subject same = *m_decider->subject();
        same.deal = card->deal;
        m_decider->setSubject(std::move(same));
    } else {
        m_decider->setSubject(Subject{.deal = card->deal, .flag = {}, .stages = {}});
    }
    m_context.session.askDeal(*card->deal.id);
    m_context.actions.refresh();
}

void BoardPane::hearDeal(const workbench::DealPage &page)
{
    if (!m_decider->subject() || m_decider->subject()->deal.id != page.summary.id)
        return;
    Subject subject = *m_decider->subject();
    subject.stages = page.stages;
    subject.flag = pressing(page.flags);
    m_decider->setSubject(std::move(subject));
}

std::optional<TableSource> BoardPane::table() const
{
    if (!m_board || std::ranges::all_of(m_board->view().columns, [](const auto &column) { return column.cards.empty(); }))
        return std::nullopt;
    return TableSource{tr("Deals of the board"), [board = m_board, format = m_context.session.format()](
                                                     const workbench::Workbench &, const std::stop_token &stop) {
                           std::vector<workbench::DealSummary> deals;
                           for (std::size_t column = 0; column < board->view().columns.size(); ++column) {
                               const std::size_t cards = board->view().columns[column].cards.size();
                               for (std::size_t place = 0; place < cards && !stop.stop_requested(); ++place) {
                                   if (const auto card = board->card(column, place))
                                       deals.push_back(card->deal);
                               }
                           }
                           return support::Result<workbench::TableReport>(dealTable(deals, format));
                       }};
}

} // namespace ui
