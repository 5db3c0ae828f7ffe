// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/things.h"

#include "exchange/duplicates.h"
#include "exchange/keeping.h"
#include "exchange/textcell.h"
#include "support/utf8.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace exchange {

namespace {

const std::map<std::string, std::string> &namesOf(const ImportContext &context, char kind)
{
    static const std::map<std::string, std::string> nothing;
    switch (kind) {
    case thing::person: return context.people;
    case thing::team: return context.teams;
    case thing::customer: return context.customers;
    case thing::product: return context.products;
    default: return nothing;
    }
}

const std::map<std::string, std::vector<std::string>> &namesakesOf(const ImportContext &context, char kind)
{
    static const std::map<std::string, std::vector<std::string>> nothing;
    switch (kind) {
    case thing::person: return context.namesakes;
    case thing::customer: return context.customerNamesakes;
    case thing::product: return context.productNamesakes;
    default: return nothing;
    }
}

/// Whether the workspace has the thing `id` under the name `folded`, alone or with others.
bool isCalled(const ImportContext &context, char kind, const std::string &id, const std::string &folded)
{
    const auto &names = namesOf(context, kind);
    const auto &shared = namesakesOf(context, kind);
    const auto found = names.find(folded);
    const auto namesakes = shared.find(folded);
    return (found != names.end() && found->second == id)
           || (namesakes != shared.end() && std::ranges::find(namesakes->second, id) != namesakes->second.end());
}

/// The role of the tables that describe things of `kind`.
TableRole describingRole(char kind)
{
    return kind == thing::person ? TableRole::People : kind == thing::customer ? TableRole::Customers : TableRole::Products;
}

/// The interchange format's word for things of `kind`.
std::string_view typeOf(char kind)
{
    switch (kind) {
    case thing::person: return domain::Person::type;
    case thing::customer: return domain::Customer::type;
    case thing::product: return domain::Product::type;
    default: return domain::Team::type;
    }
}

/// What is told of a thing that has no name: which export of its system would name it, unless that was given already.
Note unnamed(char kind, const ImportPlan &plan)
{
    const TableRole role = describingRole(kind);
    const auto &known = plan.recognition.profile->tables;
    const auto table =
        std::ranges::find_if(known, [&](const TableProfile &one) { return one.role == role && !one.called.empty(); });
    const bool given = std::ranges::find(plan.recognition.tables, role, &TableUse::role) != plan.recognition.tables.end();
    const std::string type(typeOf(kind));
    return given || table == known.end() ? Note{type + "_nameless", {}, {}} : Note{type + "_unnamed", table->called, {}};
}

tl::unexpected<Trouble> badText(Meaning meaning, const std::string &value)
{
    return tl::unexpected(Trouble{RefusalReason::BadText, std::string(name(meaning)), value});
}

std::string fullName(const Cells &cells)
{
    const std::string first = cells.text(Meaning::FirstName);
    const std::string last = cells.text(Meaning::LastName);
    return first.empty() || last.empty() ? first + last : first + ' ' + last;
}

} // namespace

Things::Things(const ImportPlan &plan, const ImportContext &context)
    : m_plan(plan)
    , m_profile(*plan.recognition.profile)
    , m_context(context)
    , m_merges(plan.merges, context.merged)
{}

void Things::accept(const RowFacts &facts)
{
    m_known.insert(facts.introduced.begin(), facts.introduced.end());
    for (const auto &[name, id] : facts.named)
        m_ids.try_emplace(name, id);
}

std::string Things::idFor(char kind, const std::string &id, const std::string &name) const
{
    if (!id.empty())
        return ownId(id);
    const std::string folded = foldName(name);
    if (const auto own = m_ids.find(kind + folded); own != m_ids.end())
        return own->second;
    const auto &known = namesOf(m_context, kind);
    const auto found = known.find(folded);
    return found == known.end() ? idFromName(name) : found->second;
}

bool Things::introduce(char kind, const std::string &id, const std::string &name, RowFacts &facts, bool describes) const
{
    const std::string key = kind + id;
    if (m_known.contains(key) || std::ranges::find(facts.introduced, key) != facts.introduced.end())
        return false;
    facts.introduced.push_back(key);
    if (!name.empty())
        facts.named.emplace_back(kind + foldName(name), id);
    // What the workspace knows under this name has a better description there than a row that mentions it can give.
    return describes || !isCalled(m_context, kind, id, foldName(name));
}

bool Things::introduceUnnamed(char kind, const std::string &id, RowFacts &facts) const
{
    if (!introduce(kind, id, {}, facts) || (m_context.knowsThing && m_context.knowsThing(typeOf(kind), id)))
        return false;
    facts.notes.push_back(unnamed(kind, m_plan));
    return true;
}

std::string Things::bareId(const std::string &id) const
{
    return id.starts_with(m_profile.prefix) && id.size() > m_profile.prefix.size() ? id.substr(m_profile.prefix.size()) : id;
}

Read<domain::PersonId> Things::person(const std::string &id, const std::string &name, const Cells &cells, RowFacts &facts)
{
    const auto personId = domain::PersonId::parse(id);
    const auto personName = domain::Name::parse(name.empty() ? bareId(id) : name);
    if (!personId || !personName)
        return badText(Meaning::OwnerName, name);
    const bool saysTeam = !cells.text(Meaning::TeamName).empty() || !cells.text(Meaning::ManagerName).empty();
    const bool describes = saysTeam && cells.columns().table.role == TableRole::People;
    const bool due = name.empty() && !describes ? introduceUnnamed(thing::person, id, facts)
                                                : introduce(thing::person, id, name, facts, describes);
    if (!due)
        return *personId;
    const auto home = team(cells, facts);
    if (!home)
        return tl::unexpected(home.error());
    const domain::Person rep{*personId, *personName, domain::PersonRole::Rep, *home, std::nullopt, std::nullopt};
    if (auto added = facts.add(withKept<domain::Person>(m_context, cells, {rep}).thing, described()); !added)
        return tl::unexpected(added.error());
    const std::string managerName = manager(cells);
    const std::string managerId = idFor(thing::person, {}, managerName);
    if (managerName.empty() || !introduce(thing::person, managerId, managerName, facts))
        return *personId;
    const auto boss = domain::PersonId::parse(managerId);
    const auto bossName = domain::Name::parse(managerName);
    if (!boss || !bossName)
        return badText(Meaning::ManagerName, managerName);
    const domain::Person manager{*boss, *bossName, domain::PersonRole::Manager, *home, std::nullopt, std::nullopt};
    return facts.add(manager, described()).map([&] { return *personId; });
}

std::string Things::manager(const Cells &cells) const
{
    std::string name = cells.text(Meaning::ManagerName);
    return isShared(thing::person, name) ? std::string() : name;
}

bool Things::isShared(char kind, const std::string &name) const
{
    const auto &shared = namesakesOf(m_context, kind);
    if (shared.empty())
        return false;
    const std::string folded = foldName(name);
    return shared.contains(folded) && !m_ids.contains(kind + folded);
}

bool Things::choosesNone(char kind, const std::string &id, const std::string &name, const Cells &cells, RowFacts &facts) const
{
    if (!id.empty() || cells.columns().table.role == describingRole(kind) || !isShared(kind, name))
        return false;
    facts.notes.push_back(
        {"name_shared", name, fmt::format("{}", fmt::join(namesakesOf(m_context, kind).at(foldName(name)), ", "))});
    return true;
}

Read<std::optional<domain::PersonId>> Things::owner(const Cells &cells, RowFacts &facts)
{
    const std::string id = cells.text(Meaning::OwnerId);
    std::string name = cells.text(Meaning::OwnerName);
    if (name.empty() && cells.columns().table.role == TableRole::People)
        name = fullName(cells);
    return id.empty() && name.empty() ? Read<std::optional<domain::PersonId>>(std::nullopt) : whom(id, name, cells, facts);
}

Read<std::optional<domain::PersonId>> Things::whom(const std::string &id, const std::string &name, const Cells &cells,
                                                   RowFacts &facts)
{
    if (choosesNone(thing::person, id, name, cells, facts))
        return std::nullopt;
    return person(idFor(thing::person, id, name), name, cells, facts).map([](const domain::PersonId &one) {
        return std::optional(one);
    });
}

Read<std::optional<domain::PersonId>> Things::actor(const Cells &cells, RowFacts &facts)
{
    const std::string id = cells.text(Meaning::ActorId);
    if (id.empty())
        return std::nullopt;
    return person(idFor(thing::person, id, {}), {}, cells, facts).map([](const domain::PersonId &one) {
        return std::optional(one);
    });
}

Read<std::optional<domain::CustomerId>> Things::customer(const Cells &cells, RowFacts &facts)
{
    const std::string own = cells.text(Meaning::CustomerId);
    const std::string called = cells.text(Meaning::CustomerName);
    if ((own.empty() && called.empty()) || choosesNone(thing::customer, own, called, cells, facts))
        return std::nullopt;
    const std::string found = idFor(thing::customer, own, called);
    const auto merged = m_merges.use(found);
    const auto id = domain::CustomerId::parse(merged.value_or(found));
    const auto name = domain::Name::parse(called.empty() ? own : called);
    if (!id || !name)
        return cells.trouble(called.empty() ? Meaning::CustomerId : Meaning::CustomerName, RefusalReason::BadText);
    const bool describes = cells.columns().table.role == TableRole::Customers;
    if (merged) {
        if (m_merges.isFromBefore(found))
            facts.notes.push_back({"merged_before", called.empty() ? own : called, m_merges.into(found).value_or(found)});
        return std::optional(*id);
    }
    const bool due = called.empty() && !describes ? introduceUnnamed(thing::customer, id->text(), facts)
                                                  : introduce(thing::customer, id->text(), called, facts, describes);
    if (!due)
        return std::optional(*id);
    domain::Customer customer{*id, *name, {}, {}, {}, {}, {}, {}, {}};
    return describe(std::move(customer), cells, facts).map([&] { return std::optional(*id); });
}

std::optional<std::string> Things::wrongMerge() const
{
    return m_merges.wrong([&](const std::string &id) {
        return m_known.contains(thing::customer + id)
               || (m_context.knowsThing && m_context.knowsThing(domain::Customer::type, id));
    });
}

RowFacts Things::newMerges() const
{
    RowFacts facts;
    for (const auto &[id, other] : m_merges.news()) {
        const auto alias = domain::AliasId::parse(id);
        const auto customer = domain::CustomerId::parse(other);
        if (!alias || !customer || !facts.add(domain::CustomerMerged{*alias, *customer, std::nullopt}, described()))
            facts.notes.push_back({"merge_forgotten", id, other});
    }
    return facts;
}

Read<void> Things::describe(domain::Customer customer, const Cells &cells, RowFacts &facts)
{
    const auto industry = cells.name(Meaning::Industry);
    const auto size = cells.name(Meaning::Size);
    const auto region = cells.name(Meaning::Region);
    if (auto trouble = firstTrouble(industry, size, region))
        return tl::unexpected(*std::move(trouble));
    customer.industry = *industry;
    customer.size = *size;
    customer.region = *region;
    const bool isItsTable = cells.columns().table.role == TableRole::Customers;
    const auto rep = isItsTable ? owner(cells, facts) : Read<std::optional<domain::PersonId>>(std::nullopt);
    if (!rep)
        return tl::unexpected(rep.error());
    customer.owner = *rep;
    domain::Extras extras = isItsTable ? cells.extras() : domain::Extras();
    if (!isItsTable && cells.text(Meaning::CustomerName).empty())
        extras.emplace_back(unnamedCustomer, domain::Json{"true"});
    auto kept = withKept<domain::Customer>(m_context, cells, {std::move(customer), std::move(extras)});
    return facts.add(std::move(kept.thing), described(), std::move(kept.extras));
}

Read<domain::CustomerId> Things::customerFor(const std::string &deal, const std::string &name, RowFacts &facts)
{
    const auto id = domain::CustomerId::parse(deal);
    const auto called = domain::Name::parse(name);
    if (!id || !called)
        return badText(Meaning::CustomerName, name);
    // What it is called is made up: it does not take the place of what it is called already.
    if (!introduce(thing::customer, id->text(), {}, facts)
        || (m_context.knowsThing && m_context.knowsThing(domain::Customer::type, id->text())))
        return *id;
    domain::Customer customer{*id, *called, {}, {}, {}, {}, {}, {}, {}};
    return facts.add(std::move(customer), described(), {{std::string(assumedCustomer), {"true"}}}).map([&] { return *id; });
}

Read<std::optional<domain::ProductId>> Things::product(const Cells &cells, RowFacts &facts)
{
    const std::string own = cells.text(Meaning::ProductId);
    const std::string called = cells.text(Meaning::ProductName);
    if ((own.empty() && called.empty()) || choosesNone(thing::product, own, called, cells, facts))
        return std::nullopt;
    const auto id = domain::ProductId::parse(idFor(thing::product, own, called));
    const auto name = domain::Name::parse(called.empty() ? own : called);
    if (!id || !name)
        return cells.trouble(Meaning::ProductName, RefusalReason::BadText);
    const bool describes = cells.columns().table.role == TableRole::Products;
    const bool due = called.empty() && !describes ? introduceUnnamed(thing::product, id->text(), facts)
                                                  : introduce(thing::product, id->text(), called, facts, describes);
    if (!due)
        return std::optional(*id);
    const auto line = cells.name(Meaning::ProductLine);
    const auto price = cells.money(Meaning::ListPrice);
    if (auto trouble = firstTrouble(line, price))
        return tl::unexpected(*std::move(trouble));
    domain::Product product{*id, *name, *line, std::nullopt, std::nullopt};
    if (*price) {
        product.listPrice = (*price)->decimal;
        product.currency = (*price)->currency;
    }
    domain::Extras extras = cells.columns().table.role == TableRole::Products ? cells.extras() : domain::Extras();
    auto kept = withKept<domain::Product>(m_context, cells, {std::move(product), std::move(extras)});
    return facts.add(std::move(kept.thing), described(), std::move(kept.extras)).map([&] { return std::optional(*id); });
}

tl::unexpected<Trouble> withoutCustomer(const Cells &cells)
{
    const bool named = !cells.text(Meaning::CustomerName).empty();
    return cells.trouble(Meaning::CustomerName, named ? RefusalReason::NameShared : RefusalReason::Missing);
}

std::string idFromName(const std::string &name)
{
    if (name.size() <= domain::CustomerId::maxBytes)
        return name;
    constexpr std::size_t kept = 180;
    std::string start = name.substr(0, kept);
    while (!support::isUtf8(start))
        start.pop_back();
    return fmt::format("{}-{:016x}", start, checksum(name));
}

std::uint64_t checksum(std::string_view text)
{
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return hash;
}

} // namespace exchange
