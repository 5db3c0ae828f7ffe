// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "app/plumb/commands.h"

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

/// A workspace and the instant that was asked about; without a workspace, how to end.
struct Asked {
    std::unique_ptr<workbench::Workbench> workbench;
    support::Instant asOf;
    Exit otherwise = Exit::CannotOpen;
};

/// Who asks about today what ended long ago gets an answer, and a word about it.
void noteOldRecords(const workbench::Workbench &workbench, const Common &common)
{
    const auto end = workbench.recordsEnded();
    if (end && common.asOf.empty() && !common.json)
        sayError("note: the records end on {0}; to see that day, add --as-of {0}\n", support::toText(*end));
}

/// Said once below a table that leaves the health out; a program gets it, with the word that it is not told.
void noteUntold(bool untold)
{
    if (untold)
        writeError(
            "note: health is not told here: nobody records what it is made of (talk, and the roles or the files of deals)\n");
}

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
        noteUntold(untold);
        if (!stray.empty())
            sayError("note: the playbook has no stage “{}”: what asks for a stage does not judge the deals in it\n", stray);
    }
};

Asked ask(const Common &common)
{
    Asked asked;
    asked.workbench = open(common, workbench::Access::ReadOnly);
    if (!asked.workbench)
        return asked;
    const auto instant = instantOf(*asked.workbench, common.asOf);
    if (instant) {
        asked.asOf = *instant;
        noteOldRecords(*asked.workbench, common);
    } else {
        asked.otherwise = fail(common, instant.error(), Exit::Usage);
        asked.workbench.reset();
    }
    return asked;
}

/// Said where the answer is empty: for want of deals it would look like a failure.
void noteNoDeals(const Asked &asked, const Common &common)
{
    if (common.json)
        return;
    const workbench::BoardSize size = workbench::boardSize(*asked.workbench, asked.asOf);
    if (size.deals == 0)
        sayError("note: there are no deals, and {}\n", size.leads == 0 ? "no leads" : counted(size.leads, "lead"));
}

std::string amountText(const std::optional<support::Money> &amount)
{
    return amount ? support::decimal(*amount) + ' ' + amount->currency.text() : "—";
}

/// A word of the format as people read it: "ask rep", "high/short".
std::string spelt(std::string_view word, char gap)
{
    std::string text(word);
    std::ranges::replace(text, '_', gap);
    return text;
}

std::optional<workbench::FunnelBy> byNamed(std::string_view word)
{
    constexpr std::array<std::string_view, 5> words{"all", "team", "person", "product", "channel"};
    const auto found = std::ranges::find(words, word);
    return found == words.end() ? std::nullopt : std::optional(static_cast<workbench::FunnelBy>(found - words.begin()));
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
            return line.healthTold && i < line.terms.size() ? fmt::format("{}", line.terms[i].value) : std::string("—");
        };
        table.add({line.deal, line.healthTold ? fmt::format("{}{}", line.health.value_or(0), line.red ? " !" : "  ") : "—  ",
                   term(0), term(1), term(2), term(3), line.claimed, line.proven,
                   line.healthTold ? spelt(domain::word(line.quadrant), '/') : "—", daysText(line.daysToClose),
                   amountText(line.amount)});
    };
    if (const auto done = workbench::scores(*asked.workbench, asked.asOf, deal, take); !done)
        return fail(options.common, done.error(), Exit::Failed);
    if (!options.common.json)
        write(table.text());
    notes.tell();
    noteAhead(*asked.workbench, options.common, asked.asOf);
    return Exit::Done;
}

Exit runFlags(const FlagsOptions &options)
{
    const Asked asked = ask(options.common);
    if (!asked.workbench)
        return asked.otherwise;
    workbench::Scope scope;
    if (!options.person.empty()) {
        const auto person = domain::PersonId::parse(options.person);
        const auto found = person ? workbench::scopeOf(*asked.workbench, *person, asked.asOf) : tl::unexpected(person.error());
        if (!found)
            return fail(options.common, found.error(), Exit::Failed);
        scope = *found;
    }
    Table table({{"#", true}, {"deal"}, {"customer"}, {"owner"}, {"amount", true}, {"health", true}, {"why"}, {"proposed"}});
    bool any = false;
    bool untold = false;
    const auto take = [&](const workbench::FlagLine &line) {
        any = true;
        if (options.common.json)
            return printLine(toJson(line));
        untold = untold || (line.deal.health && !line.deal.shownHealth);
        table.add({line.place == 0 ? "—" : std::to_string(line.place), line.deal.name, line.deal.customer, line.deal.owner,
                   amountText(line.deal.amount), line.deal.shownHealth ? std::to_string(*line.deal.shownHealth) : "—",
                   shown(reasonLabel(line.flag)), spelt(domain::word(line.flag.proposal), ' ')});
    };
    if (const auto done = workbench::flags(*asked.workbench, scope, asked.asOf, options.all, take); !done)
        return fail(options.common, done.error(), Exit::Failed);
    if (!options.common.json)
        write(table.text());
    if (!any)
        noteNoDeals(asked, options.common);
    noteUntold(untold);
    noteAhead(*asked.workbench, options.common, asked.asOf);
    return Exit::Done;
}

Exit runFunnel(const FunnelOptions &options)
{
    const auto by = byNamed(options.by);
    if (!by)
        return fail(options.common, {ErrorCode::BadChoice, options.by, "one of team, person, product, channel"}, Exit::Usage);
    const Asked asked = ask(options.common);
    if (!asked.workbench)
        return asked.otherwise;
    workbench::FunnelRequest request;
    request.asOf = asked.asOf;
    request.by = *by;
    request.proven = options.proven;
    const auto takeDay = [&](const std::string &text, std::optional<support::Date> &day) -> support::Result<void> {
        if (text.empty())
            return {};
        return support::parseDate(text).map([&](support::Date date) { day = date; });
    };
    const auto from = takeDay(options.from, request.from);
    const auto to = takeDay(options.to, request.to);
    if (!from || !to)
        return fail(options.common, from ? to.error() : from.error(), Exit::Usage);
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
