// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/battlemap.h"

#include "workbench/inscope.h"
#include "workbench/regions.h"
#include "workbench/resolver.h"
#include "workbench/similarcases.h"

#include <algorithm>
#include <unordered_map>

namespace workbench {

using support::Result;

/// What a map was made from.
struct MapGround {
    std::shared_ptr<const Snapshot> snapshot;
    std::shared_ptr<const engine::Board> board;
};

namespace {

/// The codes of one column, given in the order in which they are met; 0 is nothing.
class Coding {
public:
    explicit Coding(std::vector<MapName> &names) : m_names(names) { m_names.emplace_back(); }

    /// `describe()` gives the name of a key that was not met before, or nothing where it is none.
    template <class Describe>
    [[nodiscard]] std::uint32_t of(domain::SymbolKey key, const Describe &describe)
    {
        if (key == 0)
            return 0;
        const auto [known, isNew] = m_codes.try_emplace(key);
        if (isNew)
            known->second = codeOf(describe());
        return known->second;
    }

private:
    /// Keys of one id have one code: a region is met by each of its teams.
    [[nodiscard]] std::uint32_t codeOf(MapName name)
    {
        auto at = std::ranges::find(m_names, name.id, &MapName::id);
        if (at == m_names.end())
            at = m_names.insert(at, std::move(name));
        return static_cast<std::uint32_t>(at - m_names.begin());
    }

    std::vector<MapName> &m_names;
    std::unordered_map<domain::SymbolKey, std::uint32_t> m_codes;
};

domain::Label same(const std::string &text)
{
    return {text, text};
}

/// Fills the columns from the rows of a board.
class Drawer {
public:
    Drawer(const Core &core, const MapGround &ground, BattleMap &map)
        : m_snapshot(*ground.snapshot)
        , m_board(*ground.board)
        , m_playbook(ground.snapshot->playbook(map.asOf).compiled->playbook())
        , m_map(map)
        , m_regions(core, *ground.snapshot, map.asOf)
        , m_regionCodes(map.names[static_cast<std::size_t>(MapBy::Region)])
        , m_ownerCodes(map.names[static_cast<std::size_t>(MapBy::Rep)])
    {
        nameStages();
        nameFlags();
    }

    void reserve(std::size_t placed, std::size_t all) const
    {
        m_map.days.reserve(placed);
        m_map.pipeline.reserve(placed);
        m_map.deal.reserve(all);
        m_map.health.reserve(all);
        m_map.amount.reserve(all);
        m_map.currency.reserve(all);
        m_map.weight.reserve(all);
        m_map.proven.reserve(all);
        m_map.quadrant.reserve(all);
        for (auto &codes : m_map.codes)
            codes.reserve(all);
    }

    void add(const engine::DealRow &row, std::span<const engine::FlagRow> flags)
    {
        constexpr std::int64_t least = std::numeric_limits<std::int32_t>::min();
        constexpr std::int64_t most = std::numeric_limits<std::int32_t>::max();
        m_map.deal.push_back(row.index());
        m_map.health.push_back(static_cast<std::int32_t>(std::clamp(row.health, least, most)));
        m_map.proven.push_back(row.claimed >= 0 && row.proven >= row.claimed ? 1 : 0);
        m_map.quadrant.push_back(row.quadrant);
        if (row.hasDaysToClose) {
            m_map.days.push_back(row.daysToClose);
            m_map.pipeline.push_back(static_cast<std::uint16_t>(row.pipeline));
        }
        addMoney(row);
        push(MapBy::Region, m_regionCodes.of(row.team != 0 ? row.team : row.owner, [&] { return region(row); }));
        push(MapBy::Rep, m_ownerCodes.of(row.owner, [&] { return owner(row.owner); }));
        push(MapBy::Stage, row.pipeline < 0 || row.claimed < 0
                               ? 0
                               : m_firstStage[static_cast<std::size_t>(row.pipeline)] + static_cast<std::uint32_t>(row.claimed));
        push(MapBy::Flag, gravest(flags));
    }

private:
    [[nodiscard]] std::vector<MapName> &names(MapBy by) const { return m_map.names[static_cast<std::size_t>(by)]; }
    void push(MapBy by, std::uint32_t code) const { m_map.codes[static_cast<std::size_t>(by)].push_back(code); }

    void nameStages()
    {
        names(MapBy::Stage).emplace_back();
        for (const domain::Pipeline &pipeline : m_playbook.pipelines) {
            m_firstStage.push_back(static_cast<std::uint32_t>(names(MapBy::Stage).size()));
            for (const domain::Stage &stage : pipeline.stages)
                names(MapBy::Stage).push_back({stage.id.text(), stage.name, pipeline.id.text(), std::nullopt});
        }
    }

    void nameFlags() const
    {
        names(MapBy::Flag).emplace_back();
        for (const domain::Rule &rule : m_playbook.rules)
            names(MapBy::Flag).push_back({rule.id.text(), rule.name, {}, rule.severity});
    }

    [[nodiscard]] MapName region(const engine::DealRow &row)
    {
        const std::string id = m_regions.of(row);
        const domain::Team *team = m_snapshot.organisation->team(id, m_map.asOf);
        return {id, same(team != nullptr ? team->name.text() : id)};
    }

    [[nodiscard]] MapName owner(domain::SymbolKey key) const
    {
        return {m_snapshot.organisation->personId(key), same(m_snapshot.organisation->personName(key, m_map.asOf))};
    }

    [[nodiscard]] std::uint32_t gravest(std::span<const engine::FlagRow> flags) const
    {
        const engine::FlagRow *found = nullptr;
        for (const engine::FlagRow &flag : flags) {
            const auto graver = [&] { return m_playbook.rules[flag.rule].severity > m_playbook.rules[found->rule].severity; };
            if (engine::isActive(flag.state) && (found == nullptr || graver()))
                found = &flag;
        }
        return found == nullptr ? 0 : found->rule + 1U;
    }

    void addMoney(const engine::DealRow &row)
    {
        const bool has = row.hasAmount && row.currency != 0;
        m_map.amount.push_back(has ? row.amount : 0);
        m_map.currency.push_back(has ? currency(row.currency) : BattleMap::noCurrency);
        const double usual = has ? m_board.calibration->usual.in(row.currency) : 0;
        m_map.weight.push_back(usual > 0 ? static_cast<float>(engine::inMajor(row.amount, row.currency) / usual) : 0.F);
    }

    [[nodiscard]] std::uint16_t currency(std::uint32_t packed)
    {
        if (packed != m_lastCurrency) {
            const support::Currency wanted = support::Currency::unpack(packed);
            auto at = std::ranges::find(m_map.currencies, wanted);
            if (at == m_map.currencies.end())
                at = m_map.currencies.insert(at, wanted);
            m_lastCurrency = packed;
            m_lastPlace = static_cast<std::uint16_t>(at - m_map.currencies.begin());
        }
        return m_lastPlace;
    }

    const Snapshot &m_snapshot;
    const engine::Board &m_board;
    const domain::Playbook &m_playbook;
    BattleMap &m_map;
    Regions m_regions;
    Coding m_regionCodes;
    Coding m_ownerCodes;
    std::vector<std::uint32_t> m_firstStage; ///< by pipeline, its code
    std::uint32_t m_lastCurrency = 0;
    std::uint16_t m_lastPlace = 0;
};

MapCuts cutsOf(const domain::Playbook &playbook, const std::vector<MapPipeline> &pipelines)
{
    MapCuts cuts{playbook.healthCut(), std::nullopt};
    const auto alike = [&](const MapPipeline &one) { return one.daysCut == pipelines.front().daysCut; };
    if (!pipelines.empty() && std::ranges::all_of(pipelines, alike))
        cuts.days = pipelines.front().daysCut;
    return cuts;
}

/// The open deals in scope: those with expected days, or those without.
template <class Take>
void eachOpen(const engine::Board &board, const InScope &inScope, bool placed, const Take &take)
{
    for (const auto &part : board.deals.parts()) {
        auto flag = part->flags.begin();
        for (std::size_t i = 0; i < part->rows.size(); ++i) {
            const engine::DealRow &row = part->rows[i];
            flag = std::find_if(flag, part->flags.end(), [&](const engine::FlagRow &one) { return one.row >= row.index(); });
            const auto end =
                std::find_if(flag, part->flags.end(), [&](const engine::FlagRow &one) { return one.row > row.index(); });
            if (part->standings[i].open && row.hasDaysToClose == placed && inScope.deal(row))
                take(row, std::span(flag, end));
            flag = end;
        }
    }
}

std::size_t countOpen(const engine::Board &board, const InScope &inScope, bool placed)
{
    std::size_t count = 0;
    eachOpen(board, inScope, placed, [&](const engine::DealRow &, std::span<const engine::FlagRow>) { ++count; });
    return count;
}

} // namespace

Result<std::shared_ptr<const BattleMap>> battleMap(const Workbench &workbench, const Scope &scope, support::Instant asOf,
                                                   std::stop_token stop)
{
    const Core &core = workbench.core();
    auto snapshot = core.snapshot();
    auto board = core.board(*snapshot, asOf, stop);
    if (!board || stop.stop_requested())
        return support::failure(support::ErrorCode::Cancelled, "", "a newer question was asked");
    const auto ground = std::make_shared<const MapGround>(MapGround{std::move(snapshot), std::move(board)});
    const domain::Playbook &playbook = ground->snapshot->playbook(asOf).compiled->playbook();
    auto map = std::make_shared<BattleMap>();
    map->asOf = asOf;
    map->dataTime = core.dataTime(*ground->snapshot, asOf);
    map->judgesHealth = core.coverage(*ground->snapshot, asOf).health;
    for (std::size_t i = 0; i < playbook.pipelines.size(); ++i)
        map->pipelines.push_back(
            {playbook.pipelines[i].id.text(), playbook.pipelines[i].name, ground->board->calibration->pipelines[i].daysCut});
    map->cuts = cutsOf(playbook, map->pipelines);
    const InScope inScope(core, *ground->snapshot, scope, asOf);
    Drawer drawer(core, *ground, *map);
    map->placed = countOpen(*ground->board, inScope, true);
    drawer.reserve(map->placed, map->placed + countOpen(*ground->board, inScope, false));
    for (const bool placed : {true, false})
        eachOpen(*ground->board, inScope, placed,
                 [&](const engine::DealRow &row, std::span<const engine::FlagRow> flags) { drawer.add(row, flags); });
    map->ground = ground;
    return map;
}

std::vector<DealSummary> mapDeals(const Workbench &workbench, const BattleMap &map, std::span<const std::uint32_t> places)
{
    const MapGround &ground = *map.ground;
    Resolver resolver(workbench.core(), *ground.snapshot, ground.snapshot->playbook(map.asOf), map.asOf);
    std::vector<const engine::DealRow *> rows;
    for (const std::uint32_t place : places)
        rows.push_back(&ground.board->deals[map.deal[place]]);
    resolver.prefetch(rows);
    std::vector<DealSummary> deals;
    for (const engine::DealRow *row : rows)
        deals.push_back(resolver.summary(*row));
    return deals;
}

std::vector<std::vector<SimilarCase>> mapCases(const Workbench &workbench, const BattleMap &map,
                                               std::span<const std::uint32_t> places, std::size_t each,
                                               const std::stop_token &stop)
{
    const MapGround &ground = *map.ground;
    Resolver resolver(workbench.core(), *ground.snapshot, ground.snapshot->playbook(map.asOf), map.asOf);
    const SimilarCases cases(*ground.snapshot, resolver, *ground.board);
    std::vector<std::vector<SimilarCase>> found;
    for (const std::uint32_t place : places) {
        if (stop.stop_requested())
            break;
        found.push_back(cases.of(ground.board->deals[map.deal[place]], each));
    }
    return found;
}

} // namespace workbench
