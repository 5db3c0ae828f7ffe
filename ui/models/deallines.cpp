// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/deallines.h"

#include "ui/models/dealwords.h"
#include "ui/models/timelinetext.h"

#include <QCoreApplication>

#include <charconv>

namespace ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DealLines)
};

const std::string recordPrefix = "record ";

const workbench::TimelineEntry *entryOf(const workbench::DealPage &page, std::uint32_t number)
{
    const auto found = std::find_if(page.timeline.begin(), page.timeline.end(),
                                    [number](const workbench::TimelineEntry &entry) { return entry.number == number; });
    return found == page.timeline.end() ? nullptr : &*found;
}

Tone toneOf(workbench::FlagState state, domain::Severity severity)
{
    if (state != workbench::FlagState::Open)
        return Tone::Muted;
    switch (severity) {
    case domain::Severity::Notice: return Tone::Accent;
    case domain::Severity::Warning: return Tone::Warning;
    case domain::Severity::Critical: return Tone::Bad;
    }
    return Tone::Muted;
}

bool stands(const workbench::Flag &flag)
{
    return flag.state == workbench::FlagState::Open || flag.state == workbench::FlagState::Acknowledged;
}

QString outcomeOf(const Format &format, const workbench::DealSummary &deal)
{
    return deal.amount ? Words::tr("%1, %2").arg(word(deal.status), format.amount(*deal.amount)) : word(deal.status);
}

} // namespace

Line recordLine(const Format &format, const workbench::DealPage &page, const workbench::RecordRef &record,
                const std::string &term)
{
    Line line{.id = recordPrefix + std::to_string(record.number) + " " + term, .look = RowLook::Detail, .indent = 1};
    const workbench::TimelineEntry *entry = entryOf(page, record.number);
    if (entry == nullptr) {
        line.text = Words::tr("Record %1").arg(record.number);
        line.icon = QStringLiteral("database");
        return line;
    }
    line.leads = true;
    const QString said = body(*entry);
    line.text = said.isEmpty() ? headline(format, *entry) : Words::tr("%1: %2").arg(headline(format, *entry), said);
    line.trailing = format.shortDate(format.zone().dateOf(entry->occurred));
    line.icon = iconOf(*entry);
    line.toolTip = line.text;
    return line;
}

std::vector<Line> termLines(const Format &format, const workbench::DealPage &page, const OpenLines &open)
{
    const auto &health = page.summary.health;
    const auto &shown = page.summary.shownHealth;
    std::vector<Line> lines;
    if (health && !shown)
        return {{.id = "untold",
                 .text = Words::tr("Nobody records talk together with roles or files here, so the health would say nothing"),
                 .icon = QStringLiteral("info"),
                 .tone = Tone::Muted}};
    for (const workbench::Term &term : page.terms) {
        const bool isOpen = open.contains(term.id);
        Line line{.id = term.id, .text = termName(term.id)};
        line.chip =
            Words::tr("%1 × %2", "count and weight of a term")
                .arg(format.count(term.count), term.weight < 0 ? format.signedCount(term.weight) : format.count(term.weight));
        line.trailing = format.signedCount(term.value);
        line.trailingTone = term.value < 0 ? Tone::Bad : Tone::Plain;
        line.open = isOpen;
        lines.push_back(std::move(line));
        if (!isOpen)
            continue;
        for (const workbench::RecordRef &record : term.records)
            lines.push_back(recordLine(format, page, record, term.id));
        if (term.records.empty())
            lines.push_back({.id = "none " + term.id, .look = RowLook::Detail, .text = Words::tr("No records"), .indent = 1});
    }
    if (health && shown != health)
        lines.push_back({.id = "cut",
                         .look = RowLook::Detail,
                         .text = Words::tr("The sum is %1; the playbook shows it cut to 0–100").arg(format.signedCount(*health)),
                         .icon = QStringLiteral("info")});
    return lines;
}

std::optional<std::uint32_t> recordOf(const std::string &lineId)
{
    if (!lineId.starts_with(recordPrefix))
        return std::nullopt;
    std::uint32_t number = 0;
    const char *end = lineId.data() + lineId.size();
    const auto [rest, error] = std::from_chars(lineId.data() + recordPrefix.size(), end, number);
    return error == std::errc() ? std::optional(number) : std::nullopt;
}

std::vector<Line> roleLines(const Format &format, const workbench::DealPage &page)
{
    std::vector<Line> lines;
    for (const workbench::RoleView &role : page.roles) {
        const bool empty = role.contact.empty();
        Line line{.id = role.id, .text = empty ? Words::tr("Nobody known") : qstring(role.contact)};
        line.body =
            role.title.empty() ? format.label(role.name) : Words::tr("%1 · %2").arg(format.label(role.name), qstring(role.title));
        line.icon = empty ? QStringLiteral("question") : QStringLiteral("person");
        line.tone = !empty ? Tone::Good : role.required ? Tone::Bad : Tone::Muted;
        if (empty && role.required) {
            line.chip = Words::tr("missing");
            line.chipTone = Tone::Bad;
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<Line> flagLines(const Format &format, const workbench::DealPage &page, support::Instant now)
{
    std::vector<const workbench::Flag *> flags;
    for (const workbench::Flag &flag : page.flags)
        flags.push_back(&flag);
    std::stable_partition(flags.begin(), flags.end(), [](const workbench::Flag *flag) { return stands(*flag); });
    std::vector<Line> lines;
    std::map<std::string, int> sameRule; // the history of a flag may hold it several times
    const auto currency = page.summary.amount ? std::optional(page.summary.amount->currency) : std::nullopt;
    for (const workbench::Flag *flag : flags) {
        Line line{.id = flag->rule + "#" + std::to_string(sameRule[flag->rule]++), .text = format.label(flag->name)};
        line.body = format.sentence(*flag, currency);
        line.trailing = format.since(*flag, now);
        line.chip = flag->state == workbench::FlagState::Open ? QString() : standingOf(format, *flag);
        line.icon = QStringLiteral("flag");
        line.leads = !flag->quoted.empty();
        line.tone = toneOf(flag->state, flag->severity);
        lines.push_back(std::move(line));
    }
    return lines;
}

std::optional<domain::Measure> quotedIn(const std::vector<workbench::Flag> &flags, const std::string &line)
{
    const std::string rule = line.substr(0, line.rfind('#'));
    const auto flag =
        std::ranges::find_if(flags, [&](const workbench::Flag &one) { return one.rule == rule && !one.quoted.empty(); });
    return flag == flags.end() ? std::nullopt : std::optional(flag->quoted.front().measure);
}

std::vector<Line> taskLines(const Format &format, const workbench::DealPage &page, support::Date today)
{
    std::vector<Line> lines;
    for (const workbench::TaskView &task : page.tasks) {
        const bool open = task.state == domain::TaskState::Open;
        Line line{.id = task.id,
                  .text = qstring(task.title),
                  .body = Words::tr("%1 · %2").arg(word(task.kind), qstring(task.assignee))};
        line.ticked = task.state == domain::TaskState::Done;
        line.trailing = task.due ? format.shortDate(*task.due) : QString();
        if (task.state == domain::TaskState::Cancelled) {
            line.chip = word(task.state);
        } else if (open && task.due && *task.due < today) {
            line.chip = Words::tr("overdue");
            line.chipTone = Tone::Bad;
            line.trailingTone = Tone::Bad;
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<Line> similarLines(const Format &format, const workbench::DealPage &page)
{
    std::vector<Line> lines;
    for (const workbench::SimilarCase &similar : page.similar) {
        if (!similar.deal.id)
            continue;
        QStringList reasons;
        for (const std::string &code : similar.reasons)
            reasons.append(similarity(code));
        Line line{.id = similar.deal.id->text(), .text = qstring(similar.deal.customer)};
        line.body =
            Words::tr("%1 · %2").arg(qstring(similar.deal.name), reasons.join(Words::tr(", ", "between things of a list")));
        line.trailing = outcomeOf(format, similar.deal);
        line.trailingTone = similar.deal.status == workbench::DealStatus::Won ? Tone::Good : Tone::Muted;
        line.icon = similar.deal.status == workbench::DealStatus::Won ? QStringLiteral("star") : QStringLiteral("dismiss");
        line.tone = line.trailingTone;
        line.leads = true;
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace ui
