// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "store/batch.h"

#include "store/file.h"
#include "store/pending.h"
#include "store/workspace.h"

#include <limits>

namespace store {

using support::ErrorCode;
using support::failure;
using support::Result;

class Batch::Writer {
public:
    static Result<std::unique_ptr<Writer>> begin(File &file, const BatchSpec &spec);

    ~Writer()
    {
        // What was interned since the last commit may be gone now, and a large table has served its purpose.
        m_file.symbols.forget();
    }
    Writer(const Writer &) = delete;
    Writer &operator=(const Writer &) = delete;

    Result<Appended> append(const domain::Record &record, std::uint64_t tag);
    void noteRefused(std::uint64_t lines) { m_summary.refused += lines; }
    void noteRows(std::uint64_t rows) { m_rows = static_cast<std::int64_t>(rows); }
    Result<Summary> commit(const RefusalSink &refused, const std::stop_token &stop);
    Result<Summary> rehearse(const RefusalSink &refused);

private:
    Writer(File &file, BatchSpec spec, Transaction transaction)
        : m_file(file)
        , m_spec(std::move(spec))
        , m_transaction(std::move(transaction))
        , m_pending(*file.connection, file.symbols, file.identities, file.facts)
    {}

    Result<Appended> store(const Candidate &candidate, std::uint64_t tag);
    Result<Appended> write(const Candidate &candidate, std::optional<FactNumber> head, std::uint64_t tag);
    void refuse(const Pending::Line &line);
    std::uint64_t &count(Outcome outcome);
    Result<void> enter();
    Result<void> noteRetold();
    Result<void> settle(const RefusalSink &refused);
    Result<void> finish(const RefusalSink &refused, const std::stop_token &stop);

    File &m_file;
    BatchSpec m_spec;
    Transaction m_transaction;
    Pending m_pending;
    FactNumber m_first = 1;
    FactNumber m_next = 1;
    Summary m_summary;
    std::optional<std::int64_t> m_rows;
    std::vector<bool> m_retold; // by number: facts of earlier batches that were told again
    std::optional<support::Error> m_failed;
};

Result<std::unique_ptr<Batch::Writer>> Batch::Writer::begin(File &file, const BatchSpec &spec)
{
    if (!file.lock)
        return failure(ErrorCode::WorkspaceReadOnly, file.path.string(), "the workspace is open for reading only");
    if (file.connection->inTransaction())
        return failure(ErrorCode::WorkspaceBusy, file.path.string(), "a batch is open already");
    auto transaction = Transaction::write(*file.connection);
    if (!transaction)
        return tl::unexpected(std::move(transaction.error()));
    std::unique_ptr<Writer> writer(new Writer(file, spec, *std::move(transaction)));
    const auto last = file.identities.refresh().and_then(
        [&] { return file.connection->integer("SELECT max(last_number), max(id) FROM batch"); });
    if (!last)
        return tl::unexpected(last.error());
    const auto id = file.connection->integer("SELECT max(id) FROM batch");
    if (!id)
        return tl::unexpected(id.error());
    writer->m_first = writer->m_next = static_cast<FactNumber>(last->value_or(0)) + 1;
    writer->m_summary.batch = id->value_or(0) + 1;
    return writer;
}

std::uint64_t &Batch::Writer::count(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Created: return m_summary.created;
    case Outcome::Updated: return m_summary.updated;
    case Outcome::Unchanged: break;
    }
    return m_summary.unchanged;
}

Result<Appended> Batch::Writer::append(const domain::Record &record, std::uint64_t tag)
{
    if (m_failed)
        return tl::unexpected(*m_failed);
    Result<Appended> done = store(Candidate(record), tag);
    if (done)
        ++count(done->outcome);
    else
        m_failed = done.error();
    return done;
}

Result<Appended> Batch::Writer::store(const Candidate &candidate, std::uint64_t tag)
{
    if (m_next == std::numeric_limits<FactNumber>::max())
        return failure(ErrorCode::TooLarge, m_file.path.string(), "a workspace holds at most 4,294,967,294 facts");
    const auto head = m_file.identities.claim(candidate, m_next);
    if (!head)
        return tl::unexpected(head.error());
    if (!*head)
        return write(candidate, std::nullopt, tag);
    const auto same = m_file.identities.same(candidate, **head);
    if (!same)
        return tl::unexpected(same.error());
    if (!*same)
        return write(candidate, **head, tag);
    if (**same < m_first) {
        m_retold.resize(m_first);
        m_retold[**same] = true;
    }
    return m_pending.repeat({**same, tag, Outcome::Unchanged}).map([] { return Appended{Outcome::Unchanged, {}}; });
}

Result<Appended> Batch::Writer::write(const Candidate &candidate, std::optional<FactNumber> head, std::uint64_t tag)
{
    Appended written{Outcome::Created, domain::reduce(candidate.record, m_file.symbols, m_file.lexicon)};
    if (Result<void> interned = m_file.symbols.takeFailure(); !interned)
        return tl::unexpected(std::move(interned.error()));
    written.row.number = m_next++;
    if (Result<void> stored = m_file.facts.insert(written.row, candidate.seal, candidate.bytes); !stored)
        return tl::unexpected(std::move(stored.error()));
    if (head) {
        const auto placed = m_file.identities.place(candidate, *head, written.row.number);
        if (!placed)
            return tl::unexpected(placed.error());
        written.outcome = placed->anyBefore ? Outcome::Updated : Outcome::Created;
        written.row.until = placed->until;
        written.superseded = placed->superseded;
    }
    const bool newest = written.row.until == support::Instant::max();
    return m_pending.admit(candidate, {written.row.number, tag, written.outcome}, newest).map([&] { return written; });
}

void Batch::Writer::refuse(const Pending::Line &line)
{
    ++m_summary.refused;
    --count(line.outcome);
}

Result<void> Batch::Writer::enter()
{
    Connection &connection = *m_file.connection;
    const auto entered = connection.run(
        "INSERT INTO batch (id, kind, label, started_at, first_number, last_number, created, updated, unchanged, refused, rows, "
        "actor) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, NULLIF(?12, ''))",
        m_summary.batch, word(m_spec.kind), std::string_view(m_spec.label), m_spec.startedAt.micros, m_first, m_next - 1,
        m_summary.created, m_summary.updated, m_summary.unchanged, m_summary.refused, m_rows, std::string_view(m_spec.actor));
    const bool sent = m_spec.kind != BatchKind::Sample && m_summary.created + m_summary.updated > 0;
    if (!entered || !sent)
        return entered;
    return connection.run("INSERT INTO outbox (first, last) VALUES (?1, ?2)", m_first, m_next - 1);
}

Result<void> Batch::Writer::noteRetold()
{
    const NumberRanges retold = NumberRanges::of(m_retold);
    for (const NumberRanges::Range &range : retold.ranges()) {
        const auto noted = m_file.connection->run("INSERT INTO retold (batch, first, last) VALUES (?1, ?2, ?3)", m_summary.batch,
                                                  range.first, range.last);
        if (!noted)
            return noted;
    }
    return {};
}

Result<void> Batch::Writer::settle(const RefusalSink &refused)
{
    return m_pending.settle([&](const Pending::Line &line, const support::Error &error) {
        refuse(line);
        if (refused)
            refused(line.tag, error);
    });
}

Result<void> Batch::Writer::finish(const RefusalSink &refused, const std::stop_token &stop)
{
    if (Result<void> settled = settle(refused); !settled)
        return settled;
    if (m_spec.kind == BatchKind::Edit && m_summary.created + m_summary.updated == 0) {
        m_summary.batch = 0;
        return {};
    }
    return enter().and_then([this] { return noteRetold(); }).and_then([&]() -> Result<void> {
        if (stop.stop_requested())
            return failure(ErrorCode::Cancelled, m_spec.label, "stopped before anything was written");
        return m_transaction.commit();
    });
}

Result<Summary> Batch::Writer::commit(const RefusalSink &refused, const std::stop_token &stop)
{
    if (m_failed)
        return tl::unexpected(*m_failed);
    if (Result<void> done = finish(refused, stop); !done) {
        m_failed = done.error();
        return tl::unexpected(*m_failed);
    }
    m_failed = support::Error{ErrorCode::Cancelled, "", "the batch is finished"};
    return m_summary;
}

Result<Summary> Batch::Writer::rehearse(const RefusalSink &refused)
{
    if (m_failed)
        return tl::unexpected(*m_failed);
    const Result<void> settled = settle(refused);
    m_failed = settled ? support::Error{ErrorCode::Cancelled, "", "the batch is finished"} : settled.error();
    if (!settled)
        return tl::unexpected(*m_failed);
    m_summary.batch = 0;
    return m_summary;
}

Batch::Batch(std::unique_ptr<Writer> writer) : m_writer(std::move(writer)) {}
Batch::Batch(Batch &&other) noexcept = default;
Batch::~Batch() = default;

Result<Appended> Batch::append(const domain::Record &record, std::uint64_t tag)
{
    return m_writer->append(record, tag);
}

void Batch::noteRefused(std::uint64_t lines)
{
    m_writer->noteRefused(lines);
}

void Batch::noteRows(std::uint64_t rows)
{
    m_writer->noteRows(rows);
}

Result<Summary> Batch::commit(const RefusalSink &refused, const std::stop_token &stop)
{
    return m_writer->commit(refused, stop);
}

Result<Summary> Batch::rehearse(const RefusalSink &refused)
{
    return m_writer->rehearse(refused);
}

Result<Batch> Workspace::begin(const BatchSpec &spec)
{
    return Batch::Writer::begin(*m_file, spec).map([](std::unique_ptr<Batch::Writer> writer) {
        return Batch(std::move(writer));
    });
}

} // namespace store
