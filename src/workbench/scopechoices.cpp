// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/scopechoices.h"

#include "workbench/resolver.h"

#include <algorithm>
#include <functional>
#include <tuple>
#include <unordered_map>

namespace workbench {

namespace {

/// Open deals by a word that they have; a word that only closed ones have is counted with none.
using Counts = std::unordered_map<domain::SymbolKey, std::size_t>;

std::vector<ScopeChoice> choices(const Counts &counts, const std::function<ScopeChoice(domain::SymbolKey)> &named)
{
    std::vector<ScopeChoice> list;
    for (const auto &[key, open] : counts) {
        if (key == 0)
            continue;
        list.push_back(named(key));
        list.back().open = open;
    }
    std::ranges::sort(list, [](const ScopeChoice &a, const ScopeChoice &b) {
        return std::tie(b.open, a.name, a.id) < std::tie(a.open, b.name, b.id);
    });
    return list;
}

} // namespace

support::Result<ScopeChoices> scopeChoices(const Workbench &workbench, support::Instant asOf, std::stop_token stop)
{
    const Core &core = workbench.core();
    const auto snapshot = core.snapshot();
    const auto board = core.board(*snapshot, asOf, stop);
    if (!board)
        return support::failure(support::ErrorCode::Cancelled, "", "a newer question was asked");
    Counts products;
    Counts customers;
    for (const engine::DealRow &row : board->deals) {
        const std::size_t open = row.status == engine::Status::Open ? 1 : 0;
        products[row.product] += open;
        customers[row.customer] += open;
    }
    Counts channels;
    Counts segments;
    for (const auto &[customer, open] : customers) {
        const CustomerTraits traits = customerTraits(*snapshot->history, customer, asOf);
        channels[traits.channel] += open;
        segments[traits.industry] += open;
    }
    const auto word = [&](domain::SymbolKey key) {
        const std::string text = core.textOf(key);
        return ScopeChoice{.id = text, .name = text};
    };
    const auto product = [&](domain::SymbolKey key) {
        ScopeChoice choice = word(key);
        if (const domain::Product *described = snapshot->organisation->product(choice.id, asOf))
            choice.name = described->name.text();
        return choice;
    };
    return ScopeChoices{choices(products, product), choices(channels, word), choices(segments, word)};
}

} // namespace workbench
