// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/pages/funnel/boardpane.h"

#include "ui/pages/funnel/boardbar.h"
#include "ui/pages/funnel/boardhead.h"
#include "ui/pages/funnel/carddrag.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace ui {
namespace {

constexpr int edge = 48; ///< of the board: a card that is dragged there scrolls it
constexpr int scrollStep = 24;

} // namespace

/// Of one card or several: these are asked before the decider, whose subject is the current card alone.
void BoardPane::bindMoves()
{
    const auto any = [this] { return !meant().numbers.empty() && !m_decider->isAsking(); };
    ActionSet &actions = m_context.actions;
    actions.handle(
        Action::MoveStage, this, [this] { m_acts->move(meant()); }, any);
    actions.handle(
        Action::Assign, this, [this] { m_acts->assign(meant()); }, any);
    actions.handle(
        Action::MoveForward, this, [this] { moveAside(1); }, any);
    actions.handle(
        Action::MoveBack, this, [this] { moveAside(-1); }, any);
}

void BoardPane::bindActions()
{
    const auto current = [this] { return currentNumber().has_value() && !m_decider->isAsking(); };
    const auto ready = [this] { return m_board != nullptr && !m_decider->isAsking(); };
    ActionSet &actions = m_context.actions;
    actions.handle(
        Action::NextDeal, this, [this] { step(1); }, ready);
    actions.handle(
        Action::PreviousDeal, this, [this] { step(-1); }, ready);
    actions.handle(
        Action::OpenDeal, this, [this] { openCurrent(false); }, current);
    actions.handle(
        Action::OpenDealWindow, this, [this] { openCurrent(true); }, current);
}

BoardColumn *BoardPane::currentColumn() const
{
    const auto focused = std::ranges::find_if(m_columns, [](BoardColumn *column) { return column->list()->hasFocus(); });
    return focused != m_columns.end() ? *focused : m_last;
}

std::optional<workbench::StageCard> BoardPane::currentCard() const
{
    const auto *column = currentColumn();
    const QModelIndex current = column != nullptr ? column->list()->currentIndex() : QModelIndex();
    return current.isValid() ? currentColumn()->cards().card(current) : std::nullopt;
}

std::optional<std::uint32_t> BoardPane::currentNumber() const
{
    auto *column = currentColumn();
    const QModelIndex current = column != nullptr ? column->list()->currentIndex() : QModelIndex();
    return current.isValid() ? std::optional(column->cards().number(current)) : std::nullopt;
}

ChosenCards BoardPane::chosen() const
{
    ChosenCards cards;
    for (BoardColumn *column : m_columns) {
        for (const int row : column->list()->chosen()) {
            const QModelIndex index = column->cards().index(row);
            cards.numbers.push_back(column->cards().number(index));
            if (!cards.isSeveral())
                cards.only = column->cards().card(index).value_or(workbench::StageCard()).deal;
        }
    }
    if (cards.isSeveral())
        cards.only.reset();
    return cards;
}

ChosenCards BoardPane::meant() const
{
    ChosenCards cards = chosen();
    const auto number = cards.numbers.empty() ? currentNumber() : std::nullopt;
    if (const auto card = number ? currentCard() : std::nullopt)
        cards = {{*number}, card->deal};
    return cards;
}

void BoardPane::chooseAlone(const BoardColumn *column)
{
    for (BoardColumn *one : m_columns) {
        one->list()->setKeepsChoice(false);
        if (one != column)
            one->list()->clearSelection();
    }
}

void BoardPane::chooseNone()
{
    chooseAlone(nullptr);
}

void BoardPane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !chosen().numbers.empty())
        chooseNone();
    else
        QWidget::keyPressEvent(event);
}

void BoardPane::takeKeyboard()
{
    const auto hasCards = [](BoardColumn *column) { return column->cards().rowCount() > 0; };
    BoardColumn *to = m_last;
    if (to == nullptr || !hasCards(to)) {
        const auto first = std::ranges::find_if(m_columns, hasCards);
        to = first == m_columns.end() ? nullptr : *first;
    }
    if (to == nullptr)
        return m_head->field()->setFocus(Qt::OtherFocusReason);
    m_last = to;
    to->list()->setFocus(Qt::OtherFocusReason);
}

void BoardPane::step(int by)
{
    BoardColumn *column = currentColumn();
    if (column == nullptr)
        return takeKeyboard();
    const int row = std::clamp(column->list()->currentIndex().row() + by, 0, column->cards().rowCount() - 1);
    if (row < 0)
        return;
    column->list()->setCurrentIndex(column->cards().index(row));
    chooseAlone(column);
}

/// To the card at the same height in the next column that has any.
void BoardPane::stepAside(int by)
{
    const BoardColumn *from = currentColumn();
    const auto at = std::ranges::find(m_columns, from) - m_columns.begin();
    for (auto next = at + by; next >= 0 && next < static_cast<std::ptrdiff_t>(m_columns.size()); next += by) {
        BoardColumn *column = m_columns[static_cast<std::size_t>(next)];
        const int rows = column->cards().rowCount();
        if (rows == 0)
            continue;
        const QRect before = from->list()->visualRect(from->list()->currentIndex());
        const QModelIndex beside = column->list()->indexAt({column->list()->viewport()->width() / 2, before.center().y()});
        const QModelIndex to = beside.isValid() ? beside : column->cards().index(rows - 1);
        const bool keeps = column->list()->keepsChoice();
        column->list()->selectionModel()->setCurrentIndex(to, keeps ? QItemSelectionModel::NoUpdate
                                                                    : QItemSelectionModel::ClearAndSelect);
        if (!keeps)
            chooseAlone(column);
        column->list()->setFocus(Qt::OtherFocusReason);
        m_scroll->ensureWidgetVisible(column, 0, 0);
        return;
    }
}

void BoardPane::openCurrent(bool inWindow)
{
    const auto card = currentCard();
    if (!card || !card->deal.id)
        return;
    if (inWindow)
        Q_EMIT dealWindowRequested(*card->deal.id);
    else
        Q_EMIT dealRequested(*card->deal.id);
}

/// Empty where cards can be moved.
QString BoardPane::whyNoMove() const
{
    const QString closed = m_decider->closed();
    if (!closed.isEmpty() || !m_board || !m_board->view().proven)
        return closed;
    return tr("These are the stages that the evidence proves. Cards are moved where the claimed stages are shown.");
}

/// To the stage after that of the cards, or before it.
void BoardPane::moveAside(int by)
{
    if (const QString why = whyNoMove(); !why.isEmpty())
        return m_decider->say(why);
    const auto at = std::ranges::find(m_columns, currentColumn()) - m_columns.begin() + by;
    if (at < 0 || at >= static_cast<std::ptrdiff_t>(m_columns.size()))
        return;
    m_acts->moveTo(meant(), m_columns[static_cast<std::size_t>(at)]->stage());
}

void BoardPane::beginDrag(BoardColumn *from)
{
    if (const QString why = whyNoMove(); !why.isEmpty())
        return m_decider->say(why);
    m_dragged = meant();
    m_answers.clear();
    m_over = from;
    m_drag->begin(from->list(), static_cast<int>(m_dragged.numbers.size()));
}

BoardColumn *BoardPane::columnAt(const QPoint &global) const
{
    const QPoint inside = m_scroll->viewport()->mapFromGlobal(global);
    if (!m_scroll->viewport()->rect().contains(inside))
        return nullptr;
    const QPoint at = m_row->mapFromGlobal(global);
    const auto found = std::ranges::find_if(m_columns, [&](BoardColumn *column) { return column->geometry().contains(at); });
    return found == m_columns.end() ? nullptr : *found;
}

void BoardPane::dragOver(const QPoint &global)
{
    const int x = m_scroll->viewport()->mapFromGlobal(global).x();
    QScrollBar *bar = m_scroll->horizontalScrollBar();
    if (x < edge)
        bar->setValue(bar->value() - scrollStep);
    else if (x > m_scroll->viewport()->width() - edge)
        bar->setValue(bar->value() + scrollStep);
    BoardColumn *over = columnAt(global);
    if (over == m_over)
        return;
    if (m_over != nullptr)
        m_over->setTarget(BoardColumn::Target::None);
    m_over = over;
    if (over == nullptr || over->stage().empty())
        return;
    const std::string stage = over->stage();
    if (const auto known = m_answers.find(stage); known != m_answers.end())
        return over->setTarget(known->second);
    over->setTarget(BoardColumn::Target::Asking);
    m_acts->judge(m_dragged, stage, [this, stage](const BoardActs::Judged &moves) {
        using Target = BoardColumn::Target;
        const bool open = std::ranges::all_of(moves, [](const auto &move) { return move.open() || move.there; });
        const bool stays = std::ranges::all_of(moves, &workbench::JudgedMove::there);
        m_answers[stage] = stays ? Target::None : open ? Target::Allowed : Target::Refused;
        if (m_drag->isUnderWay() && m_over != nullptr && m_over->stage() == stage)
            m_over->setTarget(m_answers[stage]);
    });
}

void BoardPane::drop(const QPoint &global)
{
    const BoardColumn *to = columnAt(global);
    const std::string stage = to != nullptr ? to->stage() : std::string();
    endDrag();
    if (!stage.empty())
        m_acts->moveTo(m_dragged, stage);
}

void BoardPane::endDrag()
{
    for (BoardColumn *column : m_columns)
        column->setTarget(BoardColumn::Target::None);
    m_over = nullptr;
}

} // namespace ui
