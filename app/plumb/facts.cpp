// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "app/plumb/commands.h"

#include "app/plumb/answers.h"
#include "app/plumb/importjson.h"
#include "app/plumb/importreport.h"
#include "app/plumb/importtext.h"
#include "app/plumb/json.h"
#include "app/plumb/mapping.h"
#include "app/plumb/output.h"
#include "workbench/importing.h"
#include "workbench/keptfiles.h"
#include "workbench/ownprofiles.h"

#include <algorithm>

namespace plumb {

using support::ErrorCode;

namespace {

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

/// Tells what the columns are taken for, where that is still to be seen or was told, and what is assumed.
void tellRead(const ImportOptions &options, const workbench::ImportJob &job)
{
    const bool all = options.dryRun || !options.columns.empty();
    sayError("{}", all ? columnsText(job) : leaksText(job));
    for (const exchange::UnusedTable &table : job.plan().recognition.unused) {
        if (table.unread)
            sayError("left out: {}\n", unreadText(table));
        else
            sayError("left out: {}; no profile knows its columns, and no --column names one\n", table.name);
    }
    tellAssumed(job.plan(), options.dryRun);
}

/// A profile that cannot be read may be the one that was to know the files.
void tellUnread(const ImportOptions &options, const std::filesystem::path &folder)
{
    for (const support::Error &unread : workbench::unreadProfiles(folder)) {
        const std::string message = fmt::format("passed over: {} is no import profile ({})", unread.subject, unread.detail);
        if (options.common.json)
            writeError(Json{{"note", {{"code", "profile_unread"}, {"message", message}}}}.dump(-1, ' ', false,
                                                                                               Json::error_handler_t::replace)
                       + '\n');
        else
            sayError("{}\n", message);
    }
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
    tellUnread(options, hints->ownProfiles);
    auto job = workbench::ImportJob::prepare(workbench, files, *hints, ProgressLine("looking", "MB").heard(), stop);
    if (!job)
        return job;
    if (const auto taken = takeAnswers(options.answers, job->plan()); !taken)
        return tl::unexpected(taken.error());
    if (const auto taken = takeMerges(options.merges, job->plan()); !taken)
        return tl::unexpected(taken.error());
    return job;
}

/// What was said of the files and cannot be right is wrong usage; what they hold is not.
Exit failImport(const ImportOptions &options, const support::Error &error)
{
    const bool misspelt = error.code == ErrorCode::BadChoice || error.code == ErrorCode::BadSyntax;
    if (error.code == ErrorCode::FileExists)
        return fail(options.common, error,
                    fmt::format("{} cannot be written, because {}: choose another name.", error.subject, error.detail),
                    Exit::Usage);
    return fail(options.common, error, misspelt ? Exit::Usage : Exit::Failed);
}

/// Tells what became of the files that are written beside the facts.
Exit endImport(const ImportOptions &options, const workbench::ImportReport &report, const exchange::Recognition &read)
{
    const bool allRead = std::ranges::none_of(read.unused, [](const auto &table) { return table.unread.has_value(); });
    if (report.profile && !*report.profile)
        return fail(options.common, report.profile->error(), Exit::SomeRefused);
    if (report.profile && !options.common.json)
        sayError("how these files are read is kept in {}: files with the same columns are known from now on\n",
                 report.profile->value().string());
    if (report.refusedFileLost)
        return fail(options.common, {ErrorCode::FileUnwritable, options.refused, "the import is done without it"},
                    Exit::SomeRefused);
    return report.refused + report.leftOut == 0 && allRead ? Exit::Done : Exit::SomeRefused;
}

} // namespace

Exit runImport(const ImportOptions &options)
{
    const bool turnsBack = options.undo || options.redo;
    if (options.files.empty() && !turnsBack)
        return fail(options.common, {ErrorCode::FileMissing, "", "no file to import"},
                    fmt::format("name the files to import: plumb import {} FILE…", options.common.workspace), Exit::Usage);
    const auto workbench = open(options.common, workbench::Access::ReadWrite);
    if (!workbench)
        return Exit::CannotOpen;
    if (turnsBack)
        return runUndo(options, *workbench);
    const std::stop_token stop = interruptToken();
    const workbench::ImportRun how{.dryRun = options.dryRun,
                                   .refusedFile = options.refused,
                                   .takenIn = false,
                                   .words = refusalWords,
                                   .intoSample = options.intoSample,
                                   .findDuplicates = true,
                                   .keepAs = options.saveProfile,
                                   .ownProfiles = workbench::ownProfilesFolder()};
    const std::vector<std::filesystem::path> files(options.files.begin(), options.files.end());
    if (const auto allowed = workbench::mayImport(*workbench, how, files); !allowed)
        return failImport(options, allowed.error());
    auto job = readied(options, *workbench, stop);
    if (!job)
        return failImport(options, job.error());
    if (!options.common.json)
        tellRead(options, *job);
    const auto report = job->run(how, ProgressLine("importing", "MB").heard(), stop);
    if (!report)
        return failImport(options, report.error());
    if (options.common.json)
        printLine(toJson(*report, *job));
    else
        say("{}", reportText(*report, job->plan(), options.dryRun));
    return endImport(options, *report, job->plan().recognition);
}

} // namespace plumb
