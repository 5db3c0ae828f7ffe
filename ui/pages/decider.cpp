// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/pages/decider.h"

#include "ui/commands/decision.h"
#include "ui/dialogs/choicepopover.h"
#include "ui/dialogs/rankpopover.h"
#include "ui/dialogs/taskpopover.h"
#include "ui/models/dealwords.h"
#include "ui/widgets/toast.h"

#include <array>
#include <utility>

namespace ui {
namespace {

std::optional<support::Currency> currencyOf(const workbench::DealSummary &deal)
{
    return deal.amount ? std::optional(deal.amount->currency) : std::nullopt;
}

/// The ids that a page holds came from the workspace: they are valid. One that is not makes no command.
template <class IdType>
std::optional<IdType> id(const std::string &text)
{
    auto parsed = IdType::parse(text);
    return parsed ? std::optional(std::move(*parsed)) : std::nullopt;
}

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

Decider::Decider(const PageContext &context, QWidget *page)
    : QObject(page)
    , m_context(context)
    , m_page(page)
    , m_toast(new Toast(page))
{
    connect(m_toast, &Toast::undoRequested, &m_context.undo, &QUndoStack::undo);
    bind();
    listen();
}

void Decider::bind()
{
    using Work = void (Decider::*)();
    const std::array<std::pair<Action, Work>, 8> work{{
        {Action::DoProposed, &Decider::propose},
        {Action::Assign, &Decider::assign},
        {Action::AskRep, &Decider::ask},
        {Action::Snooze, &Decider::snooze},
        {Action::Dismiss, &Decider::dismiss},
        {Action::Acknowledge, &Decider::acknowledge},
        {Action::MoveStage, &Decider::move},
        {Action::ExplainRank, &Decider::explainRank},
    }};
    for (const auto &[action, step] : work)
        m_context.actions.handle(
            action, m_page, [this, step = step] { (this->*step)(); }, [this] { return m_subject.has_value() && !isAsking(); });
}

void Decider::listen()
{
    Session &session = m_context.session;
    connect(&session, &Session::organisationReady, this, [this](const std::vector<workbench::TeamView> &teams) {
        m_people.clear();
        for (const workbench::TeamView &team : teams)
            m_people.insert(m_people.end(), team.people.begin(), team.people.end());
    });
    connect(&session, &Session::closed, this, [this] { m_people.clear(); });
    connect(&session, &Session::failed, m_toast, &QWidget::hide); // it was said too early
    connect(&session, &Session::viewChanged, m_toast, &QWidget::hide);
    connect(&session, &Session::formatChanged, m_toast, &QWidget::hide);
    connect(&m_context.undo, &QUndoStack::indexChanged, this, [this, before = 0](int index) mutable {
        // A step forward is a decision, which says more of itself right after, or one that is done again.
        if (m_page->isVisible() && index < before)
            m_toast->say(tr("Undone: %1").arg(m_context.undo.redoText()));
        else if (m_page->isVisible() && index > before)
            m_toast->say(tr("Done again: %1").arg(m_context.undo.undoText()));
        before = index;
    });
    connect(
        &session, &Session::moveJudged, this,
        [this](const domain::DealId &deal, const domain::StageId &stage, const std::vector<workbench::UnmetCondition> &unmet) {
            if (m_move && m_subject && m_subject->deal.id == deal)
                m_move->setAnswer(stage.text(), unmet);
        });
}

void Decider::setSubject(std::optional<Subject> subject)
{
    m_subject = std::move(subject);
    m_context.actions.refresh();
}

void Decider::speakIn(QWidget *place)
{
    m_toast->moveTo(place);
}

void Decider::say(const QString &text)
{
    m_toast->say(text);
}

QString Decider::subjectName() const
{
    if (!m_subject)
        return {};
    return m_subject->about ? m_subject->name : qstring(m_subject->deal.customer);
}

std::optional<workbench::FlagSubject> Decider::flagSubject() const
{
    if (m_subject && m_subject->deal.id)
        return *m_subject->deal.id;
    return m_subject ? m_subject->about : std::nullopt;
}

QString Decider::closed() const
{
    if (m_context.session.isPast())
        return tr("This is the past: nothing can be decided there.");
    return m_context.session.readOnly() ? tr("This workspace can only be read.") : QString();
}

/// Says why nothing can be decided, if so.
bool Decider::mayDecide()
{
    return m_subject && m_subject->deal.id && mayGiveTask();
}

bool Decider::mayGiveTask()
{
    if (!flagSubject())
        return false;
    const QString why = closed();
    if (!why.isEmpty())
        m_toast->say(why);
    return why.isEmpty();
}

bool Decider::mayDecideFlag()
{
    if (!mayGiveTask())
        return false;
    if (!m_subject->flag)
        m_toast->say(tr("No flag stands on this deal."));
    return m_subject->flag.has_value();
}

void Decider::open(Popover *popover, QWidget *anchor)
{
    m_popover = popover;
    connect(popover, &Popover::closed, this, [this] {
        m_popover = nullptr;
        m_context.actions.refresh();
    });
    if (QWidget *beside = anchor != nullptr ? anchor : m_anchor.data())
        popover->openAt(beside);
    else
        popover->openAt(QRect(m_page->rect().center(), QSize(1, 1)));
    m_context.actions.refresh();
}

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
    const auto known = std::find_if(people.begin(), people.end(), [&](const auto &person) { return person.id == assignee; });
    if (known == people.end() && !assignee.empty())
        people.push_back({.id = assignee, .name = m_subject->deal.owner, .team = {}});
    auto *popover = new TaskPopover(people, {text, assignee, kind == domain::TaskKind::AskRep ? 1 : 3}, m_page);
    popover->setTitle(tr("%1 · %2").arg(word(kind), subjectName()));
    if (kind == domain::TaskKind::AskRep)
        popover->setConfirm(tr("Ask"));
    connect(popover, &Popover::confirmed, this, [this, popover, kind] { assigned(*popover, kind); });
    open(popover);
}

void Decider::assigned(const TaskPopover &popover, domain::TaskKind kind)
{
    const auto assignee = id<domain::PersonId>(popover.assignee());
    if (!assignee || !m_subject)
        return;
    std::optional<support::Date> due;
    if (popover.dueInDays())
        due = m_context.session.today() + *popover.dueInDays();
    workbench::Command command =
        workbench::AssignTask{m_subject->deal.id, kind, popover.taskTitle().toStdString(), *assignee, due, {}};
    const auto rule = m_subject->flag ? id<domain::RuleId>(m_subject->flag->rule) : std::nullopt;
    if (rule) {
        // Something is being done about it: the flag is acknowledged in the same step.
        std::get<workbench::AssignTask>(command).rule = rule;
        command =
            workbench::Together{{command, workbench::DecideFlag{*flagSubject(), *rule, domain::FlagAct::Acknowledged, {}, {}}}};
    }
    const QString undoText = tr("%1 for %2").arg(word(kind), subjectName());
    const QString said = tr("%1 given to %2").arg(word(kind), popover.assigneeName());
    if (rule)
        decide(std::move(command), undoText, said);
    else
        carryOut(std::move(command), undoText, said);
}

void Decider::snooze()
{
    if (!mayDecideFlag())
        return;
    const Session &session = m_context.session;
    auto *popover = new SnoozePopover(toQDate(session.today()), session.format().locale(), m_page);
    connect(popover, &Popover::confirmed, this, [this, popover] {
        const Format &format = m_context.session.format();
        const support::Date day = fromQDate(popover->until());
        decideFlag(domain::FlagAct::Snoozed, format.zone().startOf(day), {}, tr("Snoozed until %1").arg(format.shortDate(day)));
    });
    open(popover);
}

void Decider::dismiss()
{
    if (!mayDecideFlag())
        return;
    const QStringList reasons{tr("Already taken care of"), tr("Not a problem here"), tr("The record is wrong or late"),
                              tr("The customer asked to wait")};
    auto *popover = new ReasonPopover(tr("Dismiss “%1” because").arg(m_context.session.format().label(m_subject->flag->name)),
                                      reasons, m_page);
    popover->setConfirm(tr("Dismiss"));
    connect(popover, &Popover::confirmed, this, [this, popover] {
        decideFlag(domain::FlagAct::Dismissed, {}, popover->reason(), tr("Dismissed: %1").arg(popover->reason()));
    });
    open(popover);
}

void Decider::acknowledge()
{
    if (mayDecideFlag())
        decideFlag(domain::FlagAct::Acknowledged, {}, {}, tr("Acknowledged: %1").arg(subjectName()));
}

void Decider::decideFlag(domain::FlagAct act, std::optional<support::Instant> until, const QString &reason, const QString &said)
{
    const auto rule = m_subject && m_subject->flag ? id<domain::RuleId>(m_subject->flag->rule) : std::nullopt;
    if (!rule)
        return;
    decide(workbench::DecideFlag{*flagSubject(), *rule, act, until, reason.toStdString()},
           tr("%1: %2").arg(word(act), subjectName()), said);
}

void Decider::move()
{
    if (!mayDecide() || m_subject->stages.empty())
        return;
    if (m_subject->deal.status != workbench::DealStatus::Open)
        return m_toast->say(tr("This deal is closed: it stays in its stage."));
    auto *popover = new MovePopover(m_context.session.format(), m_subject->stages, m_page);
    m_move = popover;
    connect(popover, &MovePopover::asked, this, [this](const std::string &stage) {
        const auto to = id<domain::StageId>(stage);
        if (to && m_subject)
            m_context.session.judgeMove(*m_subject->deal.id, *to);
    });
    connect(popover, &Popover::confirmed, this, [this, popover] { moved(*popover); });
    open(popover);
}

void Decider::moved(const MovePopover &popover)
{
    const auto stage = id<domain::StageId>(popover.stage());
    if (!stage || !m_subject)
        return;
    carryOut(workbench::MoveDeal{*m_subject->deal.id, *stage, popover.overrideReason().toStdString()},
             tr("Move of %1").arg(subjectName()), tr("Moved to %1").arg(popover.stageName()));
}

void Decider::explainRank()
{
    if (m_subject && m_subject->flag)
        open(new RankPopover(m_context.session.format(), *m_subject->flag, currencyOf(m_subject->deal), m_page));
}

void Decider::tick(const std::string &stage, const std::string &item, bool done)
{
    const auto ofStage = id<domain::StageId>(stage);
    const auto which = id<domain::ItemId>(item);
    if (mayDecide() && ofStage && which)
        carryOut(workbench::TickItem{*m_subject->deal.id, *ofStage, *which, done}, done ? tr("Tick") : tr("Untick"),
                 done ? tr("Ticked") : tr("Unticked"));
}

void Decider::changeTask(const std::string &task, domain::TaskState state)
{
    const auto which = id<domain::TaskId>(task);
    if (mayDecide() && which)
        carryOut(workbench::ChangeTask{*which, state}, tr("Task: %1").arg(word(state)), tr("Task: %1").arg(word(state)));
}

void Decider::judge(const std::string &evidence, domain::Verdict verdict)
{
    if (!mayDecide())
        return;
    if (verdict != domain::Verdict::Rejected) {
        judged(evidence, verdict, {});
        return;
    }
    const QStringList reasons{tr("Not the document that is asked for"), tr("Unreadable or incomplete"), tr("Out of date"),
                              tr("Copy of another file")};
    auto *popover = new ReasonPopover(tr("Reject the file because"), reasons, m_page);
    popover->setConfirm(tr("Reject"));
    connect(popover, &Popover::confirmed, this,
            [this, popover, evidence, verdict] { judged(evidence, verdict, popover->reason()); });
    open(popover);
}

void Decider::judged(const std::string &evidence, domain::Verdict verdict, const QString &reason)
{
    const auto which = id<domain::EvidenceId>(evidence);
    if (which && m_subject)
        carryOut(workbench::JudgeEvidence{*m_subject->deal.id, *which, verdict, reason.toStdString()},
                 tr("Verdict: %1").arg(word(verdict)), tr("File: %1").arg(word(verdict)));
}

void Decider::setField(const std::string &field, const QString &value)
{
    const auto which = id<domain::FieldId>(field);
    if (!mayDecide() || !which)
        return;
    const std::string text = value.trimmed().toStdString();
    carryOut(workbench::SetDealField{*m_subject->deal.id, *which, text.empty() ? std::nullopt : std::optional(text)}, tr("Field"),
             text.empty() ? tr("Field cleared") : tr("Field filled in"));
}

/// Goes on before the answer has come, so that decisions follow each other as fast as they are typed.
void Decider::decide(workbench::Command command, const QString &undoText, const QString &said)
{
    carryOut(std::move(command), undoText, said, [self = QPointer<Decider>(this), row = m_subject->row] {
        if (self)
            Q_EMIT self->refused(row);
    });
    Q_EMIT decided();
}

void Decider::carryOut(workbench::Command command, const QString &undoText, const QString &said, std::function<void()> refused)
{
    m_context.undo.push(new Decision(m_context.session, std::move(command), undoText, std::move(refused)));
    m_toast->say(said, true);
}

} // namespace ui
