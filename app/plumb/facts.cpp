// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "app/plumb/commands.h"

#include "app/plumb/answers.h"
#include "app/plumb/importjson.h"
#include "app/plumb/importtext.h"
#include "app/plumb/mapping.h"
#include "app/plumb/output.h"
#include "app/plumb/table.h"
#include "workbench/importing.h"
#include "workbench/ownprofiles.h"

#include <fmt/format.h>

#include <algorithm>

namespace plumb {

using support::ErrorCode;

namespace {

void tellReport(const ImportOptions &options, const workbench::ImportReport &report)
{
    say("{}{} created, {} updated, {} unchanged, {} refused", options.dryRun ? "would be: " : "", report.created, report.updated,
        report.unchanged, report.refused);
    if (report.leftOut > 0)
        say(", {} left out", report.leftOut == 1 ? "1 value" : fmt::format("{} values", report.leftOut));
    say("{}\n", report.batch == 0 ? std::string() : fmt::format(" (import {})", report.batch));
    constexpr std::size_t shownLines = 20;
    Table table({{"file"}, {"line", true}, {"refused"}, {"column"}, {"value"}, {"why"}, {"what would mend it"}});
    for (std::size_t i = 0; i < std::min(report.reasons.size(), shownLines); ++i) {
        const workbench::RefusedLine &line = report.reasons[i];
        exchange::RefusalWords words = refusalWords(line);
        table.add({line.file, std::to_string(line.line), line.valueOnly ? "value" : "row", line.column, line.value,
                   std::move(words.reason), std::move(words.remedy)});
    }
    if (!report.reasons.empty())
        say("\n{}", table.text());
    if (report.refused + report.leftOut > shownLines)
        say("… and {} more; --refused FILE keeps them all\n", report.refused + report.leftOut - shownLines);
    for (const auto &[note, count] : report.notes.counts())
        say("note: {} ({}×)\n", noteText(note), count);
}

/// Lets the import be that of `person`, if one is named.
support::Result<void> actAs(const std::string &person, workbench::Workbench &workbench)
{
    if (person.empty())
        return {};
    for (const workbench::TeamView &team : workbench.organisation(workbench.now())) {
        if (std::ranges::find(team.people, person, &workbench::PersonView::id) != team.people.end()) {
            workbench.actAs(domain::PersonId::parse(person).value());
            return {};
        }
    }
    return support::failure(ErrorCode::UnknownPerson, person, "no such person");
}

/// Keeps how the files are read, if that was asked for.
support::Result<void> keepProfile(const ImportOptions &options, const workbench::ImportJob &job)
{
    if (options.saveProfile.empty() || job.holdsFacts())
        return {};
    const auto path = workbench::saveOwnProfile(job.plan(), options.saveProfile, workbench::ownProfilesFolder());
    if (!path)
        return tl::unexpected(path.error());
    if (!options.common.json)
        sayError("how these files are read is kept in {}: files with the same columns are known from now on\n", path->string());
    return {};
}

/// Tells what the columns are taken for, where that is still to be seen or was told, and what is assumed.
void tellRead(const ImportOptions &options, const workbench::ImportJob &job)
{
    if (options.dryRun || !options.columns.empty())
        sayError("{}", columnsText(job));
    tellAssumed(job.plan(), options.dryRun);
}

/// The import as the options ask for it, up to where only the run is missing.
support::Result<workbench::ImportJob> readied(const ImportOptions &options, workbench::Workbench &workbench,
                                              const std::stop_token &stop)
{
    if (const auto known = actAs(options.person, workbench); !known)
        return tl::unexpected(known.error());
    const auto hints = hintsOf(options);
    if (!hints)
        return tl::unexpected(hints.error());
    const std::vector<std::filesystem::path> files(options.files.begin(), options.files.end());
    auto job = workbench::ImportJob::prepare(workbench, files, *hints, progressLine("looking"), stop);
    if (!job)
        return job;
    if (const auto taken = takeAnswers(options.answers, job->plan()); !taken)
        return tl::unexpected(taken.error());
    if (const auto kept = keepProfile(options, *job); !kept)
        return tl::unexpected(kept.error());
    return job;
}

} // namespace

Exit runImport(const ImportOptions &options)
{
    const bool turnsBack = options.undo || options.redo;
    if (options.files.empty() && !turnsBack)
        return fail(options.common, {ErrorCode::FileMissing, "to import", "name one after the workspace"}, Exit::Usage);
    const auto workbench = open(options.common, workbench::Access::ReadWrite);
    if (!workbench)
        return Exit::CannotOpen;
    if (turnsBack)
        return runUndo(options, *workbench);
    const std::stop_token stop = interruptToken();
    auto job = readied(options, *workbench, stop);
    if (!job) {
        const bool misspelt = job.error().code == ErrorCode::BadChoice || job.error().code == ErrorCode::BadSyntax;
        return fail(options.common, job.error(), misspelt ? Exit::Usage : Exit::Failed);
    }
    if (!options.common.json)
        tellRead(options, *job);
    const workbench::ImportRun how{
        .dryRun = options.dryRun, .refusedFile = options.refused, .takenIn = false, .words = refusalWords};
    const auto report = job->run(how, progressLine("importing"), stop);
    if (!report)
        return fail(options.common, report.error(), Exit::Failed);
    if (options.common.json)
        printLine(toJson(*report, *job));
    else
        tellReport(options, *report);
    if (report->refusedFileLost)
        return fail(options.common, {ErrorCode::FileUnwritable, options.refused, "the import is done without it"},
                    Exit::SomeRefused);
    return report->refused + report->leftOut == 0 ? Exit::Done : Exit::SomeRefused;
}

Exit runExport(const ExportOptions &options)
{
    const auto workbench = open(options.common, workbench::Access::ReadOnly);
    if (!workbench)
        return Exit::CannotOpen;
    std::optional<support::Instant> asOf;
    if (!options.common.asOf.empty()) {
        const auto instant = instantOf(*workbench, options.common.asOf);
        if (!instant)
            return fail(options.common, instant.error(), Exit::Usage);
        asOf = *instant;
    }
    const std::optional<std::string> type = options.type.empty() ? std::nullopt : std::optional(options.type);
    const auto writeLine = [](std::string_view line) -> support::Result<void> {
        if (!write(line) || !write("\n"))
            return support::failure(ErrorCode::FileUnwritable, "The standard output", "the lines are not whole");
        return {};
    };
    const auto exported = workbench::exportFacts(*workbench, type, asOf, writeLine, interruptToken());
    return exported ? Exit::Done : fail(options.common, exported.error(), Exit::Failed);
}

} // namespace plumb
