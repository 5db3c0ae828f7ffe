// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/importcontext.h"

#include "exchange/textcell.h"
#include "exchange/zonecurrency.h"
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
        const auto [known, fresh] = m_ids.try_emplace(exchange::foldCase(name), id);
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

void readProducts(const Core &core, exchange::ImportContext &context)
{
    const auto described = core.read([](const store::Workspace &file) { return file.organisation(); });
    if (!described)
        return;
    Names names(context.products, context.productNamesakes);
    for (const store::StoredRecord &stored : *described) {
        if (const auto *product = std::get_if<domain::Product>(&stored.record.fact()))
            names.learn(product->name.text(), product->id.text());
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

exchange::DealStanding standingOf(const Core &core, const std::string &id, support::Instant asOf)
{
    exchange::DealStanding standing;
    const auto snapshot = core.snapshot();
    const auto index = snapshot->history->deals().find(core.keyOf(domain::SymbolKind::Deal, id));
    if (!index)
        return standing;
    std::vector<history::Event> last; // of each kind, in the order in which they happened
    std::uint32_t description = 0;
    history::view(snapshot->history->deals(), *index, support::Instant::max())
        .events([&](const history::Stamp &stamp, const history::Event &event) {
            if (event.kind == domain::RowKind::Deal)
                description = event.number;
            if (!saysStanding(event.kind) || stamp.occurred > asOf)
                return;
            std::erase_if(last, [&](const history::Event &other) { return other.kind == event.kind; });
            last.push_back(event);
        });
    const auto record = [&](std::uint32_t number) {
        const auto read = core.read([&](const store::Workspace &file) { return file.read(number); });
        return read ? std::optional(*read) : std::nullopt;
    };
    standing.deal = description == 0 ? std::nullopt : record(description);
    for (const history::Event &event : last) {
        if (auto told = record(event.number))
            standing.events.push_back(*std::move(told));
    }
    return standing;
}

/// Every description of the deal and every event that says where it stands, in the order in which they were written.
std::vector<domain::Record> toldOf(const Core &core, const std::string &id)
{
    std::vector<domain::Record> told;
    const auto snapshot = core.snapshot();
    const auto index = snapshot->history->deals().find(core.keyOf(domain::SymbolKind::Deal, id));
    if (!index)
        return told;
    const auto &deals = snapshot->history->deals();
    std::set<support::Instant> learned;
    std::set<std::uint32_t> numbers;
    history::view(deals, *index, support::Instant::max()).events([&](const history::Stamp &stamp, const history::Event &event) {
        learned.insert(stamp.recorded);
        if (saysStanding(event.kind))
            numbers.insert(event.number);
    });
    for (const support::Instant when : learned) { // a view has only the description that held by then
        history::view(deals, *index, when).events([&](const history::Stamp &, const history::Event &event) {
            if (event.kind == domain::RowKind::Deal)
                numbers.insert(event.number);
        });
    }
    for (const std::uint32_t number : numbers) {
        if (auto record = core.read([&](const store::Workspace &file) { return file.read(number); }))
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
    auto record = core.read([&](const store::Workspace &file) { return file.read(*number); });
    return record ? std::optional(*std::move(record)) : std::nullopt;
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
    readProducts(core, context);
    context.currency = usualCurrency(*snapshot->history);
    if (!context.currency)
        context.currency = exchange::currencyOf(core.m_zone);
    context.knowsThing = [&core](std::string_view type, const std::string &id) {
        const domain::SymbolKey key = core.keyOf(thingKind(type), id);
        const auto described = core.read([&](const store::Workspace &file) { return file.describing(key); });
        return key != 0 && described && *described != 0;
    };
    context.describing = [&core](std::string_view type, const std::string &id) { return describingOf(core, type, id); };
    context.dealTold = [&core](const std::string &id) { return toldOf(core, id); };
    context.knowsDeal = [&core](const std::string &id) {
        return core.snapshot()->history->deals().find(core.keyOf(domain::SymbolKind::Deal, id)).has_value();
    };
    context.dealStanding = [&core](const std::string &id, support::Instant asOf) { return standingOf(core, id, asOf); };
    context.customerName = [&core](const std::string &id) {
        const domain::SymbolKey key = core.keyOf(domain::SymbolKind::Customer, id);
        return key == 0 ? std::string() : core.namesOf({key}).front();
    };
    return context;
}

} // namespace workbench
