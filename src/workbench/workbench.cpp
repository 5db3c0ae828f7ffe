// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/core.h"

#include "exchange/factjson.h"
#include "workbench/keptfiles.h"

#include <algorithm>

namespace workbench {

using support::Result;

namespace {

/// Opens the file a second time for questions and reads everything.
Result<std::unique_ptr<Workbench>> assemble(store::Workspace writer, const support::Clock &clock, const store::Watch &watch,
                                            const std::function<std::unique_ptr<Workbench>(std::unique_ptr<Core>)> &wrap)
{
    const auto settings = writer.settings();
    if (!settings)
        return tl::unexpected(settings.error());
    auto reader = store::Workspace::open(writer.path(), store::Mode::ReadOnly);
    if (!reader)
        return tl::unexpected(reader.error());
    auto self = std::make_unique<Core>(std::move(writer), *std::move(reader), clock, settings->timeZone);
    if (const Result<void> loaded = self->load(watch); !loaded)
        return tl::unexpected(loaded.error());
    return wrap(std::move(self));
}

} // namespace

Workbench::Workbench(std::unique_ptr<Core> self) : m_self(std::move(self)) {}
Workbench::~Workbench() = default;

Result<std::unique_ptr<Workbench>> Workbench::create(const std::filesystem::path &file, std::string_view timeZone,
                                                     const support::Clock &clock)
{
    return create(file, timeZone, clock, store::Journal::Log);
}

Result<std::unique_ptr<Workbench>> Workbench::create(const std::filesystem::path &file, std::string_view timeZone,
                                                     const support::Clock &clock, store::Journal journal)
{
    const auto zone = support::TimeZone::named(timeZone);
    if (!zone)
        return tl::unexpected(zone.error());
    auto created = store::Workspace::create(file, {*zone, clock.now()}, journal);
    if (!created)
        return tl::unexpected(created.error());
    return assemble(*std::move(created), clock, {},
                    [](auto self) { return std::unique_ptr<Workbench>(new Workbench(std::move(self))); });
}

Result<std::unique_ptr<Workbench>> Workbench::open(const std::filesystem::path &file, Access access, const support::Clock &clock,
                                                   const OnProgress &progress, std::stop_token stop)
{
    auto opened = store::Workspace::open(file, access == Access::ReadWrite ? store::Mode::ReadWrite : store::Mode::ReadOnly);
    if (!opened)
        return tl::unexpected(opened.error());
    store::Watch watch{std::move(stop), {}};
    if (progress)
        watch.progress = [&](std::uint64_t done, std::uint64_t total) { progress({done, total}); };
    return assemble(*std::move(opened), clock, watch,
                    [](auto self) { return std::unique_ptr<Workbench>(new Workbench(std::move(self))); });
}

void Workbench::discard(const std::filesystem::path &file)
{
    std::error_code ignored; // the failure that is told is the one that led here
    for (const std::filesystem::path &one : filesOf(file))
        std::filesystem::remove(one, ignored);
}

std::filesystem::path Workbench::file() const
{
    return m_self->read([](const store::Workspace &file) { return file.path(); });
}

WorkspaceView Workbench::identity() const
{
    const std::filesystem::path path = std::filesystem::absolute(file()).lexically_normal();
    return {path.stem().string(), path, m_self->snapshot()->history->deals().size(), sampleClock().has_value()};
}

bool Workbench::readOnly() const
{
    return m_self->m_readOnly;
}

support::TimeZone Workbench::timeZone() const
{
    return m_self->m_zone;
}

std::uint64_t Workbench::facts() const
{
    return m_self->snapshot()->history->facts();
}

support::Instant Workbench::dataTime() const
{
    return m_self->snapshot()->history->newest();
}

support::Instant Workbench::oldestFact() const
{
    return m_self->snapshot()->history->oldest();
}

std::optional<support::Instant> Workbench::lastEvent() const
{
    const support::Instant last = m_self->snapshot()->history->lastEvent();
    return last == support::Instant::min() ? std::nullopt : std::optional(last);
}

std::optional<support::Instant> Workbench::sampleClock() const
{
    return m_self->m_frozenNow;
}

std::optional<support::Date> Workbench::recordsEnded() const
{
    constexpr int staleAfterDays = 30;
    const auto end = lastEvent();
    if (!end || *end > now() - support::days(staleAfterDays))
        return std::nullopt;
    // A list that says little of when things happened may still be today's.
    if (m_self->snapshot()->history->lastPlan() >= m_self->m_zone.dateOf(now()))
        return std::nullopt;
    return m_self->m_zone.dateOf(*end);
}

std::size_t Workbench::pending() const
{
    return m_self->read([](const store::Workspace &file) { return file.unsent(); }).value_or(0);
}

support::Instant Workbench::live() const
{
    return m_self->live();
}

support::Instant Workbench::now() const
{
    return m_self->now();
}

void Workbench::actAs(std::optional<domain::PersonId> person)
{
    m_self->m_actor = std::move(person);
}

bool Workbench::knows(const domain::PersonId &person) const
{
    return m_self->snapshot()->organisation->person(person.text(), now()) != nullptr;
}

std::vector<TeamView> Workbench::organisation(support::Instant asOf) const
{
    return m_self->snapshot()->organisation->tree(asOf, m_self->m_zone.dateOf(asOf));
}

std::vector<UnreadPlaybook> Workbench::unreadPlaybooks() const
{
    return m_self->snapshot()->unreadPlaybooks;
}

domain::Playbook Workbench::playbook(support::Instant asOf) const
{
    return m_self->snapshot()->playbook(asOf).compiled->playbook();
}

Result<std::string> Workbench::record(std::uint32_t number) const
{
    return m_self->read([&](const store::Workspace &file) { return file.read(number); }).map([](const domain::Record &record) {
        return exchange::toJson(record);
    });
}

std::vector<BatchView> Workbench::batches() const
{
    const auto batches = m_self->read([](const store::Workspace &file) { return file.batches(); });
    std::vector<BatchView> views;
    if (!batches)
        return views;
    for (const store::BatchInfo &batch : *batches) {
        const store::Summary &counts = batch.summary;
        views.push_back({counts.batch, batch.spec.label, std::string(store::word(batch.spec.kind)), batch.spec.startedAt,
                         counts.created, counts.updated, counts.unchanged, counts.refused, batch.withdrawnAt.has_value(),
                         batch.rows, batch.spec.actor});
        if (!batch.withdrawnAt)
            continue;
        if (auto staying = m_self->read([&](const store::Workspace &file) { return file.staying(counts.batch); })) {
            views.back().staying = staying->facts;
            views.back().toldBy = std::move(staying->toldBy);
        }
    }
    return views;
}

Result<void> Workbench::withdrawBatch(std::int64_t batch)
{
    const support::Instant now = m_self->now();
    return m_self->changeWhole([&](store::Workspace &file) { return file.withdraw(batch, now); });
}

Result<void> Workbench::restoreBatch(std::int64_t batch)
{
    return m_self->changeWhole([&](store::Workspace &file) { return file.restore(batch); });
}

void Workbench::onChange(std::function<void(const Change &)> listener)
{
    m_self->m_listener = std::move(listener);
}

} // namespace workbench
