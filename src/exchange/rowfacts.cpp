// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "domain/fields.h"
#include "exchange/things.h"

#include <set>

namespace exchange {

namespace {

/// The keys that a line of this fact gives a meaning to.
std::set<std::string, std::less<>> keysOf(const domain::Fact &fact)
{
    std::set<std::string, std::less<>> keys{"type", "occurred_at", "recorded_at"};
    std::visit(
        [&](const auto &body) { domain::eachField(body, [&](const auto &field, const auto &) { keys.emplace(field.key); }); },
        fact);
    return keys;
}

/// A custom field that is called like a key of the format, or like another one, would not come back from an export as it is.
void keepApart(domain::Extras &extras, const domain::Fact &fact)
{
    if (extras.empty())
        return;
    auto taken = keysOf(fact);
    for (auto &[key, value] : extras) {
        while (!taken.insert(key).second)
            key += '_';
    }
}

} // namespace

Read<void> RowFacts::add(domain::Fact fact, domain::Times times, domain::Extras extras)
{
    keepApart(extras, fact);
    auto record = domain::Record::make(std::move(fact), times, std::move(extras));
    if (!record)
        return tl::unexpected(Trouble{RefusalReason::Inconsistent, record.error().subject, record.error().detail});
    records.push_back(*std::move(record));
    return {};
}

void RowFacts::repeat(const domain::Record &known)
{
    records.push_back(known);
    repeated.push_back(known);
}

} // namespace exchange
