// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/cells.h"
#include "exchange/merges.h"
#include "exchange/tableimport.h"

#include <map>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace exchange {

/// The kinds of things, as they stand before ids and names.
namespace thing {
inline constexpr char person = 'p';
inline constexpr char team = 't';
inline constexpr char customer = 'c';
inline constexpr char product = 'g';
} // namespace thing

/// Since when a row says that its deal stands as it does.
struct StandsSince {
    std::optional<support::Instant> day;     ///< of the stage or of the end; nothing where the row has none
    std::optional<support::Instant> touched; ///< the last change, or move to a stage, that the row knows of
    bool assumed = false;                    ///< no cell says `day`: one that is known already stands above it
    bool saysWhy = true;                     ///< the table has a column for why a deal was lost
    bool timeless = false;                   ///< nothing in the row says when it was so: its age is asked of it as a whole
};

/// Where a deal's row says that the deal stands, while the deal's history is still to be heard.
struct SaidEnd {
    domain::DealId deal;
    std::string target; ///< a stage's id, "won" or "lost"; empty of an amount or a planned day
    domain::EventBody body;
    StandsSince since;
};

/// The facts of one row, and the things that it is the first to name. They count only when the whole row is good.
struct RowFacts {
    std::vector<domain::Record> records;
    std::vector<std::string> introduced;
    std::vector<std::pair<std::string, std::string>> named;    ///< a thing's kind and folded name, and its id
    std::vector<std::pair<std::string, std::uint64_t>> claims; ///< ids that rows of this import bear, with the row's checksum
    std::vector<SaidEnd> ends;
    std::optional<std::pair<std::string, std::uint64_t>> unnamed; ///< an id that rows share, and the row's checksum
    std::vector<Note> notes;                                      ///< made only of a row that is taken
    std::vector<domain::Record> repeated;                         ///< of `records` what the workspace has word for word
    /// What is told of it instead, should its table be one of an older export (toldbefore.h).
    std::optional<std::vector<domain::Record>> asOlder;

    [[nodiscard]] Read<void> add(domain::Fact fact, domain::Times times, domain::Extras extras = {});
    /// Adds what the workspace has, so that it stays also without the import that brought it.
    void repeat(const domain::Record &known);
    /// Whether it says anything that the workspace does not have.
    [[nodiscard]] bool isNews() const { return records.size() > repeated.size(); }
};

/// The people, teams, customers and products that rows refer to, by id or only by name. A thing is described by a fact the
/// first time it is named, unless the workspace knows it; one that has only a name gets an id made of the name, the same in
/// every import.
class Things {
public:
    Things(const ImportPlan &plan, const ImportContext &context);

    /// Makes the things that an accepted row introduced known.
    void accept(const RowFacts &facts);

    /// The person in the owner's columns; nothing where they are empty, or hold no more than a name that several people bear.
    [[nodiscard]] Read<std::optional<domain::PersonId>> owner(const Cells &cells, RowFacts &facts);
    /// The person whom a file knows by `id`, or else by `name`, of a row's team; nothing for a name that several people bear.
    [[nodiscard]] Read<std::optional<domain::PersonId>> whom(const std::string &id, const std::string &name, const Cells &cells,
                                                             RowFacts &facts);
    /// The person who did what a row tells, or nothing.
    [[nodiscard]] Read<std::optional<domain::PersonId>> actor(const Cells &cells, RowFacts &facts);
    /// The person with this id (as the facts bear it) and name, a rep of the team that `cells` name. Without a name it is called
    /// by its id, unless the workspace knows it.
    [[nodiscard]] Read<domain::PersonId> person(const std::string &id, const std::string &name, const Cells &cells,
                                                RowFacts &facts);
    /// The customer in its columns; nothing where they are empty, or hold no more than a name that several customers bear.
    [[nodiscard]] Read<std::optional<domain::CustomerId>> customer(const Cells &cells, RowFacts &facts);
    /// A customer of this name that stands for the one a deal does not have; marked by the custom field `assumedCustomer`.
    [[nodiscard]] Read<domain::CustomerId> customerFor(const std::string &deal, const std::string &name, RowFacts &facts);
    /// The product, likewise.
    [[nodiscard]] Read<std::optional<domain::ProductId>> product(const Cells &cells, RowFacts &facts);

    /// A merge that names what is not there, or leads in a circle: the id at fault. Asked when all rows were read.
    [[nodiscard]] std::optional<std::string> wrongMerge() const;

    /// What this import says of customers that are one and none before it did, as facts.
    [[nodiscard]] RowFacts newMerges() const;

    /// `id` as it stands in a file, made an id of this system's.
    [[nodiscard]] std::string ownId(const std::string &id) const { return m_profile.prefix + id; }
    /// Descriptions say no time: they hold from the import on, unless other facts show that they held before (dating.h).
    [[nodiscard]] domain::Times described() const { return {m_context.importTime, m_context.importTime, true}; }

private:
    /// Adds the fact of a customer with what the row says about it.
    [[nodiscard]] Read<void> describe(domain::Customer customer, const Cells &cells, RowFacts &facts);
    [[nodiscard]] Read<domain::TeamId> team(const Cells &cells, RowFacts &facts);
    /// The team in the column of `named` that is called so. One that the workspace knows stays what it is there, but for the
    /// region that a row puts it into.
    [[nodiscard]] Read<domain::TeamId> teamCalled(const std::string &called, Meaning named, std::optional<domain::TeamId> region,
                                                  RowFacts &facts);
    /// The id that a thing of `kind` has under `name`: the workspace's, this import's, or one made of the name.
    [[nodiscard]] std::string idFor(char kind, const std::string &id, const std::string &name) const;
    /// True when a fact is due: the first time that a thing of `kind` is named, unless the workspace knows it and the table
    /// only mentions it (`describes` false).
    [[nodiscard]] bool introduce(char kind, const std::string &id, const std::string &name, RowFacts &facts,
                                 bool describes = false) const;

    /// The same of a thing that is mentioned by its id alone: what the workspace describes stays as it is described, and of
    /// anything else it is told that it has no name.
    [[nodiscard]] bool introduceUnnamed(char kind, const std::string &id, RowFacts &facts) const;
    /// Who leads the team that `cells` name; empty where that is a name that several people bear.
    [[nodiscard]] std::string manager(const Cells &cells) const;
    /// Whether `name` alone leaves open which of several things of the workspace is meant.
    [[nodiscard]] bool isShared(char kind, const std::string &name) const;
    /// The same of what a row mentions by `id` and `name`, and noted.
    [[nodiscard]] bool choosesNone(char kind, const std::string &id, const std::string &name, const Cells &cells,
                                   RowFacts &facts) const;
    /// `id` as it stands in a file.
    [[nodiscard]] std::string bareId(const std::string &id) const;

    const ImportPlan &m_plan;
    const Profile &m_profile;
    const ImportContext &m_context;
    Merges m_merges;
    std::unordered_set<std::string> m_known;
    std::unordered_map<std::string, std::string> m_ids; ///< by kind and folded name
};

/// The trouble of a row whose customer nobody knows: it names none, or only by a name that several bear.
[[nodiscard]] tl::unexpected<Trouble> withoutCustomer(const Cells &cells);

/// An id made of a name: the name itself, or its start and a checksum where it is longer than an id may be.
[[nodiscard]] std::string idFromName(const std::string &name);

/// FNV-1a, 64 bit: tells rows apart within one import; nothing secret hangs on it.
[[nodiscard]] std::uint64_t checksum(std::string_view text);

} // namespace exchange
