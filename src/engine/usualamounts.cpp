// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/usualamounts.h"

#include <algorithm>
#include <map>

namespace engine {

namespace {

/// The middle value; of an even number, the mean of the two. 0 for an empty list.
double median(std::vector<double> values)
{
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return values.size() % 2 == 1 ? *middle : (*middle + *std::max_element(values.begin(), middle)) / 2;
}

} // namespace

double UsualAmounts::in(std::uint32_t wanted) const
{
    const auto found = std::ranges::find(byCurrency, wanted, &std::pair<std::uint32_t, double>::first);
    return found == byCurrency.end() ? 0 : found->second;
}

UsualAmounts usualAmounts(const std::vector<std::vector<WonAmount>> &wonByPipeline)
{
    std::map<std::uint32_t, std::vector<double>> byCurrency;
    for (const auto &won : wonByPipeline) {
        for (const WonAmount &one : won)
            byCurrency[one.currency].push_back(one.amount);
    }
    UsualAmounts usual;
    std::size_t most = 0;
    for (auto &[currency, amounts] : byCurrency) {
        if (amounts.size() > most)
            usual.currency = currency;
        most = std::max(most, amounts.size());
        usual.byCurrency.emplace_back(currency, median(std::move(amounts)));
    }
    for (const auto &won : wonByPipeline) {
        std::vector<double> same;
        for (const WonAmount &one : won) {
            if (one.currency == usual.currency)
                same.push_back(one.amount);
        }
        usual.byPipeline.push_back(median(std::move(same)));
    }
    return usual;
}

} // namespace engine
