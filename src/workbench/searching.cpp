// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/fold.h"
#include "exchange/textcell.h"
#include "workbench/resolver.h"

#include <algorithm>
#include <iterator>
#include <span>

namespace workbench {

namespace {

template <class I>
std::vector<domain::SymbolKey> keysOf(const history::Shelf<I> &shelf)
{
    std::vector<domain::SymbolKey> keys;
    keys.reserve(shelf.size());
    for (std::uint32_t i = 0; i < shelf.size(); ++i)
        keys.push_back(shelf.key({i}));
    return keys;
}

/// How a deal stands, from its own facts alone: a search waits for no board.
std::optional<SearchHit::Deal> standing(const Snapshot &snapshot, history::DealIndex deal, support::Instant asOf)
{
    engine::DealState state;
    engine::fold(*snapshot.history, *snapshot.playbook(asOf).compiled, deal, {asOf, engine::Depth::Path}, state);
    if (!state.exists)
        return std::nullopt;
    SearchHit::Deal hit{statusOf(state.status), {}, {}, {}};
    if (state.pipeline && state.claimed >= 0)
        hit.stage = state.pipeline->stages[static_cast<std::size_t>(state.claimed)].stage->name;
    if (state.amount && state.currency != 0)
        hit.amount = support::Money{*state.amount, support::Currency::unpack(state.currency)};
    if (state.owner != 0)
        hit.owner = snapshot.organisation->personName(state.owner, asOf);
    return hit;
}

} // namespace

NameList Core::namesOn(std::vector<domain::SymbolKey> keys, const std::stop_token &stop) const
{
    // Some at a time: whoever asks for a single name meanwhile does not wait for all.
    constexpr std::size_t atOnce = 1024;
    std::vector<std::string> names;
    names.reserve(keys.size());
    for (std::size_t first = 0; first < keys.size() && !stop.stop_requested(); first += atOnce) {
        const auto some = std::span(keys).subspan(first, std::min(atOnce, keys.size() - first));
        std::ranges::move(namesOf({some.begin(), some.end()}), std::back_inserter(names));
    }
    return {std::move(keys), std::move(names)};
}

std::shared_ptr<const Directory> Core::directory(const Snapshot &snapshot, const std::stop_token &stop) const
{
    const std::lock_guard lock(m_directoryMutex);
    if (m_directory && m_directory->naming == snapshot.naming)
        return m_directory;
    auto made = std::make_shared<Directory>();
    made->naming = snapshot.naming;
    made->deals = namesOn(keysOf(snapshot.history->deals()), stop);
    made->customers = namesOn(keysOf(snapshot.history->customers()), stop);

    if (!stop.stop_requested())
        m_directory = made;
    return made;
}

void Workbench::prepareSearch(const std::stop_token &stop) const
{
    static_cast<void>(m_self->directory(*m_self->snapshot(), stop));
}

std::vector<SearchHit> Workbench::search(std::string_view text, std::size_t limit, std::optional<support::Instant> asOf) const
{
    const std::string wanted = exchange::foldCase(text);
    if (wanted.empty())
        return {};
    const auto snapshot = m_self->snapshot();
    const auto directory = m_self->directory(*snapshot);
    const support::Instant now = asOf.value_or(m_self->now());
    std::vector<SearchHit> hits;
    for (const std::size_t i : directory->deals.find(wanted, limit)) {
        const domain::SymbolKey key = directory->deals.keys()[i];
        const auto deal = snapshot->history->deals().find(key);
        const domain::SymbolKey customer = deal ? customerOf(*snapshot->history, *deal, now) : 0;
        hits.push_back({HitKind::Deal, m_self->textOf(key), directory->deals.names()[i], m_self->namesOf({customer}).front(),
                        deal ? standing(*snapshot, *deal, now) : std::nullopt});
    }
    for (const std::size_t i : directory->customers.find(wanted, limit))
        hits.push_back({HitKind::Customer, m_self->textOf(directory->customers.keys()[i]), directory->customers.names()[i], {}});
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
    for (const std::size_t i : NameList({}, std::move(names)).find(wanted, limit))
        hits.push_back({HitKind::Person, people[i].id, people[i].name, teams[i]});
    return hits;
}

} // namespace workbench
