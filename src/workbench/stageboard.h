// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "workbench/todayviews.h"
#include "workbench/workbench.h"

#include <memory>
#include <span>

namespace workbench {

/// The order of the cards in a column: the most pressing flag, the worst health, the largest amount, the longest time in the
/// stage or the earliest close date first. Amounts in several currencies are compared as the day's list ranks them
/// (engine/focus.h): by how many times the usual amount of their own currency they are.
enum class CardOrder : std::uint8_t { Pressing, Health, Amount, DaysInStage, CloseDate };

struct StageBoardRequest {
    Scope scope = {};
    support::Instant asOf = {};
    std::optional<domain::PipelineId> pipeline = {}; ///< none: the one with the most open deals in scope
    bool proven = false;                             ///< a card stands in its proven stage, not in the claimed one
    CardOrder order = CardOrder::Pressing;
    std::string text = {}; ///< only deals whose own, customer's or owner's name holds it; empty: all
};

struct StageSum {
    std::size_t deals = 0;
    std::vector<support::Money> money = {}; ///< one for each currency, that of most deals first; of deals that have an amount
};

/// The open deals of one stage.
struct StageColumn {
    std::string stage = {}; ///< empty: of all stages that the playbook does not know
    domain::Label name = {};
    double limitDays = 0;
    StageSum claimed = {};
    StageSum proven = {};
    /// The deals whose cards stand here, in order: numbers that mean the same deals as long as the workspace is open.
    std::vector<std::uint32_t> cards = {};
};

struct BoardPipeline {
    domain::PipelineId id;
    domain::Label name;
    std::size_t deals = 0; ///< open and in scope
};

/// What a board says at a glance.
struct StageBoardView {
    support::Instant asOf;
    support::Instant dataTime;
    bool proven = false;
    std::vector<BoardPipeline> pipelines; ///< as the playbook has them
    std::size_t pipeline = 0;             ///< the one that is shown
    std::vector<StageColumn> columns;     ///< as the stages follow each other
    std::size_t unplaced = 0;             ///< open deals in scope of pipelines that the playbook does not know
};

struct StageCard {
    DealSummary deal;
    std::size_t flags = 0; ///< open and acknowledged ones
    std::optional<domain::Severity> severity = {};
    domain::Label gravest = {}; ///< what the rule of that severity is called
};

/// The open deals of a scope in the columns of their stages. Never changes; may be asked from any thread. A card is read when
/// it is asked for, together with its neighbours, so that a column of any length costs what is looked at of it.
class StageBoard {
public:
    ~StageBoard();
    StageBoard(const StageBoard &) = delete;
    StageBoard &operator=(const StageBoard &) = delete;

    [[nodiscard]] const StageBoardView &view() const { return m_view; }
    /// Nothing where the workspace has been closed.
    [[nodiscard]] std::optional<StageCard> card(std::size_t column, std::size_t place) const;

private:
    friend class BoardMaker;
    class Reader;
    StageBoard(StageBoardView view, std::unique_ptr<Reader> reader);

    StageBoardView m_view;
    std::unique_ptr<Reader> m_reader;
};

/// Fails with UnknownStage where the pipeline is not in the playbook, and with Cancelled.
[[nodiscard]] support::Result<std::shared_ptr<const StageBoard>>
stageBoard(const Workbench &workbench, const StageBoardRequest &request, std::stop_token stop = {});

/// The ids of deals by their numbers on a board; one that is no deal's is left out.
[[nodiscard]] std::vector<domain::DealId> dealsOf(const Workbench &workbench, std::span<const std::uint32_t> numbers);

/// What stands against the move of one deal among several.
struct JudgedMove {
    domain::DealId deal;
    bool there = false;                       ///< it stands in the stage already
    std::vector<UnmetCondition> unmet = {};   ///< none: the gate is open
    std::optional<support::Error> error = {}; ///< it cannot be moved there at all
    std::string name = {};                    ///< what people call the deal, where it does not go just so

    [[nodiscard]] bool open() const { return !there && !error && unmet.empty(); }
};

/// The moves of several deals to one stage, each judged as `Workbench::judgeMove` judges it, in the order of `deals`. Fails with
/// Cancelled.
[[nodiscard]] support::Result<std::vector<JudgedMove>> judgeMoves(const Workbench &workbench,
                                                                  std::span<const domain::DealId> deals,
                                                                  const domain::StageId &stage, std::stop_token stop = {});

} // namespace workbench
