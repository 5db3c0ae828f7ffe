// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/factrow.h"

#include "workbench/todayviews.h"

namespace workbench {

enum class GateCondition : std::uint8_t { Field, Value, Checklist, Evidence, Role, Wait };

struct UnmetCondition {
    GateCondition kind;
    std::string id;
    domain::Label name;
    int have = 0;
    int need = 1;
    std::vector<domain::Label> values = {}; ///< which a field may hold, when not any
    std::vector<std::string> kinds = {};    ///< of evidence, any of which would do
};

/// One stage of a deal's path, as the Deal page draws it.
struct StageView {
    std::string id;
    domain::Label name;
    std::optional<support::Instant> entered; ///< the last claimed entry
    double days = 0;                         ///< spent there in all
    double limitDays = 0;
    bool claimed = false; ///< the current claimed stage
    bool proven = false;  ///< the current proven stage
    bool gateHolds = false;
    bool overridden = false;
    std::vector<UnmetCondition> unmet;
    struct Item {
        std::string id;
        domain::Label prompt;
        bool done = false;
    };
    std::vector<Item> checklist;
    struct Field {
        std::string id;
        domain::Label name;
        std::string value; ///< as facts spell it
        bool filled = false;
        bool met = false;             ///< filled, with what the gate asks for where it asks for certain values
        domain::Label valueName = {}; ///< the value for people
        domain::FieldType type = domain::FieldType::Text;
        std::vector<domain::Choice> choices = {}; ///< of a choice, what it can be
    };
    std::vector<Field> fields;
};

struct RoleView {
    std::string id;
    domain::Label name;
    bool required = true; ///< a gate of the deal's pipeline asks for it
    std::string contact;  ///< empty: nobody
    std::string title;
    std::string contactId;
};

struct EvidenceView {
    std::string id;
    std::string name;
    std::string kind;
    domain::Label kindName;
    std::string stageId; ///< the first stage that asks for this kind
    domain::Verdict verdict = domain::Verdict::Pending;
    std::string reason;
    bool duplicate = false; ///< another file of the deal has the same content
    bool counts = false;    ///< in the health score
    support::Instant occurred;
    support::Instant recorded;
    std::string by;
};

/// One line of a deal's timeline.
struct TimelineEntry {
    std::uint32_t number = 0;
    domain::RowKind kind = domain::RowKind::Other;
    support::Instant occurred;
    support::Instant recorded;
    bool late = false; ///< first recorded a day or more after it happened
    std::string actor;
    std::string text;    ///< what was said or written
    domain::Label value; ///< what a field was set to, for people
    domain::Label label; ///< the stage, field, role, rule or file kind concerned
    std::optional<domain::ActivityKind> activity;
    domain::Direction direction = domain::Direction::Out;
    std::optional<support::Money> money;
    std::optional<support::Date> date; ///< until when, or what a field was set to that holds one
    domain::Signals signals = 0;
    bool ofCustomer = false; ///< names only the customer
    int code = 0;            ///< verdict, act, category or state, by kind
};

struct SimilarCase {
    DealSummary deal;
    /// Codes: industry, size, stage (it got as far at least), amount, stuck (it outstayed the limit of the stage where this one
    /// is).
    std::vector<std::string> reasons;
    domain::Label stallStage = {}; ///< where it outstayed the limit longest
    double stallDays = 0;          ///< spent there; 0: it never stalled
    /// What came in while it stalled, before it went on: evidence by its kind, roles that were filled.
    std::vector<domain::Label> helped = {};
};

/// A measure of the deal that has a value, with the facts that it was made of.
struct NumberView {
    domain::Measure measure;
    double value = 0;
    std::vector<RecordRef> records;
};

struct DealPage {
    DealSummary summary;
    std::vector<Term> terms;         ///< sum to the health exactly
    std::vector<NumberView> numbers; ///< in the order of the measures
    std::size_t wonFromStage = 0;    ///< won deals that the expected days to close rest on
    support::Instant asOf;
    std::vector<Flag> flags; ///< also snoozed and dismissed ones
    std::vector<StageView> stages;
    std::vector<RoleView> roles;
    std::vector<EvidenceView> evidence;
    std::vector<TimelineEntry> timeline; ///< newest first
    std::vector<TaskView> tasks;
    std::vector<SimilarCase> similar;
    std::string nextStep;
    std::optional<support::Date> nextStepDue;
    std::string industry;
    std::string region;
    std::string channel;
    int closePushes = 0;
    support::Instant dataTime;
    std::optional<support::Instant> lastCorrection; ///< the last record that was entered a day or more late, or replaced another
    int playbookVersion = 0;
};

} // namespace workbench
