// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/usualamounts.h"

#include "engine/median.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <ranges>

namespace engine {

double UsualAmounts::in(std::uint32_t wanted) const
{
    const auto found = std::ranges::find(byCurrency, wanted, &std::pair<std::uint32_t, double>::first);
    return found == byCurrency.end() ? 0 : found->second;
}

namespace {

using Amounts = std::vector<std::vector<DealAmount>>;

std::map<std::uint32_t, std::vector<double>> sorted(const Amounts &amounts)
{
    std::map<std::uint32_t, std::vector<double>> byCurrency;
    for (const auto &pipeline : amounts) {
        for (const DealAmount &one : pipeline)
            byCurrency[one.currency].push_back(one.amount);
    }
    return byCurrency;
}

} // namespace

std::vector<std::uint32_t> currenciesOf(const Amounts &amounts)
{
    std::vector<std::uint32_t> currencies;
    std::ranges::copy(sorted(amounts) | std::views::keys, std::back_inserter(currencies));
    return currencies;
}

UsualAmounts usualAmounts(const Amounts &won, const Amounts &open)
{
    UsualAmounts usual;
    usual.won = currenciesOf(won);
    const Amounts &amounts = usual.won.empty() ? open : won;
    std::size_t most = 0;
    for (const auto &[currency, same] : sorted(amounts)) {
        if (same.size() > most)
            usual.currency = currency;
        most = std::max(most, same.size());
    }
    for (const Amounts *each : {&won, &open}) {
        for (auto &[currency, same] : sorted(*each))
            usual.byCurrency.emplace_back(currency, median(std::move(same)).value_or(0));
    }
    for (const auto &pipeline : amounts) {
        std::vector<double> same;
        for (const DealAmount &one : pipeline) {
            if (one.currency == usual.currency)
                same.push_back(one.amount);
        }
        usual.byPipeline.push_back(median(std::move(same)).value_or(0));
    }
    return usual;
}

} // namespace engine
