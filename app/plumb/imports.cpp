// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "app/plumb/commands.h"

#include "app/plumb/errortext.h"
#include "app/plumb/json.h"
#include "app/plumb/output.h"
#include "app/plumb/table.h"

#include <algorithm>
#include <map>

namespace plumb {

namespace {

using Names = std::map<std::string, std::string>;

/// Everybody who was ever described, by id: who imported may have left since.
Names namesOf(const workbench::Workbench &workbench)
{
    Names names;
    for (const workbench::TeamView &team : workbench.organisation(workbench.now())) {
        for (const workbench::PersonView &person : team.people)
            names[person.id] = person.name;
    }
    return names;
}

std::string nameOf(const workbench::BatchView &batch, const Names &names)
{
    const auto found = names.find(batch.actor);
    return found == names.end() ? batch.actor : found->second;
}

Json toJson(const workbench::BatchView &batch, const Names &names)
{
    return {{"import", batch.id},
            {"at", support::toText(batch.at)},
            {"from", batch.label},
            {"kind", batch.kind},
            {"rows", batch.rows ? Json(*batch.rows) : Json()},
            {"created", batch.created},
            {"updated", batch.updated},
            {"unchanged", batch.unchanged},
            {"refused", batch.refused},
            {"by", batch.actor.empty() ? Json() : Json(batch.actor)},
            {"by_name", batch.actor.empty() ? Json() : Json(nameOf(batch, names))},
            {"undone", batch.withdrawn},
            {"staying", batch.staying}};
}

std::string stateOf(const workbench::BatchView &batch)
{
    if (!batch.withdrawn)
        return "counts";
    return batch.staying == 0 ? "undone" : "undone; " + counted(batch.staying, "fact") + " told again";
}

/// The one with this number, as an error names it; an empty one where there is none.
workbench::BatchView batchNamed(const workbench::Workbench &workbench, const std::string &id)
{
    const auto known = workbench.batches();
    const auto found = std::ranges::find(known, id, [](const workbench::BatchView &one) { return std::to_string(one.id); });
    return found == known.end() ? workbench::BatchView() : *found;
}

/// What of an import outlives its undoing, and what to do about it.
std::string stayingText(const workbench::BatchView &batch)
{
    if (batch.staying == 0)
        return {};
    std::string again;
    for (const std::int64_t other : batch.toldBy)
        again += (again.empty() ? "" : ", ") + std::to_string(other);
    const bool one = batch.toldBy.size() == 1;
    return fmt::format("; {} of it {}, since import{} {} told {} again: undo {} too to be rid of {}",
                       counted(batch.staying, "fact"), batch.staying == 1 ? "stays" : "stay", one ? "" : "s", again,
                       batch.staying == 1 ? "it" : "them", one ? "that one" : "those", batch.staying == 1 ? "it" : "them");
}

/// The minute of the workspace's calendar, as people write it.
std::string minuteOf(const workbench::Workbench &workbench, support::Instant at)
{
    const support::TimeZone zone = workbench.timeZone();
    const support::Date day = zone.dateOf(at);
    const std::int64_t minutes = (at - zone.startOf(day)).micros / support::minutes(1).micros;
    return fmt::format("{} {:02}:{:02}", support::toText(day), minutes / 60, minutes % 60);
}

/// An import that is undone, of which a part would count again or go on counting alone.
std::string tornBy(const workbench::BatchView &undone)
{
    return fmt::format("Import {0} is undone, and a part of it only would count: bring {0} back first (--redo {0}).", undone.id);
}

/// An import that other facts hang on, or that told again a part of what was there: what it found there would go with the first.
std::string buildsOn(const workbench::BatchView &later, std::int64_t batch)
{
    if (later.kind == "edit")
        return fmt::format(
            "Decisions were taken on what import {} brought, so it can no longer be undone: import a corrected file, "
            "and what that says holds.",
            batch);
    if (later.withdrawn)
        return tornBy(later);
    if (later.unchanged == 0)
        return fmt::format("Import {} builds on import {}: undo that one first.", later.id, batch);
    const bool nothingNew = later.created + later.updated == 0;
    const std::string why =
        nothingNew ? fmt::format("Import {} brought nothing new: it told {} again that {} there already, some of import {}",
                                 later.id, counted(later.unchanged, "fact"), later.unchanged == 1 ? "was" : "were", batch)
                   : fmt::format("Import {} builds on import {}: it found {} there already", later.id, batch,
                                 counted(later.unchanged, "fact"));
    return fmt::format(
        "{0}. Undo {1} first (--undo {1}), then {2}, and import the files of {1} ({3}) again to keep what they say.", why,
        later.id, batch, later.label);
}

/// Why an import can be neither taken back nor brought back, and what to do: in words of this command.
std::string refusedTurn(const support::Error &error, std::int64_t batch, bool undo, const workbench::Workbench &workbench)
{
    const workbench::BatchView other = batchNamed(workbench, error.subject);
    const bool undone = batchNamed(workbench, std::to_string(batch)).withdrawn;
    if (error.code == support::ErrorCode::NothingToUndo && undo && undone)
        return fmt::format("Import {0} is undone already: “--redo {0}” brings it back.", batch);
    if (error.code == support::ErrorCode::NothingToUndo && !undo && !undone)
        return fmt::format("Import {0} counts already, so there is nothing to bring back: “--undo {0}” undoes it.", batch);
    if (error.code == support::ErrorCode::NothingToUndo && other.withdrawn)
        return tornBy(other);
    if (error.code == support::ErrorCode::NothingToUndo)
        return fmt::format("Import {} has brought the same facts since: undo that one first, then bring {} back.", error.subject,
                           batch);
    if (error.code == support::ErrorCode::DanglingReference && undo)
        return buildsOn(other, batch);
    if (error.code == support::ErrorCode::DanglingReference)
        return fmt::format("Import {} names “{}”, which is undone itself: bring back first what describes it.", batch,
                           error.subject);
    return sentence(error);
}

} // namespace

Exit runImports(const ImportsOptions &options)
{
    const auto workbench = open(options.common, workbench::Access::ReadOnly);
    if (!workbench)
        return Exit::CannotOpen;
    const Names names = namesOf(*workbench);
    Table table({{"import", true},
                 {"when"},
                 {"from"},
                 {"rows", true},
                 {"created", true},
                 {"updated", true},
                 {"unchanged", true},
                 {"refused", true},
                 {"by"},
                 {"state"}});
    for (const workbench::BatchView &batch : workbench->batches()) {
        if (batch.kind == "edit") // what somebody decided, one by one
            continue;
        if (options.common.json)
            printLine(toJson(batch, names));
        table.add({std::to_string(batch.id), minuteOf(*workbench, batch.at), batch.label,
                   batch.rows ? std::to_string(*batch.rows) : "—", std::to_string(batch.created), std::to_string(batch.updated),
                   std::to_string(batch.unchanged), std::to_string(batch.refused),
                   batch.actor.empty() ? "—" : nameOf(batch, names), stateOf(batch)});
    }
    if (!options.common.json)
        say("{}", table.text());
    return Exit::Done;
}

Exit runUndo(const ImportOptions &options, workbench::Workbench &workbench)
{
    const std::int64_t batch = options.undo ? *options.undo : *options.redo;
    if (const auto done = options.undo ? workbench.withdrawBatch(batch) : workbench.restoreBatch(batch); !done)
        return fail(options.common, done.error(), refusedTurn(done.error(), batch, options.undo.has_value(), workbench),
                    Exit::Failed);
    if (options.redo) {
        if (options.common.json)
            printLine({{"redone", batch}});
        else
            say("import {} is brought back\n", batch);
        return Exit::Done;
    }
    const workbench::BatchView undone = batchNamed(workbench, std::to_string(batch));
    if (options.common.json)
        printLine({{"undone", batch}, {"staying", undone.staying}, {"told_again_by", undone.toldBy}});
    else
        say("import {} is undone{}; --redo {} brings it back\n", batch, stayingText(undone), batch);
    return Exit::Done;
}

} // namespace plumb
