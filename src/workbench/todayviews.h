// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/words.h"

#include "workbench/dealsummary.h"

#include <utility>

namespace workbench {

enum class FlagState : std::uint8_t { Open, Acknowledged, Snoozed, Resolved, Dismissed };

struct QuotedMeasure {
    domain::Measure measure;
    double value = 0;
};

/// Something that is missing, named by the playbook (a role, a field, files, a prompt) or by its kind alone.
struct MissingItem {
    domain::Missing kind;
    std::vector<std::string> ids = {};     ///< any one of them would do
    std::vector<domain::Label> names = {}; ///< of each, or one of them all together
};

struct TaskView {
    std::string id;
    domain::TaskKind kind = domain::TaskKind::Task;
    std::string title;
    std::string assignee;
    std::optional<support::Date> due;
    domain::TaskState state = domain::TaskState::Open;
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
    std::optional<support::Instant> since; ///< holds without a break since then, where that can be told
    bool heldLonger = false;               ///< and before it: no further back was looked
    FlagState state = FlagState::Open;
    std::optional<support::Instant> until; ///< end of the snooze
    std::optional<TaskView> task;          ///< given because of it, and not done yet
    std::vector<RecordRef> records;
    std::vector<domain::PersonRole> notify;
    double rank = 0;  ///< money × urgency × actionability
    double money = 0; ///< in major units of `moneyCurrency`, or of the deal's own
    /// Set where the deal is in another currency than the board is ranked in: its amount was compared within its own, and `money`
    /// is as many times the usual amount in this one (engine/flags.h).
    std::optional<support::Currency> moneyCurrency = {};
    double urgency = 0;
    double actionability = 0;
};

/// A flag about a person or a lead.
struct FlagAbout {
    std::string id;
    std::string name; ///< of a lead, its customer's; empty where none is known
    Flag flag;
    std::string customerId = {}; ///< of a lead, where one is known
    std::string ownerId = {};    ///< of a lead, who looks after it
    std::string owner = {};
    std::string source = {}; ///< of a lead, where it came from
    double ageDays = 0;      ///< of a lead
};

struct TodayItem {
    DealSummary deal;
    std::vector<Flag> flags; ///< the reason for being here first
    int place = 0;           ///< 1 is first
    bool isNew = false;      ///< was not flagged on the day that is compared with
};

/// The counts of another day, to be compared.
struct DayCounts {
    std::size_t flagged = 0;
    std::size_t open = 0;
    std::size_t red = 0;
    std::size_t gone = 0; ///< flagged then, and not any more
};

/// The first thing that time alone will bring about on an open deal: the day on which it is expected to close, or on which it has
/// been in its stage for as long as it may.
struct Upcoming {
    enum class Kind : std::uint8_t { CloseDate, StageLimit } kind = Kind::CloseDate;
    support::Date day;
    std::string deal;
    std::string customer; ///< empty where it is not known
};

struct Today {
    support::Instant asOf;
    support::Instant dataTime;     ///< the newest recorded fact that counts; min() where none does
    std::vector<TodayItem> listed; ///< within the focus budget
    std::vector<TodayItem> below;  ///< the first below the line, in order
    std::size_t belowTotal = 0;    ///< how many are below the line in all
    std::size_t openDeals = 0;
    std::size_t redDeals = 0;
    std::size_t strayDeals = 0;               ///< open, in a stage that the playbook does not know; told where nothing is flagged
    std::optional<Upcoming> upcoming;         ///< told where nothing is flagged
    bool judgesHealth = true;                 ///< false where nobody records what the health is made of
    std::size_t snoozed = 0;                  ///< deals that are flagged, but snoozed or dismissed
    std::size_t othersSnoozed = 0;            ///< leads and persons that are
    std::optional<support::Instant> nextWake; ///< when the next snooze ends, on a deal, a lead or a person
    std::vector<domain::Label> silent;        ///< rules that had nothing to go by: no such records are kept here
    std::vector<FlagAbout> people;            ///< about persons of the scope
    std::vector<FlagAbout> leads;             ///< about leads of theirs, the gravest and those that came in last first
    std::size_t leadsTotal = 0;               ///< how many are flagged in all
    std::size_t openLeads = 0;                ///< how many there are, flagged or not, of which no deal has come
    std::optional<DayCounts> compared;        ///< where another day was asked for
};

/// How much of the lists that have no end a screen is given, and with what it is compared.
struct Reach {
    std::size_t below = 200;                       ///< deals below the line
    std::size_t leads = 200;                       ///< flagged leads
    std::optional<support::Instant> compared = {}; ///< the other instant, with its own organisation and playbook
};

/// The deals that a count of the day's list counts.
enum class Counted : std::uint8_t { Open, Red, PutAside };

struct CountedDeals {
    Counted which = Counted::Open;
    std::vector<DealSummary> deals; ///< the worst health first, where they are open
    std::size_t total = 0;          ///< how many they are in all
    int playbookVersion = 0;
    support::Instant dataTime;
};

} // namespace workbench
