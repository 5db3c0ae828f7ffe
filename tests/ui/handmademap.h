// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "workbench/battlemap.h"

#include <memory>
#include <random>

namespace handmade {

/// A map of `count` deals somewhere in 200 days and between −100 and 300, by one seed always the same: two regions, three reps,
/// no flags; each tenth deal has no expected days.
inline std::shared_ptr<const workbench::BattleMap> map(std::size_t count, unsigned seed = 1)
{
    std::mt19937 random(seed);
    const auto below = [&](std::uint32_t end) { return static_cast<std::uint32_t>(random() % end); };
    auto map = std::make_shared<workbench::BattleMap>();
    map->cuts = {60, 50};
    map->pipelines = {{"p", {"P", "P"}, 50}};
    map->currencies = {*support::Currency::parse("CNY")};
    const auto names = [&](workbench::MapBy by, std::initializer_list<const char *> ids) {
        auto &list = map->names[static_cast<std::size_t>(by)];
        list.emplace_back();
        for (const char *id : ids)
            list.push_back({id, {id, id}});
    };
    names(workbench::MapBy::Region, {"north", "south"});
    names(workbench::MapBy::Rep, {"ann", "bob", "cid"});
    names(workbench::MapBy::Stage, {"first", "second"});
    names(workbench::MapBy::Flag, {});
    const std::size_t without = count / 10;
    map->placed = count - without;
    for (std::size_t i = 0; i < count; ++i) {
        const bool placed = i < map->placed;
        map->deal.push_back(static_cast<std::uint32_t>(i));
        map->health.push_back(static_cast<std::int32_t>(below(81)) * 5 - 100);
        map->amount.push_back(static_cast<std::int64_t>(below(1'000'000)));
        map->currency.push_back(0);
        map->weight.push_back(static_cast<float>(below(300)) / 100);
        map->proven.push_back(static_cast<std::uint8_t>(below(2)));
        map->codes[0].push_back(below(3));
        map->codes[1].push_back(below(4));
        map->codes[2].push_back(below(3));
        map->codes[3].push_back(0);
        if (placed) {
            map->days.push_back(static_cast<float>(below(20'000)) / 100);
            map->pipeline.push_back(0);
        }
        const bool high = map->health[i] >= map->cuts.health;
        const bool isShort = placed && static_cast<double>(map->days[i]) <= *map->cuts.days;
        const auto quadrant = high ? (isShort ? domain::Quadrant::HighShort : domain::Quadrant::HighLong)
                                   : (isShort ? domain::Quadrant::LowShort : domain::Quadrant::LowLong);
        map->quadrant.push_back(placed ? quadrant : domain::Quadrant::None);
    }
    return map;
}

} // namespace handmade
