// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/tableimport.h"

#include "exchange/dating.h"
#include "exchange/importstate.h"
#include "exchange/shortrow.h"

#include <algorithm>
#include <variant>

namespace exchange {

using support::ErrorCode;
using support::failure;
using support::Result;

namespace {

constexpr std::uint64_t rowsBetweenReports = 1024;

std::string kindOf(const domain::Fact &fact)
{
    std::string kind(domain::typeName(fact));
    if (const auto *event = std::get_if<domain::DealEvent>(&fact))
        kind += '.' + std::visit([](const auto &body) { return std::string(std::decay_t<decltype(body)>::kind); }, event->body);
    return kind;
}

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
        for (const TableUse &table : plan.recognition.tables)
            m_total += inputs[table.file.input].size * (table.role == TableRole::History ? 2 : 1);
    }

    Result<ImportCounts> run()
    {
        for (const TableUse &table : m_plan.recognition.tables) {
            if (table.role != TableRole::History)
                continue;
            if (const auto read = eachRow(table, [&](const Row &row) { return learnBegin(row); }); !read)
                return tl::unexpected(read.error());
        }
        m_counts = {};
        for (const TableUse &table : m_plan.recognition.tables) {
            noteDateOrders(table);
            const bool history = table.role == TableRole::History;
            const auto read = history ? eachRow(table, [&](const Row &row) { return gather(row); })
                                      : eachRow(table, [&](const Row &row) { return convert(row); });
            if (!read)
                return tl::unexpected(read.error());
        }
        if (const auto wrong = m_state.things.wrongMerge())
            return failure(ErrorCode::BadChoice, *wrong, "no customer here has this id");
        if (const auto dated = m_dating.finish(); !dated)
            return tl::unexpected(dated.error());
        return std::move(m_counts);
    }

private:
    /// Two columns of one file that are written in two orders are right, or one of them was not exported as it looks.
    void noteDateOrders(const TableUse &table)
    {
        std::string dayFirst;
        std::string monthFirst;
        for (const ColumnUse &column : table.columns) {
            if (!column.order)
                continue;
            std::string &columns = *column.order == DateOrder::DayFirst ? dayFirst : monthFirst;
            columns += (columns.empty() ? "" : ", ") + column.header;
        }
        if (!dayFirst.empty() && !monthFirst.empty())
            m_counts.notes.add("date_orders_differ", dayFirst, monthFirst);
    }

    template <class Use>
    Result<void> eachRow(const TableUse &table, Use use)
    {
        TableUse answered = table;
        answerEncoding(answered);
        const TableColumns columns(table, *m_plan.recognition.profile, m_plan.answers, m_context);
        m_columns = &columns;
        m_input = &m_inputs[table.file.input];
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

    /// First pass over a history: where each deal begins and who had it then.
    Result<void> learnBegin(const Row &row)
    {
        Notes unheard;
        const Cells cells(*m_columns, row, unheard);
        const std::string id = cells.text(Meaning::DealId);
        const auto time =
            row.fault == RowFault::None ? cells.pastTime(Meaning::StageEnteredAt) : Read<std::optional<support::Instant>>();
        if (id.empty() || !time || !*time)
            return {};
        const std::string person = cells.text(m_columns->table.has(Meaning::OwnerId) ? Meaning::OwnerId : Meaning::ActorId);
        const std::string called = cells.text(Meaning::OwnerName);
        const std::string personId = person.empty() ? called : m_state.things.ownId(person);
        HistoryBegin begin{**time, personId, called};
        const auto [entry, fresh] = m_state.begins.try_emplace(m_state.things.ownId(id), begin);
        if (!fresh && begin.first < entry->second.first)
            entry->second = std::move(begin);
        return {};
    }

    /// The rows of one deal stand together but not always in order; they are told in the order of their times.
    Result<void> gather(const Row &row)
    {
        const Cells cells(*m_columns, row, m_counts.notes);
        const std::string id = cells.text(Meaning::DealId);
        constexpr std::size_t maxGroup = 10'000;
        if (id != m_groupId || m_group.size() >= maxGroup) {
            if (const auto flushed = flush(); !flushed)
                return flushed;
            m_groupId = id;
        }
        const auto time = cells.time(Meaning::StageEnteredAt);
        m_group.push_back({time && *time ? **time : support::Instant::min(), row});
        return {};
    }

    Result<void> flush()
    {
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
        if (const auto cut = cutShort(*m_columns, row)) {
            refuse(row, *cut);
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
        m_state.accept(facts);
        for (const Note &note : facts.notes)
            m_counts.notes.add(note.code, note.subject, note.detail);
        for (const Trouble &trouble : cells.leftOut())
            leaveOut(row, trouble);
        for (domain::Record &record : facts.records) {
            ++m_counts.facts;
            ++m_counts.byType[kindOf(record.fact())];
            if (const auto told = m_dating.take({m_columns->table.file.input, row.line}, std::move(record)); !told)
                return told;
        }
        return {};
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

    void refuse(const Row &row, const Trouble &trouble)
    {
        ++m_counts.refused;
        tellRefused(row, trouble, false);
    }

    void leaveOut(const Row &row, const Trouble &trouble)
    {
        ++m_counts.leftOut;
        tellRefused(row, trouble, true);
    }

    void tellRefused(const Row &row, const Trouble &trouble, bool valueOnly)
    {
        ++m_counts.reasons[trouble.reason];
        if (m_handlers.refused)
            m_handlers.refused({m_input->name, row.line, trouble.column, trouble.value, trouble.reason, row.raw, valueOnly,
                                m_columns->table.file.input});
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
    const TableColumns *m_columns = nullptr;
    const Input *m_input = nullptr;
    std::string m_groupId;
    std::vector<TimedRow> m_group;
    std::uint64_t m_done = 0;
    std::uint64_t m_total = 0;
};

} // namespace

std::string ImportPlan::answer(const Question &question) const
{
    const auto found = answers.find(question.key());
    return found == answers.end() ? question.standard : found->second;
}

Result<ImportCounts> importTables(std::span<const Input> inputs, const ImportPlan &plan, const ImportContext &context,
                                  const ImportHandlers &handlers, const std::stop_token &stop)
{
    return Importer(inputs, plan, context, handlers, stop).run();
}

DuplicateFinder finderFor(const ImportContext &context)
{
    DuplicateFinder finder;
    for (const auto &[name, id] : context.customers)
        finder.learnKnown(id, name);
    return finder;
}

std::vector<DuplicatePair> duplicatesIn(const DuplicateFinder &finder, const ImportContext &context)
{
    std::vector<DuplicatePair> pairs = finder.pairs(maxDuplicates);
    const auto spell = [&](const std::string &id, std::string &name) {
        std::string known = context.customerName ? context.customerName(id) : std::string();
        if (!known.empty()) // the finder knows it without its capitals
            name = std::move(known);
    };
    for (DuplicatePair &pair : pairs) {
        spell(pair.first, pair.firstName);
        spell(pair.second, pair.secondName);
    }
    return pairs;
}

Result<ImportPreview> previewImport(std::span<const Input> inputs, const ImportPlan &plan, const ImportContext &context,
                                    std::size_t shown, const Watch &watch)
{
    ImportPreview preview;
    DuplicateFinder finder = finderFor(context);
    const auto keep = [&](const RowPlace &, domain::Record record) -> Result<void> {
        finder.learn(record);
        if (preview.facts.size() < shown)
            preview.facts.push_back(std::move(record));
        return {};
    };
    const auto keepRefusal = [&](const Refusal &refusal) {
        if (preview.refusals.size() < shown)
            preview.refusals.push_back(refusal);
    };
    auto counts = importTables(inputs, plan, context, {keep, keepRefusal, watch.progress}, watch.stop);
    if (!counts)
        return tl::unexpected(counts.error());
    preview.counts = *std::move(counts);
    preview.duplicates = duplicatesIn(finder, context);
    return preview;
}

} // namespace exchange
