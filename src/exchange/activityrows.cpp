// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "domain/valuetext.h"
#include "exchange/importstate.h"

#include <fmt/format.h>

namespace exchange {

namespace {

/// The id in the column of `meaning`, made one of this system's; empty where there is none.
std::string ownIdIn(const ImportState &state, const Cells &cells, Meaning meaning)
{
    const std::string id = cells.text(meaning);
    return id.empty() ? id : state.things.ownId(id);
}

/// The customer of an activity that names none: that of its contact or of its lead.
std::optional<domain::CustomerId> customerBehind(const ImportState &state, const Cells &cells)
{
    if (auto customer = state.customerOfContact(ownIdIn(state, cells, Meaning::ContactId)))
        return customer;
    const auto lead = state.lead(ownIdIn(state, cells, Meaning::LeadId));
    return lead ? lead->customer : std::nullopt;
}

/// Why a row has no customer: it names somebody whose customer would be its own and whom nobody describes, or nobody at all.
tl::unexpected<Trouble> withoutParty(const Cells &cells)
{
    if (!cells.text(Meaning::CustomerName).empty())
        return withoutCustomer(cells);
    for (const Meaning party : {Meaning::ContactId, Meaning::LeadId}) {
        if (!cells.text(party).empty())
            return cells.trouble(party, RefusalReason::UnknownParty);
    }
    return cells.trouble(Meaning::CustomerId, RefusalReason::Missing);
}

std::optional<domain::ContactId> knownContact(const ImportState &state, const Cells &cells)
{
    const std::string id = ownIdIn(state, cells, Meaning::ContactId);
    return state.customerOfContact(id) ? std::optional(domain::ContactId::parse(id).value()) : std::nullopt;
}

std::optional<domain::DealId> namedDeal(const ImportState &state, const Cells &cells)
{
    const auto id = domain::DealId::parse(ownIdIn(state, cells, Meaning::DealId));
    return id ? std::optional(*id) : std::nullopt;
}

std::optional<domain::Seconds> duration(const Cells &cells)
{
    const auto seconds = domain::parseInteger(cells.text(Meaning::DurationSeconds)).and_then(&domain::Seconds::of);
    return seconds ? std::optional(*seconds) : std::nullopt;
}

/// What tells an activity without an id from others, in this export and the next: what the row says, and not what stands beside
/// it in columns that come and go.
std::string essenceOfActivity(const Cells &cells)
{
    using enum Meaning;
    const auto started = cells.time(StartedAt);
    std::string essence = started && *started ? support::toText(**started) : cells.text(StartedAt);
    for (const Meaning meaning : {ActivityKind, Direction, DealId, CustomerId, CustomerName, ContactId, LeadId, OwnerId,
                                  OwnerName, DurationSeconds, Subject})
        essence += '\x1F' + cells.text(meaning);
    return fmt::format("row-{:016x}", checksum(essence));
}

/// Claims the activity's id, which is made of what the row says where it has none.
Read<RowFate> claimActivity(const ImportState &state, const Cells &cells, std::string &id, RowFacts &facts)
{
    if (const std::string own = cells.text(Meaning::ActivityId); !own.empty()) {
        id = idFromName(state.things.ownId(own));
        return claimId(state, cells, Meaning::ActivityId, id, facts);
    }
    id = state.things.ownId(essenceOfActivity(cells));
    return claimUnnamed(state, cells, Meaning::ActivityId, id, facts);
}

} // namespace

Read<RowFate> activityRow(ImportState &state, const Cells &cells, RowFacts &facts)
{
    std::string claimed;
    const auto fate = claimActivity(state, cells, claimed, facts);
    if (!fate || *fate == RowFate::Repeated)
        return fate;
    const auto id = domain::ActivityId::parse(claimed);
    if (!id)
        return cells.trouble(Meaning::ActivityId, RefusalReason::BadText);
    const auto started = cells.pastTime(Meaning::StartedAt);
    const auto text = cells.longText(Meaning::Subject);
    const auto actor = state.things.owner(cells, facts);
    const auto named = state.things.customer(cells, facts);
    if (auto trouble = firstTrouble(started, text, actor, named))
        return tl::unexpected(*std::move(trouble));
    if (!*started)
        return cells.trouble(Meaning::StartedAt, RefusalReason::Missing);
    const auto customer = *named ? *named : customerBehind(state, cells);
    const auto deal = namedDeal(state, cells);
    if (!deal && !customer)
        return withoutParty(cells);
    const auto kind = domain::fromWord<domain::ActivityKind>(cells.text(Meaning::ActivityKind));
    const auto direction = domain::fromWord<domain::Direction>(cells.text(Meaning::Direction));
    domain::Activity activity{.id = *id,
                              .kind = kind.value_or(domain::ActivityKind::Note),
                              .direction = direction.value_or(domain::Direction::Internal),
                              .deal = deal,
                              .customer = customer,
                              .contact = knownContact(state, cells),
                              .actor = *actor,
                              .duration = duration(cells),
                              .text = *text,
                              .readAt = {},
                              .lat = {},
                              .lon = {},
                              .origin = {},
                              .material = {}};
    return facts.add(std::move(activity), {**started, **started, false}, cells.extras()).map([] { return RowFate::Told; });
}

} // namespace exchange
