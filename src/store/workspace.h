// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/factrow.h"
#include "domain/record.h"
#include "store/batch.h"
#include "store/factmark.h"
#include "support/civil.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace store {

struct File;
class NumberRanges;

struct Settings {
    support::TimeZone timeZone = support::TimeZone::utc(); ///< where the organisation's days are cut
    support::Instant createdAt;
};

enum class Mode : std::uint8_t { ReadWrite, ReadOnly };

/// What a batch is: who wrote it is its kind, and `label` is what people know it by (a file's name).
struct BatchSpec {
    BatchKind kind;
    std::string label;
    support::Instant startedAt;
    std::string actor = {}; ///< the id of the person who did it; empty: nobody in particular
};

[[nodiscard]] std::string_view word(BatchKind kind);

/// A batch in the file. Its facts count unless it was withdrawn.
struct BatchInfo {
    Summary summary;
    BatchSpec spec;
    std::optional<support::Instant> withdrawnAt;
    std::optional<std::uint64_t> rows = {}; ///< of the files it came from; nothing where nobody counted
};

/// What stays of a withdrawn batch because others have told it again.
struct Staying {
    std::uint64_t facts = 0;
    std::vector<BatchId> toldBy = {};
};

/// A fact as it was written, and until when it held.
struct StoredRecord {
    FactNumber number;
    support::Instant until;
    domain::Record record;
};

/// Which facts to read: all living ones, less what is named here.
struct RecordFilter {
    std::optional<std::string> type;      ///< the interchange format's word
    std::optional<support::Instant> asOf; ///< recorded and occurred by then
    std::optional<BatchId> batch;
};

/// How a long pass is followed and ended. `progress` hears a fact's number now and then, and of how many.
struct Watch {
    std::stop_token stop;
    std::function<void(std::uint64_t done, std::uint64_t total)> progress;
};

struct Symbol;

/// What keeps a file whole while it is written.
enum class Journal : std::uint8_t {
    Log,      ///< a write-ahead log: others read meanwhile
    Rollback, ///< the pages as they were: nobody reads meanwhile, but a batch of gigabytes need not find its pages in a log
};

/// A workspace file. One thread at a time uses one Workspace; another thread opens its own for reading, and sees what is
/// committed. Only one program at a time has a file open for writing.
class Workspace {
public:
    /// Makes a new file. Fails with FileExists, FileUnwritable, DiskFull; then there is no file. With Journal::Rollback it is
    /// filled as long as nobody else has it, until `useLog`; every other file has its log.
    [[nodiscard]] static support::Result<Workspace> create(const std::filesystem::path &path, const Settings &settings,
                                                           Journal journal = Journal::Log);
    /// Opens a file. Opened for writing it is brought up to the schema of this program; for reading it stays what it is, also
    /// where an earlier version of the program made it. A file or folder that cannot be written to is opened for reading: ask
    /// `mode`. Fails with FileMissing, FileUnreadable, NotAWorkspace, WorkspaceNewer, WorkspaceDamaged, WorkspaceBusy (another
    /// program has it open for writing).
    [[nodiscard]] static support::Result<Workspace> open(const std::filesystem::path &path, Mode mode = Mode::ReadWrite);

    Workspace(Workspace &&other) noexcept;
    Workspace &operator=(Workspace &&other) noexcept;
    Workspace(const Workspace &) = delete;
    Workspace &operator=(const Workspace &) = delete;
    ~Workspace();

    /// From here on the file is written with a log.
    [[nodiscard]] support::Result<void> useLog();

    [[nodiscard]] const std::filesystem::path &path() const;
    [[nodiscard]] Mode mode() const;
    [[nodiscard]] support::Result<Settings> settings() const;
    /// A word of the program's own about this file, under `key`.
    [[nodiscard]] support::Result<std::optional<std::string>> note(std::string_view key) const;
    [[nodiscard]] support::Result<void> setNote(std::string_view key, std::string_view value);

    /// The numbers of ids and names; `find` gives 0 for what is not in the file.
    [[nodiscard]] const domain::Interner &symbols() const;
    [[nodiscard]] support::Result<Symbol> describe(domain::SymbolKey key) const;

    /// What talk is searched for when it is written. Facts that are in the file keep the signals they were given.
    void useLexicon(domain::Lexicon lexicon);
    /// Fails with WorkspaceReadOnly, and WorkspaceBusy while another batch is open.
    [[nodiscard]] support::Result<Batch> begin(const BatchSpec &spec);

    [[nodiscard]] support::Result<std::vector<BatchInfo>> batches() const;
    [[nodiscard]] support::Result<Staying> staying(BatchId batch) const;
    /// Undoes a batch whole: its facts count nowhere from now on; or all stay, because later batches that count have told all of
    /// them again (`staying`). Fails with UnknownImport, NothingToUndo where it is withdrawn already, and DanglingReference where
    /// another living batch (the subject is its id) builds on it, or has told a part of it again, or where a part only of
    /// another withdrawn batch (the subject) would go on counting: that one is to be restored first.
    [[nodiscard]] support::Result<void> withdraw(BatchId batch, support::Instant now);
    /// Undoes the undoing. Fails with UnknownImport, NothingToUndo where it is not withdrawn, or another batch (the subject)
    /// has brought the same facts since or, withdrawn itself, would count in part only, and DanglingReference where it names a
    /// thing (the subject) that is withdrawn itself.
    [[nodiscard]] support::Result<void> restore(BatchId batch);

    using RowSink = std::function<void(const domain::FactRow &)>;
    /// Passes once over the living facts that came since `after`, in order of arrival, before them those that came earlier and
    /// have another end since. Gives the mark to go on from, or nothing where what came up to `after` is no longer what it was;
    /// then no fact was passed. Fails with Cancelled when stopped.
    [[nodiscard]] support::Result<std::optional<FactMark>> scan(const RowSink &sink, const Watch &watch = {},
                                                                const FactMark &after = {}) const;
    using RecordSink = std::function<support::Result<void>(const StoredRecord &)>;
    using DamageSink = std::function<void(FactNumber number, const support::Error &error)>;
    /// The same over whole facts; a failure of `sink` ends it. A fact whose bytes are damaged is told to `damaged` and passed
    /// over, or where nobody listens ends it; what is wrong with the file itself always does.
    [[nodiscard]] support::Result<void> scanRecords(const RecordFilter &filter, const RecordSink &sink, const Watch &watch = {},
                                                    const DamageSink &damaged = {}) const;
    /// The numbers of one fact, living or withdrawn. Fails with OutOfRange where there is none.
    [[nodiscard]] support::Result<domain::FactRow> row(FactNumber number) const;
    /// One fact, living or withdrawn. Fails with OutOfRange where there is none with this number.
    [[nodiscard]] support::Result<domain::Record> read(FactNumber number) const;

    /// Everything about the deal or customer `subject` by itself, latest occurred first; of a customer, its description, its
    /// leads' and contacts' are left out, and the activities are those that name no deal.
    [[nodiscard]] support::Result<std::vector<domain::FactRow>> timeline(std::span<const domain::SymbolKey> subjects,
                                                                         std::size_t offset, std::size_t limit) const;
    /// The names of these things as they are now; empty for what has none.
    [[nodiscard]] support::Result<std::vector<std::string>> names(std::span<const domain::SymbolKey> keys) const;
    /// The fact that describes the thing `key` now; 0 for what is not described.
    [[nodiscard]] support::Result<FactNumber> describing(domain::SymbolKey key) const;
    /// All living facts that describe the organisation: teams, people, memberships, products, targets, playbooks.
    [[nodiscard]] support::Result<std::vector<StoredRecord>> organisation() const;
    /// The facts that people wrote here, less those that an import has told as well.
    [[nodiscard]] support::Result<NumberRanges> edited() const;
    /// How many of our own facts no server has acknowledged yet.
    [[nodiscard]] support::Result<std::uint64_t> unsent() const;

    /// For the other parts of this layer: what the file consists of is known inside `store` only.
    [[nodiscard]] File &file() const { return *m_file; }

private:
    explicit Workspace(std::unique_ptr<File> file);

    std::unique_ptr<File> m_file;
};

} // namespace store
