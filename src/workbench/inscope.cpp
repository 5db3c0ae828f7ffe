// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/inscope.h"

#include "workbench/resolver.h"

namespace workbench {

namespace {

/// A word that no fact has used is nobody's.
constexpr domain::SymbolKey nobodys = std::numeric_limits<domain::SymbolKey>::max();

std::optional<domain::SymbolKey> wordOf(const Core &core, domain::SymbolKind kind, const std::string &word)
{
    if (word.empty())
        return std::nullopt;
    const domain::SymbolKey key = core.keyOf(kind, word);
    return key != 0 ? key : nobodys;
}

std::unordered_set<domain::SymbolKey> customersWith(const history::History &history, support::Instant asOf,
                                                    std::optional<domain::SymbolKey> channel,
                                                    std::optional<domain::SymbolKey> segment)
{
    std::unordered_set<domain::SymbolKey> customers;
    for (std::uint32_t i = 0; i < history.customers().size(); ++i) {
        const domain::SymbolKey customer = history.customers().key(history::CustomerIndex{i});
        const CustomerTraits traits = customerTraits(history, customer, asOf);
        if ((!channel || *channel == traits.channel) && (!segment || *segment == traits.industry))
            customers.insert(customer);
    }
    return customers;
}

} // namespace

InScope::InScope(const Core &core, const Snapshot &snapshot, const Scope &scope, support::Instant asOf)
    : m_people(snapshot.organisation->peopleIn(scope, asOf, core.m_zone.dateOf(asOf)))
    , m_product(wordOf(core, domain::SymbolKind::Product, scope.product ? scope.product->text() : std::string()))
{
    const auto channel = wordOf(core, domain::SymbolKind::Word, scope.channel);
    const auto segment = wordOf(core, domain::SymbolKind::Word, scope.segment);
    if (channel || segment)
        m_customers = customersWith(*snapshot.history, asOf, channel, segment);
}

engine::DealsInScope InScope::deals() const
{
    engine::DealsInScope scope;
    if (m_people)
        scope.owner = [this](domain::SymbolKey owner) { return person(owner); };
    if (m_product || m_customers)
        scope.deal = [this](const engine::DealRow &row) { return thing(row); };
    return scope;
}

} // namespace workbench
