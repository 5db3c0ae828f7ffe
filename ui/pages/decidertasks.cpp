// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/pages/decider.h"

#include "ui/dialogs/taskpopover.h"
#include "ui/models/dealwords.h"
#include "ui/models/personwords.h"

#include <algorithm>

namespace ui {
namespace {

/// Who would take a deal over: somebody of the senior ranks who is not its owner.
std::string successor(const std::vector<workbench::PersonView> &people, const std::string &owner)
{
    for (const domain::PersonRole role : {domain::PersonRole::Manager, domain::PersonRole::Director}) {
        for (const workbench::PersonView &person : people) {
            if (person.active && person.role == role && person.id != owner)
                return person.id;
        }
    }
    return owner;
}

} // namespace

void Decider::propose()
{
    if (!mayDecideFlag())
        return;
    const workbench::Flag &flag = *m_subject->flag;
    const domain::TaskKind kind = taskKindOf(flag.proposal);
    const std::string &owner = m_subject->deal.ownerId;
    openTask(kind, taskTitle(m_context.session.format(), flag),
             kind == domain::TaskKind::HandOver ? successor(m_people, owner) : owner);
}

void Decider::assign()
{
    if (mayGiveTask())
        openTask(domain::TaskKind::Task, {}, m_subject->deal.ownerId);
}

void Decider::ask()
{
    if (!mayDecide())
        return;
    const QString question = m_subject->flag ? taskTitle(m_context.session.format(), *m_subject->flag) : QString();
    openTask(domain::TaskKind::AskRep, question, m_subject->deal.ownerId);
}

void Decider::openTask(domain::TaskKind kind, const QString &text, const std::string &assignee)
{
    std::vector<workbench::PersonView> people = m_people;
    if (std::ranges::find(people, assignee, &workbench::PersonView::id) == people.end() && !assignee.empty())
        people.push_back({.id = assignee, .name = m_subject->deal.owner, .team = {}});
    std::erase_if(people, [](const workbench::PersonView &person) { return isNobody(person.id); });
    auto *popover = new TaskPopover(people, {text, assignee, kind == domain::TaskKind::AskRep ? 1 : 3}, m_page);
    popover->setTitle(tr("%1 · %2").arg(word(kind), nameOf(*m_subject)));
    if (kind == domain::TaskKind::AskRep)
        popover->setConfirm(tr("Ask"));
    connect(popover, &Popover::confirmed, this,
            [this, popover, kind, subject = *m_subject] { assigned(subject, *popover, kind); });
    open(popover);
}

void Decider::assigned(const Subject &subject, const TaskPopover &popover, domain::TaskKind kind)
{
    const auto assignee = domain::PersonId::parse(popover.assignee());
    if (!assignee)
        return;
    std::optional<support::Date> due;
    if (popover.dueInDays())
        due = m_context.session.today() + *popover.dueInDays();
    workbench::AssignTask task{subject.deal.id, kind, popover.taskTitle().toStdString(), *assignee, due, {}};
    const QString undoText = tr("%1 for %2").arg(word(kind), nameOf(subject));
    const QString said = kind == domain::TaskKind::AskRep ? tr("Asked %1").arg(popover.assigneeName())
                                                          : tr("%1 given to %2").arg(word(kind), popover.assigneeName());
    if (const auto seen = decisionOn(subject, domain::FlagAct::Acknowledged)) {
        // Something is being done about it: the flag is acknowledged in the same step.
        task.rule = seen->rule;
        decide(subject, workbench::Together{{task, *seen}}, undoText, said);
    } else {
        carryOut(task, undoText, said);
    }
}

} // namespace ui
