// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/funnelasked.h"
#include "workbench/parallel.h"

#include <algorithm>

namespace workbench {

using support::Result;

namespace {

std::optional<double> share(std::uint32_t part, std::uint32_t whole)
{
    return whole == 0 ? std::nullopt : std::optional(static_cast<double>(part) / whole);
}

ProcessRow rowOf(const engine::FunnelSlice &slice, const domain::Pipeline &pipeline)
{
    ProcessRow row;
    engine::FunnelStage sum;
    for (std::size_t place = 0; place < slice.stages.size(); ++place) {
        const engine::FunnelStage &stage = slice.stages[place];
        row.stages.push_back(stageLine(stage, pipeline.stages[place]));
        row.entered += stage.entered;
        row.open += stage.open;
        row.stuck += stage.openStuck;
        sum.overrun += stage.overrun;
        sum.fieldsAsked += stage.fieldsAsked;
        sum.fieldsMissing += stage.fieldsMissing;
        sum.evidenceAsked += stage.evidenceAsked;
        sum.evidenceMissing += stage.evidenceMissing;
    }
    row.overrunRate = share(sum.overrun, row.entered);
    row.missingRate = share(sum.fieldsMissing, sum.fieldsAsked);
    row.evidenceMissingRate = share(sum.evidenceMissing, sum.evidenceAsked);
    row.deals = slice.deals;
    row.won = slice.won;
    row.cycleDays = slice.cycleDays;
    return row;
}

} // namespace

Result<ProcessView> processView(const Workbench &workbench, const FunnelQuestion &question, bool proven,
                                const std::stop_token &stop)
{
    FunnelAsked asked(workbench.core(), question.base, question.by);
    if (const auto prepared = asked.prepare(stop); !prepared)
        return tl::unexpected(prepared.error());
    ProcessView view;
    view.ground = asked.ground();
    view.pipelines = asked.choices();
    view.pipeline = asked.pipeline().id.text();
    for (const domain::Stage &stage : asked.pipeline().stages)
        view.limitDays.push_back(stage.limitDays);
    view.thinBelow = static_cast<std::uint32_t>(asked.playbook().compiled->playbook().map.thinBelow);
    FunnelSide period = question.sides.empty() ? FunnelSide() : question.sides.front();
    period.slice.reset();
    const engine::Stays stays = asked.stays(proven);
    if (stop.stop_requested())
        return support::failure(support::ErrorCode::Cancelled, "", "a newer question was asked");
    if (const auto all = engine::funnel(stays, asked.query(period), onAllCores()); !all.empty())
        view.all = rowOf(all.front(), asked.pipeline());
    for (const engine::FunnelSlice &slice : engine::funnel(stays, asked.sliced(period), onAllCores())) {
        ProcessRow row = rowOf(slice, asked.pipeline());
        if (row.entered == 0)
            continue; // nobody's stages were entered in the period
        row.id = asked.slices().id(slice.key);
        row.name = asked.slices().name(slice.key);
        view.rows.push_back(std::move(row));
    }
    std::ranges::sort(view.rows, {}, [](const ProcessRow &row) { return std::tuple(row.id.empty(), row.name, row.id); });
    return view;
}

} // namespace workbench
