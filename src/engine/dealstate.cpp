// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/dealstate.h"

#include <algorithm>

namespace engine {

void FieldValue::say(FieldValue said, support::Instant instant)
{
    const bool stays = filled && said.filled;
    said.at = stays ? at : instant;
    said.valueAt = stays && value == said.value && isDate == said.isDate ? valueAt : instant;
    *this = said;
}

void RoleState::say(domain::SymbolKey who, std::uint32_t fact, support::Instant instant)
{
    *this = {who, fact, contact != 0 && who != 0 ? at : instant};
}

void ItemState::say(bool isDone, support::Instant instant)
{
    *this = {isDone, done && isDone ? at : instant};
}

void DealState::reset(const CompiledPlaybook &playbook, history::DealIndex index)
{
    // Every container keeps its memory: a million deals pass through one state.
    deal = index;
    exists = false;
    created = {};
    customer = owner = team = product = lead = 0;
    currency = 0;
    pipeline = nullptr;
    pipelineAt = 0;
    status = Status::Open;
    closed = support::Instant::max();
    openSpans.clear();
    moves.clear();
    claimed = 0;
    claimedSince = {};
    amount.reset();
    wonAmount.reset();
    wonCurrency = 0;
    closeDay.reset();
    closeFacts.clear();
    closePushes = 0;
    category = domain::ForecastCategory::Pipeline;
    fields.assign(CompiledPlaybook::BuiltIns + playbook.fields().size(), {});
    items.assign(playbook.items().size(), {});
    roles.assign(playbook.roles().size(), {});
    files.clear();
    overridden.clear();
    payments.clear();
    decisions.clear();
    contactKnown.reset();
    progress = {support::Instant::min(), 0};
    talk = {};
    inquiryFacts.clear();
    unansweredFacts.clear();
    goodTalkFacts.clear();
    missedFacts.clear();
}

int DealState::rolesFilled() const
{
    return static_cast<int>(std::ranges::count_if(roles, [](const RoleState &role) { return role.contact != 0; }));
}

int DealState::keyFiles() const
{
    return static_cast<int>(std::ranges::count_if(files, &FileState::key));
}

const Decision *DealState::decisionOn(std::size_t rule) const
{
    const auto last =
        std::find_if(decisions.rbegin(), decisions.rend(), [&](const Decision &decision) { return decision.rule == rule; });
    return last == decisions.rend() ? nullptr : &*last;
}

bool DealState::openAt(support::Instant instant) const
{
    return instant >= created.at
           && std::ranges::any_of(openSpans, [&](const auto &span) { return span.first <= instant && instant < span.second; });
}

support::Duration DealState::closedTime(support::Instant from, support::Instant to) const
{
    support::Duration closedFor;
    for (std::size_t i = 1; i < openSpans.size(); ++i) {
        const support::Instant begin = std::max(openSpans[i - 1].second, from);
        const support::Instant end = std::min(openSpans[i].first, to);
        if (begin < end)
            closedFor = closedFor + (end - begin);
    }
    return closedFor;
}

std::optional<support::Instant> DealState::signedAt() const
{
    std::optional<support::Instant> since;
    for (const Move &move : moves) {
        if (!pipeline || move.place < 0)
            continue;
        if (!pipeline->stages[static_cast<std::size_t>(move.place)].stage->signedFromHere)
            since.reset();
        else if (!since)
            since = move.at;
    }
    if (status != Status::Won)
        return since;
    return std::min(since.value_or(closed), closed);
}

} // namespace engine
