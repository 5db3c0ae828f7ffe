// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "workbench/workbench.h"

#include <array>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace workbench {

/// What the points of the battle map are coloured by. The region of a deal is that of the team which it names, else of its
/// owner's; its flag the gravest that nobody has put aside.
enum class MapBy : std::uint8_t { Region, Rep, Stage, Flag };
inline constexpr std::size_t mapBys = 4;

/// One of the regions, people, stages or rules that the codes of a column stand for.
struct MapName {
    std::string id; ///< empty for 0: no region, nobody, a stage that the playbook does not know, no flag
    domain::Label name;
    std::string pipeline = {};                     ///< of a stage
    std::optional<domain::Severity> severity = {}; ///< of a flag's rule

    friend bool operator==(const MapName &, const MapName &) = default;
};

struct MapPipeline {
    std::string id;
    domain::Label name;
    double daysCut = 0; ///< the playbook's, or from the pipeline's own median cycle
};

/// Where the map is divided (engine.md, "Battle map").
struct MapCuts {
    std::int64_t health = 0;    ///< from here on a deal is healthy
    std::optional<double> days; ///< up to here its close is near; none: up to the cut of its own pipeline

    friend bool operator==(const MapCuts &, const MapCuts &) = default;
};

struct MapGround;

/// All open deals of a scope as of an instant, column by column. Those with expected days to close come first, in the order of
/// `deal`, then those without, likewise. Never changes once made; may be read from any thread.
struct BattleMap {
    support::Instant asOf;
    support::Instant dataTime;
    bool judgesHealth = true; ///< false where nobody records what health is made of: there it says nothing
    MapCuts cuts;             ///< the playbook's; its days where all pipelines have the same
    std::vector<MapPipeline> pipelines;
    std::vector<support::Currency> currencies;
    std::array<std::vector<MapName>, mapBys> names; ///< by MapBy; what a code stands for

    std::size_t placed = 0;          ///< so many have expected days to close
    std::vector<std::uint32_t> deal; ///< which deal; the same number at every instant
    std::vector<float> days;         ///< expected to the close; of the placed ones alone
    std::vector<std::int32_t> health;
    std::vector<std::int64_t> amount;    ///< minor units; 0 where there is none
    std::vector<std::uint16_t> currency; ///< place in `currencies`; `noCurrency` where there is no amount
    /// The amount against what deals of its currency usually come to (engine::UsualAmounts), since there is no table of rates: 1
    /// is usual. 0 where there is no amount.
    std::vector<float> weight;
    std::vector<std::uint8_t> proven; ///< 1 where evidence bears the stage that is claimed
    std::vector<domain::Quadrant> quadrant;
    std::vector<std::uint16_t> pipeline; ///< place in `pipelines`; of the placed ones alone
    std::array<std::vector<std::uint32_t>, mapBys> codes;

    std::shared_ptr<const MapGround> ground; ///< what `mapDeals` reads

    static constexpr std::uint16_t noCurrency = std::numeric_limits<std::uint16_t>::max();

    [[nodiscard]] std::size_t size() const { return deal.size(); }
    [[nodiscard]] const std::vector<std::uint32_t> &code(MapBy by) const { return codes[static_cast<std::size_t>(by)]; }
    [[nodiscard]] const std::vector<MapName> &name(MapBy by) const { return names[static_cast<std::size_t>(by)]; }
};

/// Fails with Cancelled.
[[nodiscard]] support::Result<std::shared_ptr<const BattleMap>> battleMap(const Workbench &workbench, const Scope &scope,
                                                                          support::Instant asOf, std::stop_token stop = {});

/// How many deals there are somewhere and what they come to, claimed by all of them and proven by those whose evidence bears the
/// stage that they claim. A sum for each currency; past 64 bits it stays at the end of them.
struct MapSum {
    std::uint32_t deals = 0;
    std::uint32_t provenDeals = 0;
    std::vector<support::Money> claimed;
    std::vector<support::Money> proven;
};

struct MapTally {
    std::array<MapSum, 4> quadrants; ///< HighShort, LowShort, HighLong, LowLong
    MapSum withoutDays;

    [[nodiscard]] const MapSum &of(domain::Quadrant quadrant) const
    {
        return quadrant == domain::Quadrant::None ? withoutDays : quadrants[static_cast<std::size_t>(quadrant) - 1];
    }
};

/// Where a deal of the map stands under other cuts.
[[nodiscard]] domain::Quadrant quadrantOf(const BattleMap &map, const MapCuts &cuts, std::size_t place);
/// The map divided by `cuts`. `taken` says for each deal whether it counts; empty: all do.
[[nodiscard]] MapTally tally(const BattleMap &map, const MapCuts &cuts, std::span<const std::uint8_t> taken = {});
/// The deals at these places as one sum.
[[nodiscard]] MapSum sumOf(const BattleMap &map, std::span<const std::uint32_t> places);

/// What is told about single deals of the map, read when somebody looks at them: `places` in their order.
[[nodiscard]] std::vector<DealSummary> mapDeals(const Workbench &workbench, const BattleMap &map,
                                                std::span<const std::uint32_t> places);

/// For each of these deals the closed ones that are most like it, at most `each`, with what helped them (SimilarCase).
[[nodiscard]] std::vector<std::vector<SimilarCase>> mapCases(const Workbench &workbench, const BattleMap &map,
                                                             std::span<const std::uint32_t> places, std::size_t each,
                                                             const std::stop_token &stop = {});

} // namespace workbench
