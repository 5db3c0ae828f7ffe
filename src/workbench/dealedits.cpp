// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/commandplanner.h"

namespace workbench {

using support::ErrorCode;
using support::failure;
using support::Result;

Result<Planned> CommandPlanner::planOne(const AssignOwner &command) const
{
    const auto deal = state(command.deal);
    if (!deal)
        return tl::unexpected(deal.error());
    if (!m_snapshot.organisation->person(command.owner.text(), m_now))
        return failure(ErrorCode::UnknownPerson, command.owner.text(), "no such person");
    const auto before = domain::PersonId::parse(m_workbench.textOf(deal->owner));
    if (!before)
        return tl::unexpected(before.error());
    return single(event(command.deal, domain::OwnerSet{command.owner}), AssignOwner{command.deal, *before}, command.deal);
}

Result<Planned> CommandPlanner::planOne(const SetCloseDate &command) const
{
    const auto deal = state(command.deal);
    if (!deal)
        return tl::unexpected(deal.error());
    SetCloseDate undo{command.deal, std::nullopt, m_now};
    if (deal->closeDay)
        undo.day = support::Date{*deal->closeDay};
    support::Instant said;
    history::view(m_snapshot.history->deals(), deal->deal, m_now)
        .events([&](const history::Stamp &stamp, const history::Event &event) {
            if (event.kind == domain::RowKind::CloseDateSet)
                said = stamp.occurred;
        });
    const bool takesBack = command.takenBack && *command.takenBack == said;
    if (takesBack)
        undo.takenBack = command.takenBack;
    return single(
        domain::Record::make(domain::DealEvent{{command.deal, m_workbench.m_actor}, domain::CloseDateSet{{command.day}}},
                             {takesBack ? said : m_now, m_now, false}),
        undo, command.deal);
}

Result<Planned> CommandPlanner::planOne(const SetCategory &command) const
{
    const auto deal = state(command.deal);
    if (!deal)
        return tl::unexpected(deal.error());
    return single(event(command.deal, domain::CategorySet{command.category}), SetCategory{command.deal, deal->category},
                  command.deal);
}

} // namespace workbench
