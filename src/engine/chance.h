// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <cstdint>
#include <vector>

namespace engine {

// How sure counts are: what says whether two figures differ by more than chance. All of it is exact to rounding, for counts of
// any size, and the same on every machine.

/// Below this chance a difference is told.
inline constexpr double tellingChance = 0.05;

/// Half the width, in standard deviations, in which 95 % of a normal distribution lie: its point of 97.5 %.
inline constexpr double normal95 = 1.959963984540054;

/// So many of so many.
struct Share {
    std::uint32_t part = 0;
    std::uint32_t whole = 0;

    [[nodiscard]] double value() const { return whole == 0 ? 0 : static_cast<double>(part) / whole; }
    friend bool operator==(const Share &, const Share &) = default;
};

struct Interval {
    double from = 0;
    double to = 0;
};

/// The chance that two shares differ so much or more when nothing tells the two groups apart: Fisher's exact test, two-sided, of
/// all tables with these sums those that are no likelier than this one (Fisher 1934; Freeman and Halton 1951).
[[nodiscard]] double chanceOfDifference(Share first, Share second);

/// The chance that so many or more of `part` fall into the first group: the upper tail of the same.
[[nodiscard]] double chanceOfExcess(Share first, Share second);

/// 95 % for the first share less the second: Newcombe's hybrid of two score intervals (Newcombe 1998, method 10). Neither group
/// may be empty.
[[nodiscard]] Interval differenceInterval(Share first, Share second);

/// 95 % for a share: Wilson's score interval (Wilson 1927). The group may not be empty.
[[nodiscard]] Interval shareInterval(Share share);

/// The chances of several comparisons that are shown at once, each raised so that one of them falls below some bound by chance
/// no more often than that bound says (Holm 1979). In the order given.
[[nodiscard]] std::vector<double> correctedForNumber(const std::vector<double> &chances);

} // namespace engine
