// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/fields.h"
#include "domain/ids.h"
#include "domain/values.h"
#include "domain/words.h"

namespace domain {

// What the workbench itself adds to the record: decisions on flags, tasks, published playbooks, which customers are one.

/// A person's decision on what a rule flagged; exactly one subject is named. `until` belongs to snoozed, `reason` to dismissed.
struct FlagDecision {
    static constexpr std::string_view type = "flag";
    static constexpr Timing timing = Timing::Required;

    RuleId rule;
    FlagAct act;
    std::optional<DealId> deal;
    std::optional<LeadId> lead;
    std::optional<PersonId> person;
    std::optional<support::Instant> until;
    std::optional<Text> reason;
    std::optional<PersonId> actor;

    static constexpr auto fields()
    {
        return std::tuple(Field("rule", &FlagDecision::rule), Field("act", &FlagDecision::act),
                          Field("deal", &FlagDecision::deal), Field("lead", &FlagDecision::lead),
                          Field("person", &FlagDecision::person), Field("until", &FlagDecision::until),
                          Field("reason", &FlagDecision::reason), Field("actor", &FlagDecision::actor));
    }
    friend bool operator==(const FlagDecision &, const FlagDecision &) = default;
};

/// Something that a person was asked to do. A later version of it with another state closes or reopens it.
struct Task {
    static constexpr std::string_view type = "task";
    static constexpr Timing timing = Timing::Required;

    TaskId id;
    TaskKind kind;
    Text title;
    PersonId assignee;
    TaskState state;
    std::optional<DealId> deal;
    std::optional<RuleId> rule;
    std::optional<support::Date> due;
    std::optional<PersonId> actor;

    static constexpr auto fields()
    {
        return std::tuple(Field("id", &Task::id), Field("kind", &Task::kind), Field("title", &Task::title),
                          Field("assignee", &Task::assignee), Field("state", &Task::state), Field("deal", &Task::deal),
                          Field("rule", &Task::rule), Field("due", &Task::due), Field("actor", &Task::actor));
    }
    friend bool operator==(const Task &, const Task &) = default;
};

/// From this fact's time on, selling is checked by `document` (the readable form of a playbook).
struct PlaybookPublished {
    static constexpr std::string_view type = "playbook";
    static constexpr Timing timing = Timing::Required;

    Bounded<1, 1'000'000> version;
    Json document;
    std::optional<Text> note;
    std::optional<PersonId> actor;

    static constexpr auto fields()
    {
        return std::tuple(Field("version", &PlaybookPublished::version), Field("document", &PlaybookPublished::document),
                          Field("note", &PlaybookPublished::note), Field("actor", &PlaybookPublished::actor));
    }
    friend bool operator==(const PlaybookPublished &, const PlaybookPublished &) = default;
};

/// Somebody said that what other systems call `alias` (an id, or an id made of a name) is the customer `customer`. Of an alias
/// that was told twice the later one holds.
struct CustomerMerged {
    static constexpr std::string_view type = "merge";
    static constexpr Timing timing = Timing::Required;

    AliasId alias;
    CustomerId customer;
    std::optional<PersonId> actor;

    static constexpr auto fields()
    {
        return std::tuple(Field("alias", &CustomerMerged::alias), Field("customer", &CustomerMerged::customer),
                          Field("actor", &CustomerMerged::actor));
    }
    friend bool operator==(const CustomerMerged &, const CustomerMerged &) = default;
};

} // namespace domain
