// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/sample/facts.h"

#include <algorithm>
#include <tuple>

namespace exchange::sample {

domain::Decimal yuan(std::int64_t amount)
{
    return value<domain::Decimal>(std::to_string(amount));
}

void Facts::add(domain::Fact fact, const When &when)
{
    if (known(when))
        m_records.push_back(*domain::Record::make(std::move(fact), {when.occurred, when.recorded}));
}

void Facts::event(const std::string &deal, const std::string &actor, domain::EventBody body, const When &when)
{
    if (!known(when))
        return;
    add(domain::DealEvent{{value<domain::DealId>(deal), value<domain::PersonId>(actor)}, std::move(body)}, when);
}

support::Result<void> Facts::flush(const FactSink &sink)
{
    const auto order = [](const domain::Record &a, const domain::Record &b) {
        return std::tuple(a.recordedAt(), a.occurredAt()) < std::tuple(b.recordedAt(), b.occurredAt());
    };
    std::ranges::stable_sort(m_records, order);
    for (domain::Record &record : m_records) {
        if (auto taken = sink(std::move(record)); !taken)
            return taken;
    }
    m_records.clear();
    return {};
}

} // namespace exchange::sample
