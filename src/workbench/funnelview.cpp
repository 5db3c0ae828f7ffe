// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/reports.h"

#include "workbench/funnelasked.h"
#include "workbench/parallel.h"

#include <algorithm>

namespace workbench {

using support::Result;

Result<std::vector<FunnelSliceLine>> funnel(const Workbench &workbench, const FunnelRequest &request)
{
    const FunnelBase base{request.asOf, request.scope, request.pipeline};
    FunnelAsked asked(workbench.core(), base, request.by);
    if (const auto prepared = asked.prepare({}); !prepared)
        return tl::unexpected(prepared.error());
    const engine::Stays stays = asked.stays(request.proven);
    std::vector<FunnelSliceLine> slices;
    for (const engine::FunnelSlice &slice : engine::funnel(stays, asked.sliced({{}, request.from, request.to}), onAllCores())) {
        FunnelSliceLine &line = slices.emplace_back();
        line.id = asked.slices().id(slice.key);
        line.name = asked.slices().name(slice.key);
        for (std::size_t place = 0; place < slice.stages.size(); ++place)
            line.stages.push_back(stageLine(slice.stages[place], asked.pipeline().stages[place]));
        line.unplaced = slice.unplaced;
    }
    std::ranges::sort(slices, {}, [](const FunnelSliceLine &slice) { return std::pair(slice.name, slice.id); });
    return slices;
}

} // namespace workbench
