// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "domain/valuetext.h"
#include "exchange/importstate.h"
#include "exchange/textcell.h"

#include <array>

namespace exchange {

namespace {

/// What a lead's row may say and a lead has no key for.
constexpr std::array keptOfLead{Meaning::DealName, Meaning::ContactName, Meaning::FirstName, Meaning::LastName,   Meaning::Title,
                                Meaning::Phone,    Meaning::Email,       Meaning::Website,   Meaning::NextStepDue};

/// Turns "nothing there" into the row's refusal.
template <class T>
Read<T> needed(Read<std::optional<T>> read, const Cells &cells, Meaning meaning)
{
    if (!read)
        return tl::unexpected(read.error());
    if (!*read)
        return cells.trouble(meaning, RefusalReason::Missing);
    return **std::move(read);
}

std::string contactName(const Cells &cells)
{
    const std::string whole = cells.text(Meaning::ContactName);
    if (!whole.empty())
        return whole;
    const std::string first = cells.text(Meaning::FirstName);
    const std::string last = cells.text(Meaning::LastName);
    return first.empty() || last.empty() ? first + last : first + ' ' + last;
}

/// The customer that a contact belongs to, or is alone.
Read<domain::CustomerId> customerOfContact(ImportState &state, const Cells &cells, const std::string &id, RowFacts &facts)
{
    auto customer = state.things.customer(cells, facts);
    if (!customer)
        return tl::unexpected(customer.error());
    if (*customer)
        return **customer;
    if (!state.plan.recognition.profile->customerFromDeal)
        return cells.trouble(Meaning::CustomerName, RefusalReason::Missing);
    return state.things.customerFor(id, contactName(cells), facts);
}

} // namespace

Read<RowFate> personRow(ImportState &state, const Cells &cells, RowFacts &facts)
{
    return needed(state.things.owner(cells, facts), cells, Meaning::OwnerName).map([](const auto &) { return RowFate::Told; });
}

Read<RowFate> productRow(ImportState &state, const Cells &cells, RowFacts &facts)
{
    return needed(state.things.product(cells, facts), cells, Meaning::ProductName).map([](const auto &) { return RowFate::Told; });
}

Read<RowFate> customerRow(ImportState &state, const Cells &cells, RowFacts &facts)
{
    if (const std::string id = cells.text(Meaning::CustomerId); !id.empty()) {
        const auto fate = claimId(state, cells, Meaning::CustomerId, id);
        if (!fate || *fate == RowFate::Repeated)
            return fate;
    }
    return needed(state.things.customer(cells, facts), cells, Meaning::CustomerName).map([](const auto &) { return RowFate::Told; });
}

Read<RowFate> contactRow(ImportState &state, const Cells &cells, RowFacts &facts)
{
    const std::string called = contactName(cells);
    const std::string own = cells.text(Meaning::ContactId);
    if (called.empty())
        return cells.trouble(Meaning::LastName, RefusalReason::Missing);
    const std::string made = idFromName(called + " @ " + cells.text(Meaning::CustomerName) + cells.text(Meaning::CustomerId));
    const auto id = domain::ContactId::parse(own.empty() ? made : state.things.ownId(own));
    const auto name = domain::Name::parse(called);
    if (!id || !name)
        return cells.trouble(Meaning::LastName, RefusalReason::BadText);
    const auto fate = claimId(state, cells, Meaning::ContactId, id->text());
    if (!fate || *fate == RowFate::Repeated)
        return fate;
    const auto customer = customerOfContact(state, cells, id->text(), facts);
    if (!customer)
        return tl::unexpected(customer.error());
    const auto title = cells.name(Meaning::Title);
    const auto phone = cells.name(Meaning::Phone);
    const auto email = cells.name(Meaning::Email);
    for (const auto *field : {&title, &phone, &email}) {
        if (!*field)
            return tl::unexpected(field->error());
    }
    state.contactCustomers.emplace(id->text(), *customer);
    domain::Contact contact{*id, *customer, *name, *title, *phone, *email};
    return facts.add(std::move(contact), state.things.described(), cells.extras()).map([] { return RowFate::Told; });
}

Read<RowFate> leadRow(ImportState &state, const Cells &cells, const std::string &input, RowFacts &facts)
{
    const std::string own = cells.text(Meaning::LeadId);
    const std::string source = cells.text(Meaning::Source);
    const std::string made = idFromName(cells.text(Meaning::DealName) + " @ " + cells.text(Meaning::CustomerName) + cells.text(Meaning::Phone));
    const auto id = domain::LeadId::parse(own.empty() ? made : state.things.ownId(own));
    if (!id)
        return cells.trouble(Meaning::LeadId, RefusalReason::BadText);
    const auto fate = claimId(state, cells, Meaning::LeadId, id->text());
    if (!fate || *fate == RowFate::Repeated)
        return fate;
    const auto sourceName = domain::Name::parse(source.empty() ? "unknown" : source);
    const auto created = cells.time(Meaning::CreatedAt);
    const auto customer = state.things.customer(cells, facts);
    const auto owner = state.things.owner(cells, facts);
    const auto behaviour = cells.behaviour();
    if (!created || !customer || !owner || !behaviour)
        return tl::unexpected(!created ? created.error() : !customer ? customer.error() : !owner ? owner.error() : behaviour.error());
    std::array<std::optional<domain::Name>, 4> names;
    constexpr std::array meanings{Meaning::Channel, Meaning::Industry, Meaning::Size, Meaning::Region};
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto read = cells.name(meanings[i]);
        if (!read)
            return tl::unexpected(read.error());
        names[i] = *read;
    }
    if (!sourceName)
        return cells.trouble(Meaning::Source, RefusalReason::BadText);
    const domain::Times times = *created ? domain::Times{**created, **created, false} : state.timeOf(cells.columns().table, input);
    if (!*created)
        cells.notes().add("time_assumed", "lead", support::toText(state.context.zone.dateOf(times.occurred)));
    state.leadTimes.emplace(id->text(), times.occurred);
    if (*customer)
        state.leadCustomers.emplace(id->text(), **customer);
    domain::Lead lead{*id, *sourceName, names[0], *customer, names[1], names[2], names[3], *owner, *behaviour};
    return facts.add(std::move(lead), times, cells.extras(keptOfLead)).map([] { return RowFate::Told; });
}

Read<RowFate> activityRow(ImportState &state, const Cells &cells, RowFacts &facts)
{
    const auto kind = domain::fromWord<domain::ActivityKind>(cells.text(Meaning::ActivityKind));
    const auto direction = domain::fromWord<domain::Direction>(cells.text(Meaning::Direction));
    const auto started = needed(cells.time(Meaning::StartedAt), cells, Meaning::StartedAt);
    const auto text = cells.longText(Meaning::Subject);
    const auto actor = state.things.owner(cells, facts);
    auto customer = state.things.customer(cells, facts);
    if (!started || !text || !actor || !customer)
        return tl::unexpected(!started ? started.error() : !text ? text.error() : !actor ? actor.error() : customer.error());
    std::optional<domain::ContactId> contact;
    if (const std::string id = cells.text(Meaning::ContactId); !id.empty()) {
        const auto known = state.contactCustomers.find(state.things.ownId(id));
        if (known != state.contactCustomers.end()) {
            contact = domain::ContactId::parse(known->first).value();
            customer = *customer ? *customer : std::optional(known->second);
        }
    }
    std::optional<domain::DealId> deal;
    if (const std::string id = cells.text(Meaning::DealId); !id.empty()) {
        if (const auto parsed = domain::DealId::parse(state.things.ownId(id)))
            deal = *parsed;
    }
    if (!deal && !*customer)
        return cells.trouble(Meaning::CustomerId, RefusalReason::Missing);
    const std::string own = cells.text(Meaning::ActivityId);
    const auto id = domain::ActivityId::parse(own.empty() ? "row-" + std::to_string(checksum(cells.row().raw)) : state.things.ownId(own));
    if (!id)
        return cells.trouble(Meaning::ActivityId, RefusalReason::BadText);
    const auto fate = claimId(state, cells, Meaning::ActivityId, id->text());
    if (!fate || *fate == RowFate::Repeated)
        return fate;
    domain::Activity activity{*id, kind.value_or(domain::ActivityKind::Note), direction.value_or(domain::Direction::Internal), deal, *customer,
                              contact, *actor, {}, *text, {}, {}, {}, {}, {}};
    const auto seconds = domain::parseInteger(cells.text(Meaning::DurationSeconds));
    if (const auto length = seconds ? domain::Seconds::of(*seconds) : tl::unexpected(seconds.error()))
        activity.duration = *length;
    return facts.add(std::move(activity), {*started, *started, false}, cells.extras()).map([] { return RowFate::Told; });
}

} // namespace exchange
