// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "app/plumb/commands.h"

#include "app/plumb/errortext.h"
#include "app/plumb/json.h"
#include "app/plumb/output.h"
#include "app/plumb/table.h"
#include "support/systemzone.h"
#include "workbench/sampling.h"

#include <filesystem>
#include <fstream>
#include <sstream>

namespace plumb {

using support::Error;
using support::ErrorCode;

namespace {

/// What may go wrong while a file is made is the workspace's fault, or ours.
Exit exitFor(ErrorCode code)
{
    const bool notThere = code == ErrorCode::FileExists || code == ErrorCode::FileUnwritable || code == ErrorCode::FileMissing;
    return notThere ? Exit::CannotOpen : Exit::Failed;
}

void tellMade(const Common &common, const workbench::Workbench &workbench, std::string_view next)
{
    if (common.json)
        printLine({{"workspace", workbench.file().string()},
                   {"facts", workbench.facts()},
                   {"as_of", support::toText(workbench.now())}});
    else
        say("{}: {}; {}\n", workbench.file().string(), counted(workbench.facts(), "fact"),
            fmt::format(fmt::runtime(next), workbench.file().string()));
}

constexpr std::string_view wayOut =
    "go back to a backup; without one, save what “plumb export” can still read and import that into a new workspace, or import "
    "the files again that the facts came from";

/// Why the playbook in `file` is refused, and where in it.
std::string refusedPlaybook(const std::string &file, const Error &error)
{
    const std::string place = !error.subject.empty() ? error.subject : "its outermost value";
    if (error.code == ErrorCode::BadPlaybook)
        return fmt::format("{} is no playbook that can be used: at {}: {}.", file, place, error.detail);
    if (error.code == ErrorCode::BadSyntax)
        return fmt::format("{} is no JSON document: {}: {}.", file, place, error.detail);
    return fmt::format("{} is no playbook that can be used: {}", file, sentence(error));
}

/// A file that is too damaged for verify itself: it is no help to be sent to verify.
Exit failUnread(const Common &common, const Error &error)
{
    if (error.code == ErrorCode::Cancelled)
        return fail(common, error, Exit::Failed);
    if (error.code != ErrorCode::WorkspaceDamaged)
        return fail(common, error, Exit::CannotOpen);
    return fail(common, error, fmt::format("{} is damaged ({}): {}.", common.workspace, error.detail, wayOut), Exit::CannotOpen);
}

} // namespace

Exit runInit(const InitOptions &options)
{
    std::string document;
    if (!options.playbook.empty()) {
        std::ifstream file(options.playbook, std::ios::binary);
        if (!file)
            return fail(options.common, {ErrorCode::FileMissing, options.playbook, ""}, Exit::Failed);
        std::ostringstream text;
        text << file.rdbuf();
        document = text.str();
    }
    const support::SystemClock clock;
    auto made = workbench::Workbench::create(options.common.workspace,
                                             options.timeZone.empty() ? support::systemZone().name() : options.timeZone, clock);
    if (!made)
        return fail(options.common, made.error(), exitFor(made.error().code));
    if (!options.playbook.empty()) {
        if (const auto published = workbench::publishPlaybook(**made, document, ""); !published) {
            made->reset();
            workbench::Workbench::discard(options.common.workspace);
            return fail(options.common, published.error(), refusedPlaybook(options.playbook, published.error()), Exit::Failed);
        }
    }
    tellMade(options.common, **made, "bring records in with:  plumb import {} FILE…");
    return Exit::Done;
}

Exit runSample(const SampleOptions &options)
{
    const support::SystemClock clock;
    exchange::sample::Spec spec{options.deals, options.seed, workbench::sampleDay(clock.now())};
    if (!options.common.asOf.empty()) {
        const auto day = support::parseDate(options.common.asOf);
        const auto instant = support::parseInstant(options.common.asOf);
        if (!day && !instant)
            return fail(options.common, {ErrorCode::BadTime, options.common.asOf, ""}, Exit::Usage);
        spec.asOf = instant ? *instant : workbench::sampleDay(support::TimeZone::utc().startOf(*day + 1));
    }
    const auto made = workbench::createSample(options.common.workspace, spec, clock,
                                              ProgressLine("making deals", "deals").heard(), interruptToken());
    if (!made)
        return fail(options.common, made.error(), exitFor(made.error().code));
    tellMade(options.common, **made, "see its day with:  plumb flags {}");
    return Exit::Done;
}

Exit runVerify(const VerifyOptions &options)
{
    const auto faults =
        workbench::verifyFile(options.common.workspace, ProgressLine("checking", "steps").heard(), interruptToken());
    if (!faults)
        return failUnread(options.common, faults.error());
    for (const workbench::Fault &fault : *faults) {
        if (options.common.json)
            printLine(toJson(fault));
        else
            say("{} at {}: {}\n", fault.invariant, fault.where, fault.detail);
    }
    if (!faults->empty()) {
        if (!options.common.json)
            sayError("{}: {}\n", counted(faults->size(), "fault"), wayOut);
        return Exit::SomeRefused;
    }
    const auto workbench = open(options.common, workbench::Access::ReadOnly);
    if (!workbench)
        return Exit::CannotOpen;
    if (!options.common.json)
        say("{}: {}, everything is as it should be\n", workbench->file().string(), counted(workbench->facts(), "fact"));
    return Exit::Done;
}

} // namespace plumb
