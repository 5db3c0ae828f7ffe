// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "engine/chance.h"
#include "engine/dealstate.h"
#include "history/builder.h"

#include "support/civil.h"

#include <functional>
#include <optional>
#include <vector>

namespace engine {

/// What the playbook calls a bounce: more changes of stage than this within such a time (56).
struct BounceRule {
    int moreThan = 0;
    support::Duration within;
};

/// Of the first enabled rule that asks for the changes of stage; nothing where the playbook has none.
[[nodiscard]] std::optional<BounceRule> bounceRule(const domain::Playbook &playbook);

/// An hour of the week in the organisation's zone: 0 is Monday 0:00 to 1:00.
struct WeekHour {
    std::uint8_t value = 0;

    static constexpr std::size_t count = std::size_t{7} * 24;
    [[nodiscard]] int weekday() const { return value / 24; } ///< 0 Monday
    [[nodiscard]] int hour() const { return value % 24; }
    friend constexpr auto operator<=>(WeekHour, WeekHour) = default;
};

/// A change of stage as people claimed it.
struct StageChange {
    WeekHour hour;
    bool inBounce = false; ///< among more changes of its deal than the rule allows in its time
};

/// A deal whose stage changed in the period.
struct ChangedDeal {
    history::DealIndex deal;
    domain::SymbolKey customer = 0;
    domain::SymbolKey owner = 0;
    domain::SymbolKey team = 0; ///< named by the deal itself; 0: the owner's
    domain::SymbolKey product = 0;
    domain::SymbolKey segment = 0;
    std::uint32_t first = 0;         ///< its changes among Bounces::changes: the first
    std::uint32_t count = 0;         ///< and how many
    std::uint32_t most = 0;          ///< of them within the rule's time
    WeekHour middle = {};            ///< of the earliest of the times with the most: when the middle one of these changes was
    bool bounced = false;            ///< the most are more than the rule allows
    support::Instant bouncedAt = {}; ///< by which change it first was
};

struct BounceQuery {
    BounceRule rule;
    support::TimeZone zone = support::TimeZone::utc();
    support::Instant from = support::Instant::min(); ///< changes in [from, to)
    support::Instant to = support::Instant::max();
    std::function<domain::SymbolKey(const ChangedDeal &)> segment = {}; ///< none: all deals are of segment 0
    std::function<bool(const ChangedDeal &)> accept = {};               ///< none: every deal
};

/// The changes of stage in a period. Its deals are in the order of the history, the changes of each in the order they happened.
struct Bounces {
    std::vector<ChangedDeal> deals;
    std::vector<StageChange> changes;
};

[[nodiscard]] Bounces bounces(const history::History &history, const CompiledPlaybook &playbook, support::Instant asOf,
                              const BounceQuery &query, const history::ForEach &forEach = history::inOrder);

/// A time of the week or a segment in which deals bounce more than by chance.
struct BouncePattern {
    std::optional<WeekHour> hour; ///< none: it is the segment
    domain::SymbolKey segment = 0;
    double share = 0;        ///< of the changes in bounces
    double usual = 0;        ///< of all other changes
    std::uint32_t deals = 0; ///< that bounced with a change there
    double chance = 1;       ///< corrected for the number of hours and segments looked at
};

/// What is more than chance, the greatest share first; nothing where nothing is. Each hour of the week and each segment is asked
/// by Fisher's exact test, one-sided, whether more of the bouncing deals belong to it than of the others, corrected by Holm. A
/// deal is counted once, with the middle of the changes that came closest together: the changes of one deal are no independent
/// witnesses.
[[nodiscard]] std::vector<BouncePattern> bouncePatterns(const Bounces &bounces);

} // namespace engine
