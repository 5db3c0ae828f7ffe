// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/usualamounts.h"

#include "engine/median.h"

#include <algorithm>
#include <map>

namespace engine {

double UsualAmounts::in(std::uint32_t wanted) const
{
    const auto found = std::ranges::find(byCurrency, wanted, &std::pair<std::uint32_t, double>::first);
    return found == byCurrency.end() ? 0 : found->second;
}

UsualAmounts usualAmounts(const std::vector<std::vector<DealAmount>> &amounts)
{
    std::map<std::uint32_t, std::vector<double>> byCurrency;
    for (const auto &pipeline : amounts) {
        for (const DealAmount &one : pipeline)
            byCurrency[one.currency].push_back(one.amount);
    }
    UsualAmounts usual;
    std::size_t most = 0;
    for (auto &[currency, same] : byCurrency) {
        if (same.size() > most)
            usual.currency = currency;
        most = std::max(most, same.size());
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
