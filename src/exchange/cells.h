// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/record.h"
#include "exchange/notes.h"
#include "exchange/recognition.h"
#include "exchange/refusal.h"
#include "exchange/row.h"

#include <tl/expected.hpp>

#include <array>
#include <bitset>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace exchange {

/// Which cell stopped a row from becoming facts, and why.
struct Trouble {
    RefusalReason reason;
    std::string column;
    std::string value;
};

template <class T>
using Read = tl::expected<T, Trouble>;

/// The trouble of the first of `reads` that has one.
template <class... T>
[[nodiscard]] std::optional<Trouble> firstTrouble(const Read<T> &...reads)
{
    std::optional<Trouble> found;
    const auto look = [&](const auto &read) {
        if (!found && !read)
            found = read.error();
    };
    (look(reads), ...);
    return found;
}

/// An amount as the facts take it.
struct Amount {
    domain::Decimal decimal;
    support::Currency currency;
};

/// The key under which a column with this header is kept: keys of the interchange format are not for custom fields.
[[nodiscard]] std::string customKey(const std::string &header);

/// How the rows of one table are read: what was recognised and what was answered, made ready for many rows.
struct TableColumns {
    TableColumns(const TableUse &table, const Profile &profile, const std::map<std::string, std::string> &answers,
                 const ImportContext &context);

    const TableUse &table;
    const Profile &profile;
    support::TimeZone zone;
    std::optional<support::Currency> currency; ///< of amounts that name none
    bool currencyAssumed = false;              ///< nobody said so
    support::Instant future;                   ///< from here on nothing can have happened yet
    std::array<std::vector<std::size_t>, meaningCount> places;
    std::vector<DateOrder> orders;
    std::vector<DecimalSign> signs;
    std::vector<bool> signsDoubtful; ///< nobody has said which it is
};

/// One row under the meanings of its columns. Placeholders count as nothing, known spellings are replaced (and noted).
class Cells {
public:
    Cells(const TableColumns &columns, const Row &row, Notes &notes) : m_columns(columns), m_row(row), m_notes(notes) {}

    /// The text of the first filled column of `meaning`, as one line; its constant, or empty.
    [[nodiscard]] std::string text(Meaning meaning) const;
    [[nodiscard]] Read<std::optional<support::Instant>> time(Meaning meaning) const;
    /// The same of what has happened: a day that is still to come is trouble.
    [[nodiscard]] Read<std::optional<support::Instant>> pastTime(Meaning meaning) const;
    /// The same of what the row can do without: a day that is still to come is left out.
    [[nodiscard]] Read<std::optional<support::Instant>> pastTimeOrNone(Meaning meaning) const;
    [[nodiscard]] Read<std::optional<support::Date>> date(Meaning meaning) const;
    /// Whether the cell of `meaning` holds a day without a time of day.
    [[nodiscard]] bool isWholeDay(Meaning meaning) const;
    /// An amount, in the currency `usual` where neither the row nor a person says which; one below zero is left out, as is one of
    /// which nobody has said whether it has thousands or thousandths: it has finer digits than its currency, and the other
    /// decimal sign makes another amount of it.
    [[nodiscard]] Read<std::optional<Amount>> money(Meaning meaning, std::optional<support::Currency> usual = {}) const;
    [[nodiscard]] Read<std::optional<domain::Name>> name(Meaning meaning) const;
    [[nodiscard]] Read<std::optional<domain::Text>> longText(Meaning meaning) const;
    [[nodiscard]] Read<std::optional<domain::Measures>> behaviour() const;
    /// How sure a deal is taken to be; a word for it that is not known is noted.
    [[nodiscard]] std::optional<domain::ForecastCategory> category() const;
    /// The columns that are kept as they are, under their headers; those of the meanings in `also` with them.
    [[nodiscard]] domain::Extras extras(std::span<const Meaning> also = {}) const;

    /// The trouble with the first column of `meaning` in this row.
    [[nodiscard]] tl::unexpected<Trouble> trouble(Meaning meaning, RefusalReason reason) const;
    /// Leaves the value of `meaning` out of a row that is good without it.
    void leaveOut(Meaning meaning, RefusalReason reason) const;
    /// What was left out of the row.
    [[nodiscard]] const std::vector<Trouble> &leftOut() const { return m_leftOut; }
    /// The trouble of a row that holds an error of a formula where it cannot do without what stood there; elsewhere that is left
    /// out.
    [[nodiscard]] std::optional<Trouble> lostText() const;
    /// Notes the placeholders of the system in any of the row's cells.
    void notePlaceholders() const;

    [[nodiscard]] const TableColumns &columns() const { return m_columns; }
    [[nodiscard]] const Row &row() const { return m_row; }
    [[nodiscard]] Notes &notes() const { return m_notes; }

private:
    /// The column of the first filled cell of `meaning`.
    [[nodiscard]] std::optional<std::size_t> filled(Meaning meaning) const;
    [[nodiscard]] Read<std::optional<DateCell>> dateCell(Meaning meaning) const;
    /// Whether `money`, read in the column at `place` as an amount of `currency`, may be another one.
    [[nodiscard]] bool isDoubtful(const MoneyCell &money, std::size_t place, support::Currency currency) const;
    /// How many zeros the header adds to the number in the column at `place`.
    [[nodiscard]] int zerosOf(std::size_t place) const;
    /// `decimal` as `currency` can pay it: what is computed has finer digits than that, which are rounded and noted.
    [[nodiscard]] std::string wholeUnits(const std::string &decimal, support::Currency currency, const std::string &column) const;

    const TableColumns &m_columns;
    const Row &m_row;
    Notes &m_notes;
    mutable std::vector<Trouble> m_leftOut;
    mutable std::bitset<meaningCount> m_replaced; ///< noted already: a text may be asked for more than once
};

} // namespace exchange
