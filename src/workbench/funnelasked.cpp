// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/funnelasked.h"

#include "workbench/parallel.h"

#include <algorithm>

namespace workbench {

using support::ErrorCode;
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

} // namespace

FunnelStageLine stageLine(const engine::FunnelStage &stage, const domain::Stage &definition)
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
    line.overrun = stage.overrun;
    line.withoutFields = stage.withoutFields;
    line.withoutEvidence = stage.withoutEvidence;
    line.openOverrun = stage.openOverrun;
    line.openMissing = stage.openMissing;
    line.openStuck = stage.openStuck;
    for (const engine::MoneySum &sum : stage.openMoney) {
        if (sum.currency != 0)
            line.openMoney.push_back({sum.sum, support::Currency::unpack(sum.currency)});
    }
    return line;
}

Ground groundOf(const Core &core, const Snapshot &snapshot, support::Instant asOf)
{
    return {asOf, core.dataTime(snapshot, asOf), core.lastCorrection(snapshot, asOf),
            snapshot.playbook(asOf).compiled->playbook().version};
}

DealList dealList(const Core &core, const Snapshot &snapshot, const engine::Board &board,
                  const std::vector<history::DealIndex> &deals, std::size_t limit)
{
    std::vector<const engine::DealRow *> rows;
    for (const history::DealIndex deal : deals) {
        if (const engine::DealRow *row = board.deals.find(deal.value))
            rows.push_back(row);
    }
    DealList list;
    list.total = rows.size();
    const auto worse = [](const engine::DealRow *a, const engine::DealRow *b) {
        return std::tuple(a->status, a->health, a->key) < std::tuple(b->status, b->health, b->key);
    };
    const auto end = rows.begin() + static_cast<std::ptrdiff_t>(std::min(limit, rows.size()));
    std::ranges::partial_sort(rows, end, worse);
    rows.erase(end, rows.end());
    Resolver resolver(core, snapshot, snapshot.playbook(board.asOf), board.asOf);
    resolver.prefetch(rows);
    for (const engine::DealRow *row : rows)
        list.deals.push_back(resolver.summary(*row));
    return list;
}

FunnelAsked::FunnelAsked(const Core &core, const FunnelBase &base, FunnelBy by)
    : m_core(core)
    , m_snapshot(core.snapshot())
    , m_base(base)
    , m_playbook(m_snapshot->playbook(base.asOf))
    , m_inScope(core, *m_snapshot, base.scope, base.asOf)
    , m_slices(core, *m_snapshot, by, base.asOf)
{}

Result<void> FunnelAsked::prepare(const std::stop_token &stop)
{
    m_board = m_core.board(*m_snapshot, m_base.asOf, stop);
    if (!m_board)
        return support::failure(ErrorCode::Cancelled, "", "a newer question was asked");
    const auto counts = choices();
    m_pipeline = static_cast<std::size_t>(std::ranges::max_element(counts, {}, &PipelineChoice::deals) - counts.begin());
    if (m_base.pipeline)
        m_pipeline = static_cast<std::size_t>(std::ranges::find(pipelines(), *m_base.pipeline, &domain::Pipeline::id)
                                              - pipelines().begin());
    if (m_pipeline >= pipelines().size())
        return support::failure(ErrorCode::UnknownStage, m_base.pipeline ? m_base.pipeline->text() : "",
                                "the playbook has no such pipeline");
    return {};
}

engine::Stays FunnelAsked::stays(bool proven) const
{
    return {*m_snapshot->history, *m_playbook.compiled, m_base.asOf, {m_pipeline, proven}, onAllCores()};
}

void FunnelAsked::takePeriod(const FunnelSide &side, engine::FunnelQuery &query) const
{
    if (side.from)
        query.from = m_core.m_zone.startOf(*side.from);
    if (side.to)
        query.to = m_core.m_zone.startOf(*side.to + 1);
}

engine::FunnelQuery FunnelAsked::query(const FunnelSide &side)
{
    engine::FunnelQuery query;
    takePeriod(side, query);
    query.accept = [this, slice = side.slice, known = std::map<domain::SymbolKey, bool>()](const engine::StayDeal &deal) mutable {
        if (!m_inScope.deal(deal) || !slice)
            return m_inScope.deal(deal);
        const domain::SymbolKey key = m_slices.key(deal);
        const auto [own, isNew] = known.try_emplace(key);
        if (isNew)
            own->second = m_slices.id(key) == *slice;
        return own->second;
    };
    return query;
}

engine::FunnelQuery FunnelAsked::sliced(const FunnelSide &period)
{
    engine::FunnelQuery query;
    takePeriod(period, query);
    query.accept = [this](const engine::StayDeal &deal) { return m_inScope.deal(deal); };
    query.slice = [this](const engine::StayDeal &deal) { return m_slices.key(deal); };
    return query;
}

Ground FunnelAsked::ground() const
{
    return groundOf(m_core, *m_snapshot, m_base.asOf);
}

Result<std::size_t> FunnelAsked::place(const std::string &stage) const
{
    const auto &stages = pipeline().stages;
    const auto found = std::ranges::find(stages, stage, [](const domain::Stage &one) { return one.id.text(); });
    if (found == stages.end())
        return support::failure(ErrorCode::UnknownStage, stage, "the pipeline has no such stage");
    return static_cast<std::size_t>(found - stages.begin());
}

DealList FunnelAsked::listOf(const std::vector<history::DealIndex> &deals, std::size_t limit) const
{
    return dealList(m_core, *m_snapshot, *m_board, deals, limit);
}

std::vector<PipelineChoice> FunnelAsked::choices() const
{
    std::vector<PipelineChoice> found;
    for (const domain::Pipeline &pipeline : pipelines())
        found.push_back({pipeline.id.text(), pipeline.name, 0});
    for (const engine::DealRow &row : m_board->deals) {
        if (row.pipeline >= 0 && m_inScope.deal(row))
            ++found[static_cast<std::size_t>(row.pipeline)].deals;
    }
    return found;
}

} // namespace workbench
