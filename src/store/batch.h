// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/factrow.h"
#include "domain/record.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <string>

namespace store {

struct File;

/// The place of a fact in the order of arrival, from 1.
using FactNumber = std::uint32_t;
using BatchId = std::int64_t;

enum class BatchKind : std::uint8_t { Import, Edit, Sample };

/// What became of a fact: new, a new version of a known thing, or known already.
enum class Outcome : std::uint8_t { Created, Updated, Unchanged };

struct Appended {
    Outcome outcome;
    /// What was written; without a number when nothing was.
    domain::FactRow row;
    /// The fact that holds only until `row.recorded` from now on; 0 for none.
    FactNumber superseded = 0;
};

struct Summary {
    BatchId batch = 0; ///< 0: an edit without anything new leaves no trace
    std::uint64_t created = 0;
    std::uint64_t updated = 0;
    std::uint64_t unchanged = 0;
    std::uint64_t refused = 0;

    friend bool operator==(const Summary &, const Summary &) = default;
};

/// Facts that are written together: all of them at `commit`, or none. Made by `Workspace::begin`; a batch that goes out of
/// scope uncommitted leaves nothing behind. After a failure of `append` nothing but giving up is left, and every further
/// call repeats that failure.
class Batch {
public:
    Batch(Batch &&other) noexcept;
    Batch(const Batch &) = delete;
    Batch &operator=(const Batch &) = delete;
    Batch &operator=(Batch &&) = delete;
    ~Batch();

    /// Adds a fact; `tag` (a line number) names it in a refusal. What it refers to may come later in the batch. Times that
    /// were assumed say nothing: such a description is unchanged where the version in force says the same.
    [[nodiscard]] support::Result<Appended> append(const domain::Record &record, std::uint64_t tag = 0);

    /// Counts `lines` that were refused before they became facts of this batch.
    void noteRefused(std::uint64_t lines);
    /// Keeps with the batch how many `rows` the files had that it comes from.
    void noteRows(std::uint64_t rows);
    /// Hears of a line that was refused because it names something that is neither in the file nor in the batch, or only
    /// in lines that were refused themselves: DanglingReference with the id. Or because it leaves the currency of a won amount to
    /// its deal, whose amounts have no such fine digits: BadMoney with "amount=" and the amount.
    using RefusalSink = std::function<void(std::uint64_t tag, const support::Error &error)>;
    /// Makes everything durable. Fails without having written anything; with Cancelled where `stop` was asked for by the last
    /// moment at which that is so.
    [[nodiscard]] support::Result<Summary> commit(const RefusalSink &refused = {}, const std::stop_token &stop = {});
    /// Says what `commit` would, with the same refusals, and gives the batch up: nothing is written.
    [[nodiscard]] support::Result<Summary> rehearse(const RefusalSink &refused = {});

private:
    friend class Workspace;
    class Writer;
    explicit Batch(std::unique_ptr<Writer> writer);

    std::unique_ptr<Writer> m_writer;
};

} // namespace store
