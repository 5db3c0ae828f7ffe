// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/importstate.h"
#include "exchange/keeping.h"
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
        return withoutCustomer(cells);
    return state.things.customerFor(id, contactName(cells), facts);
}

} // namespace

Read<RowFate> personRow(ImportState &state, const Cells &cells, RowFacts &facts)
{
    return needed(state.things.owner(cells, facts), cells, Meaning::OwnerName).map([](const auto &) { return RowFate::Told; });
}

Read<RowFate> productRow(ImportState &state, const Cells &cells, RowFacts &facts)
{
    return needed(state.things.product(cells, facts), cells, Meaning::ProductName).map([](const auto &) {
        return RowFate::Told;
    });
}

Read<RowFate> customerRow(ImportState &state, const Cells &cells, RowFacts &facts)
{
    if (const std::string id = cells.text(Meaning::CustomerId); !id.empty()) {
        const auto fate = claimId(state, cells, Meaning::CustomerId, id, facts);
        if (!fate || *fate == RowFate::Repeated)
            return fate;
    }
    return needed(state.things.customer(cells, facts), cells, Meaning::CustomerName).map([](const auto &) {
        return RowFate::Told;
    });
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
    const auto fate = claimId(state, cells, Meaning::ContactId, id->text(), facts);
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
    auto kept = withKept<domain::Contact>(state.context, cells, {std::move(contact), cells.extras()});
    return facts.add(std::move(kept.thing), state.things.described(), std::move(kept.extras)).map([] { return RowFate::Told; });
}

namespace {

/// A lead's row without its times.
Read<domain::Lead> leadOf(ImportState &state, const Cells &cells, const domain::LeadId &id, RowFacts &facts)
{
    const std::string named = cells.text(Meaning::Source);
    const auto source = domain::Name::parse(named.empty() ? "unknown" : named);
    if (!source)
        return cells.trouble(Meaning::Source, RefusalReason::BadText);
    const auto channel = cells.name(Meaning::Channel);
    const auto industry = cells.name(Meaning::Industry);
    const auto size = cells.name(Meaning::Size);
    const auto region = cells.name(Meaning::Region);
    const auto customer = state.things.customer(cells, facts);
    const auto owner = state.things.owner(cells, facts);
    const auto behaviour = cells.behaviour();
    if (auto trouble = firstTrouble(channel, industry, size, region, customer, owner, behaviour))
        return tl::unexpected(*std::move(trouble));
    return domain::Lead{id, *source, *channel, *customer, *industry, *size, *region, *owner, *behaviour};
}

/// When what a row says of a lead holds. Of one that the workspace knows, what differs from what stands there is news, of the
/// row's change or else of the import; it came in when it came in.
domain::Times leadTimes(const ImportContext &context, const Description<domain::Lead> &said,
                        std::optional<support::Instant> changed, domain::Times first)
{
    const auto before = knownAs<domain::Lead>(context, said.thing.id.text());
    if (!before)
        return first;
    const auto again = domain::Record::make(said.thing, before->times(), said.extras);
    if (again && *again == *before)
        return before->times();
    const bool isNewer = changed && *changed > before->recordedAt();
    return {before->occurredAt(), isNewer ? *changed : context.importTime, true};
}

} // namespace

Read<RowFate> leadRow(ImportState &state, const Cells &cells, const std::string &input, RowFacts &facts)
{
    const std::string own = cells.text(Meaning::LeadId);
    const std::string made =
        idFromName(cells.text(Meaning::DealName) + " @ " + cells.text(Meaning::CustomerName) + cells.text(Meaning::Phone));
    const auto id = domain::LeadId::parse(own.empty() ? made : state.things.ownId(own));
    if (!id)
        return cells.trouble(Meaning::LeadId, RefusalReason::BadText);
    const auto fate = claimId(state, cells, Meaning::LeadId, id->text(), facts);
    if (!fate || *fate == RowFate::Repeated)
        return fate;
    const auto created = cells.pastTime(Meaning::CreatedAt);
    const auto changed = cells.pastTimeOrNone(Meaning::ModifiedAt);
    const auto lead = leadOf(state, cells, *id, facts);
    if (auto trouble = firstTrouble(created, changed, lead))
        return tl::unexpected(*std::move(trouble));
    const domain::Times times =
        *created ? domain::Times{**created, **created, false} : state.timeOf(cells.columns().table, input);
    if (!*created)
        cells.notes().add("time_assumed", "lead", support::toText(state.context.zone.dateOf(times.occurred)));
    auto kept = withKept<domain::Lead>(state.context, cells, {*lead, cells.extras(keptOfLead)});
    state.leads.emplace(id->text(), KnownLead{times.occurred, kept.thing.customer});
    const domain::Times held = leadTimes(state.context, kept, *changed, times);
    return facts.add(std::move(kept.thing), held, std::move(kept.extras)).map([] { return RowFate::Told; });
}

} // namespace exchange
