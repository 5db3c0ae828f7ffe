// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "history/due.h"

#include <algorithm>

namespace history {

bool isDue(const Block &block, std::size_t slot, support::Instant from, support::Instant to)
{
    const auto between = [&](support::Instant instant) { return from < instant && instant <= to; };
    const auto changes = [&](const auto &run) {
        for (std::size_t i = 0; i < run.size(); ++i) {
            const Stamp &stamp = run.stamps[i];
            if (between(std::max(stamp.occurred, stamp.recorded))
                || (run.facts[i].superseded && between(block.until(run.facts[i].number))))
                return true;
        }
        return false;
    };
    return changes(block.events(slot)) || changes(block.acts(slot)) || changes(block.files(slot));
}

std::vector<support::Instant> turns(const Block &block, std::size_t slot, support::Instant from, support::Instant to)
{
    std::vector<support::Instant> instants;
    const auto note = [&](support::Instant instant) {
        if (from < instant && instant <= to)
            instants.push_back(instant);
    };
    const auto read = [&](const auto &run) {
        for (std::size_t i = 0; i < run.size(); ++i) {
            note(std::max(run.stamps[i].occurred, run.stamps[i].recorded));
            if (run.facts[i].superseded)
                note(block.until(run.facts[i].number));
        }
    };
    read(block.events(slot));
    read(block.acts(slot));
    read(block.files(slot));
    std::ranges::sort(instants);
    instants.erase(std::ranges::unique(instants).begin(), instants.end());
    return instants;
}

} // namespace history
