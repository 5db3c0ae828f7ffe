// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/timelinetext.h"

#include "ui/models/dealwords.h"
#include "ui/models/personwords.h"

#include <QCoreApplication>

namespace ui {
namespace {

using domain::RowKind;
using workbench::TimelineEntry;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

QString money(const Format &format, const TimelineEntry &entry)
{
    return entry.money ? format.amount(*entry.money) : Words::tr("no amount");
}

QString dateOr(const Format &format, const TimelineEntry &entry, const QString &none)
{
    return entry.date ? format.date(*entry.date) : none;
}

QString named(const Format &format, const TimelineEntry &entry)
{
    const QString name = format.label(entry.label);
    return name.isEmpty() ? qstring(entry.text) : name;
}

QString activityHeadline(const TimelineEntry &entry)
{
    const QString kind = entry.activity ? word(*entry.activity) : Words::tr("Contact");
    // Nobody but the customer does these.
    if (entry.activity == domain::ActivityKind::PageView || entry.activity == domain::ActivityKind::Tender)
        return kind;
    switch (entry.direction) {
    case domain::Direction::In: return Words::tr("%1 from the customer").arg(kind);
    case domain::Direction::Out: return entry.actor.empty() ? kind : Words::tr("%1 by %2").arg(kind, personName(entry.actor));
    case domain::Direction::Internal: return Words::tr("%1, internal").arg(kind);
    }
    return kind;
}

QString roleHeadline(const Format &format, const TimelineEntry &entry)
{
    const QString role = format.label(entry.label);
    return entry.text.empty() ? Words::tr("%1: nobody any more").arg(role) : Words::tr("%1: %2").arg(role, qstring(entry.text));
}

QString fieldHeadline(const Format &format, const TimelineEntry &entry)
{
    const QString field = format.label(entry.label);
    if (entry.text.empty())
        return Words::tr("%1 cleared").arg(field);
    return Words::tr("%1: %2").arg(field, entry.date ? format.date(*entry.date) : format.label(entry.value));
}

QString nextStepHeadline(const Format &format, const TimelineEntry &entry)
{
    if (entry.date)
        return Words::tr("Next step, due %1").arg(format.date(*entry.date));
    return entry.text.empty() ? Words::tr("No next step any more") : Words::tr("Next step");
}

QString moveTo(const Format &format, const TimelineEntry &entry)
{
    const QString stage = named(format, entry);
    return stage.isEmpty() ? Words::tr("Stage not known from here on") : Words::tr("Moved to %1").arg(stage);
}

/// Of what happened to the deal itself.
QString moveHeadline(const Format &format, const TimelineEntry &entry)
{
    switch (entry.kind) {
    case RowKind::Deal: return Words::tr("Deal created");
    case RowKind::StageMoved: return moveTo(format, entry);
    case RowKind::AmountSet: return Words::tr("Amount set to %1").arg(money(format, entry));
    case RowKind::CloseDateSet: return Words::tr("Expected close: %1").arg(dateOr(format, entry, Words::tr("none")));
    case RowKind::OwnerSet: return Words::tr("Owner: %1").arg(personName(entry.text));
    case RowKind::CategorySet:
        return Words::tr("Forecast category: %1").arg(word(static_cast<domain::ForecastCategory>(entry.code)));
    case RowKind::FieldSet: return fieldHeadline(format, entry);
    case RowKind::RoleSet: return roleHeadline(format, entry);
    case RowKind::ItemChecked:
        return (entry.code != 0 ? Words::tr("Ticked: %1") : Words::tr("Unticked: %1")).arg(named(format, entry));
    case RowKind::NextStepSet: return nextStepHeadline(format, entry);
    case RowKind::Won: return entry.money ? Words::tr("Won at %1").arg(money(format, entry)) : Words::tr("Won", "timeline");
    case RowKind::Lost: return Words::tr("Lost", "timeline");
    case RowKind::Reopened: return Words::tr("Opened again");
    case RowKind::PaymentReceived: return Words::tr("Payment of %1 received").arg(money(format, entry));
    case RowKind::GateOverridden: return Words::tr("Gate of %1 overridden").arg(named(format, entry));
    case RowKind::Other:
    case RowKind::Customer:
    case RowKind::Contact:
    case RowKind::Lead:
    case RowKind::EvidenceJudged:
    case RowKind::Activity:
    case RowKind::Evidence:
    case RowKind::FlagDecision:
    case RowKind::Task: break;
    }
    return named(format, entry);
}

bool saysTextInHeadline(const TimelineEntry &entry)
{
    switch (entry.kind) {
    case RowKind::OwnerSet:
    case RowKind::FieldSet:
    case RowKind::RoleSet:
    case RowKind::StageMoved:
    case RowKind::CategorySet:
    case RowKind::ItemChecked:
    case RowKind::Task: return true;
    case RowKind::Other:
    case RowKind::Customer:
    case RowKind::Contact:
    case RowKind::Lead:
    case RowKind::Deal:
    case RowKind::AmountSet:
    case RowKind::CloseDateSet:
    case RowKind::NextStepSet:
    case RowKind::Won:
    case RowKind::Lost:
    case RowKind::Reopened:
    case RowKind::PaymentReceived:
    case RowKind::GateOverridden:
    case RowKind::EvidenceJudged:
    case RowKind::Activity:
    case RowKind::Evidence:
    case RowKind::FlagDecision: return false;
    }
    return false;
}

QString activityIcon(const TimelineEntry &entry)
{
    if (!entry.activity)
        return QStringLiteral("chat");
    switch (*entry.activity) {
    case domain::ActivityKind::Call: return QStringLiteral("phone");
    case domain::ActivityKind::Email: return QStringLiteral("mail");
    case domain::ActivityKind::Chat: return QStringLiteral("chat");
    case domain::ActivityKind::Visit: return QStringLiteral("visit");
    case domain::ActivityKind::Meeting: return QStringLiteral("meeting");
    case domain::ActivityKind::Demo: return QStringLiteral("demo");
    case domain::ActivityKind::File: return QStringLiteral("file");
    case domain::ActivityKind::Note: return QStringLiteral("note");
    case domain::ActivityKind::PageView: return QStringLiteral("eye");
    case domain::ActivityKind::Tender: return QStringLiteral("globe");
    case domain::ActivityKind::Feedback: return QStringLiteral("chat");
    }
    return {};
}

} // namespace

TimelineKind kindOf(const TimelineEntry &entry)
{
    switch (entry.kind) {
    case RowKind::Activity: return TimelineKind::Talk;
    case RowKind::AmountSet:
    case RowKind::PaymentReceived: return TimelineKind::Money;
    case RowKind::Evidence:
    case RowKind::EvidenceJudged: return TimelineKind::Files;
    case RowKind::FlagDecision:
    case RowKind::Task:
    case RowKind::GateOverridden:
    case RowKind::ItemChecked: return TimelineKind::Decisions;
    case RowKind::Other:
    case RowKind::Customer:
    case RowKind::Contact:
    case RowKind::Lead:
    case RowKind::Deal:
    case RowKind::StageMoved:
    case RowKind::CloseDateSet:
    case RowKind::OwnerSet:
    case RowKind::CategorySet:
    case RowKind::FieldSet:
    case RowKind::RoleSet:
    case RowKind::NextStepSet:
    case RowKind::Won:
    case RowKind::Lost:
    case RowKind::Reopened: return TimelineKind::Moves;
    }
    return TimelineKind::Moves;
}

QString word(TimelineKind kind)
{
    switch (kind) {
    case TimelineKind::Talk: return Words::tr("Talk");
    case TimelineKind::Moves: return Words::tr("Moves");
    case TimelineKind::Money: return Words::tr("Money");
    case TimelineKind::Files: return Words::tr("Files");
    case TimelineKind::Decisions: return Words::tr("Decisions");
    }
    return {};
}

QString headline(const Format &format, const TimelineEntry &entry)
{
    if (entry.kind == RowKind::Activity)
        return activityHeadline(entry);
    const QString name = format.label(entry.label);
    if (entry.kind == RowKind::Evidence)
        return name.isEmpty() ? Words::tr("File added") : Words::tr("File added: %1").arg(name);
    if (entry.kind == RowKind::EvidenceJudged)
        return Words::tr("%1: %2").arg(name.isEmpty() ? Words::tr("File") : name, word(static_cast<domain::Verdict>(entry.code)));
    if (entry.kind == RowKind::FlagDecision)
        return Words::tr("Flag “%1”: %2").arg(name, word(static_cast<domain::FlagAct>(entry.code)));
    if (entry.kind == RowKind::Task)
        return Words::tr("Task: %1 (%2)").arg(qstring(entry.text), word(static_cast<domain::TaskState>(entry.code)));
    return moveHeadline(format, entry);
}

QString body(const TimelineEntry &entry)
{
    return saysTextInHeadline(entry) ? QString() : qstring(entry.text).simplified();
}

QString iconOf(const TimelineEntry &entry)
{
    if (entry.kind == RowKind::Won)
        return QStringLiteral("star");
    if (entry.kind == RowKind::Lost)
        return QStringLiteral("dismiss");
    if (entry.kind == RowKind::CloseDateSet)
        return QStringLiteral("calendar");
    if (entry.kind == RowKind::RoleSet || entry.kind == RowKind::OwnerSet)
        return QStringLiteral("person");
    switch (kindOf(entry)) {
    case TimelineKind::Talk: return activityIcon(entry);
    case TimelineKind::Moves: return QStringLiteral("stage");
    case TimelineKind::Money: return QStringLiteral("money");
    case TimelineKind::Files: return QStringLiteral("file");
    case TimelineKind::Decisions: return QStringLiteral("check");
    }
    return {};
}

Tone toneOf(const TimelineEntry &entry)
{
    switch (entry.kind) {
    case RowKind::Won:
    case RowKind::PaymentReceived: return Tone::Good;
    case RowKind::Lost: return Tone::Bad;
    case RowKind::GateOverridden: return Tone::Warning;
    case RowKind::Activity: return entry.direction == domain::Direction::In ? Tone::Accent : Tone::Muted;
    case RowKind::Other:
    case RowKind::Customer:
    case RowKind::Contact:
    case RowKind::Lead:
    case RowKind::Deal:
    case RowKind::StageMoved:
    case RowKind::AmountSet:
    case RowKind::CloseDateSet:
    case RowKind::OwnerSet:
    case RowKind::CategorySet:
    case RowKind::FieldSet:
    case RowKind::RoleSet:
    case RowKind::ItemChecked:
    case RowKind::NextStepSet:
    case RowKind::Reopened:
    case RowKind::EvidenceJudged:
    case RowKind::Evidence:
    case RowKind::FlagDecision:
    case RowKind::Task: return Tone::Muted;
    }
    return Tone::Muted;
}

} // namespace ui
