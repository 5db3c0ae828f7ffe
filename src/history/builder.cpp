// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "history/builder.h"

#include <algorithm>

namespace history {

using domain::RowKind;
using domain::SymbolKind;

namespace {

/// Beside a bulk of this many times its size, what was added since stays apart; then the two are joined.
constexpr std::size_t bulkFactor = 64;

} // namespace

void inOrder(std::size_t count, const std::function<void(std::size_t)> &work)
{
    for (std::size_t i = 0; i < count; ++i)
        work(i);
}

template <class I>
void Builder::place(const Shelf<I> &shelf, Staged<I> &staged, domain::SymbolKey key, const domain::FactRow &row)
{
    std::uint32_t index = 0;
    if (const auto known = shelf.find(key)) {
        index = known->value;
    } else {
        const auto next = static_cast<std::uint32_t>(shelf.size() + staged.newKeys.size());
        const auto [entry, added] = staged.newIndices.try_emplace(key, next);
        if (added)
            staged.newKeys.push_back(key);
        index = entry->second;
    }
    staged.writers[index / Block::slots].add(static_cast<std::uint16_t>(index % Block::slots), row);
}

void Builder::happened(const domain::FactRow &row)
{
    m_lastEvent = std::max(m_lastEvent, row.occurred);
    if (row.kind == RowKind::CloseDateSet && row.object != 0)
        m_lastPlan = std::max(m_lastPlan, support::Date{static_cast<std::int32_t>(row.value)});
}

void Builder::add(const domain::FactRow &row)
{
    m_newest = std::max(m_newest, row.recorded);
    m_oldest = std::min(m_oldest, row.occurred);
    switch (row.kind) {
    case RowKind::Other: ++m_others; return;
    case RowKind::Customer: return place(m_previous->m_customers, m_customers, row.subject, row);
    case RowKind::Contact: return place(m_previous->m_customers, m_customers, row.object, row);
    case RowKind::Lead: happened(row); return place(m_previous->m_leads, m_leads, row.subject, row);
    case RowKind::Activity:
        happened(row);
        if (row.subject != 0)
            return place(m_previous->m_deals, m_deals, row.subject, row);
        return place(m_previous->m_customers, m_customers, row.object, row);
    case RowKind::FlagDecision:
        if (row.b == static_cast<std::uint32_t>(SymbolKind::Lead))
            return place(m_previous->m_leads, m_leads, row.subject, row);
        if (row.b == static_cast<std::uint32_t>(SymbolKind::Person))
            return place(m_previous->m_people, m_people, row.subject, row);
        return place(m_previous->m_deals, m_deals, row.subject, row);
    case RowKind::Task:
        if (row.subject != 0)
            return place(m_previous->m_deals, m_deals, row.subject, row);
        return place(m_previous->m_people, m_people, row.c, row);
    case RowKind::Deal:
    case RowKind::StageMoved:
    case RowKind::AmountSet:
    case RowKind::CloseDateSet:
    case RowKind::OwnerSet:
    case RowKind::CategorySet:
    case RowKind::FieldSet:
    case RowKind::RoleSet:
    case RowKind::ItemChecked:
    case RowKind::NextStepSet:
    case RowKind::Won:
    case RowKind::Lost:
    case RowKind::Reopened:
    case RowKind::PaymentReceived:
    case RowKind::GateOverridden:
    case RowKind::EvidenceJudged:
    case RowKind::Evidence: happened(row); return place(m_previous->m_deals, m_deals, row.subject, row);
    }
}

template <class I>
std::uint64_t Builder::assemble(Shelf<I> &shelf, Staged<I> &staged, const ForEach &forEach)
{
    for (const domain::SymbolKey key : staged.newKeys) {
        shelf.m_places.add(key, shelf.size());
        shelf.m_newKeys.push_back(key);
    }
    if (shelf.m_newKeys.size() * bulkFactor > shelf.m_keys->size()) {
        auto keys = std::make_shared<typename Shelf<I>::Keys>(*shelf.m_keys);
        keys->insert(keys->end(), shelf.m_newKeys.begin(), shelf.m_newKeys.end());
        shelf.m_keys = std::move(keys);
        shelf.m_newKeys.clear();
    }
    shelf.m_blocks.resize((shelf.size() + Block::slots - 1) / Block::slots);
    std::vector<std::pair<std::size_t, BlockWriter *>> work;
    std::uint64_t before = 0;
    for (auto &[at, writer] : staged.writers) {
        before += shelf.m_blocks[at] ? shelf.m_blocks[at]->facts() : 0;
        work.emplace_back(at, &writer);
    }
    forEach(work.size(), [&](std::size_t i) {
        auto &block = shelf.m_blocks[work[i].first];
        block = std::move(*work[i].second).finish(block.get());
    });
    std::uint64_t after = 0;
    for (const auto &[at, writer] : work)
        after += shelf.m_blocks[at]->facts();
    staged = {};
    return after - before;
}

std::shared_ptr<const History> Builder::finish(const ForEach &forEach)
{
    auto next = std::make_shared<History>(*m_previous);
    next->m_facts += m_others;
    next->m_facts += assemble(next->m_deals, m_deals, forEach);
    next->m_facts += assemble(next->m_customers, m_customers, forEach);
    next->m_facts += assemble(next->m_leads, m_leads, forEach);
    next->m_facts += assemble(next->m_people, m_people, forEach);
    next->m_newest = std::max(next->m_newest, m_newest);
    next->m_oldest = std::min(next->m_oldest, m_oldest);
    next->m_lastEvent = std::max(next->m_lastEvent, m_lastEvent);
    next->m_lastPlan = std::max(next->m_lastPlan, m_lastPlan);
    m_previous = next;
    m_others = 0;
    return next;
}

} // namespace history
