// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/condition.h"
#include "domain/ids.h"
#include "domain/signals.h"
#include "domain/values.h"
#include "domain/words.h"

#include "support/instant.h"

#include <map>
#include <string>
#include <vector>

namespace domain {

/// A text in the two languages of the interface.
struct Label {
    std::string en;
    std::string zh;
    friend bool operator==(const Label &, const Label &) = default;
};

/// health = roleWeight·R + fileWeight·E + askWeight·Q − staleWeight·D (catalogue 1; engine.md, "Health score").
struct HealthSettings {
    int roleWeight = 30;
    int fileWeight = 15;
    int askWeight = 10;
    int staleWeight = 5;
    int redBelow = 60;                              ///< red strictly below (2)
    support::Duration askWindow = support::days(7); ///< (as-of − window, as-of]
    support::Duration fresh = support::hours(48);   ///< no day counts as stale up to here, inclusive
    std::optional<int> fileCap;                     ///< at most so many files count
    std::optional<int> askCap;
    std::optional<int> staleCap;
    bool clampShown = false; ///< show a value cut to 0…100 beside the raw one
    std::vector<ActivityKind> inquiryKinds{ActivityKind::Call, ActivityKind::Email, ActivityKind::Chat, ActivityKind::Visit,
                                           ActivityKind::Meeting};
    std::vector<ActivityKind> noProgressKinds{ActivityKind::PageView, ActivityKind::Tender};
    std::vector<EvidenceKindId> minorEvidence; ///< kinds that are no key files
};

/// The battle map's cuts (7–9).
struct MapSettings {
    std::optional<int> healthCut;     ///< none: the red line
    std::optional<double> daysCut;    ///< none: `cycleShare` of the pipeline's own median cycle
    std::optional<double> cycleShare; ///< none: the whole cycle
    int thinBelow = 20;               ///< fewer won deals than this: the playbook's numbers instead of the history's
    double fallbackCycleDays = 90;    ///< the cycle of a pipeline without history
};

/// How far back the measures look that count over a time.
struct WindowSettings {
    int substanceDays = 10;            ///< a deal with a contact of substance in these days is alive (14)
    int responseDays = 90;             ///< deals created in these days make a person's median response (24)
    int bounceDays = 7;                ///< stage moves in these days are counted (56)
    std::optional<int> repurchaseDays; ///< a customer who buys again within these days bought again (113); none: 182
};

/// A value that a choice can have, as facts spell it, and its name for people.
struct Choice {
    Name id;
    Label name = {};
};

enum class FieldType : std::uint8_t { Text, Number, Money, Date, Choice, Flag };

struct FieldDefinition {
    FieldId id;
    Label name = {};
    FieldType type = FieldType::Text;
    std::vector<Choice> choices = {};
    [[nodiscard]] const Choice *choice(std::string_view value) const;
};

/// A field that a gate asks for, by its id or as amount, close_date, next_step or first_contact_channel.
struct FieldDemand {
    FieldId id;
    std::vector<Name> values = {}; ///< one of these (43); none: any value
};

struct ChecklistItem {
    ItemId id;
    Label prompt = {};
};

/// Something that has to be proved by a file: enough accepted evidence of one of the kinds (30).
struct EvidenceAction {
    Label name = {};
    std::vector<EvidenceKindId> kinds = {};
    int count = 1;
};

/// A step of a pipeline. Its gate (31–33) holds when all that it asks for is there and its waiting time is over.
struct Stage {
    StageId id;
    Label name = {};
    Label purpose = {};
    std::vector<FieldDemand> requiredFields = {};
    std::vector<ChecklistItem> checklist = {};
    std::vector<EvidenceAction> evidence = {};
    std::vector<RoleId> roles = {};
    support::Duration wait = {}; ///< at least so long in the stage
    double limitDays = 30;       ///< longer is an overrun (11, 68)
    double staleDays = 7;        ///< no progress for so long is stale (11)
    double remainingDays = 30;   ///< typical days from here to winning, while the history is thin
    bool signedFromHere = false; ///< a deal stands here with its contract signed: a payment is due (27)
};

struct Pipeline {
    PipelineId id;
    Label name = {};
    std::vector<Stage> stages = {};
};

struct RoleDefinition {
    RoleId id;
    Label name = {};
};

struct EvidenceKindDefinition {
    EvidenceKindId id;
    Label name = {};
};

enum class RuleSubject : std::uint8_t { OpenDeal, WonDeal, Lead, Person };
enum class Severity : std::uint8_t { Notice, Warning, Critical };
/// What a flag proposes; the words are the interface's.
enum class Proposal : std::uint8_t {
    AskRep,
    AssignTask,
    HandOver,
    StepIn,
    SendMaterial,
    FollowUp,
    ConfirmDate,
    VerifyStage,
    CollectPayment,
    PrepareRenewal,
    PrepareBid,
    WakeLead,
    Coach
};
/// What a flag names as missing.
enum class Missing : std::uint8_t { Roles, KeyFiles, Fields, StageEvidence, Checklist, Payment, Feedback, Material };

/// A rule is data (engine.md, "Flags").
struct Rule {
    RuleId id;
    int version = 1;
    std::vector<int> catalogue = {}; ///< the numbers of the catalogue it stands for
    Label name = {};
    /// Why the flag is there, in one sentence; "{measure}" stands for a measure's value.
    Label sentence = {};
    RuleSubject subject = RuleSubject::OpenDeal;
    Severity severity = Severity::Warning;
    Condition when = {};
    std::vector<PersonRole> notify = {};
    Proposal proposal = Proposal::AskRep;
    std::vector<Missing> missing = {};
    std::vector<Measure> quoted = {};  ///< the measures whose values the flag carries, those of the sentence included
    std::optional<Measure> basis = {}; ///< the measure whose facts are the flag's records
    double urgency = 1;                ///< factor of the rank
    double actionability = 1;          ///< factor of the rank
    bool enabled = true;
};

struct FocusSettings {
    int budget = 8; ///< the day's list holds at most so many (28)
};

/// How one organisation sells: immutable, versioned.
struct Playbook {
    int format = 1;
    std::string id;
    int version = 1;
    Label name;
    HealthSettings health;
    MapSettings map;
    FocusSettings focus;
    WindowSettings windows;
    std::vector<RoleDefinition> roles;
    std::vector<EvidenceKindDefinition> evidenceKinds;
    std::vector<FieldDefinition> fields;
    std::vector<Pipeline> pipelines;
    std::vector<Rule> rules;
    std::vector<std::pair<std::string, Signal>> lexicon;
    /// The fields with a part in measures: where the service period ends (22), that a bid is prepared (20).
    std::optional<FieldId> serviceEndField;
    std::optional<FieldId> bidField;
    [[nodiscard]] const Pipeline *pipeline(const PipelineId &pipeline) const;
    [[nodiscard]] const Rule *rule(const RuleId &rule) const;
    [[nodiscard]] const FieldDefinition *field(const FieldId &field) const;
    /// The health from which on a deal is in an upper quadrant.
    [[nodiscard]] int healthCut() const { return map.healthCut.value_or(health.redBelow); }
};

} // namespace domain
