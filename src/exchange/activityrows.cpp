// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "domain/valuetext.h"
#include "exchange/importstate.h"

namespace exchange {

namespace {

/// The customer of an activity that names none: that of its contact or of its lead.
std::optional<domain::CustomerId> customerBehind(const ImportState &state, const Cells &cells)
{
    const auto contact = state.contactCustomers.find(state.things.ownId(cells.text(Meaning::ContactId)));
    if (contact != state.contactCustomers.end())
        return contact->second;
    const auto lead = state.leadCustomers.find(state.things.ownId(cells.text(Meaning::LeadId)));
    return lead == state.leadCustomers.end() ? std::nullopt : std::optional(lead->second);
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
    const std::string id = state.things.ownId(cells.text(Meaning::ContactId));
    return state.contactCustomers.contains(id) ? std::optional(domain::ContactId::parse(id).value()) : std::nullopt;
}

std::optional<domain::DealId> namedDeal(const ImportState &state, const Cells &cells)
{
    const std::string own = cells.text(Meaning::DealId);
    const auto id = domain::DealId::parse(state.things.ownId(own));
    return own.empty() || !id ? std::nullopt : std::optional(*id);
}

std::optional<domain::Seconds> duration(const Cells &cells)
{
    const auto seconds = domain::parseInteger(cells.text(Meaning::DurationSeconds)).and_then(&domain::Seconds::of);
    return seconds ? std::optional(*seconds) : std::nullopt;
}

domain::ActivityId activityId(const ImportState &state, const Cells &cells)
{
    const std::string own = cells.text(Meaning::ActivityId);
    const std::string made = "row-" + std::to_string(checksum(cells.row().raw));
    return domain::ActivityId::parse(own.empty() ? made : idFromName(state.things.ownId(own))).value();
}

} // namespace

Read<RowFate> activityRow(ImportState &state, const Cells &cells, RowFacts &facts)
{
    const domain::ActivityId id = activityId(state, cells);
    const auto fate = claimId(state, cells, Meaning::ActivityId, id.text(), facts);
    if (!fate || *fate == RowFate::Repeated)
        return fate;
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
    domain::Activity activity{.id = id,
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
