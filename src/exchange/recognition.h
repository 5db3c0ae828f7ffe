// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/record.h"
#include "exchange/datecell.h"
#include "exchange/moneycell.h"
#include "exchange/profile.h"
#include "exchange/tablefile.h"

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

namespace exchange {

/// One column of a table and how its cells are read. A person may change the meaning before the import.
struct ColumnUse {
    std::string header;
    Meaning meaning = Meaning::Custom;
    std::string reason = {};             ///< why an ignored column is left out
    std::optional<DateOrder> order = {}; ///< proven by the column
    DecimalSign sign = DecimalSign::Point;
    std::optional<DateOrder> usualOrder = {};       ///< by the profile, where no cell proves one
    std::optional<DecimalSign> usualSign = {};      ///< the same
    bool signDoubtful = false;                      ///< no cell proves it, and some read differently under the other
    bool tenThousands = false;                      ///< the header says 万元: plain numbers count in 10,000s
    std::optional<support::Currency> currency = {}; ///< the header says 万美元: of amounts that name none
    std::string example = {};                       ///< the first cell below that says anything, as one line
};

/// One table as it was recognised.
struct TableUse {
    TableFile file;
    TableRole role = TableRole::Deals;
    std::uint64_t headerLine = 1; ///< the physical line of the header; 0 for a file without one
    std::vector<ColumnUse> columns = {};
    AmountKnown amountKnown = AmountKnown::AtLastChange;
    std::optional<domain::StageId> createdIn = {}; ///< the stage that a deal with a date of creation begins in
    std::map<Meaning, std::string> constants = {};
    double confidence = 0;                    ///< share of the columns that the profile knows
    std::uint64_t rows = 0;                   ///< below the header
    std::optional<support::Date> latest = {}; ///< the last day that a creation, change or move bears

    [[nodiscard]] bool has(Meaning meaning) const;
};

/// What an import cannot know by itself. Each has choices and a default, so that a program can go on without a person.
enum class QuestionCode : std::uint8_t {
    DateOrder,   ///< day or month first? choices dmy, mdy
    DecimalSign, ///< does "1.234" mean a thousand? choices point, comma
    Currency,    ///< of amounts without one; any code is an answer
    Owner,       ///< of deals without one; any person's id is an answer
    RowTime,     ///< when the rows of a table without dates held; any date is an answer
    Stage,       ///< what an unknown stage means; choices are stage ids, won, lost
    Encoding,    ///< choices are the names of encodings
};

struct Question {
    QuestionCode code;
    std::string subject; ///< the column, the stage's name, or the file it is about
    std::vector<std::string> choices;
    std::string standard;   ///< the default
    std::string example;    ///< a cell that shows the doubt
    std::uint64_t rows = 0; ///< how many rows hang on it; 0: it is not counted

    /// Under which an answer is given: "date_order:close_date".
    [[nodiscard]] std::string key() const;
};

[[nodiscard]] std::string_view name(QuestionCode code);

/// What a workspace knows of a deal at an instant: what describes it, and the last event of each kind, from the earliest to the
/// latest.
struct DealStanding {
    std::optional<domain::Record> deal;
    std::vector<domain::Record> events;
};

/// What an import knows about the workspace it goes to: nothing here is asked of a file.
struct ImportContext {
    support::TimeZone zone = support::TimeZone::utc();
    support::Instant importTime;
    /// The day of the person who imports, where it is later than the import's: a sample's clock stands still.
    support::Instant today = {};
    /// The organisation's: that of its deals, or of its country; offered as the default.
    std::optional<support::Currency> currency;
    /// Ids that names already stand for, by the name with its case folded.
    std::map<std::string, std::string> people;
    /// Names that several people bear, and their ids: who is meant by one of these nobody can know.
    std::map<std::string, std::vector<std::string>> namesakes;
    std::map<std::string, std::string> teams;
    std::map<std::string, std::string> customers;
    std::map<std::string, std::vector<std::string>> customerNamesakes; ///< the same of customers
    std::map<std::string, std::string> products;
    std::map<std::string, std::vector<std::string>> productNamesakes; ///< and of products
    /// True for the id of a deal that the workspace holds already; empty: it holds none.
    std::function<bool(const std::string &id)> knowsDeal;
    /// Where the deal `id` stood there at an instant of the world's time, by all that is known now; empty: the workspace has
    /// none.
    std::function<DealStanding(const std::string &id, support::Instant asOf)> dealStanding;
    /// The same by the events that imports have told, whatever people have decided there since; nothing where nobody has.
    std::function<std::optional<DealStanding>(const std::string &id, support::Instant asOf)> dealImported;
    /// All that imports have told of the deal `id` there and that `DealStanding` may hold, in the order in which it was told;
    /// empty: nothing.
    std::function<std::vector<domain::Record>(const std::string &id)> dealTold;
    /// Customers that somebody said there are one, in an import before: an id that files use → the id of the customer it is.
    std::map<std::string, std::string> merged;
    /// The ids of the deals that are open there now; empty: none is.
    std::function<std::vector<std::string>()> openDeals;
    /// What describes the thing `id` of `type` (the interchange format's word) there now; empty: nothing does.
    std::function<std::optional<domain::Record>(std::string_view type, const std::string &id)> describing;
    /// What the customer `id` is called there; empty for one that it does not know.
    std::function<std::string(const std::string &id)> customerName;
    /// True for the id of a thing of `type` (the interchange format's word) that the workspace describes already; empty: none.
    std::function<bool(std::string_view type, const std::string &id)> knowsThing;

    /// What amounts without a currency are in where nobody says it.
    [[nodiscard]] support::Currency assumedCurrency() const;
    /// The last day on which anything can have happened: today, and a day more for who keeps another zone's calendar.
    [[nodiscard]] support::Date lastDay() const;
};

/// A file, or a sheet of one, that an import leaves out.
struct UnusedTable {
    std::string name;
    std::optional<support::Error> unread; ///< why it cannot be read; nothing: it holds nothing the profile knows
};

struct Recognition {
    const Profile *profile = nullptr;
    std::vector<TableUse> tables;
    std::vector<UnusedTable> unused;
    std::vector<Question> questions;
    double confidence = 0;
};

using OnBytes = std::function<void(std::uint64_t done, std::uint64_t total)>;

/// Who looks on while something takes long, and may stop it.
struct Watch {
    OnBytes progress = {};
    std::stop_token stop = {};
};

/// What a person says a column of the files holds.
struct ToldColumn {
    std::string header; ///< case, spaces and punctuation do not matter
    Meaning meaning = Meaning::Custom;
    std::string table = {}; ///< the file (and sheet, as "crm.xlsx / Deals") that has it; empty: any that does
};

/// What a person says of the files before they are looked at; it stands above everything that could be recognised.
struct Told {
    std::string profile = {}; ///< the system they come from; empty: whichever knows them best
    std::vector<ToldColumn> columns = {};
    std::optional<TableRole> rows = {}; ///< what the rows are of tables that no profile knows; those are taken, then
    /// The tables have no header: their first row is one like the others, and their columns are called A, B, …, Z, AA, ….
    bool noHeader = false;
};

/// What the column at `place`, from 0, is called in a table without a header: "A", "B", …, "Z", "AA", ….
[[nodiscard]] std::string columnLetters(std::size_t place);

/// Looks at all of `inputs` together: which system they come from, what each table and column is, how its cells are written,
/// and what only a person can say. A table that no profile knows is read by what is `told` of its columns, with the words of the
/// generic profile for the others. Reads every file at most three times. Fails with UnknownColumns when neither knows any of them
/// (the subject names the first file and its columns), with UnknownProfile when there is none of the told name, with BadChoice
/// for a told column that no table has, with Cancelled, and as reading does where none of the files can be read: of several,
/// those that cannot are unused. `profiles` has to outlive the result.
[[nodiscard]] support::Result<Recognition> recognise(std::span<const Input> inputs, const Profiles &profiles,
                                                     const ImportContext &context, const Told &told = {},
                                                     const Watch &watch = {});

} // namespace exchange
