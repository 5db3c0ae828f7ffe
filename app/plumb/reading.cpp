// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "app/plumb/commands.h"

#include "app/plumb/asking.h"
#include "app/plumb/flagtext.h"
#include "app/plumb/json.h"
#include "app/plumb/output.h"
#include "app/plumb/table.h"
#include "domain/playbookwords.h"
#include "workbench/reports.h"

#include <algorithm>
#include <array>

namespace plumb {

using support::ErrorCode;

namespace {

/// What is said once below the table of the scores.
struct ScoreNotes {
    bool untold = false;
    std::string stray; ///< the first stage that the playbook does not have

    void hear(const workbench::ScoreLine &line)
    {
        untold = untold || (line.health && !line.healthTold);
        if (!line.stageKnown && stray.empty())
            stray = line.claimed;
    }

    void tell() const
    {
        if (untold)
            writeError("note: nobody records what the health is made of (talk, and the roles or the files of deals): it says "
                       "little of these deals, and the day's list leaves it out\n");
        if (!stray.empty())
            sayError("note: the playbook has no stage “{}”: what asks for a stage does not judge the deals in it\n", stray);
    }
};

std::optional<workbench::FunnelBy> byNamed(std::string_view word)
{
    const auto *const found = std::ranges::find(funnelWords, word);
    return found == funnelWords.end() ? std::nullopt
                                      : std::optional(static_cast<workbench::FunnelBy>(found - funnelWords.begin()));
}

void printFunnel(const workbench::FunnelSliceLine &slice)
{
    Table table({{"stage"},
                 {"entered", true},
                 {"forward", true},
                 {"back", true},
                 {"lost", true},
                 {"open", true},
                 {"conversion", true},
                 {"win rate", true},
                 {"days, median", true},
                 {"80 %", true},
                 {"overrun", true},
                 {"fields missing", true}});
    std::uint32_t elsewhere = 0;
    for (const workbench::FunnelStageLine &stage : slice.stages) {
        elsewhere += stage.elsewhere;
        table.add({shown(stage.name), std::to_string(stage.entered), std::to_string(stage.forward), std::to_string(stage.back),
                   std::to_string(stage.lost), std::to_string(stage.open), percent(stage.conversion), percent(stage.winRate),
                   oneDigit(stage.dwellMedianDays), oneDigit(stage.dwellP80Days), percent(stage.overrunRate),
                   percent(stage.missingRate)});
    }
    if (!slice.name.empty())
        say("{}\n", slice.name);
    say("{}\n", table.text());
    if (elsewhere > 0)
        say("{} left for a stage that the playbook does not have\n\n", counted(elsewhere, "open deal"));
    if (slice.unplaced > 0)
        say("{} in no row: of their way only the beginning, and maybe the end, is known\n\n", counted(slice.unplaced, "deal"));
}

} // namespace

Exit runScore(const ScoreOptions &options)
{
    const Asked asked = ask(options.common);
    if (!asked.workbench)
        return asked.otherwise;
    std::optional<domain::DealId> deal;
    if (!options.deal.empty()) {
        const auto id = domain::DealId::parse(options.deal);
        if (!id)
            return fail(options.common, id.error(), Exit::Usage);
        deal = *id;
    }
    Table table({{"deal"},
                 {"health", true},
                 {"roles", true},
                 {"files", true},
                 {"asks", true},
                 {"stale", true},
                 {"claimed"},
                 {"proven"},
                 {"quadrant"},
                 {"days to close", true},
                 {"amount", true}});
    ScoreNotes notes;
    const auto take = [&](const workbench::ScoreLine &line) {
        if (options.common.json)
            return printLine(toJson(line));
        notes.hear(line);
        const auto term = [&](std::size_t i) {
            return i < line.terms.size() ? fmt::format("{}", line.terms[i].value) : std::string("—");
        };
        const bool placed = line.health && line.quadrant != domain::Quadrant::None;
        table.add({line.deal, line.health ? fmt::format("{}{}", *line.health, line.red ? " !" : "  ") : "—  ", term(0), term(1),
                   term(2), term(3), line.claimed, line.proven, placed ? spelt(domain::word(line.quadrant), '/') : "—",
                   daysText(line.daysToClose), amountText(line.amount)});
    };
    if (const auto done = workbench::scores(*asked.workbench, asked.asOf, deal, take); !done)
        return fail(options.common, done.error(), Exit::Failed);
    if (!options.common.json)
        write(table.text());
    notes.tell();
    noteAhead(*asked.workbench, options.common, asked.asOf);
    return Exit::Done;
}

Exit runFunnel(const FunnelOptions &options)
{
    const auto by = byNamed(options.by);
    if (!by)
        return fail(options.common, {ErrorCode::BadChoice, options.by, "one of region, team, person, product, channel, segment"},
                    Exit::Usage);
    const Asked asked = ask(options.common);
    if (!asked.workbench)
        return asked.otherwise;
    workbench::FunnelRequest request;
    request.asOf = asked.asOf;
    request.by = *by;
    request.proven = options.proven;
    const auto period = periodOf(options.common, options.from, options.to);
    if (!period)
        return period.error();
    request.from = period->from;
    request.to = period->to;
    if (!options.pipeline.empty()) {
        const auto pipeline = domain::PipelineId::parse(options.pipeline);
        if (!pipeline)
            return fail(options.common, pipeline.error(), Exit::Usage);
        request.pipeline = *pipeline;
    }
    const auto slices = workbench::funnel(*asked.workbench, request);
    if (!slices)
        return fail(options.common, slices.error(), Exit::Failed);
    for (const workbench::FunnelSliceLine &slice : *slices) {
        if (options.common.json)
            printLine(toJson(slice, request.by));
        else
            printFunnel(slice);
    }
    if (slices->empty())
        noteNoDeals(asked, options.common);
    noteAhead(*asked.workbench, options.common, asked.asOf);
    return Exit::Done;
}

} // namespace plumb
