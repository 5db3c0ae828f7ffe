// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>

namespace support {

/// How fast a long step goes, and how long it takes still.
struct Pace {
    double perSecond = 0;
    std::uint64_t secondsLeft = 0; ///< at this rate, rounded up
};

/// The pace of a step that has done so much of `total` after `seconds`; nothing while that says nothing yet: in the first half
/// second, before anything is done, and where the total is not known.
[[nodiscard]] inline std::optional<Pace> paceOf(std::uint64_t done, std::uint64_t total, double seconds)
{
    constexpr double steadyAfter = 0.5;
    if (done == 0 || total == 0 || seconds < steadyAfter)
        return std::nullopt;
    const double rate = static_cast<double>(done) / seconds;
    const double left = static_cast<double>(total - std::min(done, total)) / rate;
    return Pace{rate, static_cast<std::uint64_t>(left) + 1};
}

} // namespace support
