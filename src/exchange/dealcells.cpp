// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/dealcells.h"

#include <fmt/format.h>

#include <algorithm>

namespace exchange {

Read<std::string> essenceOf(const Cells &cells)
{
    // However the next export writes the day.
    const auto created = cells.time(Meaning::CreatedAt);
    std::string essence;
    for (const Meaning meaning : {Meaning::DealName, Meaning::CustomerId, Meaning::CustomerName, Meaning::LeadId})
        essence += cells.text(meaning) + '\x1F';
    essence += created && *created ? support::toText(**created) : cells.text(Meaning::CreatedAt);
    if (essence.find_first_not_of('\x1F') == std::string::npos)
        return cells.trouble(Meaning::DealName, RefusalReason::Missing);
    return fmt::format("row-{:016x}", checksum(essence));
}

std::string nameOf(const Cells &cells, const domain::DealId &id)
{
    if (const std::string own = cells.text(Meaning::DealName); !own.empty())
        return own;
    const std::string customer = cells.text(Meaning::CustomerName);
    const std::string product = cells.text(Meaning::ProductName);
    // A product is no name by itself: hundreds of deals have the same.
    if (!product.empty())
        return (customer.empty() ? id.text() : customer) + " · " + product;
    return customer.empty() ? id.text() : customer;
}

bool plansApart(const Cells &cells)
{
    return std::ranges::any_of(cells.columns().profile.tables, [](const TableProfile &table) {
        return table.role == TableRole::Deals
               && std::ranges::any_of(table.columns, [](const auto &column) { return column.second == Meaning::ClosedAt; });
    });
}

Read<DealTimes> timesIn(const Cells &cells, const HistoryBegin *history)
{
    const auto created = cells.pastTime(Meaning::CreatedAt);
    const auto closed = cells.pastTimeOrNone(Meaning::ClosedAt);
    const auto entered = cells.pastTimeOrNone(Meaning::StageEnteredAt);
    const auto modified = cells.pastTimeOrNone(Meaning::ModifiedAt);
    if (auto trouble = firstTrouble(created, closed, entered, modified))
        return tl::unexpected(*std::move(trouble));
    DealTimes times{*created, *closed, *entered, *modified};
    const support::TimeZone &zone = cells.columns().zone;
    if (history != nullptr && times.created && cells.isWholeDay(Meaning::CreatedAt)
        && zone.dateOf(*times.created) == zone.dateOf(history->first))
        times.created = history->first;
    return times;
}

Read<domain::EventBody> stateIn(const Cells &cells, const std::string &target, const std::optional<Amount> &amount)
{
    if (target == "won") {
        domain::Won won;
        if (amount) {
            won.amount = amount->decimal;
            won.currency = amount->currency;
        }
        return won;
    }
    if (target == "lost") {
        const auto reason = cells.longText(Meaning::LostReason);
        return reason ? Read<domain::EventBody>(domain::Lost{*reason}) : tl::unexpected(reason.error());
    }
    const auto stage = domain::StageId::parse(target);
    return stage ? Read<domain::EventBody>(domain::StageMoved{{*stage}})
                 : cells.trouble(Meaning::Stage, RefusalReason::UnknownStage);
}

} // namespace exchange
