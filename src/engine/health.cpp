// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/health.h"

#include <algorithm>

namespace engine {

namespace {

template <class T>
T atMost(T count, const std::optional<int> &cap)
{
    return cap ? std::min<T>(count, *cap) : count;
}

} // namespace

std::int64_t staleDays(support::Duration sinceProgress, support::Duration fresh)
{
    if (sinceProgress <= fresh)
        return 0;
    return (sinceProgress - fresh).micros / support::days(1).micros + 1;
}

HealthCounts capped(HealthCounts counts, const domain::HealthSettings &settings)
{
    counts.files = atMost(counts.files, settings.fileCap);
    counts.asks = atMost(counts.asks, settings.askCap);
    counts.staleDays = atMost(counts.staleDays, settings.staleCap);
    return counts;
}

HealthCounts rawCounts(const DealState &state, const domain::HealthSettings &settings, support::Instant asOf)
{
    return {state.rolesFilled(), state.keyFiles(), state.talk.inquiries, staleDays(asOf - state.progress.at, settings.fresh)};
}

HealthCounts healthCounts(const DealState &state, const domain::HealthSettings &settings, support::Instant asOf)
{
    return capped(rawCounts(state, settings, asOf), settings);
}

std::int64_t health(const HealthCounts &counts, const domain::HealthSettings &settings)
{
    return std::int64_t{counts.roles} * settings.roleWeight + std::int64_t{counts.files} * settings.fileWeight
           + std::int64_t{counts.asks} * settings.askWeight - counts.staleDays * settings.staleWeight;
}

std::array<HealthTerm, 4> healthTerms(const DealState &state, const domain::HealthSettings &settings, support::Instant asOf)
{
    const HealthCounts counts = healthCounts(state, settings, asOf);
    const auto term = [](TermKind kind, std::int64_t count, std::int64_t weight) {
        return HealthTerm{kind, count, weight, count * weight, {}};
    };
    std::array<HealthTerm, 4> terms{
        term(TermKind::Roles, counts.roles, settings.roleWeight), term(TermKind::Files, counts.files, settings.fileWeight),
        term(TermKind::Asks, counts.asks, settings.askWeight), term(TermKind::Stale, counts.staleDays, -settings.staleWeight)};
    for (const RoleState &role : state.roles) {
        if (role.contact != 0)
            terms[0].records.push_back(role.number);
    }
    for (const FileState &file : state.files) {
        if (file.key)
            terms[1].records.push_back(file.file.number);
    }
    terms[2].records = state.inquiryFacts;
    if (counts.staleDays > 0)
        terms[3].records.push_back(state.progress.number);
    return terms;
}

} // namespace engine
