// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/record.h"
#include "domain/symbols.h"
#include "store/workspace.h"
#include "workbench/views.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace workbench {

/// Who belongs where: teams, people and memberships with all their versions, asked as of a day.
class Organisation {
public:
    /// `records` in order of arrival; of other types than the organisation's none are kept.
    Organisation(const std::vector<store::StoredRecord> &records, const domain::Interner &symbols);

    /// A description as it was known at `asOf`; before the first was recorded, the first.
    [[nodiscard]] const domain::Person *person(const std::string &id, support::Instant asOf) const;
    [[nodiscard]] const domain::Team *team(const std::string &id, support::Instant asOf) const;
    [[nodiscard]] const domain::Product *product(const std::string &id, support::Instant asOf) const;
    /// The team that the person belonged to on `day`: by membership, else by the person's own description.
    [[nodiscard]] std::string teamOf(const std::string &person, support::Instant asOf, support::Date day) const;
    /// The nearest region that the team lies in, itself included; an empty id where it lies in none.
    [[nodiscard]] std::string regionOf(const std::string &team, support::Instant asOf) const;
    [[nodiscard]] std::vector<TeamView> tree(support::Instant asOf, support::Date day) const;

    /// The keys of the people in `scope`; nothing when it is everyone.
    [[nodiscard]] std::optional<std::set<domain::SymbolKey>> peopleIn(const Scope &scope, support::Instant asOf,
                                                                      support::Date day) const;
    /// The id of the person with this key, or an empty one.
    [[nodiscard]] const std::string &personId(domain::SymbolKey key) const;
    [[nodiscard]] domain::SymbolKey personKey(const std::string &id) const;
    /// The display name of a person's key; the id where there is no name.
    [[nodiscard]] std::string personName(domain::SymbolKey key, support::Instant asOf) const;

private:
    template <class T>
    struct Version {
        support::Instant recorded;
        T value;
    };
    template <class T>
    using Versions = std::map<std::string, std::vector<Version<T>>>;

    template <class T>
    [[nodiscard]] static const T *inForce(const Versions<T> &versions, const std::string &id, support::Instant asOf);
    [[nodiscard]] bool isUnder(const std::string &team, const std::string &ancestor, support::Instant asOf) const;

    Versions<domain::Person> m_people;
    Versions<domain::Team> m_teams;
    Versions<domain::Product> m_products;
    std::map<std::string, std::vector<Version<domain::Membership>>> m_memberships; // by person
    std::map<domain::SymbolKey, std::string> m_personIds;
};

} // namespace workbench
