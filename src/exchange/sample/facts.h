// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/sample/sample.h"

#include <string>
#include <string_view>
#include <vector>

namespace exchange::sample {

// Words of the sample as values: they are ours, so they are valid.

template <class T>
[[nodiscard]] T value(std::string_view text)
{
    return *T::parse(text);
}

[[nodiscard]] inline domain::Name name(std::string_view text)
{
    return value<domain::Name>(text);
}

[[nodiscard]] inline domain::Text text(std::string_view words)
{
    return value<domain::Text>(words);
}

[[nodiscard]] domain::Decimal yuan(std::int64_t amount);
[[nodiscard]] inline support::Currency cny()
{
    return value<support::Currency>("CNY");
}

/// When something happened and when it was typed in.
struct When {
    support::Instant occurred;
    support::Instant recorded;

    explicit When(support::Instant both) : occurred(both), recorded(both) {}
    When(support::Instant happened, support::Instant typed) : occurred(happened), recorded(typed) {}
};

/// The facts around one customer, until they are handed over in the order in which they were recorded. What the system does
/// not know yet at the sample's as-of is dropped.
class Facts {
public:
    explicit Facts(support::Instant asOf) : m_asOf(asOf) {}

    [[nodiscard]] bool known(const When &when) const { return when.occurred <= m_asOf && when.recorded <= m_asOf; }

    void add(domain::Fact fact, const When &when);
    void event(const std::string &deal, const std::string &actor, domain::EventBody body, const When &when);

    /// Hands everything over and is empty again.
    [[nodiscard]] support::Result<void> flush(const FactSink &sink);

private:
    support::Instant m_asOf;
    std::vector<domain::Record> m_records;
};

} // namespace exchange::sample
