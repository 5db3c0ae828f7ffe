// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/factrow.h"
#include "domain/playbook.h"
#include "domain/record.h"

#include "support/instant.h"
#include "support/money.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace workbench {

// What the screens show, as values: ids and names resolved, numbers raw, no words of a language. A label in two languages
// comes from the playbook; everything else is a code that the interface turns into a sentence.

/// Which deals a question is about. Empty: all. A team stands for itself and everything under it, as of the day asked about.
struct Scope {
    std::optional<domain::TeamId> team;
    std::optional<domain::PersonId> person;
    friend bool operator==(const Scope &, const Scope &) = default;
};

/// A fact that a number was made of.
struct RecordRef {
    std::uint32_t number = 0; ///< in order of arrival; `Workbench::record` opens it
    std::string id;           ///< its id, or for an event `event:<number>`
};

/// One term of a score: count × weight = value.
struct Term {
    std::string id; ///< roles, files, asks, stale
    std::int64_t count = 0;
    std::int64_t weight = 0;
    std::int64_t value = 0;
    std::vector<RecordRef> records;
};

enum class DealStatus : std::uint8_t { Open, Won, Lost };

/// What a list says about a deal.
struct DealSummary {
    std::optional<domain::DealId> id;
    std::string name;
    std::string customer;
    std::string customerId;
    std::string owner;
    std::string ownerId;
    std::string team;
    std::string pipeline;
    DealStatus status = DealStatus::Open;
    std::optional<support::Money> amount;
    std::optional<support::Date> closeDate; ///< the rep's own
    std::optional<double> daysToClose;      ///< expected, from the history
    bool daysToCloseFromPlaybook = false;   ///< the history was too thin
    std::optional<std::int64_t> health;     ///< open deals only
    bool red = false;
    domain::Quadrant quadrant = domain::Quadrant::None;
    domain::Label stage; ///< claimed
    std::string stageId;
    domain::Label provenStage;
    std::string provenStageId;
    int provenGap = 0;
    double daysInStage = 0;
    double stageLimitDays = 0;
};

enum class FlagState : std::uint8_t { Open, Acknowledged, Snoozed, Resolved, Dismissed };

struct QuotedMeasure {
    domain::Measure measure;
    double value = 0;
};

/// Something that is missing, named by the playbook (a role, a field, a file, a prompt) or by its kind alone.
struct MissingItem {
    domain::Missing kind;
    std::string id;
    domain::Label name;
};

/// What a rule found.
struct Flag {
    std::string rule;
    int version = 1;
    domain::Label name;
    domain::Label sentence; ///< with "{measure}" where a quoted value belongs
    domain::Severity severity = domain::Severity::Warning;
    domain::Proposal proposal = domain::Proposal::AskRep;
    std::vector<QuotedMeasure> quoted;
    std::vector<MissingItem> missing;
    support::Instant since; ///< holds without a break since then
    FlagState state = FlagState::Open;
    std::optional<support::Instant> until; ///< end of the snooze
    std::vector<RecordRef> records;
    std::vector<domain::PersonRole> notify;
    double rank = 0; ///< money × urgency × actionability
    double money = 0;
    double urgency = 0;
    double actionability = 0;
};

struct TodayItem {
    DealSummary deal;
    std::vector<Flag> flags; ///< the reason for being here first
    int place = 0;           ///< 1 is first
};

struct Today {
    support::Instant asOf;
    support::Instant dataTime;     ///< the newest recorded fact that counts
    std::vector<TodayItem> listed; ///< within the focus budget
    std::vector<TodayItem> below;  ///< the first below the line, in order
    std::size_t belowTotal = 0;    ///< how many are below the line in all
    std::size_t openDeals = 0;
    std::size_t redDeals = 0;
    std::size_t snoozed = 0;                          ///< flagged, but snoozed or dismissed
    std::optional<support::Instant> nextWake;         ///< when the next snooze ends
    std::vector<std::pair<std::string, Flag>> people; ///< flags about persons of the scope: person's name, flag
    std::vector<std::pair<std::string, Flag>> leads;  ///< flags about leads: lead's id, flag
};

enum class GateCondition : std::uint8_t { Field, Checklist, Evidence, Role, Wait };

struct UnmetCondition {
    GateCondition kind;
    std::string id;
    domain::Label name;
    int have = 0;
    int need = 1;
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
        std::string value;
        bool filled = false;
    };
    std::vector<Field> fields;
};

struct RoleView {
    std::string id;
    domain::Label name;
    bool required = true;
    std::string contact; ///< empty: nobody
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
    bool late = false; ///< recorded a day or more after it happened
    std::string actor;
    std::string text;    ///< what was said or written
    domain::Label label; ///< the stage, field, role, rule or file kind concerned
    std::optional<domain::ActivityKind> activity;
    domain::Direction direction = domain::Direction::Out;
    std::optional<support::Money> money;
    std::optional<support::Date> date;
    domain::Signals signals = 0;
    bool ofCustomer = false; ///< names only the customer
    int code = 0;            ///< verdict, act, category or state, by kind
};

struct TaskView {
    std::string id;
    domain::TaskKind kind = domain::TaskKind::Task;
    std::string title;
    std::string assignee;
    std::optional<support::Date> due;
    domain::TaskState state = domain::TaskState::Open;
};

struct SimilarCase {
    DealSummary deal;
    std::vector<std::string> reasons; ///< codes: industry, size, stage, amount
};

struct DealPage {
    DealSummary summary;
    std::vector<Term> terms; ///< sum to the health exactly
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

struct PersonView {
    std::string id;
    std::string name;
    domain::PersonRole role = domain::PersonRole::Rep;
    std::string team;
    bool active = true;
};

struct TeamView {
    std::string id;
    std::string name;
    std::string parent;
    std::vector<PersonView> people;
};

enum class HitKind : std::uint8_t { Deal, Customer, Person };

struct SearchHit {
    HitKind kind;
    std::string id;
    std::string name;
    std::string detail; ///< of a deal its customer
};

struct BatchView {
    std::int64_t id = 0;
    std::string label;
    std::string kind;
    support::Instant at;
    std::uint64_t created = 0;
    std::uint64_t updated = 0;
    std::uint64_t unchanged = 0;
    std::uint64_t refused = 0;
    bool withdrawn = false;
};

} // namespace workbench
