// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "history/block.h"

#include <algorithm>
#include <tuple>
#include <unordered_set>

namespace history {

template <class Payload>
Log<Payload> LogWriter<Payload>::merged(const Log<Payload> &old, std::vector<Entry<Payload>> added, std::size_t slots)
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
    Log<Payload> log;
    log.m_first.reserve(slots + 1);
    log.m_stamps.reserve(old.size() + added.size());
    log.m_facts.reserve(old.size() + added.size());
    const auto push = [&](const Stamp &stamp, const Payload &fact) {
        log.m_stamps.push_back(stamp);
        log.m_facts.push_back(fact);
    };
    auto next = added.cbegin();
    for (std::size_t slot = 0; slot < slots; ++slot) {
        log.m_first.push_back(static_cast<std::uint32_t>(log.m_facts.size()));
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
    log.m_first.push_back(static_cast<std::uint32_t>(log.m_facts.size()));
    return log;
}

template class LogWriter<Event>;
template class LogWriter<Act>;
template class LogWriter<File>;

namespace {

support::Instant at(const std::map<std::uint32_t, support::Instant> &instants, std::uint32_t number)
{
    const auto found = instants.find(number);
    return found == instants.end() ? support::Instant::max() : found->second;
}

bool isWonOrFromLead(const Event &event)
{
    return event.kind == domain::RowKind::Won || (event.kind == domain::RowKind::Deal && event.value >> 32U != 0);
}

} // namespace

support::Instant Block::until(std::uint32_t number) const
{
    return at(m_until, number);
}

support::Instant Block::readAt(std::uint32_t number) const
{
    return at(m_readAt, number);
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

std::shared_ptr<const Block> BlockWriter::finish(const Block *old) &&
{
    static const Block none;
    const Block &base = old ? *old : none;
    auto block = std::make_shared<Block>();
    // A log without news is shared in spirit only: copying it is cheaper than another indirection for every reader.
    block->m_events =
        m_events.empty() ? base.m_events : LogWriter<Event>::merged(base.m_events, std::move(m_events), Block::slots);
    block->m_acts = m_acts.empty() ? base.m_acts : LogWriter<Act>::merged(base.m_acts, std::move(m_acts), Block::slots);
    block->m_files = m_files.empty() ? base.m_files : LogWriter<File>::merged(base.m_files, std::move(m_files), Block::slots);
    const auto note = [&](domain::RowKind kind) { block->m_kinds |= 1U << static_cast<unsigned>(kind); };
    for (std::size_t slot = 0; slot < Block::slots; ++slot) {
        for (const Event &event : block->events(slot).facts) {
            note(event.kind);
            block->m_wonOrFromLead[slot] = block->m_wonOrFromLead[slot] || isWonOrFromLead(event);
        }
    }
    if (block->m_acts.size() > 0)
        note(domain::RowKind::Activity);
    if (block->m_files.size() > 0)
        note(domain::RowKind::Evidence);
    block->m_until = base.m_until;
    block->m_readAt = base.m_readAt;
    for (const auto &[number, instant] : m_until)
        block->m_until.insert_or_assign(number, instant);
    for (const auto &[number, instant] : m_readAt)
        block->m_readAt.insert_or_assign(number, instant);
    return block;
}

} // namespace history
