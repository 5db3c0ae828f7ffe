// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/bounce.h"

#include "engine/fold.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace engine {

using support::Instant;

namespace {

/// The bound of the first test of `condition` that asks for the changes of stage.
std::optional<int> boundIn(const domain::Condition &condition)
{
    if (const auto *group = std::get_if<domain::ConditionGroup>(&condition.test)) {
        for (const domain::Condition &part : group->parts) {
            if (const auto bound = boundIn(part))
                return bound;
        }
    }
    const auto *test = std::get_if<domain::MeasureTest>(&condition.test);
    if (!test || test->measure != domain::Measure::StageChangesWeek || !std::holds_alternative<double>(test->limit))
        return std::nullopt;
    const double limit = std::get<double>(test->limit);
    if (test->comparison == domain::Comparison::More)
        return static_cast<int>(std::floor(limit));
    return test->comparison == domain::Comparison::AtLeast ? std::optional(static_cast<int>(std::ceil(limit)) - 1) : std::nullopt;
}

/// Finds the changes of some neighbouring deals.
class Finder {
public:
    Finder(const CompiledPlaybook &playbook, Instant asOf, const BounceQuery &query)
        : m_playbook(playbook)
        , m_asOf(asOf)
        , m_query(query)
    {}

    void look(const history::History &history, std::size_t first, std::size_t end)
    {
        for (std::size_t i = first; i < end; ++i) {
            fold(history, m_playbook, {static_cast<std::uint32_t>(i)}, {m_asOf, Depth::Path}, m_state);
            if (m_state.exists)
                addDeal();
        }
    }

    /// Appends what was found, less what is not asked about.
    void give(Bounces &to) const
    {
        for (ChangedDeal deal : m_found.deals) {
            if (m_query.accept && !m_query.accept(deal))
                continue;
            const auto from = m_found.changes.begin() + deal.first;
            deal.first = static_cast<std::uint32_t>(to.changes.size());
            deal.segment = m_query.segment ? m_query.segment(deal) : 0;
            to.changes.insert(to.changes.end(), from, from + deal.count);
            to.deals.push_back(deal);
        }
    }

private:
    void addDeal()
    {
        m_times.clear();
        for (std::size_t i = 0; i < m_state.moves.size(); ++i) {
            const Instant at = m_state.moves[i].at;
            if (m_state.isStageChange(i) && at >= m_query.from && at < m_query.to)
                m_times.push_back(at);
        }
        if (m_times.empty())
            return;
        ChangedDeal deal{m_state.deal, m_state.customer, m_state.owner, m_state.team, m_state.product};
        deal.first = static_cast<std::uint32_t>(m_found.changes.size());
        deal.count = static_cast<std::uint32_t>(m_times.size());
        for (const Instant at : m_times)
            m_found.changes.push_back({hourOf(at)});
        slide(deal);
        m_found.deals.push_back(deal);
    }

    /// Slides the rule's time over the changes.
    void slide(ChangedDeal &deal)
    {
        const auto allowed = static_cast<std::size_t>(std::max(0, m_query.rule.moreThan));
        std::size_t begin = 0;
        for (std::size_t last = 0; last < m_times.size(); ++last) {
            while (m_times[last] - m_times[begin] >= m_query.rule.within)
                ++begin;
            const std::size_t count = last - begin + 1;
            if (count > deal.most) {
                deal.most = static_cast<std::uint32_t>(count);
                deal.middle = m_found.changes[deal.first + begin + count / 2].hour;
            }
            if (count <= allowed)
                continue;
            if (!deal.bounced)
                deal.bouncedAt = m_times[last];
            deal.bounced = true;
            for (std::size_t i = begin; i <= last; ++i)
                m_found.changes[deal.first + i].inBounce = true;
        }
    }

    [[nodiscard]] WeekHour hourOf(Instant at) const
    {
        const int day = support::weekday(m_query.zone.dateOf(at));
        return {static_cast<std::uint8_t>(day * 24 + m_query.zone.minuteOfDay(at) / 60)};
    }

    const CompiledPlaybook &m_playbook;
    Instant m_asOf;
    const BounceQuery &m_query;
    Bounces m_found;
    // Kept from deal to deal, so that nothing is allocated.
    DealState m_state;
    std::vector<Instant> m_times;
};

/// How many deals or changes of the bouncing and of the others belong somewhere.
struct Sides {
    std::uint32_t bouncing = 0;
    std::uint32_t others = 0;

    void add(bool bounced) { ++(bounced ? bouncing : others); }
    [[nodiscard]] Share shareOfBouncing(const Sides &all) const { return {bouncing, all.bouncing}; }
    [[nodiscard]] Share shareOfOthers(const Sides &all) const { return {others, all.others}; }
};

/// What is counted of everything, of each hour of the week, and of each segment.
struct Counts {
    Sides all;
    std::array<Sides, WeekHour::count> hours;
    std::map<domain::SymbolKey, Sides> segments;

    void add(WeekHour hour, domain::SymbolKey segment, bool bounced)
    {
        all.add(bounced);
        hours.at(hour.value).add(bounced);
        segments[segment].add(bounced);
    }
};

/// The hours and segments that any deal belongs to, each with its chance.
std::vector<BouncePattern> candidates(const Counts &deals)
{
    std::vector<BouncePattern> found;
    const auto ask = [&](std::optional<WeekHour> hour, domain::SymbolKey segment, const Sides &sides) {
        BouncePattern &pattern = found.emplace_back();
        pattern.hour = hour;
        pattern.segment = segment;
        pattern.chance = chanceOfExcess(sides.shareOfBouncing(deals.all), sides.shareOfOthers(deals.all));
    };
    for (std::size_t i = 0; i < WeekHour::count; ++i) {
        const WeekHour hour{static_cast<std::uint8_t>(i)};
        if (const Sides &sides = deals.hours.at(i); sides.bouncing + sides.others > 0)
            ask(hour, 0, sides);
    }
    for (const auto &[segment, sides] : deals.segments) {
        if (segment != 0) // nobody told which: that is no kind of customer
            ask(std::nullopt, segment, sides);
    }
    return found;
}

std::span<const StageChange> changesOf(const Bounces &bounces, const ChangedDeal &deal)
{
    return std::span(bounces.changes).subspan(deal.first, deal.count);
}

std::uint32_t bouncedThere(const Bounces &bounces, const BouncePattern &pattern)
{
    const auto isThere = [&](const ChangedDeal &deal) {
        if (!deal.bounced)
            return false;
        return pattern.hour ? std::ranges::any_of(changesOf(bounces, deal),
                                                  [&](const StageChange &c) { return c.inBounce && c.hour == *pattern.hour; })
                            : deal.segment == pattern.segment;
    };
    return static_cast<std::uint32_t>(std::ranges::count_if(bounces.deals, isThere));
}

} // namespace

std::optional<BounceRule> bounceRule(const domain::Playbook &playbook)
{
    for (const domain::Rule &rule : playbook.rules) {
        const auto bound = rule.enabled ? boundIn(rule.when) : std::nullopt;
        if (bound)
            return BounceRule{*bound, support::days(playbook.windows.bounceDays)};
    }
    return std::nullopt;
}

Bounces bounces(const history::History &history, const CompiledPlaybook &playbook, Instant asOf, const BounceQuery &query,
                const history::ForEach &forEach)
{
    constexpr std::size_t each = 16 * history::Block::slots;
    const std::size_t count = history.deals().size();
    std::vector<Finder> finders((count + each - 1) / each, Finder(playbook, asOf, query));
    forEach(finders.size(), [&](std::size_t at) { finders[at].look(history, at * each, std::min(count, (at + 1) * each)); });
    Bounces all;
    for (const Finder &finder : finders)
        finder.give(all);
    return all;
}

std::vector<BouncePattern> bouncePatterns(const Bounces &bounces)
{
    Counts deals;
    Counts changes;
    for (const ChangedDeal &deal : bounces.deals) {
        deals.add(deal.middle, deal.segment, deal.bounced);
        for (const StageChange &change : changesOf(bounces, deal))
            changes.add(change.hour, deal.segment, change.inBounce);
    }
    if (deals.all.bouncing == 0 || deals.all.others == 0)
        return {};
    std::vector<BouncePattern> found = candidates(deals);
    std::vector<double> chances;
    std::ranges::transform(found, std::back_inserter(chances), &BouncePattern::chance);
    const std::vector<double> corrected = correctedForNumber(chances);
    for (std::size_t i = 0; i < found.size(); ++i)
        found[i].chance = corrected[i];
    std::erase_if(found, [](const BouncePattern &pattern) { return pattern.chance >= tellingChance; });
    for (BouncePattern &pattern : found) {
        const Sides &there = pattern.hour ? changes.hours.at(pattern.hour->value) : changes.segments[pattern.segment];
        pattern.share = there.shareOfBouncing(changes.all).value();
        pattern.usual = there.shareOfOthers(changes.all).value();
        pattern.deals = bouncedThere(bounces, pattern);
    }
    std::ranges::stable_sort(found, std::greater(), &BouncePattern::share);
    return found;
}

} // namespace engine
