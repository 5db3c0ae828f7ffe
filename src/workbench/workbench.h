// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "workbench/commands.h"
#include "workbench/views.h"

#include "support/civil.h"
#include "support/clock.h"
#include "support/error.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <stop_token>

namespace store {
enum class Journal : std::uint8_t;
}

namespace workbench {

enum class Access : std::uint8_t { ReadWrite, ReadOnly };

/// How far a long step has come. `total` is 0 while it is not known.
struct Progress {
    std::uint64_t done = 0;
    std::uint64_t total = 0;
};
using OnProgress = std::function<void(Progress)>;

/// What has changed, told once after each commit, on the thread that made the change.
struct Change {
    enum class Kind : std::uint8_t { Facts, Playbook, Import } kind;
    std::vector<std::string> deals; ///< the deals concerned; empty with Import: any
};

/// An applied command and the one that takes it back.
struct Applied {
    Command undo;
    std::size_t facts = 0;
};

class Core;

/// One open workspace. Questions (const) may be asked from any thread, also while another is being answered; commands from one.
class Workbench {
public:
    /// Makes a new workspace file. Fails with FileExists, FileMissing (its folder), FileUnwritable, BadTimeZone.
    [[nodiscard]] static support::Result<std::unique_ptr<Workbench>>
    create(const std::filesystem::path &file, std::string_view timeZone, const support::Clock &clock);
    /// The same for whoever fills it before others may read it (store::Workspace::create).
    [[nodiscard]] static support::Result<std::unique_ptr<Workbench>>
    create(const std::filesystem::path &file, std::string_view timeZone, const support::Clock &clock, store::Journal journal);
    /// Opens a workspace file and loads its history; `progress` counts facts. Fails as the store does, and with Cancelled.
    [[nodiscard]] static support::Result<std::unique_ptr<Workbench>> open(const std::filesystem::path &file, Access access,
                                                                          const support::Clock &clock,
                                                                          const OnProgress &progress = {},
                                                                          std::stop_token stop = {});
    /// Removes a closed workspace file with everything beside it: what a step made that failed later.
    static void discard(const std::filesystem::path &file);
    ~Workbench();
    Workbench(const Workbench &) = delete;
    Workbench &operator=(const Workbench &) = delete;

    [[nodiscard]] std::filesystem::path file() const;
    [[nodiscard]] WorkspaceView identity() const;
    [[nodiscard]] bool readOnly() const;
    [[nodiscard]] support::TimeZone timeZone() const;
    [[nodiscard]] std::uint64_t facts() const;
    [[nodiscard]] support::Instant dataTime() const; ///< the newest recorded fact: when something last came in
    /// When something last happened to a deal, as of all that is known; nothing where nothing did.
    [[nodiscard]] std::optional<support::Instant> lastEvent() const;
    /// Of a sample, the instant at which its clock stands still; nothing for records of people's own.
    [[nodiscard]] std::optional<support::Instant> sampleClock() const;
    [[nodiscard]] support::Instant oldestFact() const; ///< where the time machine starts
    /// The last day on which anything happened to a deal, if that is more than a month ago and no deal was ever planned for a day
    /// from now on, as in an old export; nothing while the records go on, or where there are none. What counts days since then
    /// says little after it.
    [[nodiscard]] std::optional<support::Date> recordsEnded() const;
    [[nodiscard]] std::size_t pending() const;  ///< local facts not sent to a server
    [[nodiscard]] support::Instant now() const; ///< the clock's, or of a sample the day it was made for

    /// The as-of of a screen that shows the present: the end of the minute that is running. A decision in it changes only what it
    /// touches; everything is evaluated again when the minute is over.
    [[nodiscard]] support::Instant live() const;

    /// Who acts: written with every fact. None: nobody in particular.
    void actAs(std::optional<domain::PersonId> person);
    /// Somebody here is `person`: nothing can be written in the name of anybody else.
    [[nodiscard]] bool knows(const domain::PersonId &person) const;

    [[nodiscard]] std::vector<TeamView> organisation(support::Instant asOf) const;
    [[nodiscard]] domain::Playbook playbook(support::Instant asOf) const;
    /// Published versions that are not in force because this program cannot read them; people have to be told.
    [[nodiscard]] std::vector<UnreadPlaybook> unreadPlaybooks() const;

    /// The day's list, with what is below its line and the flagged leads as far as `reach`.
    [[nodiscard]] support::Result<Today> today(const Scope &scope, support::Instant asOf, std::stop_token stop = {},
                                               Reach reach = {}) const;
    /// What one of its counts is made of, as far as `limit` deals.
    [[nodiscard]] support::Result<CountedDeals> counted(const Scope &scope, support::Instant asOf, Counted which,
                                                        std::size_t limit, std::stop_token stop = {}) const;
    [[nodiscard]] support::Result<DealPage> deal(const domain::DealId &deal, support::Instant asOf,
                                                 std::stop_token stop = {}) const;
    /// Deals, customers and people whose names hold `text` or are spelled like it (华胜 by "huasheng", "hs"), at most `limit` of
    /// each, as they are at `asOf` (now, where it is not said); open deals first. The first search of a large workspace reads all
    /// names, unless `prepareSearch` has.
    [[nodiscard]] std::vector<SearchHit> search(std::string_view text, std::size_t limit,
                                                std::optional<support::Instant> asOf = {}) const;
    void prepareSearch(const std::stop_token &stop) const;
    /// The fact with this number, as its line of the interchange format.
    [[nodiscard]] support::Result<std::string> record(std::uint32_t number) const;
    [[nodiscard]] std::vector<BatchView> batches() const;

    /// Writes the facts of `command` in one transaction. Fails with GateRefused (the conditions: `judgeMove`), PastIsReadOnly
    /// never (the caller knows the as-of it shows), UnknownDeal, UnknownPerson, WorkspaceReadOnly and as the store does.
    [[nodiscard]] support::Result<Applied> apply(const Command &command);
    /// What stands against a move, judged by the same function that `apply` asks.
    [[nodiscard]] support::Result<std::vector<UnmetCondition>> judgeMove(const domain::DealId &deal,
                                                                         const domain::StageId &stage) const;

    /// Takes a whole import back, or brings it back.
    [[nodiscard]] support::Result<void> withdrawBatch(std::int64_t batch);
    [[nodiscard]] support::Result<void> restoreBatch(std::int64_t batch);

    void onChange(std::function<void(const Change &)> listener); ///< set before the first change, which may be on any thread

    /// For the other parts of this folder.
    [[nodiscard]] Core &core() const { return *m_self; }
    /// For an answer that is asked more questions later, and may outlive the workbench.
    [[nodiscard]] std::shared_ptr<const Core> shared() const { return m_self; }

private:
    explicit Workbench(std::unique_ptr<Core> self);

    std::shared_ptr<Core> m_self;
};

} // namespace workbench
