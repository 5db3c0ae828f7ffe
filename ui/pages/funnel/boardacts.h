// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/inquiry.h"
#include "ui/pages/decider.h"

#include "workbench/stageboard.h"

namespace ui {

class TaskPopover;

/// The cards that something is done with.
struct ChosenCards {
    std::vector<std::uint32_t> numbers;
    std::optional<workbench::DealSummary> only = {}; ///< of the one card, where it is one

    [[nodiscard]] bool isSeveral() const { return numbers.size() > 1; }
};

/// Does something with the chosen cards of a board, one or many: every move asks the gate, and each act is one step that can be
/// undone.
class BoardActs final : public QObject {
    Q_OBJECT
public:
    using Judged = std::vector<workbench::JudgedMove>;

    BoardActs(const PageContext &context, Decider &decider, QWidget *page);

    /// The stages of the board that is shown, in order.
    void setStages(std::vector<workbench::StageView> stages) { m_stages = std::move(stages); }

    /// What the gate says to such a move; `hear` is told unless something else is judged first.
    void judge(const ChosenCards &cards, const std::string &stage, const std::function<void(const Judged &)> &hear);
    /// Moves the cards where the gate lets them pass, and opens what stands against it where it does not.
    void moveTo(const ChosenCards &cards, const std::string &stage);

    void move(const ChosenCards &cards);
    void assign(const ChosenCards &cards);
    void handOver(const ChosenCards &cards);
    void setCloseDate(const ChosenCards &cards);
    void setCategory(const ChosenCards &cards);

private:
    using Make = std::function<workbench::Command(const domain::DealId &)>;

    void decide(const ChosenCards &cards, const std::string &stage, const Judged &moves);
    void openMove(const ChosenCards &cards, const std::string &stage = {});
    void carryMoves(const std::vector<domain::DealId> &deals, const std::string &stage, const QString &reason);
    void give(const ChosenCards &cards, const TaskPopover &popover);
    /// One command for each of the cards, all in one step.
    void forEach(const ChosenCards &cards, const Make &make, const QString &undoText, const QString &said);
    [[nodiscard]] QString deals(std::size_t count) const;
    [[nodiscard]] QString subject(const ChosenCards &cards) const;
    [[nodiscard]] QString nameOf(const std::string &stage) const;

    PageContext m_context;
    Decider &m_decider;
    QWidget *m_page;
    Inquiry m_judging;
    Inquiry m_naming;
    std::vector<workbench::StageView> m_stages;
};

} // namespace ui
