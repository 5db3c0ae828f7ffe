// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace exchange::sample {

/// What a sequence of random numbers is for: each subject of the sample has its own, so that nothing depends on an order.
enum class Stream : std::uint64_t {
    Organisation = 1,
    Person,
    Customer,
    Contact,
    Deal,
    Course,
    Talk,
    Evidence,
    Typing,
    Pace,
    Knowledge
};

/// How far a log-normal value strays from its median: the standard deviation of its logarithm is 0.35, 0.6 or 0.9.
enum class Spread : std::uint8_t { Narrow, Middle, Wide };

/// Whole random numbers that are the same on every machine and with every library: splitmix64 (Steele, Lea and Flood,
/// "Fast splittable pseudorandom number generators", 2014) keyed by seed, purpose and number; no floating point anywhere.
class Random {
public:
    Random(std::uint64_t seed, Stream stream, std::uint64_t number);

    [[nodiscard]] std::uint64_t next();
    /// 0 … `count` − 1.
    [[nodiscard]] std::int64_t below(std::int64_t count);
    /// `from` … `to`, both included.
    [[nodiscard]] std::int64_t between(std::int64_t from, std::int64_t to) { return from + below(to - from + 1); }
    /// True `share` times in a thousand.
    [[nodiscard]] bool chance(std::int64_t share) { return below(1000) < share; }
    /// `median` strayed from, log-normally.
    [[nodiscard]] std::int64_t around(std::int64_t median, Spread spread);

    template <class Container>
    [[nodiscard]] const auto &pick(const Container &choices)
    {
        return choices[static_cast<std::size_t>(below(static_cast<std::int64_t>(std::size(choices))))];
    }

    /// The index of one of `weights`, as often as its weight says.
    [[nodiscard]] std::size_t weighted(std::span<const int> weights);

private:
    std::uint64_t m_state;
};

} // namespace exchange::sample
