// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/textcell.h"
#include "workbench/resolver.h"

#include <algorithm>

namespace workbench {

namespace {

/// The places of at most `limit` names that hold `text`, those that begin with it first.
std::vector<std::size_t> matches(const std::vector<std::string> &names, const std::string &text, std::size_t limit)
{
    std::vector<std::size_t> starting;
    std::vector<std::size_t> holding;
    for (std::size_t i = 0; i < names.size() && starting.size() < limit; ++i) {
        const std::size_t at = exchange::foldCase(names[i]).find(text);
        if (at == 0)
            starting.push_back(i);
        else if (at != std::string::npos && holding.size() < limit)
            holding.push_back(i);
    }
    starting.insert(starting.end(), holding.begin(), holding.end());
    starting.resize(std::min(starting.size(), limit));
    return starting;
}

template <class I>
std::vector<domain::SymbolKey> keysOf(const history::Shelf<I> &shelf)
{
    std::vector<domain::SymbolKey> keys;
    keys.reserve(shelf.size());
    for (std::uint32_t i = 0; i < shelf.size(); ++i)
        keys.push_back(shelf.key({i}));
    return keys;
}

} // namespace

std::shared_ptr<const Directory> Core::directory(const Snapshot &snapshot) const
{
    const std::lock_guard lock(m_directoryMutex);
    if (m_directory && m_directory->generation == snapshot.generation)
        return m_directory;
    auto made = std::make_shared<Directory>();
    made->generation = snapshot.generation;
    made->deals = keysOf(snapshot.history->deals());
    made->customers = keysOf(snapshot.history->customers());
    made->dealNames = namesOf(made->deals);
    made->customerNames = namesOf(made->customers);
    m_directory = made;
    return made;
}

std::vector<SearchHit> Workbench::search(std::string_view text, std::size_t limit) const
{
    const std::string wanted = exchange::foldCase(text);
    if (wanted.empty())
        return {};
    const auto snapshot = m_self->snapshot();
    const auto directory = m_self->directory(*snapshot);
    const support::Instant now = m_self->now();
    std::vector<SearchHit> hits;
    for (const std::size_t i : matches(directory->dealNames, wanted, limit)) {
        const auto deal = snapshot->history->deals().find(directory->deals[i]);
        const domain::SymbolKey customer = deal ? customerOf(*snapshot->history, *deal, now) : 0;
        hits.push_back(
            {HitKind::Deal, m_self->textOf(directory->deals[i]), directory->dealNames[i], m_self->namesOf({customer}).front()});
    }
    for (const std::size_t i : matches(directory->customerNames, wanted, limit))
        hits.push_back({HitKind::Customer, m_self->textOf(directory->customers[i]), directory->customerNames[i], {}});
    std::vector<PersonView> people;
    std::vector<std::string> names;
    std::vector<std::string> teams;
    for (const TeamView &team : snapshot->organisation->tree(now, m_self->m_zone.dateOf(now))) {
        for (const PersonView &person : team.people) {
            people.push_back(person);
            names.push_back(person.name);
            teams.push_back(team.name);
        }
    }
    for (const std::size_t i : matches(names, wanted, limit))
        hits.push_back({HitKind::Person, people[i].id, people[i].name, teams[i]});
    return hits;
}

} // namespace workbench
