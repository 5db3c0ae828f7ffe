// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/dealwords.h"

#include "ui/models/personwords.h"

#include <QCoreApplication>

namespace ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

} // namespace

QString word(domain::Severity severity)
{
    switch (severity) {
    case domain::Severity::Notice: return Words::tr("Notice");
    case domain::Severity::Warning: return Words::tr("Warning");
    case domain::Severity::Critical: return Words::tr("Critical");
    }
    return {};
}

QString word(domain::Proposal proposal)
{
    switch (proposal) {
    case domain::Proposal::AskRep: return Words::tr("Ask the rep");
    case domain::Proposal::AssignTask: return Words::tr("Assign a task");
    case domain::Proposal::HandOver: return Words::tr("Hand over to the senior team");
    case domain::Proposal::StepIn: return Words::tr("Step in today");
    case domain::Proposal::SendMaterial: return Words::tr("Have material sent");
    case domain::Proposal::FollowUp: return Words::tr("Follow up");
    case domain::Proposal::ConfirmDate: return Words::tr("Confirm the close date");
    case domain::Proposal::VerifyStage: return Words::tr("Verify the stage");
    case domain::Proposal::CollectPayment: return Words::tr("Collect the payment");
    case domain::Proposal::PrepareRenewal: return Words::tr("Prepare the renewal");
    case domain::Proposal::PrepareBid: return Words::tr("Prepare the bid");
    case domain::Proposal::WakeLead: return Words::tr("Wake the lead");
    case domain::Proposal::Coach: return Words::tr("Arrange coaching");
    }
    return {};
}

QString word(domain::Missing missing)
{
    switch (missing) {
    case domain::Missing::Roles: return Words::tr("Decision chain");
    case domain::Missing::KeyFiles: return Words::tr("Key evidence");
    case domain::Missing::Fields: return Words::tr("Required fields");
    case domain::Missing::StageEvidence: return Words::tr("Evidence of the stage");
    case domain::Missing::Checklist: return Words::tr("Checklist");
    case domain::Missing::Payment: return Words::tr("Payment");
    case domain::Missing::Feedback: return Words::tr("Customer feedback");
    case domain::Missing::Material: return Words::tr("Product material");
    }
    return {};
}

QString word(domain::Quadrant quadrant)
{
    switch (quadrant) {
    case domain::Quadrant::None: return {};
    case domain::Quadrant::HighShort: return Words::tr("Healthy, close");
    case domain::Quadrant::LowShort: return Words::tr("At risk, close");
    case domain::Quadrant::HighLong: return Words::tr("Healthy, far");
    case domain::Quadrant::LowLong: return Words::tr("At risk, far");
    }
    return {};
}

QString word(domain::Verdict verdict)
{
    switch (verdict) {
    case domain::Verdict::Pending: return Words::tr("Pending");
    case domain::Verdict::Accepted: return Words::tr("Accepted");
    case domain::Verdict::Rejected: return Words::tr("Rejected");
    }
    return {};
}

QString word(domain::ActivityKind kind)
{
    switch (kind) {
    case domain::ActivityKind::Call: return Words::tr("Call");
    case domain::ActivityKind::Email: return Words::tr("E-mail");
    case domain::ActivityKind::Chat: return Words::tr("Chat");
    case domain::ActivityKind::Visit: return Words::tr("Visit");
    case domain::ActivityKind::Meeting: return Words::tr("Meeting");
    case domain::ActivityKind::Demo: return Words::tr("Demo");
    case domain::ActivityKind::File: return Words::tr("File sent");
    case domain::ActivityKind::Note: return Words::tr("Note");
    case domain::ActivityKind::PageView: return Words::tr("Page viewed by the customer");
    case domain::ActivityKind::Tender: return Words::tr("Tender published by the customer");
    case domain::ActivityKind::Feedback: return Words::tr("Feedback");
    }
    return {};
}

QString word(domain::TaskKind kind)
{
    switch (kind) {
    case domain::TaskKind::Task: return Words::tr("Task");
    case domain::TaskKind::AskRep: return Words::tr("Question to the rep");
    case domain::TaskKind::HandOver: return Words::tr("Hand-over");
    case domain::TaskKind::Coaching: return Words::tr("Coaching");
    }
    return {};
}

QString word(domain::TaskState state)
{
    switch (state) {
    case domain::TaskState::Open: return Words::tr("Open", "task");
    case domain::TaskState::Done: return Words::tr("Done", "task");
    case domain::TaskState::Cancelled: return Words::tr("Cancelled", "task");
    }
    return {};
}

QString word(domain::ForecastCategory category)
{
    switch (category) {
    case domain::ForecastCategory::Pipeline: return Words::tr("Pipeline", "forecast category");
    case domain::ForecastCategory::BestCase: return Words::tr("Best case");
    case domain::ForecastCategory::Commit: return Words::tr("Commit");
    case domain::ForecastCategory::Omitted: return Words::tr("Omitted");
    }
    return {};
}

QString word(domain::FlagAct act)
{
    switch (act) {
    case domain::FlagAct::Acknowledged: return Words::tr("Acknowledged");
    case domain::FlagAct::Snoozed: return Words::tr("Snoozed");
    case domain::FlagAct::Resolved: return Words::tr("Resolved");
    case domain::FlagAct::Dismissed: return Words::tr("Dismissed");
    case domain::FlagAct::Reopened: return Words::tr("Reopened");
    }
    return {};
}

QString word(workbench::FlagState state)
{
    switch (state) {
    case workbench::FlagState::Open: return Words::tr("Open", "flag");
    case workbench::FlagState::Acknowledged: return word(domain::FlagAct::Acknowledged);
    case workbench::FlagState::Snoozed: return word(domain::FlagAct::Snoozed);
    case workbench::FlagState::Resolved: return word(domain::FlagAct::Resolved);
    case workbench::FlagState::Dismissed: return word(domain::FlagAct::Dismissed);
    }
    return {};
}

QString word(workbench::DealStatus status)
{
    switch (status) {
    case workbench::DealStatus::Open: return Words::tr("Open", "deal");
    case workbench::DealStatus::Won: return Words::tr("Won");
    case workbench::DealStatus::Lost: return Words::tr("Lost");
    }
    return {};
}

QString advice(domain::Quadrant quadrant)
{
    switch (quadrant) {
    case domain::Quadrant::None: return {};
    case domain::Quadrant::HighShort: return Words::tr("The rep follows alone");
    case domain::Quadrant::LowShort: return Words::tr("The manager steps in today");
    case domain::Quadrant::HighLong: return Words::tr("Nurture");
    case domain::Quadrant::LowLong: return Words::tr("Hand over to the senior task force");
    }
    return {};
}

QString termName(const std::string &id)
{
    if (id == "roles")
        return Words::tr("Roles filled");
    if (id == "files")
        return Words::tr("Key files");
    if (id == "asks")
        return Words::tr("Customer inquiries");
    if (id == "stale")
        return Words::tr("Days without update");
    return QString::fromStdString(id);
}

QString similarity(const std::string &code)
{
    if (code == "industry")
        return Words::tr("same industry");
    if (code == "size")
        return Words::tr("same size");
    if (code == "stage")
        return Words::tr("got to this stage");
    if (code == "amount")
        return Words::tr("similar amount");
    if (code == "stuck")
        return Words::tr("stuck at the same stage");
    return QString::fromStdString(code);
}

namespace {

QString valuesText(const Format &format, const std::vector<domain::Label> &values)
{
    QStringList texts;
    for (const domain::Label &value : values)
        texts.append(format.label(value));
    return texts.join(Words::tr(" or "));
}

} // namespace

bool isBuiltIn(const std::string &field)
{
    return field == "amount" || field == "close_date" || field == "next_step" || field == "first_contact_channel";
}

QString fieldName(const Format &format, const std::string &id, const domain::Label &name)
{
    if (id == "amount")
        return Words::tr("Amount");
    if (id == "close_date")
        return Words::tr("Expected close");
    if (id == "next_step")
        return Words::tr("Next step");
    if (id == "first_contact_channel")
        return Words::tr("Channel of the first contact");
    return format.label(name);
}

QString unmetText(const Format &format, const workbench::UnmetCondition &condition)
{
    const QString name = fieldName(format, condition.id, condition.name);
    switch (condition.kind) {
    case workbench::GateCondition::Field: return Words::tr("“%1” is not filled in").arg(name);
    case workbench::GateCondition::Value: return Words::tr("“%1” has to be: %2").arg(name, valuesText(format, condition.values));
    case workbench::GateCondition::Checklist: return Words::tr("Not ticked: %1").arg(name);
    case workbench::GateCondition::Evidence:
        return Words::tr("%1: %2 of %3 accepted").arg(name, format.count(condition.have), format.count(condition.need));
    case workbench::GateCondition::Role: return Words::tr("Nobody is known as %1").arg(name);
    case workbench::GateCondition::Wait: return Words::tr("The waiting time of the stage is not over");
    }
    return {};
}

QString wayOut(const workbench::UnmetCondition &condition)
{
    if (isBuiltIn(condition.id))
        return Words::tr("Fill it in where the records come from, and import again");
    switch (condition.kind) {
    case workbench::GateCondition::Field: return Words::tr("Fill in the field on the deal's page");
    case workbench::GateCondition::Value: return Words::tr("Bring the field on the deal's page to it");
    case workbench::GateCondition::Checklist: return {}; // the prompt says it
    case workbench::GateCondition::Evidence: return Words::tr("Have the file added and accept it");
    case workbench::GateCondition::Role: return Words::tr("Ask the rep for the contact");
    case workbench::GateCondition::Wait: return Words::tr("Wait, or override with a reason");
    }
    return {};
}

QString aboutName(const workbench::FlagAbout &about)
{
    return about.name.empty() ? Words::tr("Lead %1").arg(qstring(about.id)) : personName(about.name);
}

QString aboutDetail(const Format &format, const workbench::FlagAbout &about)
{
    if (about.source.empty())
        return {};
    return Words::tr("lead, %1 old · %2", "how long ago it came in, and where from")
        .arg(format.days(about.ageDays), qstring(about.source));
}

QString missingText(const Format &format, const workbench::MissingItem &item)
{
    QStringList names;
    for (std::size_t i = 0; i < item.names.size(); ++i)
        names.append(fieldName(format, item.names.size() == item.ids.size() ? item.ids[i] : std::string(), item.names[i]));
    if (names.size() < 2)
        return names.isEmpty() ? word(item.kind) : names.front();
    const QString last = names.takeLast();
    return Words::tr("%1 or %2", "things of which one would do")
        .arg(names.join(Words::tr(", ", "between things of a list")), last);
}

domain::TaskKind taskKindOf(domain::Proposal proposal)
{
    switch (proposal) {
    case domain::Proposal::AskRep:
    case domain::Proposal::ConfirmDate:
    case domain::Proposal::VerifyStage: return domain::TaskKind::AskRep;
    case domain::Proposal::HandOver: return domain::TaskKind::HandOver;
    case domain::Proposal::Coach: return domain::TaskKind::Coaching;
    case domain::Proposal::AssignTask:
    case domain::Proposal::StepIn:
    case domain::Proposal::SendMaterial:
    case domain::Proposal::FollowUp:
    case domain::Proposal::CollectPayment:
    case domain::Proposal::PrepareRenewal:
    case domain::Proposal::PrepareBid:
    case domain::Proposal::WakeLead: return domain::TaskKind::Task;
    }
    return domain::TaskKind::Task;
}

QString standingOf(const Format &format, const workbench::Flag &flag)
{
    if (flag.state == workbench::FlagState::Snoozed && flag.until)
        return Words::tr("Snoozed until %1").arg(format.shortDate(format.zone().dateOf(*flag.until)));
    if (flag.state != workbench::FlagState::Acknowledged || !flag.task)
        return word(flag.state);
    const QString assignee = qstring(flag.task->assignee);
    const bool asked = flag.task->kind == domain::TaskKind::AskRep;
    if (!flag.task->due)
        return (asked ? Words::tr("Asked %1") : Words::tr("Task given to %1")).arg(assignee);
    return (asked ? Words::tr("Asked %1, until %2") : Words::tr("Task given to %1, until %2"))
        .arg(assignee, format.shortDate(*flag.task->due));
}

QString taskTitle(const Format &format, const workbench::Flag &flag)
{
    const QString proposal = word(flag.proposal);
    if (flag.missing.empty()) // a rule may be called like what it proposes
        return format.label(flag.name) == proposal ? proposal : Words::tr("%1: %2").arg(proposal, format.label(flag.name));
    QStringList names;
    for (const workbench::MissingItem &item : flag.missing)
        names.append(missingText(format, item));
    return Words::tr("Please provide: %1").arg(names.join(Words::tr(", ", "between things of a list")));
}

QString shortName(const workbench::DealSummary &deal)
{
    const QString name = qstring(deal.name);
    const QString customer = qstring(deal.customer);
    if (customer.isEmpty() || !name.startsWith(customer))
        return name;
    qsizetype from = customer.size();
    while (from < name.size() && !name[from].isLetterOrNumber())
        ++from;
    return name.mid(from); // nothing, where the deal is called like its customer
}

} // namespace ui
