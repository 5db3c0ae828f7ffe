// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/pages/map/mapacts.h"

#include "ui/commands/decision.h"
#include "ui/models/dealwords.h"
#include "ui/models/mapwords.h"
#include "ui/models/personwords.h"
#include "ui/widgets/toast.h"

#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ui {
namespace {

/// A task for more deals than that is nobody's task.
constexpr std::size_t mostAtOnce = 200;
constexpr std::size_t casesOfADeal = 3;

std::optional<support::Date> dueDay(const Session &session, std::optional<int> inDays)
{
    return inDays ? std::optional(session.today() + *inDays) : std::nullopt;
}

} // namespace

MapActs::MapActs(const PageContext &context, BattleMapView &map, QWidget *page)
    : QObject(page)
    , m_context(context)
    , m_map(map)
    , m_page(page)
    , m_toast(new Toast(page))
    , m_deals(context.session, this)
{
    connect(m_toast, &Toast::undoRequested, &m_context.undo, &QUndoStack::undo);
    bind();
}

void MapActs::bind()
{
    const auto possible = [this] { return closed().isEmpty() && !m_popover && !targets().empty(); };
    m_context.actions.handle(
        Action::Assign, m_page, [this] { assign(); }, possible);
    m_context.actions.handle(
        Action::HandOver, m_page, [this] { handOver(); }, possible);
    Session &session = m_context.session;
    connect(&session, &Session::organisationReady, this, [this](const std::vector<workbench::TeamView> &teams) {
        m_people.clear();
        for (const workbench::TeamView &team : teams)
            std::ranges::copy_if(team.people, std::back_inserter(m_people),
                                 [](const workbench::PersonView &person) { return !isNobody(person.id); });
    });
    connect(&session, &Session::closed, this, [this] {
        m_people.clear();
        if (m_popover)
            m_popover->dismiss();
    });
    connect(&session, &Session::failed, m_toast, &QWidget::hide);
    connect(&session, &Session::viewChanged, m_toast, &QWidget::hide);
    connect(&m_context.undo, &QUndoStack::indexChanged, this, [this, before = m_context.undo.index()](int index) mutable {
        if (m_page->isVisible() && index < before)
            m_toast->say(tr("Undone: %1").arg(m_context.undo.redoText()));
        else if (m_page->isVisible() && index > before)
            m_toast->say(tr("Done again: %1").arg(m_context.undo.undoText()));
        before = index;
    });
}

void MapActs::speakIn(QVBoxLayout *column)
{
    m_toast->standIn(column);
}

QString MapActs::closed() const
{
    if (m_context.session.isPast() || m_earlier)
        return tr("This is the past: nothing can be decided there.");
    return m_context.session.readOnly() ? tr("This workspace can only be read.") : QString();
}

std::vector<std::uint32_t> MapActs::targets() const
{
    if (!m_map.selection().empty())
        return m_map.selection();
    return m_map.current() ? std::vector{*m_map.current()} : std::vector<std::uint32_t>();
}

bool MapActs::mayAct()
{
    QString why = closed();
    if (why.isEmpty() && targets().size() > mostAtOnce)
        why = tr("Choose at most %1 deals: nobody works on more at once.")
                  .arg(m_context.session.format().count(static_cast<qint64>(mostAtOnce)));
    if (!why.isEmpty())
        m_toast->say(why);
    return why.isEmpty();
}

void MapActs::assign()
{
    if (!mayAct())
        return;
    m_deals.ask(
        [map = m_map.cloud()->shared(), places = targets()](const workbench::Workbench &workbench, const std::stop_token &) {
            return workbench::mapDeals(workbench, *map, places);
        },
        [this](const std::vector<workbench::DealSummary> &deals) { openTask(deals); });
}

void MapActs::handOver()
{
    if (!mayAct())
        return;
    m_deals.ask(
        [map = m_map.cloud()->shared(), places = targets()](const workbench::Workbench &workbench, const std::stop_token &stop) {
            std::vector<HandOver> list;
            auto deals = workbench::mapDeals(workbench, *map, places);
            auto cases = workbench::mapCases(workbench, *map, places, casesOfADeal, stop);
            for (std::size_t i = 0; i < deals.size() && i < cases.size(); ++i)
                list.push_back({std::move(deals[i]), std::move(cases[i])});
            return list;
        },
        [this](const std::vector<HandOver> &deals) { openHandOver(deals); });
}

void MapActs::open(Popover *popover)
{
    m_popover = popover;
    connect(popover, &Popover::closed, this, [this] {
        m_popover = nullptr;
        m_context.actions.refresh();
    });
    popover->openAt(m_anchor ? m_anchor.data() : m_page);
    m_context.actions.refresh();
}

void MapActs::openTask(const std::vector<workbench::DealSummary> &deals)
{
    if (deals.empty() || m_popover || !mayAct())
        return;
    const std::string &owner = deals.front().ownerId;
    const bool one = std::ranges::all_of(deals, [&](const workbench::DealSummary &deal) { return deal.ownerId == owner; });
    auto *popover = new TaskPopover(m_people, {{}, one ? owner : std::string(), 3}, m_page);
    popover->setTitle(deals.size() == 1 ? tr("Task · %1").arg(dealLine(deals.front()))
                                        : tr("A task for each of %n deal(s)", nullptr, static_cast<int>(deals.size())));
    connect(popover, &Popover::confirmed, this, [this, popover, deals] { give(deals, *popover); });
    open(popover);
}

void MapActs::openHandOver(const std::vector<HandOver> &deals)
{
    if (deals.empty() || m_popover || !mayAct())
        return;
    auto *popover = new HandOverPopover(m_context.session.format(), m_people, deals, m_page);
    popover->setTitle(deals.size() == 1 ? tr("Hand over · %1").arg(dealLine(deals.front().deal))
                                        : tr("Hand over %n deal(s)", nullptr, static_cast<int>(deals.size())));
    connect(popover, &Popover::confirmed, this, [this, popover, deals] { give(deals, *popover); });
    open(popover);
}

void MapActs::give(const std::vector<workbench::DealSummary> &deals, const TaskPopover &popover)
{
    const auto assignee = domain::PersonId::parse(popover.assignee());
    if (!assignee)
        return;
    workbench::Together all;
    for (const workbench::DealSummary &deal : deals) {
        if (deal.id)
            all.parts.emplace_back(workbench::AssignTask{deal.id,
                                                         domain::TaskKind::Task,
                                                         popover.taskTitle().toStdString(),
                                                         *assignee,
                                                         dueDay(m_context.session, popover.dueInDays()),
                                                         {}});
    }
    const int count = static_cast<int>(all.parts.size());
    carryOut(std::move(all), tr("Tasks for %n deal(s)", nullptr, count),
             tr("%n task(s) given to %1", nullptr, count).arg(popover.assigneeName()));
}

void MapActs::give(const std::vector<HandOver> &deals, const HandOverPopover &popover)
{
    const auto taker = domain::PersonId::parse(popover.taker());
    if (!taker)
        return;
    workbench::Together all;
    int count = 0;
    for (const HandOver &one : deals) {
        if (!one.deal.id)
            continue;
        ++count;
        const QString text = handOverText(m_context.session.format(), one.deal, one.cases);
        all.parts.emplace_back(workbench::AssignTask{one.deal.id,
                                                     domain::TaskKind::HandOver,
                                                     text.toStdString(),
                                                     *taker,
                                                     dueDay(m_context.session, popover.dueInDays()),
                                                     {}});
        if (popover.changesOwner() && one.deal.ownerId != taker->text())
            all.parts.emplace_back(workbench::AssignOwner{*one.deal.id, *taker});
    }
    carryOut(std::move(all), tr("Hand-over of %n deal(s)", nullptr, count),
             tr("%n deal(s) handed over to %1", nullptr, count).arg(popover.takerName()));
}

/// Not where another day came to be shown while something was asked.
void MapActs::carryOut(workbench::Together command, const QString &undoText, const QString &said)
{
    if (!closed().isEmpty() || command.parts.empty())
        return;
    m_context.undo.push(new Decision(m_context.session, m_context.undo, std::move(command), undoText));
    m_toast->say(said, true);
}

} // namespace ui
