// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/importcontext.h"

#include "exchange/textcell.h"
#include "exchange/zonecurrency.h"
#include "store/factstore.h"
#include "workbench/core.h"

#include <algorithm>
#include <set>

namespace workbench {

namespace {

domain::SymbolKind thingKind(std::string_view type)
{
    using domain::SymbolKind;
    constexpr std::array<std::pair<std::string_view, SymbolKind>, 6> kinds{{{domain::Team::type, SymbolKind::Team},
                                                                            {domain::Lead::type, SymbolKind::Lead},
                                                                            {domain::Person::type, SymbolKind::Person},
                                                                            {domain::Customer::type, SymbolKind::Customer},
                                                                            {domain::Contact::type, SymbolKind::Contact},
                                                                            {domain::Product::type, SymbolKind::Product}}};
    const auto found = std::ranges::find(kinds, type, &std::pair<std::string_view, SymbolKind>::first);
    return found == kinds.end() ? SymbolKind::None : found->second;
}

/// The currency in which deals are told most often; nothing where none is.
std::optional<support::Currency> usualCurrency(const history::History &history)
{
    std::map<std::uint32_t, std::size_t> deals;
    for (std::uint32_t i = 0; i < history.deals().size(); ++i) {
        history::view(history.deals(), history::DealIndex{i}, support::Instant::max())
            .events([&](const history::Stamp &, const history::Event &event) {
                const bool won = event.kind == domain::RowKind::Won && event.object != 0;
                if (won || event.kind == domain::RowKind::AmountSet)
                    ++deals[event.object];
            });
    }
    const auto usual = std::ranges::max_element(deals, {}, &std::pair<const std::uint32_t, std::size_t>::second);
    return usual == deals.end() ? std::nullopt : std::optional(support::Currency::unpack(usual->first));
}

/// Which names stand for one thing, and which for several.
class Names {
public:
    Names(std::map<std::string, std::string> &ids, std::map<std::string, std::vector<std::string>> &shared)
        : m_ids(ids)
        , m_shared(shared)
    {}

    void learn(const std::string &name, const std::string &id)
    {
        const auto [known, fresh] = m_ids.try_emplace(exchange::foldName(name), id);
        if (!fresh && known->second != id)
            m_shared[known->first].push_back(id);
    }

    void settle()
    {
        for (auto &[name, ids] : m_shared) {
            ids.push_back(m_ids.extract(name).mapped());
            std::ranges::sort(ids);
            ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
        }
    }

private:
    std::map<std::string, std::string> &m_ids;
    std::map<std::string, std::vector<std::string>> &m_shared;
};

void readPeople(const Core &core, const Snapshot &snapshot, exchange::ImportContext &context)
{
    Names names(context.people, context.namesakes);
    std::map<std::string, std::vector<std::string>> sharedTeams;
    Names teams(context.teams, sharedTeams);
    for (const TeamView &team : snapshot.organisation->tree(core.now(), core.m_zone.dateOf(core.now()))) {
        teams.learn(team.name, team.id);
        for (const PersonView &person : team.people)
            names.learn(person.name, person.id);
    }
    names.settle();
    teams.settle();
}

void readCustomers(const Core &core, const Snapshot &snapshot, exchange::ImportContext &context)
{
    Names names(context.customers, context.customerNamesakes);
    const auto directory = core.directory(snapshot);
    const NameList &customers = directory->customers;
    for (std::size_t i = 0; i < customers.keys().size(); ++i)
        names.learn(customers.names()[i], core.textOf(customers.keys()[i]));
    names.settle();
}

void readProductsAndMerges(const Core &core, exchange::ImportContext &context)
{
    const auto described = core.read([](const store::Workspace &file) { return file.organisation(); });
    if (!described)
        return;
    Names names(context.products, context.productNamesakes);
    for (const store::StoredRecord &stored : *described) {
        if (const auto *product = std::get_if<domain::Product>(&stored.record.fact()))
            names.learn(product->name.text(), product->id.text());
        if (const auto *merged = std::get_if<domain::CustomerMerged>(&stored.record.fact()))
            context.merged.insert_or_assign(merged->alias.text(), merged->customer.text());
    }
    names.settle();
}

/// Whether an event of `kind` says where a deal stands.
bool saysStanding(domain::RowKind kind)
{
    using enum domain::RowKind;
    constexpr std::array kinds{StageMoved, AmountSet, CloseDateSet, OwnerSet, CategorySet, NextStepSet, Won, Lost, Reopened};
    return std::ranges::find(kinds, kind) != kinds.end();
}

/// A deal's events that say where it stood, the last of each kind in the order in which they happened, and what describes it.
struct Said {
    std::vector<history::Event> events;
    std::uint32_t description = 0; ///< a fact's number; 0: nothing
};

/// What was said of the deal `id` up to `asOf`, without the facts in `but`; nothing for an unknown deal.
Said saidOf(const Core &core, const std::string &id, support::Instant asOf, const store::NumberRanges &but)
{
    Said said;
    const auto snapshot = core.snapshot();
    const auto index = snapshot->history->deals().find(core.keyOf(domain::SymbolKind::Deal, id));
    if (!index)
        return said;
    history::view(snapshot->history->deals(), *index, support::Instant::max())
        .events([&](const history::Stamp &stamp, const history::Event &event) {
            if (event.kind == domain::RowKind::Deal)
                said.description = event.number;
            if (!saysStanding(event.kind) || stamp.occurred > asOf || but.contains(event.number))
                return;
            std::erase_if(said.events, [&](const history::Event &other) { return other.kind == event.kind; });
            said.events.push_back(event);
        });
    return said;
}

std::optional<domain::Record> recordOf(const Core &core, std::uint32_t number)
{
    auto read = core.read([&](const store::Workspace &file) { return file.read(number); });
    return read ? std::optional(*std::move(read)) : std::nullopt;
}

std::vector<std::string> openDealsOf(const Core &core)
{
    std::vector<std::string> open;
    const auto snapshot = core.snapshot();
    const auto &deals = snapshot->history->deals();
    for (std::uint32_t i = 0; i < deals.size(); ++i) {
        bool isOpen = false;
        history::view(deals, history::DealIndex{i}, support::Instant::max())
            .events([&](const history::Stamp &, const history::Event &event) {
                if (event.kind == domain::RowKind::Won || event.kind == domain::RowKind::Lost)
                    isOpen = false;
                else if (event.kind == domain::RowKind::Deal || event.kind == domain::RowKind::Reopened)
                    isOpen = true;
            });
        if (isOpen)
            open.push_back(core.textOf(deals.key(history::DealIndex{i})));
    }
    return open;
}

exchange::DealStanding standingOf(const Core &core, const Said &said)
{
    exchange::DealStanding standing;
    standing.deal = said.description == 0 ? std::nullopt : recordOf(core, said.description);
    for (const history::Event &event : said.events) {
        if (auto told = recordOf(core, event.number))
            standing.events.push_back(*std::move(told));
    }
    return standing;
}

/// Where imports alone left the deal; nothing where that is where it stands.
std::optional<exchange::DealStanding> importedOf(const Core &core, const std::string &id, support::Instant asOf,
                                                 const store::NumberRanges &edited)
{
    const Said all = saidOf(core, id, asOf, {});
    const bool asItStands = std::ranges::none_of(all.events, [&](const auto &event) { return edited.contains(event.number); });
    return asItStands ? std::nullopt : std::optional(standingOf(core, saidOf(core, id, asOf, edited)));
}

/// Every description of the deal and every event that says where it stands, in the order in which they were written, without the
/// facts in `but`.
std::vector<domain::Record> toldOf(const Core &core, const std::string &id, const store::NumberRanges &but)
{
    std::vector<domain::Record> told;
    const auto snapshot = core.snapshot();
    const auto index = snapshot->history->deals().find(core.keyOf(domain::SymbolKind::Deal, id));
    if (!index)
        return told;
    const history::AsOf deal = history::view(snapshot->history->deals(), *index, support::Instant::max());
    const auto run = deal.allEvents();
    std::set<std::uint32_t> numbers;
    for (std::size_t i = 0; i < run.size(); ++i) {
        const history::Event &event = run.facts[i];
        const bool held = !event.superseded || deal.block().until(event.number) > run.stamps[i].recorded;
        if (held && (event.kind == domain::RowKind::Deal || saysStanding(event.kind)) && !but.contains(event.number))
            numbers.insert(event.number);
    }
    for (const std::uint32_t number : numbers) {
        if (auto record = recordOf(core, number))
            told.push_back(*std::move(record));
    }
    return told;
}

std::optional<domain::Record> describingOf(const Core &core, std::string_view type, const std::string &id)
{
    const domain::SymbolKey key = core.keyOf(thingKind(type), id);
    const auto number = core.read([&](const store::Workspace &file) { return file.describing(key); });
    if (key == 0 || !number || *number == 0)
        return std::nullopt;
    return recordOf(core, *number);
}

} // namespace

exchange::ImportContext importContext(const Core &core)
{
    exchange::ImportContext context;
    context.zone = core.m_zone;
    context.importTime = core.now();
    context.today = core.m_clock.now();
    const auto snapshot = core.snapshot();
    readPeople(core, *snapshot, context);
    readCustomers(core, *snapshot, context);
    readProductsAndMerges(core, context);
    context.currency = usualCurrency(*snapshot->history);
    if (!context.currency)
        context.currency = exchange::currencyOf(core.m_zone);
    context.knowsThing = [&core](std::string_view type, const std::string &id) {
        const domain::SymbolKey key = core.keyOf(thingKind(type), id);
        const auto described = core.read([&](const store::Workspace &file) { return file.describing(key); });
        return key != 0 && described && *described != 0;
    };
    context.describing = [&core](std::string_view type, const std::string &id) { return describingOf(core, type, id); };
    const auto read = core.read([](const store::Workspace &file) { return file.edited(); });
    const store::NumberRanges edited = read ? *read : store::NumberRanges();
    context.dealTold = [&core, edited](const std::string &id) { return toldOf(core, id, edited); };
    context.dealImported = [&core, edited](const std::string &id, support::Instant asOf) {
        return importedOf(core, id, asOf, edited);
    };
    context.knowsDeal = [&core](const std::string &id) {
        return core.snapshot()->history->deals().find(core.keyOf(domain::SymbolKind::Deal, id)).has_value();
    };
    context.openDeals = [&core] { return openDealsOf(core); };
    context.dealStanding = [&core](const std::string &id, support::Instant asOf) {
        return standingOf(core, saidOf(core, id, asOf, {}));
    };
    context.customerName = [&core](const std::string &id) {
        const domain::SymbolKey key = core.keyOf(domain::SymbolKind::Customer, id);
        return key == 0 ? std::string() : core.namesOf({key}).front();
    };
    return context;
}

} // namespace workbench
