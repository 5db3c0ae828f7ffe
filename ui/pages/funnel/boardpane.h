// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/pages/funnel/boardacts.h"
#include "ui/pages/funnel/boardcolumn.h"

class QScrollArea;

namespace ui {

class BoardBar;
class BoardHead;
class CardDrag;

/// The board: the open deals of the scope as cards in the columns of their stages. A card is moved with the mouse, with the keys
/// or in a dialog, and each way asks its gate.
class BoardPane final : public QWidget {
    Q_OBJECT
public:
    explicit BoardPane(const PageContext &context, QWidget *parent = nullptr);

    void retranslate();
    /// Asks for the board and takes the keyboard.
    void activate();

    [[nodiscard]] const std::vector<BoardColumn *> &columns() const { return m_columns; }
    [[nodiscard]] std::shared_ptr<const workbench::StageBoard> board() const { return m_board; }
    [[nodiscard]] BoardBar *bar() const { return m_bar; }
    [[nodiscard]] BoardHead *head() const { return m_head; }
    [[nodiscard]] ChosenCards chosen() const;
    /// The deals of the board by column; none while there is no card.
    [[nodiscard]] std::optional<TableSource> table() const;

Q_SIGNALS:
    void dealRequested(const domain::DealId &deal);
    void dealWindowRequested(const domain::DealId &deal);

protected:
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void bindActions();
    void bindMoves();
    void listen();
    void ask();
    void setBoard(std::shared_ptr<const workbench::StageBoard> board);
    void clear();
    void showColumns();
    void addColumn();
    void showEmpty();
    void showChosen();
    [[nodiscard]] std::vector<support::Money> moneyOfChosen(const ChosenCards &cards) const;
    void showSubject();
    void hearDeal(const workbench::DealPage &page);
    void retain(std::uint32_t number, bool hadKeyboard);

    // Which card is meant.
    [[nodiscard]] BoardColumn *currentColumn() const; ///< the one that has the keyboard, or had it last; null without columns
    [[nodiscard]] std::optional<workbench::StageCard> currentCard() const;
    [[nodiscard]] std::optional<std::uint32_t> currentNumber() const;
    [[nodiscard]] ChosenCards meant() const; ///< those that are chosen, or the current one
    void chooseAlone(const BoardColumn *column);
    void chooseNone();
    void step(int by);
    void stepAside(int by);
    void takeKeyboard();
    void openCurrent(bool inWindow);
    [[nodiscard]] QString whyNoMove() const;

    // What is dragged.
    void beginDrag(BoardColumn *from);
    void dragOver(const QPoint &global);
    void drop(const QPoint &global);
    void endDrag();
    void moveAside(int by);
    [[nodiscard]] BoardColumn *columnAt(const QPoint &global) const;

    PageContext m_context;
    Decider *m_decider = nullptr;
    BoardActs *m_acts = nullptr;
    Inquiry m_asking;
    BoardHead *m_head;
    QScrollArea *m_scroll;
    QWidget *m_row;
    class TextLabel *m_empty;
    BoardBar *m_bar;
    CardDrag *m_drag;
    std::vector<BoardColumn *> m_columns;
    BoardColumn *m_last = nullptr; ///< that had the keyboard last
    std::shared_ptr<const workbench::StageBoard> m_board;
    ChosenCards m_dragged;
    BoardColumn *m_over = nullptr;
    std::map<std::string, BoardColumn::Target> m_answers; ///< of the gates, by stage, for what is dragged
    bool m_stale = true;
    bool m_wantsKeyboard = false;
};

} // namespace ui
