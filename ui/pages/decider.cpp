// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/pages/decider.h"

#include "ui/commands/decision.h"
#include "ui/dialogs/choicepopover.h"
#include "ui/dialogs/rankpopover.h"
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
    connect(&session, &Session::closed, this, [this] {
        m_people.clear();
        if (m_popover)
            m_popover->dismiss(); // what it is about is of this workspace
    });
    connect(&session, &Session::failed, m_toast, &QWidget::hide); // it was said too early
    connect(&session, &Session::viewChanged, m_toast, &QWidget::hide);
    connect(&session, &Session::formatChanged, m_toast, &QWidget::hide);
    connect(&m_context.undo, &QUndoStack::indexChanged, this, [this, before = m_context.undo.index()](int index) mutable {
        // A step forward is a decision, which says more of itself right after, or one that is done again.
        if (m_page->isVisible() && index < before)
            m_toast->say(tr("Undone: %1").arg(m_context.undo.redoText()));
        else if (m_page->isVisible() && index > before)
            m_toast->say(tr("Done again: %1").arg(m_context.undo.undoText()));
        before = index;
    });
}

void Decider::setSubject(std::optional<Subject> subject)
{
    m_subject = std::move(subject);
    m_context.actions.refresh();
}

void Decider::speakIn(QBoxLayout *column)
{
    m_toast->standIn(column);
}

void Decider::say(const QString &text)
{
    m_toast->say(text);
}

QString Decider::closed() const
{
    if (m_context.session.isPast())
        return tr("This is the past: nothing can be decided there.");
    return m_context.session.readOnly() ? tr("This workspace can only be read.") : QString();
}

bool Decider::isOpen()
{
    const QString why = closed();
    if (!why.isEmpty())
        m_toast->say(why);
    return why.isEmpty();
}

bool Decider::mayDecide()
{
    return m_subject && m_subject->deal.id && isOpen();
}

bool Decider::mayGiveTask()
{
    return m_subject && flagSubject(*m_subject) && isOpen();
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

void Decider::snooze()
{
    if (!mayDecideFlag())
        return;
    const Session &session = m_context.session;
    auto *popover = new SnoozePopover(toQDate(session.today()), session.format().locale(), m_page);
    connect(popover, &Popover::confirmed, this, [this, popover, subject = *m_subject] {
        const Format &format = m_context.session.format();
        const support::Date day = fromQDate(popover->until());
        if (auto decision = decisionOn(subject, domain::FlagAct::Snoozed)) {
            decision->until = format.zone().startOf(day);
            decideFlag(subject, *decision, tr("Snoozed %1 until %2").arg(nameOf(subject), format.shortDate(day)));
        }
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
    connect(popover, &Popover::confirmed, this, [this, popover, subject = *m_subject] {
        if (auto decision = decisionOn(subject, domain::FlagAct::Dismissed)) {
            decision->reason = popover->reason().toStdString();
            decideFlag(subject, *decision, tr("Dismissed %1: %2").arg(nameOf(subject), popover->reason()));
        }
    });
    open(popover);
}

void Decider::acknowledge()
{
    if (!mayDecideFlag())
        return;
    const Subject subject = *m_subject;
    if (const auto decision = decisionOn(subject, domain::FlagAct::Acknowledged))
        decideFlag(subject, *decision, tr("Acknowledged: %1").arg(nameOf(subject)));
}

void Decider::decideFlag(const Subject &subject, const workbench::DecideFlag &decision, const QString &said)
{
    decide(subject, decision, tr("%1: %2").arg(word(decision.act), nameOf(subject)), said);
}

void Decider::move()
{
    if (!mayDecide() || m_subject->stages.empty())
        return;
    if (m_subject->deal.status != workbench::DealStatus::Open)
        return m_toast->say(tr("This deal is closed: it stays in its stage."));
    openMove(*m_subject);
}

void Decider::openMove(const Subject &subject, const std::string &to)
{
    Session &session = m_context.session;
    auto *popover = new MovePopover(session.format(), subject.stages, m_page);
    connect(popover, &MovePopover::asked, this, [&session, deal = *subject.deal.id](const std::string &stage) {
        if (const auto target = id<domain::StageId>(stage))
            session.judgeMove(deal, *target);
    });
    connect(&session, &Session::moveJudged, popover,
            [popover, about = *subject.deal.id](const domain::DealId &deal, const domain::StageId &stage,
                                                const std::vector<workbench::UnmetCondition> &unmet) {
                if (deal == about)
                    popover->setAnswer(stage.text(), unmet);
            });
    connect(popover, &Popover::confirmed, this, [this, popover, subject] { moved(subject, *popover); });
    if (!to.empty())
        popover->setStage(to);
    open(popover);
}

void Decider::moved(const Subject &subject, const MovePopover &popover)
{
    if (const auto stage = id<domain::StageId>(popover.stage()))
        carryOut(workbench::MoveDeal{*subject.deal.id, *stage, popover.overrideReason().toStdString()},
                 tr("Move of %1").arg(nameOf(subject)), tr("Moved to %1").arg(popover.stageName()));
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
    if (verdict != domain::Verdict::Rejected)
        return judged(*m_subject, evidence, verdict, {});
    const QStringList reasons{tr("Not the document that is asked for"), tr("Unreadable or incomplete"), tr("Out of date"),
                              tr("Copy of another file")};
    auto *popover = new ReasonPopover(tr("Reject the file because"), reasons, m_page);
    popover->setConfirm(tr("Reject"));
    connect(popover, &Popover::confirmed, this,
            [this, popover, evidence, verdict, subject = *m_subject] { judged(subject, evidence, verdict, popover->reason()); });
    open(popover);
}

void Decider::judged(const Subject &subject, const std::string &evidence, domain::Verdict verdict, const QString &reason)
{
    if (const auto which = id<domain::EvidenceId>(evidence))
        carryOut(workbench::JudgeEvidence{*subject.deal.id, *which, verdict, reason.toStdString()},
                 tr("Verdict: %1").arg(word(verdict)), tr("File: %1").arg(word(verdict)));
}

void Decider::setField(const Subject &subject, const std::string &field, const QString &value)
{
    const auto which = id<domain::FieldId>(field);
    if (!subject.deal.id || !which)
        return;
    const std::string text = value.trimmed().toStdString();
    carryOut(workbench::SetDealField{*subject.deal.id, *which, text.empty() ? std::nullopt : std::optional(text)}, tr("Field"),
             text.empty() ? tr("Field cleared") : tr("Field filled in"));
}

/// Goes on before the answer has come, so that decisions follow each other as fast as they are typed.
void Decider::decide(const Subject &subject, workbench::Command command, const QString &undoText, const QString &said)
{
    const bool made = carryOut(std::move(command), undoText, said, [self = QPointer<Decider>(this), row = subject.row] {
        if (self)
            Q_EMIT self->refused(row);
    });
    if (made)
        Q_EMIT decided(subject.row);
}

/// Not where another day came to be shown while something was asked.
bool Decider::carryOut(workbench::Command command, const QString &undoText, const QString &said, std::function<void()> refused)
{
    if (!isOpen())
        return false;
    m_context.undo.push(new Decision(m_context.session, m_context.undo, std::move(command), undoText, std::move(refused)));
    m_toast->say(said, true);
    return true;
}

} // namespace ui
