// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "engine/stays.h"

#include <functional>
#include <vector>

namespace engine {

/// One stage of a funnel (engine.md, "Funnel and dwell"), for one slice. Each deal counts once a stage, however often it
/// bounces, and entered = forward + back + lost + open + elsewhere.
struct FunnelStage {
    std::uint32_t entered = 0;        ///< for the first time in the period
    std::uint32_t forward = 0;        ///< now further on, or won
    std::uint32_t back = 0;           ///< now before it
    std::uint32_t lost = 0;           ///< lost from here
    std::uint32_t open = 0;           ///< still here
    std::uint32_t elsewhere = 0;      ///< open, and left for a stage that the playbook does not know
    std::uint32_t won = 0;            ///< of all that entered
    std::optional<double> conversion; ///< share that goes on, open deals censored; nothing where none has ended
    std::optional<double> winRate;    ///< share that is won, likewise
    std::optional<support::Duration>
        dwellMedian; ///< spent here, all visits of a deal together while it was open, open deals censored
    std::optional<support::Duration> dwellEightieth; ///< within which four of five have left, likewise
    std::optional<double> meanDwellDays;             ///< of the deals that left, the naive mean
    std::uint32_t overrun = 0;                       ///< longer here than the stage's own limit
    std::uint32_t fieldsAsked = 0;
    std::uint32_t fieldsMissing = 0;
    std::uint32_t evidenceAsked = 0;
    std::uint32_t evidenceMissing = 0;
};

struct FunnelSlice {
    domain::SymbolKey key = 0;
    std::vector<FunnelStage> stages; ///< by place
    std::uint32_t unplaced = 0;      ///< created in the period, and in no stage that somebody told and the playbook knows
};

struct FunnelQuery {
    support::Instant from = support::Instant::min(); ///< first entries in [from, to)
    support::Instant to = support::Instant::max();
    std::function<domain::SymbolKey(const StayDeal &)> slice = {}; ///< none: one slice with key 0
    std::function<bool(const StayDeal &)> accept = {};             ///< none: every deal
};

/// The funnel of every slice that has a deal, by key.
[[nodiscard]] std::vector<FunnelSlice> funnel(const Stays &stays, const FunnelQuery &query,
                                              const history::ForEach &forEach = history::inOrder);

} // namespace engine
