// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "app/plumb/commands.h"

#include "app/plumb/json.h"
#include "app/plumb/output.h"
#include "workbench/exporting.h"

namespace plumb {

using support::ErrorCode;
using support::Result;

namespace {

/// Tells what is damaged and does not end the export.
void note(const Common &common, std::string_view code, const std::string &message)
{
    if (common.json)
        writeError(Json{{"note", {{"code", code}, {"message", message}}}}.dump(-1, ' ', false, Json::error_handler_t::replace)
                   + '\n');
    else
        sayError("plumb: {}\n", message);
}

/// An export, and what became of it so far.
struct Passing {
    const Common &common;
    bool begun = false;
    bool whole = true;

    [[nodiscard]] workbench::ExportSinks sinks()
    {
        return {[this](std::string_view line) {
                    begun = true;
                    return writeLine(line);
                },
                [this](const workbench::DamagedFact &fact) {
                    begun = true;
                    whole = false;
                    note(common, "fact_damaged", fmt::format("passed over in {}: {}", common.workspace, fact.why));
                }};
    }

    static Result<void> writeLine(std::string_view line)
    {
        if (!write(line) || !write("\n"))
            return support::failure(ErrorCode::FileUnwritable, "The standard output", "the lines are not whole");
        return {};
    }

    /// A fact that is missing is no success, but no failure of the others either.
    [[nodiscard]] Exit end(const Result<void> &exported) const
    {
        if (!exported)
            return fail(common, exported.error(), Exit::Failed);
        return whole ? Exit::Done : Exit::SomeRefused;
    }
};

/// The instant that `text` names without a workspace: the end of a day is a matter of the workspace's zone.
Result<std::optional<support::Instant>> plainInstant(const std::string &text)
{
    if (text.empty())
        return std::optional<support::Instant>();
    return support::parseInstant(text).map([](support::Instant instant) { return std::optional(instant); });
}

/// What a file still holds that is too damaged to be opened as a workspace, for the reason `why`.
Exit salvage(const Common &common, workbench::ExportRequest request, const support::Error &why)
{
    const auto asOf = plainInstant(common.asOf);
    if (!asOf)
        return failOpen(common, why);
    request.asOf = *asOf;
    Passing passing{.common = common, .begun = false, .whole = false};
    const auto exported = workbench::exportFile(common.workspace, request, passing.sinks(), interruptToken());
    if (!exported && !passing.begun)
        return failOpen(common, exported.error());
    note(common, "workspace_damaged",
         fmt::format("{} is damaged ({}); what can still be read of it is here", common.workspace, why.detail));
    return passing.end(exported);
}

/// Writes what answers name by its id alone.
Exit exportOne(const ExportOptions &options, const workbench::Workbench &workbench, std::optional<support::Instant> asOf)
{
    const auto lines = workbench::exportRecord(workbench, options.record, asOf);
    if (!lines)
        return fail(options.common, lines.error(), Exit::Failed);
    if (lines->empty())
        return fail(options.common, {ErrorCode::OutOfRange, options.record, "no fact has this id"},
                    fmt::format("There is no fact “{}” in this workspace{}.", options.record, asOf ? " at that time" : ""),
                    Exit::Failed);
    for (const std::string &line : *lines)
        say("{}\n", line);
    return Exit::Done;
}

} // namespace

Exit runExport(const ExportOptions &options)
{
    workbench::ExportRequest request;
    if (!options.type.empty())
        request.type = options.type;
    const auto opened = tryOpen(options.common, workbench::Access::ReadOnly);
    if (!opened)
        return opened.error().code == ErrorCode::WorkspaceDamaged ? salvage(options.common, request, opened.error())
                                                                  : failOpen(options.common, opened.error());
    const workbench::Workbench &workbench = **opened;
    if (!options.common.asOf.empty()) {
        const auto instant = instantOf(workbench, options.common.asOf);
        if (!instant)
            return fail(options.common, instant.error(), Exit::Usage);
        request.asOf = *instant;
    }
    if (!options.record.empty())
        return exportOne(options, workbench, request.asOf);
    Passing passing{.common = options.common};
    const auto exported = workbench::exportFacts(workbench, request, passing.sinks(), interruptToken());
    if (exported && request.asOf)
        noteAhead(workbench, options.common, *request.asOf);
    return passing.end(exported);
}

} // namespace plumb
