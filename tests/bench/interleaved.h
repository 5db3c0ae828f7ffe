// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <benchmark/benchmark.h>

#include <algorithm>
#include <ctime>
#include <string>
#include <vector>

namespace bench {

/// What is taken as time: the processors', which a busy machine does not stretch, or the clock's on the wall.
enum class Time : std::uint8_t { Processor, Wall };

template <class Act>
[[nodiscard]] double secondsOf(Time time, const Act &act)
{
    const clockid_t clock = time == Time::Processor ? CLOCK_PROCESS_CPUTIME_ID : CLOCK_MONOTONIC;
    const auto read = [&] {
        timespec at{};
        clock_gettime(clock, &at);
        return static_cast<double>(at.tv_sec) + static_cast<double>(at.tv_nsec) * 1e-9;
    };
    const double start = read();
    act();
    return read() - start;
}

[[nodiscard]] inline double median(std::vector<double> values)
{
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::ranges::nth_element(values, middle);
    return *middle;
}

/// Measures two things in turn and reports their medians in milliseconds and `ratio`, the first against the second.
template <class A, class B>
void interleave(benchmark::State &state, Time time, const std::string &nameA, const A &a, const std::string &nameB, const B &b)
{
    std::vector<double> timesA;
    std::vector<double> timesB;
    for ([[maybe_unused]] const auto round : state) {
        timesA.push_back(secondsOf(time, a));
        timesB.push_back(secondsOf(time, b));
    }
    state.counters[nameA + " ms"] = median(timesA) * 1e3;
    state.counters[nameB + " ms"] = median(timesB) * 1e3;
    state.counters["ratio"] = median(timesA) / median(timesB);
}

} // namespace bench
