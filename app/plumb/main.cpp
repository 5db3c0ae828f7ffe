// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "app/plumb/commands.h"
#include "app/plumb/mapping.h"
#include "app/plumb/output.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>
#include <functional>
#include <iostream>
#include <limits>
#include <string_view>

namespace {

using namespace plumb;

/// Every command takes a workspace and answers people or programs.
void addCommon(CLI::App &command, Common &common)
{
    command.add_option("workspace", common.workspace, "The workspace file")->required();
    command.add_flag("--json", common.json, "Answer with JSON (one document, or one a line for lists)");
}

/// A number that is no whole one from `least` to `most` is said to be none: what the parser would make of it, a program could go
/// on with for ever.
CLI::Validator wholeNumber(std::uint64_t least, std::uint64_t most)
{
    return {[least, most](const std::string &text) {
                std::uint64_t number = 0;
                const char *const end = text.data() + text.size();
                const auto [read, error] = std::from_chars(text.data(), end, number);
                const bool right = error == std::errc() && read == end && number >= least && number <= most;
                return right ? std::string() : fmt::format("“{}” is no whole number from {} to {}", text, least, most);
            },
            ""};
}

void addAsOf(CLI::App &command, Common &common)
{
    command.add_option("--as-of", common.asOf, "As it was known then: a time, or a day as 2026-03-01 (its end)")->type_name("T");
}

/// What stands below a command's help, made only when somebody asks; the program's own footer, how it ends, follows.
void addFooter(CLI::App &command, std::string (*text)())
{
    command.footer([text] { return text() + '\n'; });
}

/// What the command line came to, run when it is whole.
using Chosen = std::function<Exit()>;

/// A command's word, and what it does in a sentence.
struct Description {
    const char *name;
    const char *what;
};

template <class Options>
CLI::App &addCommand(CLI::App &app, Chosen &chosen, Options &options, Description description, Exit (*run)(const Options &))
{
    CLI::App &command = *app.add_subcommand(description.name, description.what);
    addCommon(command, options.common);
    command.callback(
        [&chosen, &options, run] { chosen = [&options, run] { return finished(options.common.json, run(options)); }; });
    return command;
}

struct AllOptions {
    InitOptions init;
    SampleOptions sample;
    ImportOptions importing;
    ImportsOptions imports;
    ExportOptions exporting;
    ScoreOptions score;
    FlagsOptions flags;
    FunnelOptions funnel;
    CompareOptions compare;
    ProcessOptions process;
    ProcessOptions breakpoints;
    ProcessOptions bounces;
    VerifyOptions verify;
};

/// What people say of tables that are not known by themselves.
void addMapping(CLI::App &import, ImportOptions &options)
{
    import
        .add_option("--column", options.columns,
                    "What a column holds, as HEADER=FIELD; or FILE:HEADER=FIELD. The fields are below")
        ->type_name("HEADER=FIELD")
        ->allow_extra_args(false);
    import
        .add_option("--table", options.table,
                    "What the rows are of a table that no profile knows; otherwise what its columns suggest, mostly deals")
        ->type_name("WHAT");
    import.add_flag("--no-header", options.noHeader,
                    "The tables have no header line: their columns are A, B, C … or 1, 2, 3 … for --column");
    import
        .add_option("--save-profile", options.saveProfile,
                    "Keep the columns and the answers under this name, so that the next such files are known by themselves")
        ->type_name("NAME");
}

void addMaking(CLI::App &app, Chosen &chosen, AllOptions &all)
{
    CLI::App &init = addCommand(app, chosen, all.init, {"init", "Make a new, empty workspace file"}, runInit);
    init.add_option("--timezone", all.init.timeZone,
                    "Where the organisation's days are cut, as Asia/Shanghai; else the zone of this machine")
        ->type_name("ZONE");
    init.add_option("--playbook", all.init.playbook, "Start with this playbook file instead of the standard one")
        ->type_name("FILE");

    CLI::App &sample = addCommand(app, chosen, all.sample,
                                  {"sample", "Make a workspace with sample data, the same for the same numbers"}, runSample);
    constexpr std::uint64_t mostDeals = 10'000'000;
    sample.add_option("--deals", all.sample.deals, fmt::format("How many deals, up to {}", mostDeals))
        ->type_name("N")
        ->check(wholeNumber(0, mostDeals))
        ->capture_default_str();
    sample.add_option("--seed", all.sample.seed, "Which sample: another number, another organisation")
        ->type_name("S")
        ->check(wholeNumber(0, std::numeric_limits<std::uint64_t>::max()))
        ->capture_default_str();
    sample
        .add_option(
            "--as-of", all.sample.common.asOf,
            "The instant at which the sample ends: a time, or a day as 2026-03-01 (the end of its office hours, or of the "
            "last day before it that has them); else the last working day before today")
        ->type_name("T");
}

void addImporting(CLI::App &app, Chosen &chosen, AllOptions &all)
{
    CLI::App &import = addCommand(app, chosen, all.importing,
                                  {"import", "Bring in facts (JSON Lines) or tables (CSV, XLSX) of another system"}, runImport);
    import.add_option("files", all.importing.files, "Files that belong together")->type_name("FILE");
    import
        .add_option("--profile", all.importing.profile,
                    "The system they come from, instead of recognising it: a name, or the .json file of a profile")
        ->type_name("P");
    addMapping(import, all.importing);
    import
        .add_option("--answer", all.importing.answers,
                    "What a file cannot say by itself, as KEY=VALUE; the keys are named when they are assumed")
        ->type_name("KEY=VALUE")
        ->allow_extra_args(false);
    import
        .add_option("--merge", all.importing.merges,
                    "Take the first customer for the second, as ID=ID; those that may be one are told with their ids")
        ->type_name("ID=ID")
        ->allow_extra_args(false);
    import.add_option("--refused", all.importing.refused, "Write every refused row here, with the reason and the remedy")
        ->type_name("FILE");
    import.add_flag("--dry-run", all.importing.dryRun, "Say what would happen and write nothing");
    import.add_flag("--into-sample", all.importing.intoSample,
                    "Import into a workspace of sample data, which is refused otherwise");
    const CLI::Validator batchNumber = wholeNumber(0, std::numeric_limits<std::int64_t>::max());
    import.add_option("--undo", all.importing.undo, "Take the import with this number back, whole")
        ->type_name("ID")
        ->check(batchNumber);
    import.add_option("--redo", all.importing.redo, "Bring the import with this number back, after it was undone")
        ->type_name("ID")
        ->check(batchNumber);
    import.add_option("--as", all.importing.person, "Who imports: the id of a person of the workspace")->type_name("ID");
    addFooter(import, [] {
        return profilesText() + '\n' + fieldsText()
               + "\n\nWhat was imported, and under which number, is listed by:  plumb imports WORKSPACE";
    });

    CLI::App &imports = addCommand(
        app, chosen, all.imports,
        {"imports", "Every import: when, from what, what came of it, by whom, and whether it still counts"}, runImports);
    addFooter(imports, [] {
        return std::string("Take one back whole with:  plumb import WORKSPACE --undo ID;  and bring it back with --redo ID.");
    });
}

void addExport(CLI::App &app, Chosen &chosen, AllOptions &all)
{
    CLI::App &exported =
        addCommand(app, chosen, all.exporting,
                   {"export", "Write the facts as JSON Lines; importing them elsewhere gives the same workspace"}, runExport);
    exported.add_option("--type", all.exporting.type, "Only facts of this type, as deal or event")->type_name("TYPE");
    exported
        .add_option("--record", all.exporting.record,
                    "Only the fact with this id, as the records of score and flags name it; of a thing all its versions")
        ->type_name("ID")
        ->excludes("--type");
    addAsOf(exported, all.exporting.common);
}

/// The first and the last day of what is asked about.
template <class Options>
void addPeriod(CLI::App &command, Options &options, const char *what)
{
    command.add_option("--from", options.from, what)->type_name("DAY");
    command.add_option("--to", options.to, "… until this day")->type_name("DAY");
}

void addProcesses(CLI::App &app, Chosen &chosen, AllOptions &all)
{
    constexpr const char *entered = "Deals that entered a stage from this day on";
    CLI::App &compare = addCommand(app, chosen, all.compare,
                                   {"compare", "What two slices of the funnel differ in by more than chance"}, runCompare);
    compare.add_option("--by", all.compare.by, "What the slices are: region, team, person, product, channel or segment")
        ->type_name("WHAT");
    compare.add_option("--first", all.compare.first, "The id of the one slice, as funnel names it")->type_name("ID")->required();
    compare.add_option("--second", all.compare.second, "The id of the other")->type_name("ID")->required();
    compare.add_option("--pipeline", all.compare.pipeline, "The pipeline, when there are several")->type_name("ID");
    addPeriod(compare, all.compare, entered);
    addAsOf(compare, all.compare.common);

    CLI::App &process = addCommand(app, chosen, all.process,
                                   {"process", "Who is how fast in which stage, and where open deals stick"}, runProcess);
    process.add_option("--by", all.process.by, "One row for each person (as it is), team or region")->type_name("WHAT");
    process.add_option("--pipeline", all.process.pipeline, "The pipeline, when there are several")->type_name("ID");
    process.add_flag("--proven", all.process.proven, "The stages that are proven instead of those that are claimed");
    addPeriod(process, all.process, entered);
    addAsOf(process, all.process.common);

    CLI::App &breakpoints =
        addCommand(app, chosen, all.breakpoints,
                   {"breakpoints", "Where business breaks off: lead to deal, deal to signature, signature to the next purchase"},
                   runBreakpoints);
    addPeriod(breakpoints, all.breakpoints, "Leads that came in, deals signed and first purchases from this day on");
    addAsOf(breakpoints, all.breakpoints.common);

    CLI::App &bounces =
        addCommand(app, chosen, all.bounces,
                   {"bounces", "Deals that jump between stages, and when and with whom more than by chance"}, runBounces);
    addPeriod(bounces, all.bounces, "Changes of stage from this day on");
    addAsOf(bounces, all.bounces.common);
}

void addReading(CLI::App &app, Chosen &chosen, AllOptions &all)
{
    CLI::App &score = addCommand(app, chosen, all.score, {"score", "The health of the open deals, with its terms"}, runScore);
    score.add_option("--deal", all.score.deal, "This deal alone")->type_name("ID");
    addAsOf(score, all.score.common);

    CLI::App &flags = addCommand(app, chosen, all.flags, {"flags", "The deals that need somebody today, and why"}, runFlags);
    flags.add_option("--person", all.flags.person, "What this person looks after: a manager's team, a rep's deals")
        ->type_name("ID");
    flags.add_flag("--all", all.flags.all, "Every flag, below the line and snoozed ones too, and those of leads and persons");
    addAsOf(flags, all.flags.common);

    CLI::App &funnel =
        addCommand(app, chosen, all.funnel,
                   {"funnel", "How deals go through the stages: conversion, time, overrun, what is missing"}, runFunnel);
    funnel
        .add_option("--by", all.funnel.by,
                    "One slice for each region, team, person, product, channel, or segment (the customers' industry)")
        ->type_name("WHAT");
    funnel.add_option("--pipeline", all.funnel.pipeline, "The pipeline, when there are several")->type_name("ID");
    addPeriod(funnel, all.funnel, "Deals that entered a stage from this day on");
    funnel.add_flag("--proven", all.funnel.proven, "The stages that are proven instead of those that are claimed");
    addAsOf(funnel, all.funnel.common);
    addFooter(funnel, [] {
        return std::string(
            "Of a deal that is still open in a stage it is not known yet where it goes: the conversion, the win rate and the "
            "days count it for the time it has been seen there, and share it out as the deals before it went.\n"
            "So the conversion cannot be worked out from a row's counts of deals.");
    });

    addProcesses(app, chosen, all);
    addCommand(app, chosen, all.verify, {"verify", "Check the file and everything that has to be true of it"}, runVerify);
}

/// What to type instead of what was typed.
std::string usageText(const CLI::App &app, const CLI::ParseError &error, const std::vector<std::string> &words)
{
    const auto chosen = app.get_subcommands();
    const std::string why = error.what();
    if (!chosen.empty()) {
        const std::string command = "plumb " + chosen.front()->get_name();
        return why.starts_with("workspace is required") ? "name the workspace file: " + command + " FILE"
                                                        : why + "; see " + command + " --help";
    }
    std::string commands;
    for (const CLI::App *command : app.get_subcommands([](const CLI::App *) { return true; }))
        commands += (commands.empty() ? "" : ", ") + command->get_name();
    const auto word = std::ranges::find_if(words, [](const std::string &one) { return !one.starts_with('-'); });
    const std::string start = word == words.end() ? "say what to do" : "“" + *word + "” is no command";
    return start + ": one of " + commands + "; plumb --help explains them";
}

} // namespace

int main(int argc, char **argv)
{
    CLI::App app("Plumbline on the command line: what the desktop shows, for people and programs.\n"
                 "Start with:  plumb sample demo.plumb && plumb flags demo.plumb",
                 "plumb");
    app.require_subcommand(1);
    app.set_version_flag("--version", "plumb " PLUMBLINE_VERSION, "Say which version this is, and end");
    app.footer(
        "Exit status: 0 done, 1 done but some lines refused, damaged facts passed over or faults found, 2 wrong usage, 3 the "
        "workspace cannot be opened, 4 failed and nothing changed.");
    Chosen chosen;
    AllOptions all;
    addMaking(app, chosen, all);
    addImporting(app, chosen, all);
    addExport(app, chosen, all);
    addReading(app, chosen, all);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        const bool json = std::find(argv, argv + argc, std::string_view("--json")) != argv + argc;
        if (error.get_exit_code() == 0) { // --help, --version
            app.exit(error);
            std::cout.flush();
            return static_cast<int>(finished(json, Exit::Done));
        }
        return static_cast<int>(failUsage(json, usageText(app, error, {argv + 1, argv + argc})));
    }
    return static_cast<int>(chosen());
}
