// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/record.h"
#include "exchange/duplicates.h"
#include "exchange/notes.h"
#include "exchange/recognition.h"
#include "exchange/refusal.h"

#include <functional>
#include <map>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace exchange {

/// Where a row stands: the place of its file among the inputs, of its sheet in a workbook, and its line.
struct RowPlace {
    std::size_t input = 0;
    std::size_t sheet = 0;
    std::uint64_t line = 0;
};

/// What is to be imported and how: what was recognised, what a person answered, and which customers are one.
struct ImportPlan {
    Recognition recognition;
    std::map<std::string, std::string> answers; ///< by Question::key; an unanswered question has its default
    std::map<std::string, std::string> merges;  ///< a customer's id → the id of the customer it is

    [[nodiscard]] std::string answer(const Question &question) const;
    /// The file (and sheet) of `inputs` in which a row stands (placeOf).
    [[nodiscard]] std::string nameOf(std::span<const Input> inputs, const RowPlace &place) const;
};

/// Who is told what the tables hold. `fact` may end the import with an error of its own. No fact is told of a row that was
/// refused; the descriptions of things that are new come last, when it is known since when (dating.h).
struct ImportHandlers {
    std::function<support::Result<void>(const RowPlace &place, domain::Record record)> fact;
    std::function<void(const Refusal &refusal)> refused;
    OnBytes progress;
};

/// The interchange format's word for the type of `fact`; "event.won" and the like for events.
[[nodiscard]] std::string kindOf(const domain::Fact &fact);

struct ImportCounts {
    std::uint64_t rows = 0;
    std::uint64_t facts = 0;
    std::uint64_t refused = 0;
    std::uint64_t leftOut = 0;                      ///< values of rows that were taken without them
    std::map<std::string, std::uint64_t> byType;    ///< facts by type; events by "event.kind"
    std::map<RefusalReason, std::uint64_t> reasons; ///< of both
    Notes notes;                                    ///< what was assumed, replaced or passed over

    /// Rows that say word for word what one before them said: they came to nothing.
    [[nodiscard]] std::uint64_t repeated() const { return notes.total("row_repeated"); }
};

/// Turns the rows of the plan's tables into facts, table by table in the order of their roles, in one pass and in memory that
/// grows with the number of things and not of rows. The same files and answers give the same facts, whenever they are imported;
/// but of deals that the context knows, what stands there is told as it stands, and only the rest is new (standing.h). A deal
/// whose row says only the day of its creation was created with the first row of its history, where that is of the same day.
/// Fails with Cancelled, with BadChoice for a merge of a customer that is not there, with an error of `handlers.fact`, and as
/// reading does.
[[nodiscard]] support::Result<ImportCounts> importTables(std::span<const Input> inputs, const ImportPlan &plan,
                                                         const ImportContext &context, const ImportHandlers &handlers,
                                                         const std::stop_token &stop = {});

/// What an import would do, without anything written.
struct ImportPreview {
    ImportCounts counts;
    std::vector<domain::Record> facts; ///< the first ones
    std::vector<Refusal> refusals;     ///< the first ones
    std::vector<DuplicatePair> duplicates;
};

/// A finder that knows the customers of the workspace, to be told of every fact.
[[nodiscard]] DuplicateFinder finderFor(const ImportContext &context);

/// How many pairs of customers that may be one are told at most.
constexpr std::size_t maxDuplicates = 1000;

/// The customers that may be one by what `finder` was told.
[[nodiscard]] std::vector<DuplicatePair> duplicatesIn(const DuplicateFinder &finder, const ImportContext &context);

/// Runs the whole import into nothing, keeping the first `shown` facts and refusals and all possible duplicates.
[[nodiscard]] support::Result<ImportPreview> previewImport(std::span<const Input> inputs, const ImportPlan &plan,
                                                           const ImportContext &context, std::size_t shown,
                                                           const Watch &watch = {});

} // namespace exchange
