// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/tableimport.h"
#include "exchange/things.h"

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace exchange {

/// What the history of a deal says about its beginning, and how its rows stand in the files.
struct HistoryBegin {
    support::Instant first;
    std::string ownerId = {};                          ///< as the file writes it: of who had the deal then, or else of who acted
    std::string ownerName = {};                        ///< where the owner is known by name
    bool tellsOwner = false;                           ///< some row says who had the deal
    support::Instant last = first;                     ///< the latest of its rows
    support::Instant before = support::Instant::min(); ///< the latest of those that do not stand together with the last ones
    std::uint64_t group = 0;                           ///< of rows that stand together: the last one
    support::Instant seen = first;                     ///< the last one that was read
    bool scattered = false;                            ///< an earlier time stands further down, and not next to the later one
    bool tied = false;                                 ///< the same time does

    /// Takes in who had the deal by a row of the time `when`; the earliest counts, or what `isFirst` to be read.
    void hearOwner(const Cells &cells, support::Instant when, bool isFirst);
    /// Takes in a row of the time `when` that stands in the group `number`: above 0 where it is later than the one before it,
    /// below where it is earlier.
    int learn(support::Instant when, std::uint64_t number);
    [[nodiscard]] bool namesSomebody() const { return !ownerId.empty() || !ownerName.empty(); }
};

/// Where a deal stood after the last row of its history.
struct HistoryState {
    std::string stage; ///< a stage's id, "won" or "lost"; empty before the first
    std::string owner;
    std::string amount;
    std::string closeDate;
};

/// What deals and activities take from their lead.
struct KnownLead {
    support::Instant since;
    std::optional<domain::CustomerId> customer;
};

/// What an import has learned from the rows before the one it reads.
struct ImportState {
    ImportState(const ImportPlan &plan, const ImportContext &context);

    /// Makes what an accepted row introduced and claimed known.
    void accept(const RowFacts &facts, const RowPlace &place);
    /// What a stage's name means: by the profile, by a person's answer, or by the question's default.
    [[nodiscard]] std::string stageTarget(const std::string &stage, Notes &notes) const;
    /// Whether nobody says what a stage's name means: neither the profile nor an answer.
    [[nodiscard]] bool isUnheardOf(const std::string &stage) const;
    /// The person of deals that name nobody.
    [[nodiscard]] Read<domain::PersonId> nobody(const Cells &cells, RowFacts &facts);
    /// Who had a deal when its history begins; nobody where that says nothing of one person.
    [[nodiscard]] Read<domain::PersonId> beginner(const HistoryBegin &begin, const Cells &cells, RowFacts &facts);
    /// When the rows of a table held that say no time: the last day the table names, the day a person said, or the import's.
    [[nodiscard]] domain::Times timeOf(const TableUse &table, const std::string &input) const;
    /// The same without the days of other rows: what a deal's row says without a day is so by the day a person said, or the
    /// import's.
    [[nodiscard]] domain::Times timeOf(const std::string &input) const;
    /// Whether a row was taken that is about the deal `id`.
    [[nodiscard]] bool hasRowOf(const std::string &id) const;
    /// The lead `id` of this import, or else of the workspace.
    [[nodiscard]] std::optional<KnownLead> lead(const std::string &id) const;
    /// Whose contact `id` is, by this import or else by the workspace; nothing of one that neither describes.
    [[nodiscard]] std::optional<domain::CustomerId> customerOfContact(const std::string &id) const;

    const ImportPlan &plan;
    const ImportContext &context;
    Things things;
    std::unordered_map<std::string, HistoryBegin> begins; ///< by the deal's id
    std::unordered_map<std::string, HistoryState> histories;
    std::vector<std::pair<SaidEnd, RowPlace>> ends;      ///< of deals that have a history
    std::unordered_map<std::string, std::uint64_t> rows; ///< checksum of the row by kind and id
    /// Checksums of the rows of deals and activities without ids, by the id that is made of what they have in common.
    std::unordered_map<std::string, std::unordered_set<std::uint64_t>> alike;
    std::unordered_map<std::string, KnownLead> leads;
    std::unordered_map<std::string, domain::CustomerId> contactCustomers;
    std::unordered_map<std::string, domain::Text> lostReasons; ///< by the deal's id: of its row, where it has a history
    bool historyHasAmount = false;
    bool historyHasCloseDate = false;
    bool hasDeals = false; ///< a table of deals is part of the import
};

/// Two columns of one file that are written in two orders are right, or one of them was not exported as it looks.
void noteDateOrders(const TableUse &table, Notes &notes);

/// How a row ended that is neither refused nor new.
enum class RowFate : std::uint8_t { Told, Repeated };

/// Claims the id for the row, should it turn out good; Repeated when the same row was, trouble when another row bears the id.
[[nodiscard]] Read<RowFate> claimId(const ImportState &state, const Cells &cells, Meaning idColumn, const std::string &id,
                                    RowFacts &facts);
/// The same of a deal or an activity without an id. Two deals of one customer may bear one name: `id`, made of what stays the
/// same in the next export, gets a number from the second of them on, in their order.
[[nodiscard]] Read<RowFate> claimUnnamed(const ImportState &state, const Cells &cells, Meaning idColumn, std::string &id,
                                         RowFacts &facts);

// One row each, by the role of its table. `input` is the name of the file.
[[nodiscard]] Read<RowFate> personRow(ImportState &state, const Cells &cells, RowFacts &facts);
[[nodiscard]] Read<RowFate> productRow(ImportState &state, const Cells &cells, RowFacts &facts);
[[nodiscard]] Read<RowFate> customerRow(ImportState &state, const Cells &cells, RowFacts &facts);
[[nodiscard]] Read<RowFate> contactRow(ImportState &state, const Cells &cells, RowFacts &facts);
[[nodiscard]] Read<RowFate> leadRow(ImportState &state, const Cells &cells, const std::string &input, RowFacts &facts);
[[nodiscard]] Read<RowFate> dealRow(ImportState &state, const Cells &cells, const std::string &input, RowFacts &facts);
[[nodiscard]] Read<RowFate> historyRow(ImportState &state, const Cells &cells, RowFacts &facts);
/// Where a deal's row says that the deal stands, when all of its history was told: nothing where that goes so far, or where the
/// workspace knows it from an import before. Of an amount and of a planned day the row knows best what stands now; of two stages
/// the one that has a day is surer.
[[nodiscard]] Read<void> historyEnd(const ImportState &state, const SaidEnd &end, RowFacts &facts);
[[nodiscard]] Read<RowFate> activityRow(ImportState &state, const Cells &cells, RowFacts &facts);

} // namespace exchange
