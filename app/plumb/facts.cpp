// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "app/plumb/commands.h"

#include "app/plumb/answers.h"
#include "app/plumb/importjson.h"
#include "app/plumb/importtext.h"
#include "app/plumb/output.h"
#include "app/plumb/table.h"
#include "workbench/importing.h"

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
    if (const auto known = actAs(options.person, *workbench); !known)
        return fail(options.common, known.error(), Exit::Failed);
    const std::vector<std::filesystem::path> files(options.files.begin(), options.files.end());
    const std::stop_token stop = interruptToken();
    auto job = workbench::ImportJob::prepare(*workbench, files, options.profile, progressLine("looking"), stop);
    if (!job)
        return fail(options.common, job.error(), Exit::Failed);
    if (const auto taken = takeAnswers(options.answers, job->plan()); !taken)
        return fail(options.common, taken.error(), Exit::Usage);
    if (!options.common.json)
        tellAssumed(job->plan(), options.dryRun);
    const workbench::ImportRun how{
        .dryRun = options.dryRun, .refusedFile = options.refused, .takenIn = false, .words = refusalWords};
    const auto report = job->run(how, progressLine("importing"), stop);
    if (!report)
        return fail(options.common, report.error(), Exit::Failed);
    if (options.common.json)
        printLine(toJson(*report, job->plan()));
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
