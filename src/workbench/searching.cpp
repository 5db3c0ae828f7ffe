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

/// The deals in the order in which people mostly look for them: those that came last first.
template <class I>
std::vector<domain::SymbolKey> newestFirst(const history::Shelf<I> &shelf)
{
    std::vector<domain::SymbolKey> keys = keysOf(shelf);
    std::ranges::reverse(keys);
    return keys;
}

/// A deal that was found, as its own facts tell it: a search waits for no board.
struct Found {
    domain::SymbolKey key = 0;
    std::optional<history::DealIndex> deal;
    std::optional<DealStatus> status; ///< nothing: there is no such deal at the instant asked about
};

class Deals {
public:
    Deals(const Core &core, const Snapshot &snapshot, const NameList &names, support::Instant asOf)
        : m_core(core)
        , m_snapshot(snapshot)
        , m_names(names)
        , m_asOf(asOf)
    {}

    /// Open ones first. Of a text that very many names hold, those that came long ago are not looked at.
    [[nodiscard]] std::vector<SearchHit> find(const std::string &text, std::size_t limit)
    {
        std::vector<Found> found;
        std::size_t open = 0;
        for (const std::size_t place : m_names.find(text, std::max(most, limit))) {
            found.push_back(look(m_names.keys()[place]));
            open += found.back().status == DealStatus::Open ? 1U : 0U;
            if (open == limit)
                break;
        }
        return told(std::move(found), limit);
    }

    /// Those of the customers whose keys these are, as the newest board at hand knows them.
    [[nodiscard]] std::vector<SearchHit> of(std::vector<domain::SymbolKey> customers, std::size_t limit)
    {
        const auto board = m_core.boardAtHand(m_snapshot, m_asOf);
        std::ranges::sort(customers);
        std::vector<Found> found;
        const std::size_t parts = board && !customers.empty() ? board->deals.parts().size() : 0;
        for (std::size_t i = parts; i-- > 0 && found.size() < most;) { // the newest first
            const auto &part = *board->deals.parts()[i];
            for (std::size_t row = part.customers.size(); row-- > 0;) {
                if (std::ranges::binary_search(customers, part.customers[row]))
                    found.push_back(look(part.rows[row].key));
            }
        }
        return told(std::move(found), limit);
    }

private:
    static constexpr std::size_t most = 2'000; ///< are looked at, to find the open ones among them

    /// Open ones before closed ones, and what is not there on that day last.
    [[nodiscard]] std::vector<SearchHit> told(std::vector<Found> found, std::size_t limit)
    {
        std::ranges::stable_partition(found, [](const Found &one) { return one.status.has_value(); });
        std::ranges::stable_partition(found, [](const Found &one) { return one.status == DealStatus::Open; });
        found.resize(std::min(found.size(), limit));
        std::vector<SearchHit> hits;
        std::ranges::transform(found, std::back_inserter(hits), [this](const Found &one) { return hit(one); });
        return hits;
    }

    void fold(history::DealIndex deal)
    {
        engine::fold(*m_snapshot.history, *m_snapshot.playbook(m_asOf).compiled, deal, {m_asOf, engine::Depth::Path}, m_state);
    }

    [[nodiscard]] Found look(domain::SymbolKey key)
    {
        const auto deal = m_snapshot.history->deals().find(key);
        if (!deal)
            return {key, {}, {}};
        fold(*deal);
        return {key, deal, m_state.exists ? std::optional(statusOf(m_state.status)) : std::nullopt};
    }

    [[nodiscard]] SearchHit hit(const Found &found)
    {
        const domain::SymbolKey customer = found.deal ? customerOf(*m_snapshot.history, *found.deal, m_asOf) : 0;
        const std::vector<std::string> names = m_core.namesOf({found.key, customer});
        SearchHit made{HitKind::Deal, m_core.textOf(found.key), names[0], names[1]};
        if (!found.status)
            return made;
        fold(*found.deal);
        made.deal = SearchHit::Deal{*found.status, {}, {}, {}};
        if (m_state.pipeline && m_state.claimed >= 0)
            made.deal->stage = m_state.pipeline->stages[static_cast<std::size_t>(m_state.claimed)].stage->name;
        const auto amount = m_state.wonAmount ? m_state.wonAmount : m_state.amount;
        const std::uint32_t currency = m_state.wonAmount ? m_state.wonCurrency : m_state.currency;
        if (amount && currency != 0)
            made.deal->amount = support::Money{*amount, support::Currency::unpack(currency)};
        if (m_state.owner != 0)
            made.deal->owner = m_snapshot.organisation->personName(m_state.owner, m_asOf);
        return made;
    }

    const Core &m_core;
    const Snapshot &m_snapshot;
    const NameList &m_names;
    support::Instant m_asOf;
    engine::DealState m_state; ///< of the deal looked at last
};

std::vector<domain::SymbolKey> keysAt(const NameList &names, const std::vector<std::size_t> &places)
{
    std::vector<domain::SymbolKey> keys;
    std::ranges::transform(places, std::back_inserter(keys), [&](std::size_t place) { return names.keys()[place]; });
    return keys;
}

/// As many of `others` as there is room for, each that is not among the hits already.
void addOthers(std::vector<SearchHit> &hits, std::vector<SearchHit> others, std::size_t limit)
{
    for (SearchHit &other : others) {
        if (hits.size() >= limit)
            return;
        if (std::ranges::find(hits, other.id, &SearchHit::id) == hits.end())
            hits.push_back(std::move(other));
    }
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
    made->deals = namesOn(newestFirst(snapshot.history->deals()), stop);
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
    Deals deals(*m_self, *snapshot, directory->deals, now);
    std::vector<SearchHit> hits = deals.find(wanted, limit);
    const std::vector<std::size_t> customers = directory->customers.find(wanted, limit);
    if (hits.size() < limit)
        addOthers(hits, deals.of(keysAt(directory->customers, customers), limit), limit);
    for (const std::size_t i : customers)
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
