// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "app/plumb/commands.h"

#include "app/plumb/asking.h"
#include "app/plumb/output.h"
#include "app/plumb/processjson.h"
#include "app/plumb/table.h"

#include <algorithm>
#include <array>

namespace plumb {

namespace {

using support::ErrorCode;

/// What is asked: the workspace, the period and the pipeline; without a workspace, how to end.
struct Question {
    Asked asked;
    workbench::FunnelQuestion funnel;

    [[nodiscard]] workbench::PeriodQuestion period() const
    {
        return {asked.asOf, {}, funnel.sides.front().from, funnel.sides.front().to};
    }
};

Question ask(const ProcessOptions &options)
{
    Question question;
    const auto by = std::ranges::find(funnelWords, std::string_view(options.by));
    const auto refuse = [&](Exit how) {
        question.asked.otherwise = how;
        return std::move(question);
    };
    if (by == funnelWords.end())
        return refuse(fail(options.common,
                           {ErrorCode::BadChoice, options.by, "one of region, team, person, product, channel, segment"},
                           Exit::Usage));
    question.funnel.by = static_cast<workbench::FunnelBy>(by - funnelWords.begin());
    Asked asked = ask(options.common);
    if (!asked.workbench)
        return refuse(asked.otherwise);
    const auto period = periodOf(options.common, options.from, options.to);
    if (!period)
        return refuse(period.error());
    question.funnel.base.asOf = asked.asOf;
    question.funnel.sides = {{std::nullopt, period->from, period->to}};
    if (!options.pipeline.empty()) {
        const auto pipeline = domain::PipelineId::parse(options.pipeline);
        if (!pipeline)
            return refuse(fail(options.common, pipeline.error(), Exit::Usage));
        question.funnel.base.pipeline = *pipeline;
    }
    question.asked = std::move(asked);
    return question;
}

/// By FunnelFigure.
constexpr std::array<const char *, workbench::funnelFigures> figureNames{"to next", "to win",         "days",
                                                                         "overrun", "fields missing", "evidence missing"};

void printDifferences(const std::vector<workbench::FigureDifferences> &stages, const workbench::FunnelSideView &side,
                      std::string_view way)
{
    Table table({{"stage"}, {"figure"}, {"first", true}, {"second", true}, {"chance", true}});
    for (std::size_t i = 0; i < stages.size(); ++i) {
        for (std::size_t figure = 0; figure < workbench::funnelFigures; ++figure) {
            const auto &difference = stages[i].at(figure);
            if (!difference || !difference->told)
                continue;
            const bool isDwell = static_cast<workbench::FunnelFigure>(figure) == workbench::FunnelFigure::Dwell;
            const auto text = [&](double value) { return isDwell ? fmt::format("× {:.2f}", value) : percent(value); };
            table.add({shown(side.claimed[i].name), figureNames.at(figure), text(difference->first), text(difference->second),
                       fmt::format("{:.2g}", difference->chance)});
        }
    }
    if (table.empty())
        say("{}: nothing differs by more than chance\n", way);
    else
        say("{}:\n{}\n", way, table.text());
}

std::string nameOf(const workbench::ProcessRow &row, bool isAll)
{
    return isAll ? "all" : row.id.empty() ? "—" : row.name;
}

void addRow(const workbench::ProcessRow &row, bool isAll, Table &table)
{
    std::vector<std::string> cells{nameOf(row, isAll)};
    for (const workbench::FunnelStageLine &stage : row.stages)
        cells.push_back(oneDigit(stage.dwellMedianDays));
    const std::optional<double> stuck = row.open > 0 ? std::optional(static_cast<double>(row.stuck) / row.open) : std::nullopt;
    for (std::string &cell : std::array{percent(row.overrunRate), percent(row.missingRate), percent(row.evidenceMissingRate),
                                        percent(stuck), oneDigit(row.cycleDays), std::to_string(row.won)})
        cells.push_back(std::move(cell));
    table.add(std::move(cells));
}

Table processTable(const workbench::ProcessView &view)
{
    std::vector<Table::Column> columns{{"", false, true}};
    for (const workbench::FunnelStageLine &stage : view.all.stages)
        columns.push_back({shown(stage.name), true});
    for (const char *title : {"overrun", "fields missing", "evidence missing", "stuck", "cycle, days", "won"})
        columns.push_back({title, true});
    return Table(std::move(columns));
}

std::string estimate(const std::optional<workbench::TimedShareView> &share)
{
    if (!share)
        return "—";
    return fmt::format("{} ({} to {})", percent(share->share), percent(share->low), percent(share->high));
}

constexpr std::array<const char *, 7> weekdays{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

std::string patternText(const workbench::BouncePatternView &pattern)
{
    const std::string shares = fmt::format("{} of the changes in bounces, {} of the others (chance {:.2g})",
                                           percent(pattern.share), percent(pattern.usual), pattern.chance);
    if (!pattern.hourOfWeek)
        return fmt::format("customers of “{}”: {}", pattern.segment, shares);
    const int hour = *pattern.hourOfWeek % 24;
    return fmt::format("{} {}:00 to {}:00: {}", weekdays.at(static_cast<std::size_t>(*pattern.hourOfWeek / 24)), hour, hour + 1,
                       shares);
}

void printBounces(const workbench::BounceView &view)
{
    if (!view.moreThan) {
        say("The playbook has no rule that says how many changes of stage are too many.\n");
        return;
    }
    say("{} of {} bounced: more than {} changes within {}\n", view.bouncedDeals, counted(view.changedDeals, "moved deal"),
        *view.moreThan, counted(static_cast<std::uint64_t>(view.withinDays), "day"));
    for (const workbench::BouncePatternView &pattern : view.patterns)
        say("{}\n", patternText(pattern));
    if (view.patterns.empty() && view.bouncedDeals > 0)
        say("No hour of the week and no kind of customer bounces more than by chance.\n");
}

} // namespace

Exit runCompare(const CompareOptions &options)
{
    Question question = ask(options);
    if (!question.asked.workbench)
        return question.asked.otherwise;
    workbench::FunnelSide side = question.funnel.sides.front();
    question.funnel.sides.clear();
    for (const std::string &slice : {options.first, options.second}) {
        side.slice = slice;
        question.funnel.sides.push_back(side);
    }
    const auto view = workbench::funnelView(*question.asked.workbench, question.funnel);
    if (!view)
        return fail(options.common, view.error(), Exit::Failed);
    if (options.common.json) {
        printLine(toJson(*view, {options.by, options.first, options.second}));
    } else {
        printDifferences(view->claimed, view->sides.front(), "claimed");
        printDifferences(view->proven, view->sides.front(), "proven");
    }
    noteAhead(*question.asked.workbench, options.common, question.asked.asOf);
    return Exit::Done;
}

Exit runProcess(const ProcessOptions &options)
{
    const Question question = ask(options);
    if (!question.asked.workbench)
        return question.asked.otherwise;
    const auto view = workbench::processView(*question.asked.workbench, question.funnel, options.proven);
    if (!view)
        return fail(options.common, view.error(), Exit::Failed);
    Table table = processTable(*view);
    const auto take = [&](const workbench::ProcessRow &row, bool isAll) {
        if (options.common.json)
            printLine(toJson(row, options.by, isAll));
        else
            addRow(row, isAll, table);
    };
    if (!view->rows.empty())
        take(view->all, true);
    for (const workbench::ProcessRow &row : view->rows)
        take(row, false);
    if (view->rows.empty())
        noteNoDeals(question.asked, options.common);
    else if (!options.common.json)
        say("Days in each stage (median)\n{}", table.text());
    noteAhead(*question.asked.workbench, options.common, question.asked.asOf);
    return Exit::Done;
}

Exit runBreakpoints(const ProcessOptions &options)
{
    const Question question = ask(options);
    if (!question.asked.workbench)
        return question.asked.otherwise;
    const auto view = workbench::breakpoints(*question.asked.workbench, question.period());
    if (!view)
        return fail(options.common, view.error(), Exit::Failed);
    using enum workbench::BreakCount;
    if (options.common.json) {
        printLine(toJson(*view));
    } else {
        Table table({{""}, {"count", true}, {"in the end"}});
        const auto add = [&](const char *what, workbench::BreakCount count, const std::string &share = {}) {
            table.add({what, std::to_string(view->count(count)), share});
        };
        add("leads", Leads);
        add("  touched", Touched);
        add("  effective", Effective);
        add("  read, no reply", ReadUnanswered);
        add("  became deals", BecameDeals, estimate(view->becomeDeals));
        add("deals created", Created, estimate(view->areSigned));
        add("  signed", Signed);
        add("  unproven", Unproven);
        add("customers who bought", Buyers);
        add("  opened a new deal", OpenedNew, estimate(view->openNewDeals));
        add("  bought again", BoughtAgain, estimate(view->buyAgain));
        write(table.text());
    }
    noteAhead(*question.asked.workbench, options.common, question.asked.asOf);
    return Exit::Done;
}

Exit runBounces(const ProcessOptions &options)
{
    const Question question = ask(options);
    if (!question.asked.workbench)
        return question.asked.otherwise;
    const auto view = workbench::bounces(*question.asked.workbench, {question.period(), {}});
    if (!view)
        return fail(options.common, view.error(), Exit::Failed);
    if (options.common.json)
        printLine(toJson(*view));
    else
        printBounces(*view);
    noteAhead(*question.asked.workbench, options.common, question.asked.asOf);
    return Exit::Done;
}

} // namespace plumb
