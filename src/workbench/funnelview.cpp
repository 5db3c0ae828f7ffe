// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/reports.h"

#include "engine/funnel.h"
#include "workbench/inscope.h"
#include "workbench/parallel.h"
#include "workbench/resolver.h"

#include <algorithm>

namespace workbench {

using support::Result;

namespace {

std::optional<double> share(std::uint32_t part, std::uint32_t whole)
{
    return whole == 0 ? std::nullopt : std::optional(static_cast<double>(part) / whole);
}

std::optional<double> days(const std::optional<support::Duration> &span)
{
    return span ? std::optional(support::inDays(*span)) : std::nullopt;
}

FunnelStageLine lineOf(const engine::FunnelStage &stage, const domain::Stage &definition)
{
    FunnelStageLine line;
    line.stage = definition.id.text();
    line.name = definition.name;
    line.entered = stage.entered;
    line.forward = stage.forward;
    line.back = stage.back;
    line.lost = stage.lost;
    line.open = stage.open;
    line.elsewhere = stage.elsewhere;
    line.won = stage.won;
    line.conversion = stage.conversion;
    line.winRate = stage.winRate;
    line.dwellMedianDays = days(stage.dwellMedian);
    line.dwellP80Days = days(stage.dwellEightieth);
    line.dwellMeanDays = stage.meanDwellDays;
    line.overrunRate = share(stage.overrun, stage.entered);
    line.missingRate = share(stage.fieldsMissing, stage.fieldsAsked);
    line.evidenceMissingRate = share(stage.evidenceMissing, stage.evidenceAsked);
    return line;
}

/// The pipeline with the most deals at as-of.
std::size_t busiest(const engine::Board &board, std::size_t pipelines)
{
    std::vector<std::size_t> counts(pipelines);
    for (const engine::DealRow &row : board.deals) {
        if (row.pipeline >= 0)
            ++counts[static_cast<std::size_t>(row.pipeline)];
    }
    return static_cast<std::size_t>(std::ranges::max_element(counts) - counts.begin());
}

/// What a funnel is cut by: the key of a deal's slice, and the id and name of a key.
class Cut {
public:
    Cut(const Core &core, const Snapshot &snapshot, const FunnelRequest &request)
        : m_core(core)
        , m_snapshot(snapshot)
        , m_request(request)
        , m_day(core.m_zone.dateOf(request.asOf))
    {}

    [[nodiscard]] domain::SymbolKey key(const engine::StayDeal &deal)
    {
        switch (m_request.by) {
        case FunnelBy::All: return 0;
        case FunnelBy::Person: return deal.owner;
        case FunnelBy::Product: return deal.product;
        case FunnelBy::Channel: return customerTraits(*m_snapshot.history, deal.customer, m_request.asOf).channel;
        case FunnelBy::Segment: return customerTraits(*m_snapshot.history, deal.customer, m_request.asOf).industry;
        case FunnelBy::Region:
        case FunnelBy::Team: return teamKey(deal);
        }
        return 0;
    }

    void describe(domain::SymbolKey key, FunnelSliceLine &slice) const
    {
        if (key == 0)
            return;
        const bool ofTeams = m_request.by == FunnelBy::Team || m_request.by == FunnelBy::Region;
        slice.id = ofTeams ? m_teams[key - 1] : m_core.textOf(key);
        slice.name = slice.id;
        if (const auto *team = ofTeams ? m_snapshot.organisation->team(slice.id, m_request.asOf) : nullptr)
            slice.name = team->name.text();
        if (m_request.by == FunnelBy::Person)
            slice.name = m_snapshot.organisation->personName(key, m_request.asOf);
        if (const auto *product =
                m_request.by == FunnelBy::Product ? m_snapshot.organisation->product(slice.id, m_request.asOf) : nullptr)
            slice.name = product->name.text();
    }

private:
    /// The slice of the team or the region that the deal belongs to, counted from 1; 0 where there is none. Looked up once for
    /// each team that deals name and each of the other owners.
    domain::SymbolKey teamKey(const engine::StayDeal &deal)
    {
        const auto [known, isNew] = m_teamOf.try_emplace(deal.team != 0 ? deal.team : deal.owner);
        if (!isNew)
            return known->second;
        const Organisation &organisation = *m_snapshot.organisation;
        std::string team = deal.team != 0 ? m_core.textOf(deal.team)
                                          : organisation.teamOf(organisation.personId(deal.owner), m_request.asOf, m_day);
        if (m_request.by == FunnelBy::Region)
            team = organisation.regionOf(team, m_request.asOf);
        if (team.empty())
            return 0;
        auto at = std::ranges::find(m_teams, team);
        if (at == m_teams.end())
            at = m_teams.insert(at, team);
        return known->second = static_cast<domain::SymbolKey>(at - m_teams.begin() + 1);
    }

    const Core &m_core;
    const Snapshot &m_snapshot;
    const FunnelRequest &m_request;
    support::Date m_day;
    std::vector<std::string> m_teams;
    std::map<domain::SymbolKey, domain::SymbolKey> m_teamOf; ///< by a team's key, or by an owner's
};

} // namespace

Result<std::vector<FunnelSliceLine>> funnel(const Workbench &workbench, const FunnelRequest &request)
{
    const Core &core = workbench.core();
    const auto snapshot = core.snapshot();
    const PlaybookInForce &playbook = snapshot->playbook(request.asOf);
    const auto &pipelines = playbook.compiled->playbook().pipelines;
    const auto board = core.board(*snapshot, request.asOf, {});
    std::size_t pipeline = busiest(*board, pipelines.size());
    if (request.pipeline)
        pipeline =
            static_cast<std::size_t>(std::ranges::find(pipelines, *request.pipeline, &domain::Pipeline::id) - pipelines.begin());
    if (pipeline >= pipelines.size())
        return support::failure(support::ErrorCode::UnknownStage, request.pipeline ? request.pipeline->text() : "",
                                "the playbook has no such pipeline");
    Cut cut(core, *snapshot, request);
    const InScope inScope(core, *snapshot, request.scope, request.asOf);
    engine::FunnelQuery query;
    if (request.from)
        query.from = core.m_zone.startOf(*request.from);
    if (request.to)
        query.to = core.m_zone.startOf(*request.to + 1);
    query.slice = [&](const engine::StayDeal &deal) { return cut.key(deal); };
    query.accept = [&](const engine::StayDeal &deal) { return inScope.deal(deal); };
    const engine::Stays stays(*snapshot->history, *playbook.compiled, request.asOf, {pipeline, request.proven}, onAllCores());
    std::vector<FunnelSliceLine> slices;
    for (const engine::FunnelSlice &slice : engine::funnel(stays, query, onAllCores())) {
        FunnelSliceLine &line = slices.emplace_back();
        cut.describe(slice.key, line);
        for (std::size_t place = 0; place < slice.stages.size(); ++place)
            line.stages.push_back(lineOf(slice.stages[place], pipelines[pipeline].stages[place]));
        line.unplaced = slice.unplaced;
    }
    std::ranges::sort(slices, {}, [](const FunnelSliceLine &slice) { return std::pair(slice.name, slice.id); });
    return slices;
}

} // namespace workbench
