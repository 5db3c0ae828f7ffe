// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace engine {

/// What a deal was won for, in major units.
struct WonAmount {
    std::uint32_t currency;
    double amount;

    friend bool operator==(const WonAmount &, const WonAmount &) = default;
};

/// What won deals usually come to, by currency, so that amounts can be ranked side by side where there is no table of rates.
/// Numbers are medians in major units.
struct UsualAmounts {
    std::uint32_t currency = 0; ///< of most won deals: what money is ranked in; 0 without any
    std::vector<std::pair<std::uint32_t, double>> byCurrency;
    std::vector<double> byPipeline; ///< in `currency`; 0 without any

    /// 0 without any won deal in it.
    [[nodiscard]] double in(std::uint32_t currency) const;
};

[[nodiscard]] UsualAmounts usualAmounts(const std::vector<std::vector<WonAmount>> &wonByPipeline);

} // namespace engine
