// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/record.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace workbench {

// What a person can do. Each command becomes one or more facts; its undo is another command (the inverse fact), so that
// nothing is ever erased.

/// What a flag is about.
using FlagSubject = std::variant<domain::DealId, domain::LeadId, domain::PersonId>;

struct DecideFlag {
    FlagSubject about;
    domain::RuleId rule;
    domain::FlagAct act;
    std::optional<support::Instant> until; ///< of a snooze
    std::string reason;                    ///< of a dismissal
};

struct AssignTask {
    std::optional<domain::DealId> deal; ///< none: about a person or a lead
    domain::TaskKind kind;
    std::string title;
    domain::PersonId assignee;
    std::optional<support::Date> due;
    std::optional<domain::RuleId> rule;
};

struct ChangeTask {
    domain::TaskId task;
    domain::TaskState state;
};

struct MoveDeal {
    domain::DealId deal;
    domain::StageId stage;
    std::string overrideReason; ///< not empty: pass the gate all the same
    bool judged = false;        ///< the undo or redo of a move that was judged when it was made: no gate is asked again
    /// Takes back the move that the deal made at this instant: it was none. Where another came after it, this one is a move like
    /// any other. The reason is then that of the move, for when it is made again.
    std::optional<support::Instant> takenBack = {};
};

struct TickItem {
    domain::DealId deal;
    domain::StageId stage;
    domain::ItemId item;
    bool done;
};

struct SetDealField {
    domain::DealId deal;
    domain::FieldId field;
    std::optional<std::string> value;
};

struct JudgeEvidence {
    domain::DealId deal;
    domain::EvidenceId evidence;
    domain::Verdict verdict;
    std::string reason;
};

/// The deal is somebody else's from now on.
struct AssignOwner {
    domain::DealId deal;
    domain::PersonId owner;
};

/// When the deal is expected to close; no day: nobody says.
struct SetCloseDate {
    domain::DealId deal;
    std::optional<support::Date> day;
    /// Takes back the day that was said at this instant: it was not, and pushed nothing. Where another was said after it, this
    /// one is said like any other.
    std::optional<support::Instant> takenBack = {};
};

struct SetCategory {
    domain::DealId deal;
    domain::ForecastCategory category;
};

/// Several commands as one: done together, undone together.
struct Together;
using Command = std::variant<DecideFlag, AssignTask, ChangeTask, MoveDeal, TickItem, SetDealField, JudgeEvidence, AssignOwner,
                             SetCloseDate, SetCategory, Together>;

struct Together {
    std::vector<Command> parts;
};

} // namespace workbench
