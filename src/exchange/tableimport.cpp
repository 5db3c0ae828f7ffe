// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/tableimport.h"

#include "exchange/dating.h"
#include "exchange/gatheredrows.h"
#include "exchange/importstate.h"
#include "exchange/missingdeals.h"
#include "exchange/shortrow.h"
#include "exchange/toldbefore.h"

#include <algorithm>
#include <limits>
#include <utility>
#include <variant>

namespace exchange {

using support::ErrorCode;
using support::failure;
using support::Result;

namespace {

constexpr std::uint64_t rowsBetweenReports = 1024;

/// Runs the tables of a plan one after the other.
class Importer {
public:
    Importer(std::span<const Input> inputs, const ImportPlan &plan, const ImportContext &context, const ImportHandlers &handlers,
             const std::stop_token &stop)
        : m_inputs(inputs)
        , m_plan(plan)
        , m_context(context)
        , m_handlers(handlers)
        , m_stop(stop)
        , m_state(plan, context)
        , m_dating(context, handlers.fact)
    {
        m_trends.resize(plan.recognition.tables.size());
        m_tables.reserve(plan.recognition.tables.size());
        for (const TableUse &table : plan.recognition.tables)
            m_tables.emplace_back(table, *plan.recognition.profile, plan.answers, context);
        for (const TableUse &table : plan.recognition.tables)
            m_total += inputs[table.file.input].size * (table.role == TableRole::History ? 2 : 1);
    }

    Result<ImportCounts> run()
    {
        for (const TableColumns &columns : m_tables) {
            if (columns.table.role != TableRole::History)
                continue;
            if (const auto read = eachRow(columns, [&](const Row &row) { return learnBegin(row); }); !read)
                return tl::unexpected(read.error());
        }
        settleTies();
        m_counts = {};
        for (const TableColumns &columns : m_tables) {
            noteDateOrders(columns.table, m_counts.notes);
            if (columns.table.rows == 0)
                m_counts.notes.add("no_rows", exchange::placeOf(m_inputs, columns.table.file));
            if (const auto read = tellTable(columns); !read)
                return tl::unexpected(read.error());
        }
        if (const auto ended = tellScattered().and_then([&] { return tellEnds(); }); !ended)
            return tl::unexpected(ended.error());
        if (const auto wrong = m_state.things.wrongMerge())
            return failure(ErrorCode::BadChoice, *wrong, "no customer here has this id");
        RowFacts merges = m_state.things.newMerges();
        if (const auto dated = tellFacts({}, merges).and_then([&] { return m_dating.finish(); }); !dated)
            return tl::unexpected(dated.error());
        noteMissingDeals(m_state, m_counts.notes);
        return std::move(m_counts);
    }

private:
    Result<void> tellTable(const TableColumns &columns)
    {
        if (columns.table.role == TableRole::History)
            return eachRow(columns, [&](const Row &row) { return gather(row); });
        const auto heard = columns.table.role == TableRole::Activities ? tellScattered() : Result<void>();
        return heard.and_then([&] { return eachRow(columns, [&](const Row &row) { return convert(row); }); }).and_then([&] {
            return tellDoubtful();
        });
    }

    void turnTo(const TableColumns &columns)
    {
        m_columns = &columns;
        m_input = &m_inputs[columns.table.file.input];
    }

    template <class Use>
    Result<void> eachRow(const TableColumns &columns, Use use)
    {
        const TableUse &table = columns.table;
        TableUse answered = table;
        answerEncoding(answered);
        turnTo(columns);
        auto source = openRows(m_inputs, answered.file);
        if (!source)
            return tl::unexpected(source.error());
        Row row;
        for (;;) {
            const auto more = (*source)->next(row);
            if (!more)
                return tl::unexpected(more.error());
            if (!*more)
                break;
            if (row.line <= table.headerLine)
                continue;
            if (const auto reported = report((*source)->consumed()); !reported)
                return reported;
            if (const auto used = use(row); !used)
                return used;
        }
        m_done += m_input->size;
        endGroup();
        return flush();
    }

    void answerEncoding(TableUse &table) const
    {
        const auto answer =
            m_plan.answers.find(Question{QuestionCode::Encoding, m_inputs[table.file.input].name, {}, {}, {}}.key());
        for (const Encoding encoding : {Encoding::Utf8, Encoding::Gb18030, Encoding::Cp1252}) {
            if (answer != m_plan.answers.end() && answer->second == name(encoding))
                table.file.dialect.encoding = encoding;
        }
    }

    Result<void> report(std::uint64_t consumed)
    {
        if (m_counts.rows++ % rowsBetweenReports != 0)
            return {};
        if (m_stop.stop_requested())
            return failure(ErrorCode::Cancelled, m_input->name, "the import was stopped");
        if (m_handlers.progress)
            m_handlers.progress(m_done + consumed, m_total);
        return {};
    }

    /// Counts the rows that stand together; one group is no longer than what is held in memory.
    void countGroup(const std::string &id)
    {
        constexpr std::uint64_t maxGroup = 10'000;
        if (id != m_groupId || m_groupRows >= maxGroup)
            endGroup();
        m_groupId = id;
        ++m_groupRows;
    }

    void endGroup()
    {
        ++m_groupNumber;
        m_groupRows = 0;
        m_groupId.clear();
    }

    /// First pass over a history: where each deal begins, who had it then, and whether its rows can be told as they come.
    Result<void> learnBegin(const Row &row)
    {
        Notes unheard;
        const Cells cells(*m_columns, row, unheard);
        const std::string id = cells.text(Meaning::DealId);
        countGroup(id);
        const auto time =
            row.fault == RowFault::None ? cells.pastTime(Meaning::StageEnteredAt) : Read<std::optional<support::Instant>>();
        if (id.empty() || !time || !*time)
            return {};
        const auto [entry, fresh] = m_state.begins.try_emplace(m_state.things.ownId(id), HistoryBegin{.first = **time});
        HistoryBegin &begin = entry->second;
        begin.hearOwner(cells, **time, fresh);
        if (fresh)
            begin.group = m_groupNumber;
        m_trends[tableIndex()] += begin.learn(**time, m_groupNumber);
        return {};
    }

    /// Which order equal times stand in is known when the whole of a history was read.
    void settleTies()
    {
        if (std::ranges::none_of(m_trends, [](std::int64_t trend) { return trend < 0; }))
            return;
        for (auto &[id, begin] : m_state.begins)
            begin.scattered = begin.scattered || begin.tied;
    }

    /// The rows of one deal mostly stand together but not always in order; they are told in the order of their times. Where
    /// they come apart and out of order, as in a log that begins with the newest, all rows of the deal are kept until the last.
    Result<void> gather(const Row &row)
    {
        const Cells cells(*m_columns, row, m_counts.notes);
        const std::string id = cells.text(Meaning::DealId);
        const std::uint64_t group = m_groupNumber;
        countGroup(id);
        if (group != m_groupNumber) {
            if (const auto flushed = flush(); !flushed)
                return flushed;
        }
        const auto read = cells.time(Meaning::StageEnteredAt);
        const support::Instant time = read && *read ? **read : support::Instant::min();
        const auto begin = m_state.begins.find(m_state.things.ownId(id));
        if (begin == m_state.begins.end() || !begin->second.scattered) {
            m_group.push_back({time, row});
            return {};
        }
        const std::uint64_t order = newestFirst() ? std::numeric_limits<std::uint64_t>::max() - row.line : row.line;
        return m_scattered.add({id, time, order, tableIndex(), row});
    }

    [[nodiscard]] std::size_t tableIndex() const { return static_cast<std::size_t>(m_columns - m_tables.data()); }

    /// Of rows with one time, the lower one happened first in a file that begins with the newest.
    [[nodiscard]] bool newestFirst() const { return m_trends[tableIndex()] < 0; }

    Result<void> tellScattered()
    {
        return m_scattered.each([&](const GatheredRows::Entry &entry) -> Result<void> {
            turnTo(m_tables[entry.table]);
            if (m_stop.stop_requested())
                return failure(ErrorCode::Cancelled, m_input->name, "the import was stopped");
            return convert(entry.row);
        });
    }

    /// A history that stops before its deal does leaves the deal open for good: the row of the deal knows better.
    Result<void> tellEnds()
    {
        for (const auto &[end, place] : std::exchange(m_state.ends, {})) {
            RowFacts facts;
            const auto ended = historyEnd(m_state, end, facts);
            if (!ended)
                leaveOut(place, {}, ended.error());
            if (!ended || facts.records.empty())
                continue;
            if (!end.target.empty())
                m_counts.notes.add("history_stops", end.target);
            if (const auto told = tellFacts(place, facts); !told)
                return told;
        }
        return {};
    }

    Result<void> tellDoubtful()
    {
        for (auto &[place, facts] : m_doubtful.settle()) {
            if (const auto told = tellFacts(place, facts); !told)
                return told;
        }
        return {};
    }

    Result<void> tellFacts(const RowPlace &place, RowFacts &facts)
    {
        for (const Note &note : facts.notes)
            m_counts.notes.add(note.code, note.subject, note.detail);
        for (domain::Record &record : facts.records) {
            ++m_counts.facts;
            ++m_counts.byType[kindOf(record.fact())];
            if (const auto told = m_dating.take(place, std::move(record)); !told)
                return told;
        }
        return {};
    }

    Result<void> flush()
    {
        if (m_columns != nullptr && newestFirst())
            std::ranges::reverse(m_group);
        std::ranges::stable_sort(m_group, {}, &TimedRow::time);
        for (const TimedRow &timed : std::exchange(m_group, {})) {
            if (const auto converted = convert(timed.row); !converted)
                return converted;
        }
        return {};
    }

    Result<void> convert(const Row &row)
    {
        if (row.fault != RowFault::None) {
            refuse(row, {reasonOf(row.fault), {}, {}});
            return {};
        }
        if (row.wrapped)
            m_counts.notes.add("row_unwrapped");
        const Cells cells(*m_columns, row, m_counts.notes);
        if (const auto trouble = unfit(cells)) {
            refuse(row, *trouble);
            return {};
        }
        cells.notePlaceholders();
        RowFacts facts;
        const auto fate = dispatch(cells, facts);
        if (!fate) {
            refuse(row, fate.error());
            return {};
        }
        if (*fate == RowFate::Repeated)
            return {};
        const RowPlace place = placeOf(row);
        m_state.accept(facts, place);
        for (const Trouble &trouble : cells.leftOut())
            leaveOut(place, row.raw, trouble);
        return m_doubtful.keep(place, facts) ? Result<void>() : tellFacts(place, facts);
    }

    Read<RowFate> dispatch(const Cells &cells, RowFacts &facts)
    {
        switch (m_columns->table.role) {
        case TableRole::People: return personRow(m_state, cells, facts);
        case TableRole::Products: return productRow(m_state, cells, facts);
        case TableRole::Customers: return customerRow(m_state, cells, facts);
        case TableRole::Contacts: return contactRow(m_state, cells, facts);
        case TableRole::Leads: return leadRow(m_state, cells, m_input->name, facts);
        case TableRole::Deals: return dealRow(m_state, cells, m_input->name, facts);
        case TableRole::History: return historyRow(m_state, cells, facts);
        case TableRole::Activities: return activityRow(m_state, cells, facts);
        }
        return RowFate::Repeated;
    }

    [[nodiscard]] RowPlace placeOf(const Row &row) const
    {
        return {m_columns->table.file.input, m_columns->table.file.sheet, row.line};
    }

    void refuse(const Row &row, const Trouble &trouble)
    {
        ++m_counts.refused;
        tellRefused(placeOf(row), row.raw, trouble, false);
    }

    void leaveOut(const RowPlace &place, const std::string &raw, const Trouble &trouble)
    {
        ++m_counts.leftOut;
        tellRefused(place, raw, trouble, true);
    }

    void tellRefused(const RowPlace &place, const std::string &raw, const Trouble &trouble, bool valueOnly)
    {
        ++m_counts.reasons[trouble.reason];
        if (!m_handlers.refused)
            return;
        m_handlers.refused({m_plan.nameOf(m_inputs, place), place.line, trouble.column, trouble.value, trouble.reason, raw,
                            valueOnly, place.input, place.sheet});
    }

    struct TimedRow {
        support::Instant time;
        Row row;
    };

    std::span<const Input> m_inputs;
    const ImportPlan &m_plan;
    const ImportContext &m_context;
    const ImportHandlers &m_handlers;
    const std::stop_token &m_stop;
    ImportState m_state;
    Dating m_dating;
    ImportCounts m_counts;
    std::vector<TableColumns> m_tables; ///< of the plan, in its order
    std::vector<std::int64_t> m_trends; ///< by table: how many rows of a history are later than the one before of their deal,
                                        ///< less those that are earlier
    const TableColumns *m_columns = nullptr;
    const Input *m_input = nullptr;
    std::string m_groupId;
    std::uint64_t m_groupRows = 0;
    std::uint64_t m_groupNumber = 0;
    GatheredRows m_scattered;
    DoubtfulRows m_doubtful;
    std::vector<TimedRow> m_group;
    std::uint64_t m_done = 0;
    std::uint64_t m_total = 0;
};

} // namespace

Result<ImportCounts> importTables(std::span<const Input> inputs, const ImportPlan &plan, const ImportContext &context,
                                  const ImportHandlers &handlers, const std::stop_token &stop)
{
    return Importer(inputs, plan, context, handlers, stop).run();
}

} // namespace exchange
