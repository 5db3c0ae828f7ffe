// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "engine/stays.h"

#include <functional>
#include <optional>
#include <vector>

namespace engine {

/// Amounts of one currency.
struct MoneySum {
    std::uint32_t currency = 0;
    std::int64_t sum = 0; ///< minor units; the greatest number there is where it would be more

    friend bool operator==(const MoneySum &, const MoneySum &) = default;
};

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
    std::uint32_t withoutFields = 0;   ///< deals that miss a field or more
    std::uint32_t withoutEvidence = 0; ///< deals that miss evidence
    std::uint32_t openOverrun = 0;     ///< of those still here, longer than the limit
    std::uint32_t openMissing = 0;     ///< of those still here, without a field or evidence
    std::uint32_t openStuck = 0;       ///< of those still here, one or the other
    std::vector<MoneySum> openMoney;   ///< the amounts of those still here, by currency
};

struct FunnelSlice {
    domain::SymbolKey key = 0;
    std::vector<FunnelStage> stages; ///< by place
    std::uint32_t unplaced = 0;      ///< created in the period, and in no stage that somebody told and the playbook knows
    std::uint32_t deals = 0;         ///< created in the period
    std::uint32_t won = 0;           ///< of these
    std::optional<double> cycleDays; ///< their mean from the creation to the win
};

struct FunnelQuery {
    support::Instant from = support::Instant::min(); ///< first entries in [from, to)
    support::Instant to = support::Instant::max();
    std::function<domain::SymbolKey(const StayDeal &)> slice = {}; ///< none: one slice with key 0
    std::function<bool(const StayDeal &)> accept = {};             ///< none: every deal
};

/// A count of a funnel.
enum class FunnelCount : std::uint8_t {
    Entered,
    Forward,
    Back,
    Lost,
    Open,
    Elsewhere,
    Won,
    Overrun,
    WithoutFields,
    WithoutEvidence,
    OpenOverrun,
    OpenMissing,
    OpenStuck,
};

/// The deals that a count of the stage at `place` counts, in the order of the history; `query.slice` is not asked.
[[nodiscard]] std::vector<history::DealIndex> dealsCounted(const Stays &stays, const FunnelQuery &query, std::size_t place,
                                                           FunnelCount count);
/// Likewise those that are in no stage (FunnelSlice::unplaced).
[[nodiscard]] std::vector<history::DealIndex> dealsUnplaced(const Stays &stays, const FunnelQuery &query);

/// The funnel of every slice that has a deal, by key.
[[nodiscard]] std::vector<FunnelSlice> funnel(const Stays &stays, const FunnelQuery &query,
                                              const history::ForEach &forEach = history::inOrder);

} // namespace engine
