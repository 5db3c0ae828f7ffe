// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/pages/funnel/boardacts.h"

#include "ui/dialogs/bulkmovepopover.h"
#include "ui/dialogs/choicepopover.h"
#include "ui/dialogs/personpopover.h"
#include "ui/dialogs/taskpopover.h"
#include "ui/errortext.h"
#include "ui/models/dealwords.h"
#include "ui/models/personwords.h"

#include <algorithm>
#include <array>

namespace ui {
namespace {

constexpr std::array categories{domain::ForecastCategory::Commit, domain::ForecastCategory::BestCase,
                                domain::ForecastCategory::Pipeline, domain::ForecastCategory::Omitted};

/// The ids that a board holds came from the workspace: they are valid.
template <class Id>
Id asId(const std::string &text)
{
    return *Id::parse(text);
}

workbench::Command together(std::vector<workbench::Command> parts)
{
    return parts.size() == 1 ? std::move(parts.front()) : workbench::Command(workbench::Together{std::move(parts)});
}

} // namespace

BoardActs::BoardActs(const PageContext &context, Decider &decider, QWidget *page)
    : QObject(page)
    , m_context(context)
    , m_decider(decider)
    , m_page(page)
    , m_judging(context.session, this)
    , m_naming(context.session, this)
{}

QString BoardActs::deals(std::size_t count) const
{
    return tr("%n deal(s)", nullptr, static_cast<int>(count));
}

QString BoardActs::nameOf(const std::string &stage) const
{
    const auto known = std::ranges::find(m_stages, stage, &workbench::StageView::id);
    return known == m_stages.end() ? QString() : m_context.session.format().label(known->name);
}

/// What a popover says it is about.
QString BoardActs::subject(const ChosenCards &cards) const
{
    return cards.only ? qstring(cards.only->customer) : deals(cards.numbers.size());
}

void BoardActs::judge(const ChosenCards &cards, const std::string &stage, const std::function<void(const Judged &)> &hear)
{
    m_judging.ask(
        [cards = cards.numbers, to = asId<domain::StageId>(stage)](const workbench::Workbench &workbench, std::stop_token stop) {
            return workbench::judgeMoves(workbench, workbench::dealsOf(workbench, cards), to, std::move(stop));
        },
        [hear](const support::Result<Judged> &moves) {
            if (moves)
                hear(*moves);
        });
}

void BoardActs::moveTo(const ChosenCards &cards, const std::string &stage)
{
    if (m_decider.isOpen() && !cards.numbers.empty() && !stage.empty())
        judge(cards, stage, [this, cards, stage](const Judged &moves) { decide(cards, stage, moves); });
}

void BoardActs::decide(const ChosenCards &cards, const std::string &stage, const Judged &moves)
{
    std::vector<domain::DealId> deals;
    bool open = true;
    for (const workbench::JudgedMove &move : moves) {
        if (move.error && !cards.isSeveral())
            return m_decider.say(textOf(*move.error));
        open = open && (move.open() || move.there);
        if (!move.there)
            deals.push_back(move.deal);
    }
    if (!open)
        openMove(cards, stage);
    else if (!deals.empty())
        carryMoves(deals, stage, {});
}

void BoardActs::carryMoves(const std::vector<domain::DealId> &deals, const std::string &stage, const QString &reason)
{
    std::vector<workbench::Command> parts;
    for (const domain::DealId &deal : deals)
        parts.emplace_back(workbench::MoveDeal{deal, asId<domain::StageId>(stage), reason.toStdString()});
    const QString to = nameOf(stage);
    const QString said = deals.size() == 1 ? tr("Moved to %1").arg(to) : tr("%1 moved to %2").arg(this->deals(deals.size()), to);
    m_decider.carryOut(together(std::move(parts)), tr("Move of %1").arg(this->deals(deals.size())), said);
}

void BoardActs::move(const ChosenCards &cards)
{
    if (m_decider.isOpen() && !cards.numbers.empty())
        openMove(cards);
}

void BoardActs::openMove(const ChosenCards &cards, const std::string &stage)
{
    if (m_decider.isAsking() || m_stages.empty())
        return;
    if (cards.only) {
        Subject subject{.deal = *cards.only, .flag = {}, .stages = m_stages};
        for (workbench::StageView &one : subject.stages)
            one.claimed = one.id == cards.only->stageId;
        return m_decider.openMove(subject, stage);
    }
    auto *popover = new BulkMovePopover(m_context.session.format(), m_stages, m_page);
    connect(popover, &BulkMovePopover::asked, this, [this, cards, popover](const std::string &to) {
        judge(cards, to, [popover = QPointer(popover), to](const Judged &moves) {
            if (popover)
                popover->setAnswer(to, moves);
        });
    });
    connect(popover, &Popover::confirmed, this,
            [this, popover] { carryMoves(popover->moved(), popover->stage(), popover->overrideReason()); });
    if (!stage.empty())
        popover->setStage(stage);
    m_decider.open(popover);
}

void BoardActs::assign(const ChosenCards &cards)
{
    if (!m_decider.isOpen() || cards.numbers.empty())
        return;
    std::vector<workbench::PersonView> people = m_decider.people();
    std::erase_if(people, [](const workbench::PersonView &person) { return isNobody(person.id); });
    auto *popover = new TaskPopover(people, {{}, {}, 3}, m_page);
    popover->setTitle(tr("Task for %1").arg(subject(cards)));
    connect(popover, &Popover::confirmed, this, [this, popover, cards] { give(cards, *popover); });
    m_decider.open(popover);
}

void BoardActs::give(const ChosenCards &cards, const TaskPopover &popover)
{
    const auto assignee = domain::PersonId::parse(popover.assignee());
    if (!assignee)
        return;
    std::optional<support::Date> due;
    if (popover.dueInDays())
        due = m_context.session.today() + *popover.dueInDays();
    const auto make = [assignee = *assignee, title = popover.taskTitle().toStdString(), due](const domain::DealId &deal) {
        return workbench::AssignTask{deal, domain::TaskKind::Task, title, assignee, due, {}};
    };
    forEach(cards, make, tr("Task for %1").arg(subject(cards)),
            tr("Task for %1 given to %2").arg(subject(cards), popover.assigneeName()));
}

void BoardActs::handOver(const ChosenCards &cards)
{
    if (!m_decider.isOpen() || cards.numbers.empty())
        return;
    auto *popover = new PersonPopover(tr("New owner of %1").arg(subject(cards)), m_decider.people(), m_page);
    connect(popover, &Popover::confirmed, this, [this, popover, cards] {
        const auto make = [owner = asId<domain::PersonId>(popover->person())](const domain::DealId &deal) {
            return workbench::AssignOwner{deal, owner};
        };
        forEach(cards, make, tr("Owner of %1").arg(subject(cards)),
                tr("%1 handed over to %2").arg(subject(cards), popover->personName()));
    });
    m_decider.open(popover);
}

void BoardActs::setCloseDate(const ChosenCards &cards)
{
    if (!m_decider.isOpen() || cards.numbers.empty())
        return;
    const Session &session = m_context.session;
    const support::Date before = cards.only && cards.only->closeDate ? *cards.only->closeDate : session.today();
    auto *popover = new DayPopover(tr("Close date of %1").arg(subject(cards)), toQDate(before), m_page);
    connect(popover, &Popover::confirmed, this, [this, popover, cards] {
        const support::Date day = fromQDate(popover->day());
        const auto make = [day](const domain::DealId &deal) { return workbench::SetCloseDate{deal, day}; };
        forEach(cards, make, tr("Close date of %1").arg(subject(cards)),
                tr("%1 to close on %2").arg(subject(cards), m_context.session.format().date(day)));
    });
    m_decider.open(popover);
}

void BoardActs::setCategory(const ChosenCards &cards)
{
    if (!m_decider.isOpen() || cards.numbers.empty())
        return;
    auto *popover = new ChoicePopover(tr("Forecast category of %1").arg(subject(cards)), m_page);
    for (const domain::ForecastCategory category : categories)
        popover->addChoice(word(category));
    connect(popover, &Popover::confirmed, this, [this, popover, cards] {
        const auto category = categories.at(static_cast<std::size_t>(popover->choice()));
        const auto make = [category](const domain::DealId &deal) { return workbench::SetCategory{deal, category}; };
        forEach(cards, make, tr("Category of %1").arg(subject(cards)), tr("%1: %2").arg(subject(cards), word(category)));
    });
    m_decider.open(popover);
}

void BoardActs::forEach(const ChosenCards &cards, const Make &make, const QString &undoText, const QString &said)
{
    m_naming.ask([numbers = cards.numbers](const workbench::Workbench &workbench,
                                           const std::stop_token &) { return workbench::dealsOf(workbench, numbers); },
                 [this, make, undoText, said](const std::vector<domain::DealId> &deals) {
                     std::vector<workbench::Command> parts;
                     std::ranges::transform(deals, std::back_inserter(parts), make);
                     if (!parts.empty())
                         m_decider.carryOut(together(std::move(parts)), undoText, said);
                 });
}

} // namespace ui
