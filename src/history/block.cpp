// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "history/block.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>
#include <tuple>
#include <type_traits>
#include <unordered_set>

namespace history {

template <class Payload>
LogColumns<Payload> merged(const Log<Payload> &old, std::vector<Entry<Payload>> added, std::size_t slots)
{
    const auto order = [](const Entry<Payload> &a, const Entry<Payload> &b) {
        return std::tie(a.slot, a.stamp, a.fact.number) < std::tie(b.slot, b.stamp, b.fact.number);
    };
    std::ranges::stable_sort(added, order);
    std::unordered_set<std::uint32_t> replaced;
    if (old.size() > 0) {
        for (const Entry<Payload> &entry : added)
            replaced.insert(entry.fact.number);
    }
    // A fact that came twice came first as it was and then as it is.
    const auto isTwice = [](const Entry<Payload> &a, const Entry<Payload> &b) {
        return a.fact.number == b.fact.number && a.slot == b.slot;
    };
    const auto kept = std::unique(added.rbegin(), added.rend(), isTwice);
    added.erase(added.begin(), kept.base());
    LogColumns<Payload> log;
    if (old.size() + added.size() == 0)
        return log;
    log.first.reserve(slots + 1);
    log.stamps.reserve(old.size() + added.size());
    log.facts.reserve(old.size() + added.size());
    const auto push = [&](const Stamp &stamp, const Payload &fact) {
        log.stamps.push_back(stamp);
        log.facts.push_back(fact);
    };
    auto next = added.cbegin();
    for (std::size_t slot = 0; slot < slots; ++slot) {
        log.first.push_back(static_cast<std::uint32_t>(log.facts.size()));
        const Run<Payload> run = old.run(slot);
        for (std::size_t i = 0; i < run.size(); ++i) {
            const auto before = [&](const Entry<Payload> &entry) {
                return entry.slot == slot
                       && std::tie(entry.stamp, entry.fact.number) < std::tie(run.stamps[i], run.facts[i].number);
            };
            for (; next != added.cend() && before(*next); ++next)
                push(next->stamp, next->fact);
            if (!replaced.contains(run.facts[i].number))
                push(run.stamps[i], run.facts[i]);
        }
        for (; next != added.cend() && next->slot == slot; ++next)
            push(next->stamp, next->fact);
    }
    log.first.push_back(static_cast<std::uint32_t>(log.facts.size()));
    return log;
}

namespace {

/// What a block's bytes begin with: how long its columns are, in the order of `eachColumn`, and what a glance tells about them.
struct Header {
    static constexpr std::size_t columns = 11;

    std::array<std::uint32_t, columns> sizes{};
    std::uint32_t kinds = 0;
    std::array<std::uint32_t, 2> currencies{}; ///< of amounts, as they come; 0: none, `several` in the second: more than two
    std::bitset<Block::slots> wonOrFromLead;
    support::Instant latest = support::Instant::min();
};
static_assert(std::is_trivially_copyable_v<Header> && sizeof(Header) % Block::alignment == 0);
template <class... Parts>
constexpr bool withoutGaps = (std::has_unique_object_representations_v<Parts> && ...);
static_assert(withoutGaps<Stamp, Event, Act, File, Aside, Header>);
static_assert(sizeof(Stamp) % Block::alignment == 0 && sizeof(Event) % Block::alignment == 0
              && sizeof(File) % Block::alignment == 0 && sizeof(Aside) % Block::alignment == 0);

/// The columns apart, those that begin at any word behind the others.
struct Spans {
    std::span<const Stamp> eventStamps;
    std::span<const Event> events;
    std::span<const Stamp> actStamps;
    std::span<const Stamp> fileStamps;
    std::span<const File> files;
    std::span<const Aside> until;
    std::span<const Aside> readAt;
    std::span<const std::uint32_t> eventFirst;
    std::span<const std::uint32_t> actFirst;
    std::span<const std::uint32_t> fileFirst;
    std::span<const Act> acts;
};

template <class Visit>
void eachColumn(Spans &spans, Visit visit)
{
    visit(spans.eventStamps);
    visit(spans.events);
    visit(spans.actStamps);
    visit(spans.fileStamps);
    visit(spans.files);
    visit(spans.until);
    visit(spans.readAt);
    visit(spans.eventFirst);
    visit(spans.actFirst);
    visit(spans.fileFirst);
    visit(spans.acts);
}

Spans spansOf(const BlockColumns &columns)
{
    return {columns.events.stamps(), columns.events.facts(), columns.acts.stamps(), columns.files.stamps(),
            columns.files.facts(),   columns.until,          columns.readAt,        columns.events.first(),
            columns.acts.first(),    columns.files.first(),  columns.acts.facts()};
}

std::size_t aligned(std::size_t bytes)
{
    return (bytes + Block::alignment - 1) / Block::alignment * Block::alignment;
}

bool isWonOrFromLead(const Event &event)
{
    return event.kind == domain::RowKind::Won || (event.kind == domain::RowKind::Deal && event.value >> 32U != 0);
}

constexpr std::uint32_t several = std::numeric_limits<std::uint32_t>::max();

void noteCurrency(std::uint32_t currency, std::array<std::uint32_t, 2> &known)
{
    if (known[0] == currency || known[1] == currency)
        return;
    if (known[0] == 0)
        known[0] = currency;
    else
        known[1] = known[1] == 0 ? currency : several;
}

/// When the last of the facts begins or ceases to count.
support::Instant latestOf(const Spans &spans)
{
    support::Instant latest = support::Instant::min();
    for (const auto stamps : {spans.eventStamps, spans.actStamps, spans.fileStamps}) {
        for (const Stamp &stamp : stamps)
            latest = std::max({latest, stamp.occurred, stamp.recorded});
    }
    for (const Aside &aside : spans.until)
        latest = std::max(latest, aside.at);
    return latest;
}

Header headerOf(const BlockColumns &columns)
{
    Header header;
    Spans spans = spansOf(columns);
    std::size_t column = 0;
    eachColumn(spans, [&](const auto &span) { header.sizes.at(column++) = static_cast<std::uint32_t>(span.size()); });
    header.latest = latestOf(spans);
    const auto note = [&](domain::RowKind kind) { header.kinds |= 1U << static_cast<unsigned>(kind); };
    for (std::size_t slot = 0; slot < Block::slots; ++slot) {
        for (const Event &event : columns.events.run(slot).facts) {
            note(event.kind);
            header.wonOrFromLead[slot] = header.wonOrFromLead[slot] || isWonOrFromLead(event);
            if (event.kind == domain::RowKind::AmountSet)
                noteCurrency(event.object, header.currencies);
        }
    }
    if (columns.acts.size() > 0)
        note(domain::RowKind::Activity);
    if (columns.files.size() > 0)
        note(domain::RowKind::Evidence);
    return header;
}

/// Whether the runs lie one after the other and fill the log.
template <class Payload>
bool isWhole(const Log<Payload> &log)
{
    const auto first = log.first();
    if (log.stamps().size() != log.size())
        return false;
    if (first.empty())
        return log.size() == 0;
    return first.size() == Block::slots + 1 && first.front() == 0 && std::ranges::is_sorted(first) && first.back() == log.size();
}

support::Instant at(std::span<const Aside> asides, std::uint32_t number)
{
    const auto found = std::ranges::lower_bound(asides, number, {}, &Aside::number);
    return found == asides.end() || found->number != number ? support::Instant::max() : found->at;
}

} // namespace

std::shared_ptr<const Block> Block::over(std::span<const std::byte> bytes, std::shared_ptr<const void> keeper)
{
    if (bytes.size() < sizeof(Header))
        return nullptr;
    Header header;
    std::memcpy(&header, bytes.data(), sizeof header);
    std::size_t offset = sizeof header;
    std::size_t column = 0;
    bool fits = true;
    Spans spans;
    eachColumn(spans, [&]<class T>(std::span<const T> &span) {
        const std::size_t size = header.sizes.at(column++);
        fits = fits && size <= (bytes.size() - offset) / sizeof(T);
        if (!fits)
            return;
        span = {reinterpret_cast<const T *>(bytes.data() + offset), size};
        offset += span.size_bytes();
    });
    if (!fits || aligned(offset) != bytes.size())
        return nullptr;
    const std::shared_ptr<Block> block(new Block);
    block->m_columns = {{spans.eventFirst, spans.eventStamps, spans.events},
                        {spans.actFirst, spans.actStamps, spans.acts},
                        {spans.fileFirst, spans.fileStamps, spans.files},
                        spans.until,
                        spans.readAt};
    if (!isWhole(block->m_columns.events) || !isWhole(block->m_columns.acts) || !isWhole(block->m_columns.files))
        return nullptr;
    block->m_wonOrFromLead = header.wonOrFromLead;
    block->m_currencies = header.currencies;
    block->m_kinds = header.kinds;
    block->m_latest = header.latest;
    block->m_bytes = bytes;
    block->m_keeper = std::move(keeper);
    return block;
}

std::shared_ptr<const Block> Block::of(const BlockColumns &columns)
{
    const Header header = headerOf(columns);
    Spans spans = spansOf(columns);
    std::size_t size = sizeof header;
    eachColumn(spans, [&](const auto &span) { size += span.size_bytes(); });
    size = aligned(size);
    auto memory = std::make_shared<std::byte[]>(size);
    std::memcpy(memory.get(), &header, sizeof header);
    std::size_t offset = sizeof header;
    eachColumn(spans, [&](const auto &span) {
        if (!span.empty())
            std::memcpy(memory.get() + offset, span.data(), span.size_bytes());
        offset += span.size_bytes();
    });
    return over({memory.get(), size}, memory);
}

bool Block::amountsOnlyIn(std::span<const std::uint32_t> currencies) const
{
    return std::ranges::all_of(
        m_currencies, [&](std::uint32_t currency) { return currency == 0 || std::ranges::binary_search(currencies, currency); });
}

support::Instant Block::until(std::uint32_t number) const
{
    return at(m_columns.until, number);
}

support::Instant Block::readAt(std::uint32_t number) const
{
    return at(m_columns.readAt, number);
}

bool Block::sameFacts(const Block &other, std::size_t slot) const
{
    const auto heldAlike = [&](const auto &fact) { return !fact.superseded || until(fact.number) == other.until(fact.number); };
    const auto readAlike = [&](const Act &act) { return !act.read || readAt(act.number) == other.readAt(act.number); };
    return events(slot) == other.events(slot) && acts(slot) == other.acts(slot) && files(slot) == other.files(slot)
           && std::ranges::all_of(events(slot).facts, heldAlike) && std::ranges::all_of(acts(slot).facts, heldAlike)
           && std::ranges::all_of(files(slot).facts, heldAlike) && std::ranges::all_of(acts(slot).facts, readAlike);
}

void BlockWriter::add(std::uint16_t slot, const domain::FactRow &row)
{
    const Stamp stamp{row.occurred, row.recorded};
    const bool superseded = row.until != support::Instant::max();
    if (superseded)
        m_until[row.number] = row.until;
    switch (row.kind) {
    case domain::RowKind::Activity: {
        const bool read = row.value != 0;
        if (read)
            m_readAt[row.number] = support::Instant{row.value};
        m_acts.push_back(
            {stamp, Act{row.a, row.b, row.d, row.number, static_cast<std::uint16_t>(row.c), read, superseded}, slot});
        break;
    }
    case domain::RowKind::Evidence:
        m_files.push_back({stamp,
                           File{row.value, row.object, row.a, row.d, row.number, static_cast<domain::Verdict>(row.b), superseded},
                           slot});
        break;
    case domain::RowKind::Other:
    case domain::RowKind::Customer:
    case domain::RowKind::Contact:
    case domain::RowKind::Lead:
    case domain::RowKind::Deal:
    case domain::RowKind::StageMoved:
    case domain::RowKind::AmountSet:
    case domain::RowKind::CloseDateSet:
    case domain::RowKind::OwnerSet:
    case domain::RowKind::CategorySet:
    case domain::RowKind::FieldSet:
    case domain::RowKind::RoleSet:
    case domain::RowKind::ItemChecked:
    case domain::RowKind::NextStepSet:
    case domain::RowKind::Won:
    case domain::RowKind::Lost:
    case domain::RowKind::Reopened:
    case domain::RowKind::PaymentReceived:
    case domain::RowKind::GateOverridden:
    case domain::RowKind::EvidenceJudged:
    case domain::RowKind::FlagDecision:
    case domain::RowKind::Task:
        // A contact's own name takes the place of its customer's, which the run is about.
        m_events.push_back({stamp,
                            Event{row.value, row.kind == domain::RowKind::Contact ? row.subject : row.object, row.a, row.b, row.c,
                                  row.d, row.number, row.kind, superseded},
                            slot});
        break;
    }
}

namespace {

/// `old` with those `added`, of which one about a fact that is there takes its place.
std::vector<Aside> joined(std::span<const Aside> old, const std::map<std::uint32_t, support::Instant> &added)
{
    std::map<std::uint32_t, support::Instant> all;
    for (const Aside &aside : old)
        all.emplace_hint(all.end(), aside.number, aside.at);
    for (const auto &[number, instant] : added)
        all.insert_or_assign(number, instant);
    std::vector<Aside> asides;
    asides.reserve(all.size());
    for (const auto &[number, instant] : all)
        asides.push_back({instant, number});
    return asides;
}

} // namespace

std::shared_ptr<const Block> BlockWriter::finish(const Block *old) &&
{
    const BlockColumns known = old ? old->columns() : BlockColumns{};
    const auto events = merged(known.events, std::move(m_events), Block::slots);
    const auto acts = merged(known.acts, std::move(m_acts), Block::slots);
    const auto files = merged(known.files, std::move(m_files), Block::slots);
    const auto until = joined(known.until, m_until);
    const auto readAt = joined(known.readAt, m_readAt);
    return Block::of({events.log(), acts.log(), files.log(), until, readAt});
}

} // namespace history
