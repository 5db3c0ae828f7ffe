// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "engine/funnel.h"

#include <vector>

namespace engine {

/// Whose stays a question is about, looked up once for all its stages: the deals that `query` accepts, with the stages that they
/// entered in its period.
class Cohort {
public:
    Cohort(const Stays &stays, const FunnelQuery &query) : m_from(query.from), m_to(query.to)
    {
        m_in.reserve(stays.deals().size());
        for (const StayDeal &deal : stays.deals())
            m_in.push_back(!query.accept || query.accept(deal));
    }

    /// A Stay or a StaySpan of the same stays.
    template <class Some>
    [[nodiscard]] bool has(const Some &one) const
    {
        return m_in[one.deal] && isInPeriod(one.entered);
    }
    [[nodiscard]] bool accepts(std::uint32_t deal) const { return m_in[deal]; }
    [[nodiscard]] bool isInPeriod(support::Instant instant) const { return instant >= m_from && instant < m_to; }

    /// Those of `some` that belong to it, in their order.
    template <class Some>
    [[nodiscard]] std::vector<Some> of(std::span<const Some> some) const
    {
        std::vector<Some> own;
        for (const Some &one : some) {
            if (has(one))
                own.push_back(one);
        }
        return own;
    }

private:
    support::Instant m_from;
    support::Instant m_to;
    std::vector<bool> m_in; ///< by place among Stays::deals
};

} // namespace engine
