// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/core.h"

#include "workbench/datatime.h"
#include "workbench/parallel.h"
#include "workbench/standardplaybook.h"

#include <algorithm>

namespace workbench {

using support::Result;

namespace {

PlaybookInForce inForce(support::Instant from, domain::Playbook playbook, domain::Interner &symbols)
{
    auto compiled = std::make_shared<engine::CompiledPlaybook>(std::move(playbook), symbols);
    auto rules = std::make_shared<engine::RuleSet>(*compiled);
    return {from, std::move(compiled), std::move(rules)};
}

} // namespace

const PlaybookInForce &Snapshot::playbook(support::Instant asOf) const
{
    const auto after = std::ranges::upper_bound(playbooks, asOf, {}, &PlaybookInForce::from);
    return after == playbooks.begin() ? playbooks.front() : *(after - 1);
}

Core::Core(store::Workspace writer, store::Workspace reader, const support::Clock &clock, support::TimeZone zone)
    : m_clock(clock)
    , m_zone(zone)
    , m_writer(std::move(writer))
    , m_reader(std::move(reader))
    , m_loader(m_reader.path(), {m_writer.mode() == store::Mode::ReadWrite})
{
    m_readOnly = m_writer.mode() == store::Mode::ReadOnly;
    m_profiles = standardProfiles();
}

support::Instant Core::now() const
{
    return std::max(m_frozenNow.value_or(m_clock.now()), support::Instant{m_lastCommand});
}

support::Instant Core::nextCommand() const
{
    const support::Instant at = now();
    return at.micros == m_lastCommand ? at + support::Duration{1} : at;
}

support::Instant Core::live() const
{
    const std::int64_t minute = support::minutes(1).micros;
    return {(now().micros + minute - 1) / minute * minute};
}

Result<void> Core::readFrozenNow()
{
    return read([&](const store::Workspace &file) -> Result<void> {
        const auto noted = file.note("sample_as_of");
        if (!noted)
            return tl::unexpected(noted.error());
        const auto day = *noted ? support::parseInstant(**noted) : support::failure(support::ErrorCode::MissingKey, "", "");
        if (!day)
            return {};
        if (!m_frozenNow) // others may be reading it
            m_frozenNow = *day;
        const auto batches = file.batches();
        if (!batches)
            return tl::unexpected(batches.error());
        for (const store::BatchInfo &batch : *batches) {
            if (batch.spec.kind == store::BatchKind::Edit && batch.spec.startedAt.micros > m_lastCommand)
                m_lastCommand = batch.spec.startedAt.micros;
        }
        return {};
    });
}

Result<void> Core::reload(Snapshot &next)
{
    const Result<void> done = read([&](const store::Workspace &file) -> Result<void> {
        const auto records = file.organisation();
        if (!records)
            return tl::unexpected(records.error());
        KnownSymbols symbols(file.symbols());
        next.organisation = std::make_shared<Organisation>(*records, symbols);
        next.playbooks.clear();
        auto published = publishedPlaybooks(*records);
        if (!published)
            return tl::unexpected(published.error());
        next.unreadPlaybooks = std::move(published->unread);
        for (PublishedPlaybook &version : published->versions)
            next.playbooks.push_back(inForce(version.from, std::move(version.playbook), symbols));
        return {};
    });
    if (!done)
        return done;
    write([&](store::Workspace &file) { file.useLexicon(domain::Lexicon(next.playbooks.back().compiled->playbook().lexicon)); });
    return {};
}

void Core::recompile(Snapshot &next) const
{
    // A name of the playbook that no fact had used may be in use now.
    read([&](const store::Workspace &file) {
        KnownSymbols symbols(file.symbols());
        for (PlaybookInForce &version : next.playbooks)
            version = inForce(version.from, version.compiled->playbook(), symbols);
    });
}

Result<void> Core::load(const store::Watch &watch)
{
    auto next = std::make_shared<Snapshot>();
    auto history = read([&](const store::Workspace &file) { return m_loader.load(file, watch); });
    if (!history)
        return tl::unexpected(history.error());
    if (watch.stop.stop_requested())
        return support::failure(support::ErrorCode::Cancelled, "", "the loading was stopped");
    next->history = *std::move(history);
    if (watch.progress)
        watch.progress(next->history->facts(), next->history->facts());
    if (const Result<void> read = reload(*next); !read)
        return read;
    if (const Result<void> read = readFrozenNow(); !read)
        return read;
    const auto current = snapshot();
    next->generation = current ? current->generation + 1 : 1;
    next->descent = next->generation;
    next->naming = next->generation;
    publish(std::move(next));
    return {};
}

Result<store::Summary> Core::append(const store::BatchSpec &spec, const std::vector<domain::Record> &records)
{
    std::vector<store::Appended> written;
    const auto summary = write([&](store::Workspace &file) -> Result<store::Summary> {
        auto batch = file.begin(spec);
        if (!batch)
            return tl::unexpected(batch.error());
        for (const domain::Record &record : records) {
            const auto appended = batch->append(record);
            if (!appended)
                return tl::unexpected(appended.error());
            written.push_back(*appended);
        }
        std::optional<support::Error> refusal;
        auto committed = batch->commit([&](std::uint64_t, const support::Error &error) { refusal = error; });
        return refusal ? tl::unexpected(*refusal) : std::move(committed);
    });
    if (!summary)
        return summary;
    if (const Result<void> adopted = adopt(written); !adopted)
        return tl::unexpected(adopted.error());
    return summary;
}

Result<void> Core::adopt(const std::vector<store::Appended> &written)
{
    const auto current = snapshot();
    const bool replaces = std::ranges::any_of(written, [](const store::Appended &one) { return one.superseded != 0; });
    const bool describes =
        std::ranges::any_of(written, [](const store::Appended &one) { return one.row.kind == domain::RowKind::Other; });
    const bool names = std::ranges::any_of(written, [](const store::Appended &one) {
        return one.row.kind == domain::RowKind::Deal || one.row.kind == domain::RowKind::Customer;
    });
    auto next = std::make_shared<Snapshot>(*current);
    ++next->generation;
    if (names)
        next->naming = next->generation;
    history::Builder builder(current->history);
    for (const store::Appended &one : written) {
        if (one.row.number != 0)
            builder.add(one.row);
    }
    if (replaces) {
        for (const store::Appended &one : written) {
            const auto old = one.superseded == 0 ? Result<domain::FactRow>(domain::FactRow())
                                                 : read([&](const store::Workspace &file) { return file.row(one.superseded); });
            if (!old)
                return tl::unexpected(old.error());
            if (one.superseded != 0)
                builder.add(*old);
        }
    }
    next->history = builder.finish();
    if (!describes) {
        recompile(*next);
    } else {
        next->descent = next->generation;
        if (const Result<void> reloaded = reload(*next); !reloaded)
            return reloaded;
    }
    publish(std::move(next));
    return {};
}

Result<void> Core::changeWhole(const std::function<Result<void>(store::Workspace &)> &work)
{
    const Result<void> changed = write([&](store::Workspace &file) { return work(file); });
    if (!changed)
        return changed;
    if (const Result<void> loaded = load({}); !loaded)
        return loaded;
    announce({Change::Kind::Import, {}});
    return {};
}

std::shared_ptr<const Snapshot> Core::snapshot() const
{
    const std::lock_guard lock(m_stateMutex);
    return m_snapshot;
}

void Core::publish(std::shared_ptr<const Snapshot> next)
{
    const std::lock_guard lock(m_stateMutex);
    m_snapshot = std::move(next);
}

Core::Kept Core::keptBoard(const Snapshot &snapshot, support::Instant asOf) const
{
    const std::lock_guard lock(m_stateMutex);
    const auto amendable = [&](const Kept &candidate) {
        return candidate.board && candidate.board->asOf <= asOf && candidate.descent == snapshot.descent
               && candidate.generation <= snapshot.generation
               && snapshot.playbook(candidate.board->asOf).compiled == snapshot.playbook(asOf).compiled;
    };
    Kept nearest;
    for (const Kept &candidate : m_boards) {
        if (amendable(candidate) && (!nearest.board || nearest.board->asOf < candidate.board->asOf))
            nearest = candidate;
    }
    return nearest;
}

void Core::keepBoard(const Kept &made, const Kept &from) const
{
    const std::lock_guard lock(m_stateMutex);
    // A board of the same instant is out of date; otherwise what it was amended from makes room, or the older of the two.
    const auto isThe = [](const Kept &which) {
        return [&which](const Kept &candidate) { return candidate.board && candidate.board->asOf == which.board->asOf; };
    };
    auto place = std::ranges::find_if(m_boards, isThe(made));
    if (place != m_boards.end() && place->generation > made.generation)
        return;
    if (place == m_boards.end() && from.board)
        place = std::ranges::find_if(m_boards, isThe(from));
    if (place == m_boards.end()) {
        place = m_boards.begin() + static_cast<std::ptrdiff_t>(m_nextKept);
        m_nextKept = (m_nextKept + 1) % m_boards.size();
    }
    *place = made;
}

support::Instant Core::dataTime(const Snapshot &snapshot, support::Instant asOf) const
{
    return m_dataTime.get(snapshot.generation, asOf, [&] { return workbench::dataTime(*snapshot.history, asOf); });
}

std::optional<support::Instant> Core::lastCorrection(const Snapshot &snapshot, support::Instant asOf) const
{
    return m_lastCorrection.get(snapshot.generation, asOf, [&] { return workbench::lastCorrection(*snapshot.history, asOf); });
}
engine::Coverage Core::coverage(const Snapshot &snapshot, support::Instant asOf) const
{
    return m_coverage.get(snapshot.generation, asOf, [&] { return engine::coverageAt(*snapshot.history, asOf); });
}

std::shared_ptr<const engine::Board> Core::board(const Snapshot &snapshot, support::Instant asOf, std::stop_token stop) const
{
    const auto isIt = [&](const Kept &kept) {
        return kept.board && kept.board->asOf == asOf && kept.generation == snapshot.generation;
    };
    if (const Kept kept = keptBoard(snapshot, asOf); isIt(kept))
        return kept.board;
    const std::lock_guard making(m_boardMutex);
    const Kept kept = keptBoard(snapshot, asOf);
    if (isIt(kept))
        return kept.board;
    if (stop.stop_requested())
        return nullptr;
    const PlaybookInForce &playbook = snapshot.playbook(asOf);
    auto silent = engine::silentRules(playbook.compiled->playbook(), coverage(snapshot, asOf));
    const bool allSpeak = std::ranges::none_of(silent, std::identity());
    std::optional<engine::RuleSet> speaking;
    if (!allSpeak)
        speaking = playbook.rules->without(std::move(silent));
    const engine::Source source{*snapshot.history, *playbook.compiled, speaking ? *speaking : *playbook.rules};
    auto made = kept.board ? engine::amend({*kept.board, *kept.history}, source, when(asOf), onAllCores(), std::move(stop))
                           : engine::evaluate(source, when(asOf), onAllCores(), std::move(stop));
    if (made)
        keepBoard({snapshot.generation, snapshot.descent, snapshot.history, made}, kept);
    return made;
}

void Core::announce(const Change &change) const
{
    if (m_listener)
        m_listener(change);
}

domain::SymbolKey Core::keyOf(domain::SymbolKind kind, std::string_view id) const
{
    return read([&](const store::Workspace &file) { return file.symbols().find(kind, id); });
}

std::string Core::textOf(domain::SymbolKey key) const
{
    if (key == 0)
        return {};
    return read([&](const store::Workspace &file) { return file.describe(key); })
        .map([](const auto &symbol) { return symbol.text; })
        .value_or(std::string());
}

support::Result<domain::Record> Core::described(domain::SymbolKind kind, const std::string &id) const
{
    return read([&](const store::Workspace &file) -> Result<domain::Record> {
        const auto number = file.describing(file.symbols().find(kind, id));
        if (!number)
            return tl::unexpected(number.error());
        return file.read(*number);
    });
}

std::vector<std::string> Core::namesOf(const std::vector<domain::SymbolKey> &keys) const
{
    return read([&](const store::Workspace &file) { return file.names(keys); }).value_or(std::vector<std::string>(keys.size()));
}

} // namespace workbench
