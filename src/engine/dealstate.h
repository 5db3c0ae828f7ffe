// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "engine/compiledplaybook.h"
#include "history/history.h"

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

namespace engine {

enum class Status : std::uint8_t { Open, Won, Lost };

/// A step of the deal's way through its stages, as it was claimed.
struct Move {
    support::Instant at;
    domain::SymbolKey stage; ///< 0: nobody knows which
    int place;               ///< in its pipeline, or -1 for a stage that the playbook does not know
    std::uint32_t number;
};

/// The value of a field: a day, or a hash of the text.
struct FieldValue {
    std::int64_t value = 0;
    std::uint32_t number = 0;
    bool filled = false;
    bool isDate = false;
    support::Instant at = {};      ///< since when it is filled without a break, whatever with
    support::Instant valueAt = {}; ///< since when with this value

    /// Holds `said` from `instant` on; of what it held already it keeps since when.
    void say(FieldValue said, support::Instant instant);

    [[nodiscard]] bool is(const WantedValue &wanted) const { return filled && isDate == wanted.isDate && value == wanted.value; }
};

struct FileState {
    history::File file;
    support::Instant occurred;
    std::size_t kind = 0; ///< slot, or the number of slots for a kind that the playbook does not know
    domain::Verdict verdict = domain::Verdict::Pending;
    support::Instant judged; ///< since when it has this verdict: giving it again changes nothing
    bool duplicate = false;  ///< another file stands for its content
    bool key = false;        ///< counts in the health score
};

struct RoleState {
    domain::SymbolKey contact = 0;
    std::uint32_t number = 0;
    support::Instant at = {}; ///< since when it is filled without a break, whoever with

    void say(domain::SymbolKey who, std::uint32_t fact, support::Instant instant);
};

struct ItemState {
    bool done = false;
    support::Instant at = {}; ///< since when it is done without a break

    void say(bool isDone, support::Instant instant);
};

/// A place in time together with the fact that put it there.
struct Mark {
    support::Instant at;
    std::uint32_t number = 0;
};

/// A version of a contact that is recorded, in the order in which they happened.
struct ContactSaid {
    domain::SymbolKey contact;
    std::uint32_t place;
    Mark mark;
    bool counts; ///< no later version has taken its place at as-of
};

/// The last decision on a rule's flag.
struct Decision {
    std::size_t rule;
    domain::FlagAct act;
    support::Instant at;
    support::Instant until;
};

/// An activity that counts, and what it is to the deal.
struct TalkRead {
    support::Instant at;
    std::uint32_t number;
    std::uint32_t effects; ///< TalkEffect
};

/// What the talk about a deal comes to; each mark is the latest of its kind.
struct TalkState {
    int inquiries = 0;              ///< customer-initiated, in the health window
    support::Instant firstInWindow; ///< when the first of them was, where there is one
    int unanswered = 0;
    int goodTalks = 0;
    int meetingsMissed = 0;
    std::optional<Mark> interaction;
    std::optional<Mark> substance;
    std::optional<Mark> demo;
    std::optional<Mark> inquiry;
    std::optional<Mark> firstInquiry;
    std::optional<Mark> firstResponse; ///< our first contact after the first inquiry
    std::optional<Mark> tender;
    std::optional<Mark> material;
    std::optional<Mark> rivalPrice; ///< both a competitor and a price were named
    bool demoAnswered = false;
    bool inquiryAnswered = false;
};

/// A deal as it was known at an instant: the fold of its facts. Reused from deal to deal, so that nothing is allocated.
struct DealState {
    history::DealIndex deal;
    bool exists = false; ///< its creation counts at as-of
    Mark created;
    domain::SymbolKey customer = 0;
    domain::SymbolKey owner = 0;
    domain::SymbolKey team = 0; ///< named by the deal itself; 0: the owner's
    domain::SymbolKey product = 0;
    domain::SymbolKey lead = 0;
    std::uint32_t currency = 0;
    const CompiledPipeline *pipeline = nullptr; ///< none: unknown to the playbook
    std::size_t pipelineAt = 0;

    Status status = Status::Open;
    support::Instant closed = support::Instant::max();
    std::vector<std::pair<support::Instant, support::Instant>> openSpans; ///< [from, to)

    std::vector<Move> moves;
    int claimed = 0;
    support::Instant claimedSince; ///< later by as long as it was closed since then

    std::optional<std::int64_t> amount;    ///< minor units of `currency`
    std::optional<std::int64_t> wonAmount; ///< minor units of `wonCurrency`; none: the amount was won
    std::uint32_t wonCurrency = 0;
    std::optional<std::int32_t> closeDay;
    std::vector<std::uint32_t> closeFacts;
    int closePushes = 0;
    domain::ForecastCategory category = domain::ForecastCategory::Pipeline;
    std::vector<FieldValue> fields; ///< by slot
    std::vector<ItemState> items;   ///< by slot
    std::vector<RoleState> roles;   ///< by slot
    std::vector<FileState> files;
    std::vector<std::optional<support::Instant>> overridden; ///< by place: since when, the first time
    /// `overridden` as it was before the last move, without what was overridden for that; of no meaning without one.
    std::vector<std::optional<support::Instant>> overriddenBefore;
    std::vector<Mark> payments;
    std::vector<Decision> decisions;
    std::optional<Mark> contactKnown; ///< the customer's newest contact person
    Mark progress;                    ///< the last update, or the creation
    TalkState talk;

    // Room to read in; of no meaning afterwards.
    std::vector<TalkRead> talkRead;
    std::vector<std::uint32_t> fileOrder;
    std::vector<ContactSaid> contactsSaid;

    // What explanations point at.
    std::vector<std::uint32_t> inquiryFacts;
    std::vector<std::uint32_t> unansweredFacts;
    std::vector<std::uint32_t> goodTalkFacts;
    std::vector<std::uint32_t> missedFacts;

    void reset(const CompiledPlaybook &playbook, history::DealIndex index);

    [[nodiscard]] int rolesFilled() const;
    [[nodiscard]] int keyFiles() const;
    [[nodiscard]] bool filled(std::size_t fieldSlot) const { return fields[fieldSlot].filled; }
    [[nodiscard]] const Decision *decisionOn(std::size_t rule) const;
    /// Whether the deal stood in its pipeline's first stage before anyone moved it.
    [[nodiscard]] bool startedUnmoved() const { return moves.empty() || moves.front().at > created.at; }
    /// Whether its time from the creation on is that of a deal in the first stage: it stood there, or nobody knows where else.
    [[nodiscard]] bool beganAtFirst() const { return startedUnmoved() || moves.front().stage == 0; }
    /// Whether the move at this place is a change from one stage to another. Saying where the deal started is none, and between
    /// two that are not both known there is none to see.
    [[nodiscard]] bool isStageChange(std::size_t move) const
    {
        const bool isKnownBefore = move == 0 ? startedUnmoved() && moves[0].place != 0 : moves[move - 1].stage != 0;
        return moves[move].stage != 0 && isKnownBefore;
    }
    [[nodiscard]] bool openAt(support::Instant instant) const;
    /// How much of the time from one instant to another it was closed and not yet reopened: none of that was spent in a stage.
    [[nodiscard]] support::Duration closedTime(support::Instant from, support::Instant to) const;
    /// When the contract was signed: the win, or the entry into the stages from which on it is, where the deal still stands
    /// there. What was taken back is not signed. A stage that the playbook does not know says nothing.
    [[nodiscard]] std::optional<support::Instant> signedAt() const;
};

} // namespace engine
