// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/keeping.h"

#include "exchange/duplicates.h"

#include <algorithm>
#include <initializer_list>
#include <set>

namespace exchange {

namespace {

/// Columns of one name are told apart by what is put behind it.
std::string bareKey(std::string key)
{
    key.erase(key.find_last_not_of('_') + 1);
    return key;
}

/// What a row says of a thing, beside what was known of it before.
template <class T>
struct Renewal {
    const Cells &cells;
    T &thing;
    const T &before;

    /// Lets `fields` stay as they were where the table has no column of `meanings`.
    template <class... Field>
    void keep(std::initializer_list<Meaning> meanings, Field T::*...fields) const
    {
        if (std::ranges::none_of(meanings, [&](Meaning meaning) { return cells.columns().table.has(meaning); }))
            ((thing.*fields = before.*fields), ...);
    }

    /// The same of a field that no empty cell clears.
    template <class Field>
    void keepUnsaid(std::initializer_list<Meaning> meanings, Field T::*field) const
    {
        if (std::ranges::all_of(meanings, [&](Meaning meaning) { return cells.text(meaning).empty(); }))
            thing.*field = before.*field;
    }
};

void keepFields(const Renewal<domain::Customer> &row)
{
    using domain::Customer;
    row.keepUnsaid({Meaning::CustomerName}, &Customer::name);
    row.keep({Meaning::Industry}, &Customer::industry);
    row.keep({Meaning::Size}, &Customer::size);
    row.keep({Meaning::Region}, &Customer::region);
    row.keep({Meaning::OwnerId, Meaning::OwnerName}, &Customer::owner);
    if (row.cells.columns().table.role != TableRole::Customers) // the owner of a deal is not its customer's
        row.keep({}, &Customer::owner);
    row.keep({}, &Customer::firstContactChannel, &Customer::lat, &Customer::lon);
}

void keepFields(const Renewal<domain::Contact> &row)
{
    using domain::Contact;
    row.keep({Meaning::Title}, &Contact::title);
    row.keep({Meaning::Phone}, &Contact::phone);
    row.keep({Meaning::Email}, &Contact::email);
}

void keepFields(const Renewal<domain::Person> &row)
{
    using domain::Person;
    row.keepUnsaid({Meaning::OwnerName, Meaning::FirstName, Meaning::LastName}, &Person::name);
    row.keepUnsaid({Meaning::TeamName, Meaning::ManagerName, Meaning::RegionName}, &Person::team);
    row.keep({}, &Person::role, &Person::level, &Person::active);
}

void keepFields(const Renewal<domain::Product> &row)
{
    using domain::Product;
    row.keepUnsaid({Meaning::ProductName}, &Product::name);
    row.keep({Meaning::ProductLine}, &Product::line);
    row.keep({Meaning::ListPrice}, &Product::listPrice, &Product::currency);
}

void keepFields(const Renewal<domain::Lead> &row)
{
    using domain::Lead;
    row.keep({Meaning::Source}, &Lead::source);
    row.keep({Meaning::Channel}, &Lead::channel);
    row.keep({Meaning::Industry}, &Lead::industry);
    row.keep({Meaning::Size}, &Lead::size);
    row.keep({Meaning::Region}, &Lead::region);
    row.keep({Meaning::Behaviour}, &Lead::behaviour);
    row.keep({Meaning::CustomerId, Meaning::CustomerName}, &Lead::customer);
    row.keep({Meaning::OwnerId, Meaning::OwnerName}, &Lead::owner);
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
    const auto before = knownAs<T>(context, said.thing.id.text());
    const T *known = before ? std::get_if<T>(&before->fact()) : nullptr;
    if (known == nullptr)
        return said;
    keepFields(Renewal<T>{cells, said.thing, *known});
    said.extras = keptExtras(cells, std::move(said.extras), *before);
    return said;
}

template Description<domain::Customer> withKept(const ImportContext &, const Cells &, Description<domain::Customer>);
template Description<domain::Contact> withKept(const ImportContext &, const Cells &, Description<domain::Contact>);
template Description<domain::Person> withKept(const ImportContext &, const Cells &, Description<domain::Person>);
template Description<domain::Product> withKept(const ImportContext &, const Cells &, Description<domain::Product>);
template Description<domain::Lead> withKept(const ImportContext &, const Cells &, Description<domain::Lead>);

} // namespace exchange
