// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/difference.h"
#include "engine/dwellcurve.h"
#include "workbench/funnelasked.h"
#include "workbench/parallel.h"

#include <algorithm>
#include <set>

namespace workbench {

using support::Result;

namespace {

constexpr std::size_t curveSteps = 400; ///< no chart shows more

static_assert(funnelFigures == engine::stageFigures);
static_assert(static_cast<int>(FunnelFigure::Evidence) == static_cast<int>(engine::StageFigure::Evidence));
static_assert(static_cast<int>(FunnelCount::OpenStuck) == static_cast<int>(engine::FunnelCount::OpenStuck));

support::Error cancelled()
{
    return {support::ErrorCode::Cancelled, "", "a newer question was asked"};
}

FigureDifference viewOf(const engine::Difference &difference)
{
    FigureDifference view;
    view.told = difference.isMoreThanChance();
    view.chance = difference.chance;
    view.alone = difference.alone;
    view.first = difference.first;
    view.second = difference.second;
    if (difference.interval)
        view.interval = {difference.interval->from, difference.interval->to};
    if (difference.within)
        view.withinDays = support::inDays(*difference.within);
    return view;
}

std::vector<FigureDifferences> viewOf(const std::vector<engine::StageDifferences> &stages)
{
    std::vector<FigureDifferences> views(stages.size());
    for (std::size_t place = 0; place < stages.size(); ++place) {
        for (std::size_t figure = 0; figure < funnelFigures; ++figure) {
            if (const auto &difference = stages[place].at(figure))
                views[place].at(figure) = viewOf(*difference);
        }
    }
    return views;
}

/// Fills one way through the stages of every side; the differences between two of them.
class SideFiller {
public:
    SideFiller(FunnelAsked &asked, const std::vector<FunnelSide> &sides) : m_asked(asked), m_sides(sides) {}

    [[nodiscard]] std::vector<engine::StageDifferences> fill(bool proven, std::vector<FunnelSideView> &views)
    {
        const engine::Stays stays = m_asked.stays(proven);
        for (std::size_t i = 0; i < m_sides.size(); ++i) {
            const auto slices = engine::funnel(stays, m_asked.query(m_sides[i]), onAllCores());
            const engine::FunnelSlice &slice = slices.empty() ? m_none : slices.front();
            std::vector<FunnelStageLine> &lines = proven ? views[i].proven : views[i].claimed;
            const auto &stages = m_asked.pipeline().stages;
            for (std::size_t place = 0; place < stages.size(); ++place)
                lines.push_back(stageLine(slices.empty() ? engine::FunnelStage() : slice.stages[place], stages[place]));
            if (proven)
                continue;
            views[i].unplaced = slice.unplaced;
            views[i].deals = slice.deals;
            views[i].won = slice.won;
            views[i].cycleDays = slice.cycleDays;
        }
        if (m_sides.size() < 2)
            return {};
        return engine::differences(stays, m_asked.query(m_sides[0]), m_asked.query(m_sides[1]), onAllCores());
    }

private:
    FunnelAsked &m_asked;
    const std::vector<FunnelSide> &m_sides;
    engine::FunnelSlice m_none;
};

/// The names of the slices with these ids; an id that no deal has is called what it is.
void nameSides(FunnelAsked &asked, const std::vector<FunnelSide> &sides, std::vector<FunnelSideView> &views)
{
    std::map<std::string, std::string> names;
    std::set<domain::SymbolKey> seen;
    for (const engine::DealRow &row : asked.board().deals) {
        const domain::SymbolKey key = asked.slices().key(row);
        if (seen.insert(key).second)
            names.emplace(asked.slices().id(key), asked.slices().name(key));
    }
    for (std::size_t i = 0; i < sides.size(); ++i) {
        const auto found = names.find(sides[i].slice.value_or(""));
        views[i].name = found != names.end() ? found->second : sides[i].slice.value_or("");
    }
}

} // namespace

Result<FunnelView> funnelView(const Workbench &workbench, const FunnelQuestion &question, const std::stop_token &stop)
{
    FunnelAsked asked(workbench.core(), question.base, question.by);
    if (const auto prepared = asked.prepare(stop); !prepared)
        return tl::unexpected(prepared.error());
    FunnelView view;
    view.ground = asked.ground();
    view.pipelines = asked.choices();
    view.pipeline = asked.pipeline().id.text();
    view.sides.resize(question.sides.size());
    nameSides(asked, question.sides, view.sides);
    SideFiller filler(asked, question.sides);
    std::array<std::vector<engine::StageDifferences>, 2> differences;
    for (const bool proven : {false, true}) {
        if (stop.stop_requested())
            return tl::unexpected(cancelled());
        differences.at(proven ? 1 : 0) = filler.fill(proven, view.sides);
    }
    engine::correctForNumber(differences); // both are shown at once
    view.claimed = viewOf(differences[0]);
    view.proven = viewOf(differences[1]);
    return view;
}

std::vector<SliceChoice> sliceChoices(const Workbench &workbench, const FunnelBase &base, FunnelBy by,
                                      const std::stop_token &stop)
{
    FunnelAsked asked(workbench.core(), base, by);
    if (!asked.prepare(stop))
        return {};
    std::map<domain::SymbolKey, std::size_t> counts;
    for (const engine::DealRow &row : asked.board().deals) {
        if (asked.scope().deal(row))
            ++counts[asked.slices().key(row)];
    }
    std::vector<SliceChoice> choices;
    for (const auto &[key, count] : counts)
        choices.push_back({asked.slices().id(key), asked.slices().name(key), count});
    std::ranges::sort(choices, {}, [](const SliceChoice &choice) {
        return std::tuple(choice.id.empty(), -static_cast<std::ptrdiff_t>(choice.deals), choice.name, choice.id);
    });
    return choices;
}

Result<DealList> dealsBehind(const Workbench &workbench, const FunnelQuestion &question, const FunnelNumber &number,
                             std::size_t limit, const std::stop_token &stop)
{
    const auto &[place, count] = number;
    FunnelAsked asked(workbench.core(), question.base, question.by);
    if (const auto prepared = asked.prepare(stop); !prepared)
        return tl::unexpected(prepared.error());
    const engine::Stays stays = asked.stays(place.proven);
    if (stop.stop_requested())
        return tl::unexpected(cancelled());
    if (count == FunnelCount::Unplaced)
        return asked.listOf(engine::dealsUnplaced(stays, asked.query(place.side)), limit);
    const auto at = asked.place(place.stage);
    if (!at)
        return tl::unexpected(at.error());
    return asked.listOf(engine::dealsCounted(stays, asked.query(place.side), *at, static_cast<engine::FunnelCount>(count)),
                        limit);
}

Result<DwellCurveView> dwellCurve(const Workbench &workbench, const FunnelQuestion &question, const FunnelPlace &place,
                                  const std::stop_token &stop)
{
    FunnelAsked asked(workbench.core(), question.base, question.by);
    if (const auto prepared = asked.prepare(stop); !prepared)
        return tl::unexpected(prepared.error());
    const auto at = asked.place(place.stage);
    if (!at)
        return tl::unexpected(at.error());
    const engine::DwellCurve curve = engine::dwellCurve(asked.stays(place.proven), asked.query(place.side), *at);
    DwellCurveView view;
    view.entered = curve.entered;
    view.left = curve.left;
    view.longestDays = support::inDays(curve.longest);
    view.limitDays = asked.pipeline().stages[*at].limitDays;
    const std::size_t each = curve.steps.size() / curveSteps + 1;
    for (std::size_t i = 0; i < curve.steps.size(); ++i) {
        const engine::DwellCurve::Step &step = curve.steps[i];
        if (i % each == 0 || i + 1 == curve.steps.size())
            view.steps.push_back({support::inDays(step.at), step.staying, step.band.from, step.band.to, step.atRisk});
    }
    return view;
}

} // namespace workbench
