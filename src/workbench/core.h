// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "engine/amend.h"
#include "engine/coverage.h"
#include "engine/focus.h"
#include "exchange/profile.h"
#include "store/symboltable.h"
#include "store/workspace.h"
#include "workbench/directory.h"
#include "workbench/historyloader.h"
#include "workbench/kepttoday.h"
#include "workbench/organisation.h"
#include "workbench/remembered.h"
#include "workbench/workbench.h"

#include <array>
#include <atomic>
#include <mutex>

namespace workbench {

/// A playbook version as the engine asks it.
struct PlaybookInForce {
    support::Instant from;
    std::shared_ptr<const engine::CompiledPlaybook> compiled;
    std::shared_ptr<const engine::RuleSet> rules;
};

/// Everything that questions are answered from, as of the last commit. Never changes; a commit makes the next.
struct Snapshot {
    std::shared_ptr<const history::History> history;
    std::shared_ptr<const Organisation> organisation;
    std::vector<PlaybookInForce> playbooks; ///< by `from`; never empty
    std::vector<UnreadPlaybook> unreadPlaybooks;
    std::uint64_t generation = 0;
    /// The generation that read the facts or the playbooks anew. From there on each history is the successor of the last, and a
    /// board of one is amended to a board of another.
    std::uint64_t descent = 0;
    std::uint64_t naming = 0; ///< the generation that last named a deal or a customer

    /// The version in force at `asOf`; before the first was published, the first.
    [[nodiscard]] const PlaybookInForce &playbook(support::Instant asOf) const;
};

/// Symbols that are never added to: a playbook's names that no fact has used stay unknown.
class KnownSymbols final : public domain::Interner {
public:
    explicit KnownSymbols(const domain::Interner &symbols) : m_symbols(symbols) {}
    [[nodiscard]] domain::SymbolKey intern(domain::SymbolKind kind, std::string_view text) override
    {
        return m_symbols.find(kind, text);
    }
    [[nodiscard]] domain::SymbolKey find(domain::SymbolKind kind, std::string_view text) const override
    {
        return m_symbols.find(kind, text);
    }

private:
    const domain::Interner &m_symbols;
};

/// What a workbench consists of.
class Core {
public:
    /// `reader` is the same file once more: questions do not wait for a long write.
    Core(store::Workspace writer, store::Workspace reader, const support::Clock &clock, support::TimeZone zone);

    /// Reads the whole file into the first snapshot.
    [[nodiscard]] support::Result<void> load(const store::Watch &watch);
    /// What has to be read again when playbooks, people or batches changed.
    [[nodiscard]] support::Result<void> reload(Snapshot &next);

    void recompile(Snapshot &next) const;

    [[nodiscard]] std::shared_ptr<const Snapshot> snapshot() const;
    void publish(std::shared_ptr<const Snapshot> next);
    /// The board at `asOf`: kept from the last time, amended from one before, or made now; nothing when stopped.
    [[nodiscard]] std::shared_ptr<const engine::Board> board(const Snapshot &snapshot, support::Instant asOf,
                                                             std::stop_token stop) const;
    /// The latest board up to `asOf` that was made already; nothing when there is none.
    [[nodiscard]] std::shared_ptr<const engine::Board> boardAtHand(const Snapshot &snapshot, support::Instant asOf) const
    {
        return keptBoard(snapshot, asOf).board;
    }
    /// The data time of what is shown as of `asOf`; kept from the last time, since the past is read whole for it.
    [[nodiscard]] support::Instant dataTime(const Snapshot &snapshot, support::Instant asOf) const;
    /// The last correction of what is shown as of `asOf`; kept likewise.
    [[nodiscard]] std::optional<support::Instant> lastCorrection(const Snapshot &snapshot, support::Instant asOf) const;
    /// Which kinds of records there are at all as of `asOf`; kept from the last time.
    [[nodiscard]] engine::Coverage coverage(const Snapshot &snapshot, support::Instant asOf) const;
    [[nodiscard]] engine::When when(support::Instant asOf) const { return {asOf, m_zone}; }
    /// The clock's, or of a sample the day it was made for; never before the last command.
    [[nodiscard]] support::Instant now() const;
    /// The end of the minute that is running: within it boards have one as-of, so that a decision amends the board that is shown.
    [[nodiscard]] support::Instant live() const;
    /// When the next command happens: after the one before, also on a clock that stands still, so that the same decision taken
    /// twice is two facts and the later one holds.
    [[nodiscard]] support::Instant nextCommand() const;
    void commandDone(support::Instant at) { m_lastCommand = at.micros; }
    void announce(const Change &change) const;
    /// The profiles of tables that come with the program.
    [[nodiscard]] const exchange::Profiles &profiles() const { return m_profiles; }
    [[nodiscard]] std::shared_ptr<const Directory> directory(const Snapshot &snapshot, const std::stop_token &stop = {}) const;

    /// Writes `records` as one batch and makes them part of the snapshot.
    [[nodiscard]] support::Result<store::Summary> append(const store::BatchSpec &spec,
                                                         const std::vector<domain::Record> &records);
    /// Takes the facts that a batch wrote into the next snapshot.
    [[nodiscard]] support::Result<void> adopt(const std::vector<store::Appended> &written);
    /// Runs a change that touches any number of facts, and reads the file anew.
    [[nodiscard]] support::Result<void> changeWhole(const std::function<support::Result<void>(store::Workspace &)> &work);

    /// Runs `work` with the file open for writing; one thread at a time.
    template <class Work>
    auto write(Work work)
    {
        const std::lock_guard lock(m_writerMutex);
        return work(m_writer);
    }
    /// Runs `work` with the file open for reading, which sees what is committed; one thread at a time.
    template <class Work>
    auto read(Work work) const
    {
        const std::lock_guard lock(m_readerMutex);
        return work(m_reader);
    }

    [[nodiscard]] domain::SymbolKey keyOf(domain::SymbolKind kind, std::string_view id) const;
    /// The ids and names of things, asked for together.
    [[nodiscard]] std::string textOf(domain::SymbolKey key) const;
    /// The fact that describes a thing now.
    [[nodiscard]] support::Result<domain::Record> described(domain::SymbolKind kind, const std::string &id) const;
    [[nodiscard]] std::vector<std::string> namesOf(const std::vector<domain::SymbolKey> &keys) const;

    const support::Clock &m_clock;
    support::TimeZone m_zone;
    std::optional<support::Instant> m_frozenNow; ///< of a sample, the day it was made for
    std::optional<domain::PersonId> m_actor;
    std::function<void(const Change &)> m_listener;
    bool m_readOnly = false;
    mutable KeptToday m_today;

private:
    [[nodiscard]] NameList namesOn(std::vector<domain::SymbolKey> keys, const std::stop_token &stop) const;
    /// The sample's day, or where work on it went on, the time of its last command.
    [[nodiscard]] support::Result<void> readFrozenNow();

    std::atomic<std::int64_t> m_lastCommand = support::Instant::min().micros;
    std::mutex m_writerMutex;
    store::Workspace m_writer;
    mutable std::mutex m_readerMutex;
    store::Workspace m_reader;
    HistoryLoader m_loader; ///< used by whoever has the reader
    exchange::Profiles m_profiles;
    mutable std::mutex m_directoryMutex;
    mutable std::shared_ptr<const Directory> m_directory;
    mutable std::mutex m_boardMutex; ///< held by who makes a board: each takes all cores, and may be what the next one asks for
    mutable std::mutex m_stateMutex;
    std::shared_ptr<const Snapshot> m_snapshot;
    struct Kept {
        std::uint64_t generation = 0;
        std::uint64_t descent = 0;
        std::shared_ptr<const history::History> history;
        std::shared_ptr<const engine::Board> board;
    };
    /// The latest board up to `asOf` that is this snapshot's or can be amended to it; nothing when there is none.
    [[nodiscard]] Kept keptBoard(const Snapshot &snapshot, support::Instant asOf) const;
    /// Keeps a board that was amended from another, or from none, beside that of now or of the past day last looked at.
    void keepBoard(const Kept &made, const Kept &from) const;

    mutable std::array<Kept, 2> m_boards;
    mutable Remembered<support::Instant> m_dataTime;
    mutable Remembered<std::optional<support::Instant>> m_lastCorrection;
    mutable Remembered<engine::Coverage> m_coverage;
    mutable std::size_t m_nextKept = 0;
};

} // namespace workbench
