// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/deallines.h"

#include "ui/models/dealwords.h"

#include <QCoreApplication>

namespace ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(DealLines)
};

/// What a file's mark says: a duplicate counts as none, whatever its verdict.
void markVerdict(Line &line, const workbench::EvidenceView &file)
{
    if (file.duplicate) {
        line.chip = Words::tr("Duplicate");
        line.chipTone = Tone::Warning;
        line.icon = QStringLiteral("copy");
        line.tone = Tone::Warning;
        return;
    }
    line.chip = word(file.verdict);
    switch (file.verdict) {
    case domain::Verdict::Pending:
        line.chipTone = Tone::Muted;
        line.icon = QStringLiteral("clock");
        break;
    case domain::Verdict::Accepted:
        line.chipTone = Tone::Good;
        line.icon = QStringLiteral("check");
        break;
    case domain::Verdict::Rejected:
        line.chipTone = Tone::Bad;
        line.icon = QStringLiteral("close");
        break;
    }
    line.tone = line.chipTone;
}

Line fileLine(const Format &format, const workbench::EvidenceView &file)
{
    Line line{.id = file.id, .text = qstring(file.name)};
    QStringList parts;
    for (const QString &part : {format.label(file.kindName), qstring(file.by), qstring(file.reason)}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    if (!file.counts)
        parts.append(Words::tr("does not count in the health score"));
    line.body = parts.join(QStringLiteral(" · "));
    line.trailing = format.shortDate(format.zone().dateOf(file.occurred));
    markVerdict(line, file);
    line.toolTip = Words::tr("Taken %1, recorded %2").arg(format.dateTime(file.occurred), format.dateTime(file.recorded));
    return line;
}

void addFiles(std::vector<Line> &lines, const Format &format, const workbench::DealPage &page, const std::string &stage,
              const QString &heading)
{
    const auto ofStage = [&](const workbench::EvidenceView &file) { return file.stageId == stage; };
    const auto count = std::count_if(page.evidence.begin(), page.evidence.end(), ofStage);
    if (count == 0)
        return;
    lines.push_back({.id = "stage " + stage, .look = RowLook::Heading, .text = heading, .trailing = format.count(count)});
    for (const workbench::EvidenceView &file : page.evidence) {
        if (ofStage(file))
            lines.push_back(fileLine(format, file));
    }
}

/// "2864500 CNY", as facts spell an amount.
std::optional<support::Money> moneyIn(const std::string &text)
{
    const auto space = text.find(' ');
    if (space == std::string::npos)
        return std::nullopt;
    const auto currency = support::Currency::parse(std::string_view(text).substr(space + 1));
    if (!currency)
        return std::nullopt;
    const auto money = support::Money::parse(std::string_view(text).substr(0, space), *currency);
    return money ? std::optional(*money) : std::nullopt;
}

QString fieldValue(const workbench::StageView::Field &field, const Format &format)
{
    if (!field.filled)
        return Words::tr("empty");
    if (field.type == domain::FieldType::Date || isBuiltIn(field.id)) {
        if (const QDate day = QDate::fromString(qstring(field.value), Qt::ISODate); day.isValid())
            return format.date(fromQDate(day));
    }
    const auto money = isBuiltIn(field.id) ? moneyIn(field.value) : std::nullopt;
    return money ? format.amount(*money) : format.label(field.valueName);
}

Line fieldLine(const workbench::StageView::Field &field, const Format &format)
{
    Line line{.id = "field " + field.id, .text = fieldName(format, field.id, field.name)};
    line.trailing = fieldValue(field, format);
    line.trailingTone = field.met ? Tone::Plain : Tone::Bad;
    line.icon = field.met ? QStringLiteral("check") : QStringLiteral("minus");
    line.tone = field.met ? Tone::Good : Tone::Bad;
    line.leads = !isBuiltIn(field.id);
    return line;
}

Line unmetLine(const workbench::UnmetCondition &condition, const Format &format, std::size_t number)
{
    return {.id = "unmet " + std::to_string(number) + condition.id,
            .text = unmetText(format, condition),
            .body = wayOut(condition),
            .icon = QStringLiteral("lock"),
            .tone = Tone::Warning};
}

} // namespace

std::vector<Line> evidenceLines(const Format &format, const workbench::DealPage &page)
{
    std::vector<Line> lines;
    for (const workbench::StageView &stage : page.stages)
        addFiles(lines, format, page, stage.id, format.label(stage.name));
    addFiles(lines, format, page, {}, Words::tr("Other files"));
    return lines;
}

std::vector<Line> gateLines(const Format &format, const workbench::StageView &stage)
{
    std::vector<Line> lines;
    if (stage.unmet.empty()) {
        lines.push_back({.id = "gate",
                         .text = Words::tr("The gate is open: everything this stage asks is there"),
                         .icon = QStringLiteral("check"),
                         .tone = Tone::Good});
    } else {
        lines.push_back({.id = "heading unmet",
                         .look = RowLook::Heading,
                         .text = Words::tr("What the gate still asks"),
                         .trailing = format.count(static_cast<qint64>(stage.unmet.size()))});
    }
    for (std::size_t i = 0; i < stage.unmet.size(); ++i)
        lines.push_back(unmetLine(stage.unmet[i], format, i));
    if (!stage.checklist.empty())
        lines.push_back({.id = "heading checklist", .look = RowLook::Heading, .text = Words::tr("Checklist")});
    for (const workbench::StageView::Item &item : stage.checklist)
        lines.push_back({.id = "item " + item.id,
                         .text = format.label(item.prompt),
                         .ticked = item.done,
                         .toolTip = format.label(item.prompt)});
    if (!stage.fields.empty())
        lines.push_back({.id = "heading fields", .look = RowLook::Heading, .text = Words::tr("Fields")});
    for (const workbench::StageView::Field &field : stage.fields)
        lines.push_back(fieldLine(field, format));
    return lines;
}

std::optional<std::string> idAfter(const std::string &prefix, const std::string &lineId)
{
    return lineId.starts_with(prefix) ? std::optional(lineId.substr(prefix.size())) : std::nullopt;
}

} // namespace ui
