// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/fields.h"
#include "domain/ids.h"
#include "domain/values.h"
#include "domain/words.h"

namespace domain {

// The things that facts are about. Each fact here describes one thing; a later fact with the same id is a new version of it.

struct Team {
    static constexpr std::string_view type = "team";
    static constexpr Timing timing = Timing::Assumed;

    TeamId id;
    Name name;
    std::optional<TeamId> parent;
    std::optional<TeamKind> kind;

    static constexpr auto fields()
    {
        return std::tuple(Field("id", &Team::id), Field("name", &Team::name), Field("parent", &Team::parent),
                          Field("kind", &Team::kind));
    }
    friend bool operator==(const Team &, const Team &) = default;
};

struct Person {
    static constexpr std::string_view type = "person";
    static constexpr Timing timing = Timing::Assumed;

    PersonId id;
    Name name;
    PersonRole role;
    TeamId team;
    std::optional<PersonLevel> level;
    std::optional<bool> active;

    static constexpr auto fields()
    {
        return std::tuple(Field("id", &Person::id), Field("name", &Person::name), Field("role", &Person::role),
                          Field("team", &Person::team), Field("level", &Person::level), Field("active", &Person::active));
    }
    friend bool operator==(const Person &, const Person &) = default;
};

/// Who belonged to which team from the day `from` until the day before `to`.
struct Membership {
    static constexpr std::string_view type = "membership";
    static constexpr Timing timing = Timing::Assumed;

    PersonId person;
    TeamId team;
    support::Date from;
    std::optional<support::Date> to;

    static constexpr auto fields()
    {
        return std::tuple(Field("person", &Membership::person), Field("team", &Membership::team),
                          Field("from", &Membership::from), Field("to", &Membership::to));
    }
    friend bool operator==(const Membership &, const Membership &) = default;
};

struct Customer {
    static constexpr std::string_view type = "customer";
    static constexpr Timing timing = Timing::Assumed;

    CustomerId id;
    Name name;
    std::optional<Name> industry;
    std::optional<Name> size;
    std::optional<Name> region;
    std::optional<Name> firstContactChannel;
    std::optional<Latitude> lat;
    std::optional<Longitude> lon;
    std::optional<PersonId> owner;

    static constexpr auto fields()
    {
        return std::tuple(Field("id", &Customer::id), Field("name", &Customer::name), Field("industry", &Customer::industry),
                          Field("size", &Customer::size), Field("region", &Customer::region),
                          Field("first_contact_channel", &Customer::firstContactChannel), Field("lat", &Customer::lat),
                          Field("lon", &Customer::lon), Field("owner", &Customer::owner));
    }
    friend bool operator==(const Customer &, const Customer &) = default;
};

struct Contact {
    static constexpr std::string_view type = "contact";
    static constexpr Timing timing = Timing::Assumed;

    ContactId id;
    CustomerId customer;
    Name name;
    std::optional<Name> title;
    std::optional<Name> phone;
    std::optional<Name> email;

    static constexpr auto fields()
    {
        return std::tuple(Field("id", &Contact::id), Field("customer", &Contact::customer), Field("name", &Contact::name),
                          Field("title", &Contact::title), Field("phone", &Contact::phone), Field("email", &Contact::email));
    }
    friend bool operator==(const Contact &, const Contact &) = default;
};

struct Product {
    static constexpr std::string_view type = "product";
    static constexpr Timing timing = Timing::Assumed;

    ProductId id;
    Name name;
    std::optional<Name> line;
    std::optional<Decimal> listPrice;
    std::optional<support::Currency> currency;

    static constexpr auto fields()
    {
        return std::tuple(Field("id", &Product::id), Field("name", &Product::name), Field("line", &Product::line),
                          Field("list_price", &Product::listPrice), Field("currency", &Product::currency));
    }
    friend bool operator==(const Product &, const Product &) = default;
};

struct Lead {
    static constexpr std::string_view type = "lead";
    static constexpr Timing timing = Timing::Required;

    LeadId id;
    Name source;
    std::optional<Name> channel;
    std::optional<CustomerId> customer;
    std::optional<Name> industry;
    std::optional<Name> size;
    std::optional<Name> region;
    std::optional<PersonId> owner;
    std::optional<Measures> behaviour;

    static constexpr auto fields()
    {
        return std::tuple(Field("id", &Lead::id), Field("source", &Lead::source), Field("channel", &Lead::channel),
                          Field("customer", &Lead::customer), Field("industry", &Lead::industry), Field("size", &Lead::size),
                          Field("region", &Lead::region), Field("owner", &Lead::owner), Field("behaviour", &Lead::behaviour));
    }
    friend bool operator==(const Lead &, const Lead &) = default;
};

/// The creation of a deal.
struct Deal {
    static constexpr std::string_view type = "deal";
    static constexpr Timing timing = Timing::Required;

    DealId id;
    CustomerId customer;
    Name name;
    std::optional<PipelineId> pipeline; ///< none: the pipeline `default`
    PersonId owner;
    std::optional<TeamId> team;
    std::optional<ProductId> product;
    std::optional<support::Currency> currency;
    std::optional<LeadId> lead;

    static constexpr auto fields()
    {
        return std::tuple(Field("id", &Deal::id), Field("customer", &Deal::customer), Field("name", &Deal::name),
                          Field("pipeline", &Deal::pipeline), Field("owner", &Deal::owner), Field("team", &Deal::team),
                          Field("product", &Deal::product), Field("currency", &Deal::currency), Field("lead", &Deal::lead));
    }
    friend bool operator==(const Deal &, const Deal &) = default;
};

} // namespace domain
