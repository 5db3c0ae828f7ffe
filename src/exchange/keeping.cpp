// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/keeping.h"

#include "exchange/duplicates.h"

#include <algorithm>
#include <set>

namespace exchange {

namespace {

/// Columns of one name are told apart by what is put behind it.
std::string bareKey(std::string key)
{
    key.erase(key.find_last_not_of('_') + 1);
    return key;
}

/// Lets `field` stay as it was where `table` has no column for it.
template <class Field>
void keepField(const TableUse &table, Meaning meaning, Field &field, const Field &before)
{
    if (!table.has(meaning))
        field = before;
}

void keepFields(const Cells &cells, domain::Customer &customer, const domain::Customer &before)
{
    const TableUse &table = cells.columns().table;
    if (cells.text(Meaning::CustomerName).empty())
        customer.name = before.name;
    keepField(table, Meaning::Industry, customer.industry, before.industry);
    keepField(table, Meaning::Size, customer.size, before.size);
    keepField(table, Meaning::Region, customer.region, before.region);
    if (table.role != TableRole::Customers || (!table.has(Meaning::OwnerId) && !table.has(Meaning::OwnerName)))
        customer.owner = before.owner;
    customer.firstContactChannel = before.firstContactChannel;
    customer.lat = before.lat;
    customer.lon = before.lon;
}

void keepFields(const Cells &cells, domain::Contact &contact, const domain::Contact &before)
{
    const TableUse &table = cells.columns().table;
    keepField(table, Meaning::Title, contact.title, before.title);
    keepField(table, Meaning::Phone, contact.phone, before.phone);
    keepField(table, Meaning::Email, contact.email, before.email);
}

void keepFields(const Cells &cells, domain::Person &person, const domain::Person &before)
{
    const auto says = [&](Meaning meaning) { return !cells.text(meaning).empty(); };
    if (!says(Meaning::OwnerName) && !says(Meaning::FirstName) && !says(Meaning::LastName))
        person.name = before.name;
    if (!says(Meaning::TeamName) && !says(Meaning::ManagerName) && !says(Meaning::RegionName))
        person.team = before.team;
    person.role = before.role;
    person.level = before.level;
    person.active = before.active;
}

void keepFields(const Cells &cells, domain::Product &product, const domain::Product &before)
{
    const TableUse &table = cells.columns().table;
    if (cells.text(Meaning::ProductName).empty())
        product.name = before.name;
    keepField(table, Meaning::ProductLine, product.line, before.line);
    keepField(table, Meaning::ListPrice, product.listPrice, before.listPrice);
    keepField(table, Meaning::ListPrice, product.currency, before.currency);
}

void keepFields(const Cells &cells, domain::Lead &lead, const domain::Lead &before)
{
    const TableUse &table = cells.columns().table;
    keepField(table, Meaning::Source, lead.source, before.source);
    keepField(table, Meaning::Channel, lead.channel, before.channel);
    keepField(table, Meaning::Industry, lead.industry, before.industry);
    keepField(table, Meaning::Size, lead.size, before.size);
    keepField(table, Meaning::Region, lead.region, before.region);
    keepField(table, Meaning::Behaviour, lead.behaviour, before.behaviour);
    if (!table.has(Meaning::CustomerId) && !table.has(Meaning::CustomerName))
        lead.customer = before.customer;
    if (!table.has(Meaning::OwnerId) && !table.has(Meaning::OwnerName))
        lead.owner = before.owner;
}

} // namespace

domain::Extras keptExtras(const Cells &cells, domain::Extras said, const domain::Record &before)
{
    if (before.extras().empty())
        return said;
    std::set<std::string> spokenOf;
    for (const ColumnUse &column : cells.columns().table.columns) {
        if (column.meaning != Meaning::Ignored)
            spokenOf.insert(bareKey(customKey(column.header)));
    }
    if (!cells.text(Meaning::CustomerName).empty()) // it has a name, and is somebody
        spokenOf.insert({std::string(assumedCustomer), std::string(unnamedCustomer)});
    for (const auto &extra : said)
        spokenOf.insert(bareKey(extra.first));
    std::ranges::copy_if(before.extras(), std::back_inserter(said),
                         [&](const auto &extra) { return !spokenOf.contains(bareKey(extra.first)); });
    return said;
}

template <class T>
Description<T> withKept(const ImportContext &context, const Cells &cells, Description<T> said)
{
    const auto before = context.describing ? context.describing(T::type, said.thing.id.text()) : std::nullopt;
    const T *known = before ? std::get_if<T>(&before->fact()) : nullptr;
    if (known == nullptr)
        return said;
    keepFields(cells, said.thing, *known);
    said.extras = keptExtras(cells, std::move(said.extras), *before);
    return said;
}

template Description<domain::Customer> withKept(const ImportContext &, const Cells &, Description<domain::Customer>);
template Description<domain::Contact> withKept(const ImportContext &, const Cells &, Description<domain::Contact>);
template Description<domain::Person> withKept(const ImportContext &, const Cells &, Description<domain::Person>);
template Description<domain::Product> withKept(const ImportContext &, const Cells &, Description<domain::Product>);
template Description<domain::Lead> withKept(const ImportContext &, const Cells &, Description<domain::Lead>);

} // namespace exchange
