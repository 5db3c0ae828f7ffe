// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "workbench/core.h"

#include <set>
#include <unordered_set>

namespace workbench {

/// What a scope takes in as of an instant. May be asked from any thread.
class InScope {
public:
    InScope(const Core &core, const Snapshot &snapshot, const Scope &scope, support::Instant asOf);

    /// Nobody and nothing is left out.
    [[nodiscard]] bool isEverything() const { return !m_people && !m_product && !m_customers; }
    /// By the people alone: whatever they sell, to whomever.
    [[nodiscard]] bool person(domain::SymbolKey person) const { return !m_people || m_people->contains(person); }
    /// A row of deals: engine::DealRow, engine::StayDeal.
    template <class Deal>
    [[nodiscard]] bool deal(const Deal &deal) const
    {
        return person(deal.owner) && thing(deal);
    }
    /// A lead is of no product, so none is in the scope of one.
    template <class Lead>
    [[nodiscard]] bool lead(const Lead &lead) const
    {
        return person(lead.owner) && !m_product && (!m_customers || m_customers->contains(lead.customer));
    }
    /// The same for the day's list. Refers to this.
    [[nodiscard]] engine::DealsInScope deals() const;

private:
    template <class Deal>
    [[nodiscard]] bool thing(const Deal &deal) const
    {
        return (!m_product || *m_product == deal.product) && (!m_customers || m_customers->contains(deal.customer));
    }

    std::optional<std::set<domain::SymbolKey>> m_people;
    std::optional<domain::SymbolKey> m_product;
    std::optional<std::unordered_set<domain::SymbolKey>> m_customers; ///< of the channel and the segment
};

} // namespace workbench
