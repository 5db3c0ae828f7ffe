// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/organisation.h"

#include <algorithm>

namespace workbench {

namespace {

const std::string nobody;

/// A chart that was entered with a loop in it must not hang the program: no organisation is deeper.
constexpr int deepest = 64;

} // namespace

Organisation::Organisation(const std::vector<store::StoredRecord> &records, const domain::Interner &symbols)
{
    for (const store::StoredRecord &stored : records) {
        const support::Instant recorded = stored.record.recordedAt();
        if (const auto *person = std::get_if<domain::Person>(&stored.record.fact())) {
            m_people[person->id.text()].push_back({recorded, *person});
            m_personIds[symbols.find(domain::SymbolKind::Person, person->id.text())] = person->id.text();
        } else if (const auto *team = std::get_if<domain::Team>(&stored.record.fact())) {
            m_teams[team->id.text()].push_back({recorded, *team});
        } else if (const auto *product = std::get_if<domain::Product>(&stored.record.fact())) {
            m_products[product->id.text()].push_back({recorded, *product});
        } else if (const auto *membership = std::get_if<domain::Membership>(&stored.record.fact())) {
            m_memberships[membership->person.text()].push_back({recorded, *membership});
        }
    }
    const auto byRecorded = [](auto &versions) {
        for (auto &[id, list] : versions)
            std::ranges::stable_sort(list, {}, [](const auto &version) { return version.recorded; });
    };
    byRecorded(m_people);
    byRecorded(m_teams);
    byRecorded(m_products);
    byRecorded(m_memberships);
}

template <class T>
const T *Organisation::inForce(const Versions<T> &versions, const std::string &id, support::Instant asOf)
{
    const auto found = versions.find(id);
    if (found == versions.end())
        return nullptr;
    const auto after = std::ranges::upper_bound(found->second, asOf, {}, &Version<T>::recorded);
    return after == found->second.begin() ? &found->second.front().value : &(after - 1)->value;
}

const domain::Person *Organisation::person(const std::string &id, support::Instant asOf) const
{
    return inForce(m_people, id, asOf);
}

const domain::Team *Organisation::team(const std::string &id, support::Instant asOf) const
{
    return inForce(m_teams, id, asOf);
}

const domain::Product *Organisation::product(const std::string &id, support::Instant asOf) const
{
    return inForce(m_products, id, asOf);
}

std::string Organisation::teamOf(const std::string &person, support::Instant asOf, support::Date day) const
{
    if (const auto found = m_memberships.find(person); found != m_memberships.end()) {
        const auto covers = [&](const Version<domain::Membership> &version) {
            return version.recorded <= asOf && version.value.from <= day && (!version.value.to || day < *version.value.to);
        };
        const auto last = std::find_if(found->second.rbegin(), found->second.rend(), covers);
        if (last != found->second.rend())
            return last->value.team.text();
    }
    const domain::Person *described = this->person(person, asOf);
    return described ? described->team.text() : std::string();
}

std::vector<TeamView> Organisation::tree(support::Instant asOf, support::Date day) const
{
    std::map<std::string, TeamView> teams;
    for (const auto &[id, versions] : m_teams) {
        const domain::Team &team = *this->team(id, asOf);
        teams[id] = {id, team.name.text(), team.parent ? team.parent->text() : std::string(), {}};
    }
    for (const auto &[id, versions] : m_people) {
        const domain::Person &person = *this->person(id, asOf);
        const std::string team = teamOf(id, asOf, day);
        if (const auto found = teams.find(team); found != teams.end())
            found->second.people.push_back({id, person.name.text(), person.role, team, person.active.value_or(true)});
    }
    std::vector<TeamView> list;
    for (auto &[id, team] : teams)
        list.push_back(std::move(team));
    return list;
}

std::string Organisation::regionOf(const std::string &team, support::Instant asOf) const
{
    std::string at = team;
    for (int depth = 0; depth < deepest && !at.empty(); ++depth) {
        const domain::Team *described = this->team(at, asOf);
        if (described && described->kind == domain::TeamKind::Region)
            return at;
        at = described && described->parent ? described->parent->text() : std::string();
    }
    return {};
}

bool Organisation::isUnder(const std::string &team, const std::string &ancestor, support::Instant asOf) const
{
    std::string at = team;
    for (int depth = 0; depth < deepest && !at.empty(); ++depth) {
        if (at == ancestor)
            return true;
        const domain::Team *described = this->team(at, asOf);
        at = described && described->parent ? described->parent->text() : std::string();
    }
    return false;
}

std::optional<std::set<domain::SymbolKey>> Organisation::peopleIn(const Scope &scope, support::Instant asOf,
                                                                  support::Date day) const
{
    if (!scope.team && !scope.person)
        return std::nullopt;
    std::set<domain::SymbolKey> keys;
    for (const auto &[key, id] : m_personIds) {
        const bool named = !scope.person || scope.person->text() == id;
        if (named && (!scope.team || isUnder(teamOf(id, asOf, day), scope.team->text(), asOf)))
            keys.insert(key);
    }
    return keys;
}

const std::string &Organisation::personId(domain::SymbolKey key) const
{
    const auto found = m_personIds.find(key);
    return found == m_personIds.end() ? nobody : found->second;
}

domain::SymbolKey Organisation::personKey(const std::string &id) const
{
    const auto found = std::ranges::find(m_personIds, id, &std::pair<const domain::SymbolKey, std::string>::second);
    return found == m_personIds.end() ? 0 : found->first;
}

std::string Organisation::personName(domain::SymbolKey key, support::Instant asOf) const
{
    const std::string &id = personId(key);
    const domain::Person *described = person(id, asOf);
    return described ? described->name.text() : id;
}

} // namespace workbench
