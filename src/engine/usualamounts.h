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
/// that were won, or while nothing is won those that are open. Numbers are medians in major units.
struct UsualAmounts {
    std::uint32_t currency = 0; ///< of most of them: what money is ranked in; 0 without any
    std::vector<std::pair<std::uint32_t, double>> byCurrency;
    std::vector<double> byPipeline; ///< in `currency`; 0 without any
    bool ofOpen = false;            ///< nothing is won

    /// 0 without any deal in it.
    [[nodiscard]] double in(std::uint32_t currency) const;
};

[[nodiscard]] UsualAmounts usualAmounts(const std::vector<std::vector<DealAmount>> &byPipeline);

} // namespace engine
