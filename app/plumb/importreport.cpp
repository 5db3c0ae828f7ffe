// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "app/plumb/importreport.h"

#include "app/plumb/importtext.h"
#include "app/plumb/table.h"

#include <fmt/format.h>

#include <algorithm>

namespace plumb {

namespace {

constexpr std::size_t shownLines = 20;

/// Where it was written to: a slip of the hand in a path has to be seen at once.
std::string intoText(const workbench::WorkspaceView &into, bool dryRun)
{
    return fmt::format("{} {} ({}{}): {}\n", dryRun ? "would go into" : "into", into.name, into.path.string(),
                       into.sample ? ", sample data" : "",
                       into.deals == 0 ? "no deals were there" : counted(into.deals, "deal") + " there before");
}

std::string countsText(const workbench::ImportReport &report, bool dryRun)
{
    std::string text = fmt::format("{}{} created, {} updated, {} unchanged, {} refused", dryRun ? "would be: " : "",
                                   report.created, report.updated, report.unchanged, report.refused);
    if (report.leftOut > 0)
        text += ", " + counted(report.leftOut, "value") + " left out";
    if (report.repeated > 0)
        text += ", " + counted(report.repeated, "repeated row") + " passed over";
    return text + (report.batch == 0 ? std::string() : fmt::format(" (import {})", report.batch)) + '\n';
}

/// What so many refusals have in common; the value is that of the first.
std::string groupsText(const workbench::ImportReport &report)
{
    Table table({{"how many", true}, {"file"}, {"refused"}, {"column"}, {"first at", true}, {"value"}, {"why"}});
    for (const workbench::RefusedGroup &group : report.groups) {
        const workbench::RefusedLine &first = group.first;
        table.add({std::to_string(group.count), first.file, first.valueOnly ? "value" : "row", first.column,
                   std::to_string(first.line), first.value, refusalWords(first).reason});
    }
    return '\n' + table.text();
}

std::string refusedText(const workbench::ImportReport &report)
{
    std::string text = report.refused + report.leftOut > shownLines ? groupsText(report) : std::string();
    Table table({{"file"}, {"line", true}, {"refused"}, {"column"}, {"value"}, {"why"}, {"what would mend it"}});
    for (std::size_t i = 0; i < std::min(report.reasons.size(), shownLines); ++i) {
        const workbench::RefusedLine &line = report.reasons[i];
        exchange::RefusalWords words = refusalWords(line);
        table.add({line.file, std::to_string(line.line), line.valueOnly ? "value" : "row", line.column, line.value,
                   std::move(words.reason), std::move(words.remedy)});
    }
    if (!report.reasons.empty())
        text += '\n' + table.text();
    if (report.refused + report.leftOut > shownLines)
        text += fmt::format("… and {} more; --refused FILE keeps them all\n", report.refused + report.leftOut - shownLines);
    return text;
}

std::string duplicatesText(const workbench::ImportReport &report, bool dryRun)
{
    if (report.duplicates.empty())
        return {};
    Table table({{"customer"}, {"may be"}, {"why"}, {"if so"}});
    for (std::size_t i = 0; i < std::min(report.duplicates.size(), shownLines); ++i) {
        const exchange::DuplicatePair &pair = report.duplicates[i];
        std::string why;
        for (const exchange::DuplicateReason reason : pair.reasons)
            why += (why.empty() ? "" : ", ") + std::string(reasonText(reason));
        table.add({pair.secondName, pair.firstName, why, fmt::format("--merge '{}={}'", pair.second, pair.first)});
    }
    std::string text = fmt::format("\n{}{} of customers may be one; nothing was merged\n{}",
                                   report.duplicates.size() == exchange::maxDuplicates ? "at least " : "",
                                   counted(report.duplicates.size(), "pair"), table.text());
    if (report.duplicates.size() > shownLines)
        text += fmt::format("… and {} more; --json tells them all\n", report.duplicates.size() - shownLines);
    return text + "to merge some, " + (dryRun ? "import" : "import the same files again") + " with what stands beside them\n";
}

/// What a question was about is told with it, and how to answer otherwise.
bool wasAsked(const exchange::Note &note, const exchange::ImportPlan &plan)
{
    return note.code == "stage_assumed"
           && std::ranges::find(plan.recognition.questions,
                                exchange::Question{exchange::QuestionCode::Stage, note.subject, {}, {}, {}}.key(),
                                &exchange::Question::key)
                  != plan.recognition.questions.end();
}

} // namespace

std::string reportText(const workbench::ImportReport &report, const exchange::ImportPlan &plan, bool dryRun)
{
    std::string text = intoText(report.into, dryRun) + countsText(report, dryRun) + refusedText(report);
    for (const auto &[note, count] : report.notes.counts()) {
        if (!wasAsked(note, plan))
            text += fmt::format("note: {} ({}×)\n", noteText(note), count);
    }
    return text + duplicatesText(report, dryRun);
}

} // namespace plumb
