// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/survey.h"

#include "exchange/stagewords.h"
#include "exchange/standins.h"
#include "exchange/takeable.h"
#include "exchange/textcell.h"
#include "exchange/zonecurrency.h"
#include "support/utf8.h"

#include <algorithm>
#include <map>

namespace exchange {

using support::ErrorCode;
using support::failure;
using support::Result;

namespace {

/// More names than this in a column of stages: it is another column.
constexpr std::size_t maxStages = 200;
constexpr std::uint64_t rowsBetweenReports = 4096;
/// So many deals are looked up to learn how their days are written.
constexpr std::size_t maxDaysCompared = 200;

/// What the cells of one column taught.
struct ColumnFacts {
    DateColumn dates;
    MoneyColumn money;
    std::string example = {};
};

/// The orders of dates that columns prove.
class Orders {
public:
    void learn(std::optional<DateOrder> order)
    {
        m_dayFirst = m_dayFirst || order == DateOrder::DayFirst;
        m_monthFirst = m_monthFirst || order == DateOrder::MonthFirst;
    }

    [[nodiscard]] bool any() const { return m_dayFirst || m_monthFirst; }
    /// The order that all of them prove; nothing where they differ, or none proves one.
    [[nodiscard]] std::optional<DateOrder> only() const
    {
        if (m_dayFirst == m_monthFirst)
            return std::nullopt;
        return m_dayFirst ? DateOrder::DayFirst : DateOrder::MonthFirst;
    }

private:
    bool m_dayFirst = false;
    bool m_monthFirst = false;
};

struct TableFacts {
    std::vector<ColumnFacts> columns;
    Orders knownDays = {};                                   ///< that the days of deals show which the workspace knows
    std::size_t daysCompared = 0;                            ///< with those that it knows
    std::map<std::string, std::uint64_t> unknownStages = {}; ///< and how many rows bear them
    std::uint64_t withoutOwner = 0;                          ///< rows of deals
    std::uint64_t withoutCurrency = 0;                       ///< rows with an amount
};

/// What one row says of that which would be asked otherwise.
struct RowSays {
    std::optional<std::string> unknownStage; ///< empty: it is known
    bool owner = false;
    bool amount = false;
    bool currency = false;
};

class Surveyor {
public:
    Surveyor(std::span<const Input> inputs, const ImportContext &context, Recognition &recognition)
        : m_inputs(inputs)
        , m_context(context)
        , m_recognition(recognition)
        , m_usualOrder(usualOrderOf(context.zone))
    {}

    Result<void> run(const Watch &watch)
    {
        for (const TableUse &table : m_recognition.tables)
            m_total += m_inputs[table.file.input].size;
        for (TableUse &table : m_recognition.tables) {
            TableFacts facts{std::vector<ColumnFacts>(table.columns.size(), {DateColumn(m_context.lastDay()), {}})};
            if (const auto read = readTable(table, facts, watch); !read)
                return read;
            settle(table, facts);
            if (!table.file.encodingCertain && table.rows > 0)
                askEncoding(table);
            for (const auto &[stage, rows] : facts.unknownStages)
                m_unknownStages[stage] += rows;
            m_withoutOwner += facts.withoutOwner;
            m_withoutCurrency += facts.withoutCurrency;
            m_done += m_inputs[table.file.input].size;
        }
        askDateOrders();
        askRest();
        return {};
    }

private:
    Result<void> readTable(TableUse &table, TableFacts &facts, const Watch &watch)
    {
        auto source = openRows(m_inputs, table.file);
        if (!source)
            return tl::unexpected(source.error());
        const TableColumns columns(table, *m_recognition.profile, {}, m_context);
        Row row;
        for (;;) {
            const auto more = (*source)->next(row);
            if (!more)
                return tl::unexpected(more.error());
            if (!*more)
                return {};
            if (row.line <= table.headerLine)
                continue;
            if (table.rows++ % rowsBetweenReports == 0) {
                if (watch.stop.stop_requested())
                    return failure(ErrorCode::Cancelled, "", "stopped while looking at the files");
                if (watch.progress)
                    watch.progress(m_done + (*source)->consumed(), m_total);
            }
            if (row.fault == RowFault::None)
                learn(columns, row, facts);
        }
    }

    void learn(const TableColumns &columns, const Row &row, TableFacts &facts) const
    {
        const TableUse &table = columns.table;
        RowSays says;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const Meaning meaning = table.columns[i].meaning;
            const std::string &cell = row.at(i);
            const bool silent = meaning == Meaning::Custom || meaning == Meaning::Ignored;
            noteExample(cell, facts.columns[i]);
            if (silent || isPlaceholder(cell, m_recognition.profile->placeholders))
                continue;
            learnCell(meaning, cell, facts.columns[i]);
            hear(table.columns[i], cell, says);
        }
        compareDay(columns, row, facts);
        const bool needsOwner = table.role == TableRole::Deals && !says.owner;
        const bool needsCurrency = says.amount && !says.currency;
        const bool needsStage = says.unknownStage && !says.unknownStage->empty();
        if ((!needsOwner && !needsCurrency && !needsStage) || !isTakeable(columns, row))
            return;
        facts.withoutOwner += needsOwner ? 1 : 0;
        facts.withoutCurrency += needsCurrency ? 1 : 0;
        if (needsStage)
            countStage(*says.unknownStage, facts.unknownStages);
    }

    void hear(const ColumnUse &column, const std::string &cell, RowSays &says) const
    {
        const Meaning meaning = column.meaning;
        if (meaning == Meaning::Stage && !says.unknownStage)
            says.unknownStage = unknownStage(cell);
        says.owner = says.owner || meaning == Meaning::OwnerId || (meaning == Meaning::OwnerName && namesOne(cell));
        const std::optional<bool> named = holdsMoney(meaning) ? namesCurrency(column, cell) : std::nullopt;
        says.amount = says.amount || named.has_value();
        says.currency = says.currency || meaning == Meaning::Currency || named.value_or(false);
    }

    /// The name of a stage that the profile does not know; empty for one that it knows.
    [[nodiscard]] std::string unknownStage(const std::string &cell) const
    {
        return stageTarget(*m_recognition.profile, cell) ? std::string() : oneLine(cell);
    }

    /// Learns from a deal's day of creation, which the workspace may know, how the file writes its days.
    void compareDay(const TableColumns &columns, const Row &row, TableFacts &facts) const
    {
        const auto cellOf = [&](Meaning meaning) {
            const auto &places = columns.places.at(static_cast<std::size_t>(meaning));
            return places.empty() ? std::string() : oneLine(row.at(places.front()));
        };
        if (columns.table.role != TableRole::Deals || facts.daysCompared == maxDaysCompared)
            return;
        const std::string id = cellOf(Meaning::DealId);
        const std::string day = cellOf(Meaning::CreatedAt);
        if (id.empty() || !m_context.dealStanding || !readsTwoWays(day))
            return;
        ++facts.daysCompared;
        const DealStanding known = m_context.dealStanding(m_recognition.profile->prefix + id, support::Instant::max());
        if (known.deal)
            facts.knownDays.learn(orderOf(day, m_context.zone.dateOf(known.deal->occurredAt())));
    }

    void noteExample(const std::string &cell, ColumnFacts &column) const
    {
        if (column.example.empty() && !isPlaceholder(cell, m_recognition.profile->placeholders))
            column.example = oneLine(cell);
    }

    static void learnCell(Meaning meaning, const std::string &cell, ColumnFacts &column)
    {
        if (holdsDates(meaning))
            column.dates.learn(cell);
        if (holdsMoney(meaning))
            column.money.learn(cell);
    }

    [[nodiscard]] bool namesOne(const std::string &person) const
    {
        return m_context.namesakes.empty() || !m_context.namesakes.contains(foldName(oneLine(person)));
    }

    static void countStage(const std::string &stage, std::map<std::string, std::uint64_t> &unknownStages)
    {
        const auto known = unknownStages.find(stage);
        if (known != unknownStages.end())
            ++known->second;
        else if (unknownStages.size() < maxStages)
            unknownStages.emplace(stage, 1);
    }

    /// Whether the amount in `cell` says its currency; nothing where there is no amount. Which sign separates its fraction is not
    /// known before all cells were seen.
    static std::optional<bool> namesCurrency(const ColumnUse &column, std::string_view cell)
    {
        if (cell.find_first_not_of("0123456789.,- ") == std::string_view::npos) // the most, and quickly seen
            return cell.find_first_of("0123456789") == std::string_view::npos ? std::nullopt : std::optional(!!column.currency);
        for (const DecimalSign sign : {DecimalSign::Point, DecimalSign::Comma}) {
            if (const auto money = parseMoneyCell(cell, sign))
                return money->currency || column.currency;
        }
        return std::nullopt;
    }

    void settle(TableUse &table, const TableFacts &facts)
    {
        Orders proven;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            table.columns[i].order = facts.columns[i].dates.provenOrder();
            proven.learn(table.columns[i].order);
            m_proven.learn(table.columns[i].order);
            settleSign(table.columns[i], facts.columns[i].money);
            table.columns[i].example = facts.columns[i].example;
        }
        if (!proven.any()) {
            proven.learn(facts.knownDays.only());
            m_proven.learn(facts.knownDays.only());
        }
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            ColumnUse &column = table.columns[i];
            const DateColumn &dates = facts.columns[i].dates;
            if (!column.order && !dates.mixed())
                column.order = proven.only(); // a file is written by one hand
            if (dates.ambiguous() && !column.order)
                m_doubtful.push_back({&column, dates.example(), proven.any() || dates.mixed()});
            const bool tellsTheDay =
                holdsDates(column.meaning) && column.meaning != Meaning::CloseDate && column.meaning != Meaning::NextStepDue;
            const auto latest = dates.latest(column.order.value_or(column.usualOrder.value_or(m_usualOrder)));
            if (tellsTheDay && latest && (!table.latest || *table.latest < *latest))
                table.latest = latest;
        }
    }

    void askEncoding(const TableUse &table)
    {
        m_recognition.questions.push_back({QuestionCode::Encoding,
                                           m_inputs[table.file.input].name,
                                           {"GB18030", "windows-1252", "UTF-8"},
                                           std::string(name(table.file.dialect.encoding)),
                                           {}});
    }

    void settleSign(ColumnUse &column, const MoneyColumn &money)
    {
        column.sign = money.provenSign().value_or(column.usualSign.value_or(DecimalSign::Point));
        column.signDoubtful = money.ambiguous() && !column.usualSign;
        if (money.ambiguous())
            m_recognition.questions.push_back({QuestionCode::DecimalSign,
                                               column.header,
                                               {"point", "comma"},
                                               column.sign == DecimalSign::Comma ? "comma" : "point",
                                               money.example()});
    }

    void askDateOrders()
    {
        for (const auto &[column, example, ownFileDiffers] : m_doubtful) {
            if (!ownFileDiffers)
                column->order = m_proven.only(); // another file of the same export proved it
            if (!column->order)
                m_recognition.questions.push_back(
                    {QuestionCode::DateOrder,
                     column->header,
                     {"dmy", "mdy"},
                     column->usualOrder.value_or(m_usualOrder) == DateOrder::MonthFirst ? "mdy" : "dmy",
                     example});
        }
    }

    void askRest()
    {
        const Profile &profile = *m_recognition.profile;
        std::vector<Question> &questions = m_recognition.questions;
        if (m_withoutCurrency > 0 && !profile.currency) {
            const std::string standard = m_context.assumedCurrency().text();
            std::vector<std::string> choices{"CNY", "USD", "EUR", "GBP", "HKD", "JPY", "INR", "BRL"};
            if (std::ranges::find(choices, standard) == choices.end())
                choices.insert(choices.begin(), standard);
            questions.push_back({QuestionCode::Currency, "", std::move(choices), standard, {}, m_withoutCurrency});
        }
        const bool historyTells = std::ranges::any_of(m_recognition.tables, [](const TableUse &table) {
            return table.role == TableRole::History
                   && (table.has(Meaning::OwnerId) || table.has(Meaning::OwnerName) || table.has(Meaning::ActorId));
        });
        if (m_withoutOwner > 0 && !historyTells)
            askOwner();
        for (const auto &[stage, rows] : m_unknownStages) {
            std::vector<std::string> choices = stageChoices(profile);
            questions.push_back({QuestionCode::Stage, stage, choices, choices.front(), stage, rows});
        }
        askRowTimes();
    }

    /// Whom the profile names is here only where the workspace knows them.
    void askOwner()
    {
        const std::string &usual = m_recognition.profile->owner;
        std::vector<std::string> choices{nobodyId};
        if (!usual.empty() && m_context.knowsThing && m_context.knowsThing(domain::Person::type, usual))
            choices.insert(choices.begin(), usual);
        m_recognition.questions.push_back({QuestionCode::Owner, "", choices, choices.front(), {}, m_withoutOwner});
    }

    void askRowTimes()
    {
        for (const TableUse &table : m_recognition.tables) {
            const bool needsTime = table.role == TableRole::Deals || table.role == TableRole::Leads;
            if (needsTime && table.rows > 0 && !table.latest && !hasTimes())
                m_recognition.questions.push_back({QuestionCode::RowTime,
                                                   m_inputs[table.file.input].name,
                                                   {},
                                                   support::toText(m_context.zone.dateOf(m_context.importTime)),
                                                   {},
                                                   table.rows});
        }
    }

    [[nodiscard]] bool hasTimes() const
    {
        return std::ranges::any_of(m_recognition.tables,
                                   [](const TableUse &table) { return table.role == TableRole::History && table.latest; });
    }

    struct Doubt {
        ColumnUse *column;
        std::string example;
        bool ownFileDiffers; ///< its file is written in both orders
    };

    std::span<const Input> m_inputs;
    const ImportContext &m_context;
    Recognition &m_recognition;
    DateOrder m_usualOrder; ///< of the country, where neither file nor profile shows one
    std::uint64_t m_done = 0;
    std::uint64_t m_total = 0;
    Orders m_proven;
    std::vector<Doubt> m_doubtful;
    std::map<std::string, std::uint64_t> m_unknownStages;
    std::uint64_t m_withoutOwner = 0;
    std::uint64_t m_withoutCurrency = 0;
};

} // namespace

Result<void> survey(std::span<const Input> inputs, const ImportContext &context, Recognition &recognition, const Watch &watch)
{
    return Surveyor(inputs, context, recognition).run(watch);
}

} // namespace exchange
