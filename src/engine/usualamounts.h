// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace engine {

/// What a deal was won for or is to come to, in major units.
struct DealAmount {
    std::uint32_t currency;
    double amount;

    friend bool operator==(const DealAmount &, const DealAmount &) = default;
};

/// What deals usually come to, by currency, so that amounts can be ranked side by side where there is no table of rates: those
/// that were won, or in a currency in which nothing is won those that are open. Numbers are medians in major units.
struct UsualAmounts {
    /// Of most of the won deals, or while nothing is won of most that are open: what money is ranked in; 0 without any.
    std::uint32_t currency = 0;
    std::vector<std::pair<std::uint32_t, double>> byCurrency;
    std::vector<double> byPipeline; ///< in `currency`; 0 without any
    std::vector<std::uint32_t> won; ///< ascending: the currencies in which something is won

    /// 0 without any deal in it.
    [[nodiscard]] double in(std::uint32_t currency) const;
};

/// Of won deals, and of open ones in currencies in which nothing is won; both by pipeline.
[[nodiscard]] UsualAmounts usualAmounts(const std::vector<std::vector<DealAmount>> &won,
                                        const std::vector<std::vector<DealAmount>> &open);
/// The currencies of these amounts, ascending.
[[nodiscard]] std::vector<std::uint32_t> currenciesOf(const std::vector<std::vector<DealAmount>> &byPipeline);

} // namespace engine
