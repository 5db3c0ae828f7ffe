// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/parallel.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace workbench {

namespace {

/// Below this many pieces a second thread costs more than it saves.
constexpr std::size_t worthAThread = 8;

} // namespace

history::ForEach onAllCores()
{
    return [](std::size_t count, const std::function<void(std::size_t)> &work) {
        const std::size_t cores = std::max(std::thread::hardware_concurrency(), 1U);
        const std::size_t helpers = std::min(cores, count / worthAThread + 1) - 1;
        std::atomic<std::size_t> next = 0;
        const auto run = [&] {
            for (std::size_t i = next++; i < count; i = next++)
                work(i);
        };
        std::vector<std::jthread> threads;
        threads.reserve(helpers);
        for (std::size_t i = 0; i < helpers; ++i)
            threads.emplace_back(run);
        run();
    };
}

} // namespace workbench
