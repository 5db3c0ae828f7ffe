// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "engine/stays.h"

#include "engine/fold.h"
#include "engine/gate.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace engine {

namespace {

struct Step {
    int place; ///< -1: a stage that the playbook does not know
    support::Instant at;
};

/// A deal's way through the stages until it ended, claimed or proven, and how it ended.
struct Way {
    std::vector<Step> steps;
    Status status = Status::Open;
    support::Instant end; ///< when it closed, or as-of
};

void claimedWay(const DealState &state, Way &way)
{
    if (state.startedUnmoved())
        way.steps.push_back({0, state.created.at});
    for (const Move &move : state.moves) {
        if (move.at <= way.end)
            way.steps.push_back({move.place, move.at});
    }
}

/// Each stage is entered when all gates before it hold; what was proven once and no more does not show.
void provenWay(const DealState &state, support::Instant asOf, Way &way)
{
    way.steps.push_back({0, state.created.at});
    support::Instant since = state.created.at;
    const int proven = provenPlace(state, asOf);
    for (int place = 1; place <= proven; ++place) {
        const auto before = static_cast<std::size_t>(place - 1);
        since = std::max(since, state.pipeline->stages[before].asksNothing ? since : gateSince(state, before, asOf));
        way.steps.push_back({place, std::min(since, way.end)});
    }
}

/// While it was open.
support::Duration timeSpent(const DealState &state, const Way &way, int place)
{
    support::Duration spent;
    for (std::size_t i = 0; i < way.steps.size(); ++i) {
        const support::Instant until = i + 1 < way.steps.size() ? way.steps[i + 1].at : way.end;
        if (way.steps[i].place == place && until > way.steps[i].at)
            spent = spent + (until - way.steps[i].at) - state.closedTime(way.steps[i].at, until);
    }
    return spent;
}

/// When the way first went past `place` after `entered`; its end where it never did.
support::Instant firstBeyond(const Way &way, int place, support::Instant entered)
{
    const auto beyond =
        std::ranges::find_if(way.steps, [&](const Step &step) { return step.place > place && step.at >= entered; });
    return beyond == way.steps.end() ? way.end : std::min(beyond->at, way.end);
}

/// Of a stage that the way came through. Stages that the playbook does not know lie nowhere: the last one that it knows counts.
Outcome outcomeOf(const Way &way, int place)
{
    const auto known = std::find_if(way.steps.rbegin(), way.steps.rend(), [](const Step &step) { return step.place >= 0; });
    if (known->place > place || way.status == Status::Won)
        return Outcome::Forward;
    if (known->place < place)
        return Outcome::Back;
    if (way.status == Status::Lost)
        return Outcome::Lost;
    return known == way.steps.rbegin() ? Outcome::Open : Outcome::Elsewhere;
}

/// Sorts by `length`, which is not negative, then by deal. Spans that lie about evenly are put near their places in one go, so
/// that only neighbours are left to compare.
template <class T>
void sortBy(support::Duration T::*length, std::vector<T> &all)
{
    if (all.empty())
        return;
    const std::int64_t longest = (std::ranges::max(all, {}, length).*length).micros;
    unsigned shift = 0;
    while (static_cast<std::uint64_t>(longest) >> shift > all.size())
        ++shift;
    const auto stretch = [&](const T &one) { return static_cast<std::size_t>((one.*length).micros) >> shift; };
    std::vector<std::uint32_t> next((static_cast<std::size_t>(longest) >> shift) + 2);
    for (const T &one : all)
        ++next[stretch(one) + 1];
    std::partial_sum(next.begin(), next.end(), next.begin());
    std::vector<T> sorted(all.size());
    for (const T &one : all)
        sorted[next[stretch(one)]++] = one;
    // Each stretch now ends where the next one began.
    const auto before = [&](const T &a, const T &b) { return std::tie(a.*length, a.deal) < std::tie(b.*length, b.deal); };
    auto first = sorted.begin();
    for (const std::uint32_t end : next) {
        const auto last = std::max(first, sorted.begin() + end);
        std::sort(first, last, before);
        first = last;
    }
    all = std::move(sorted);
}

} // namespace

/// Looks through some neighbouring deals.
class Stays::Maker {
public:
    Maker(const CompiledPlaybook &playbook, support::Instant asOf, StayQuery query)
        : m_playbook(playbook)
        , m_asOf(asOf)
        , m_query(query)
        , m_places(playbook.pipelines()[query.pipeline].stages.size())
    {}

    void look(const history::History &history, std::size_t first, std::size_t end)
    {
        for (std::size_t i = first; i < end; ++i) {
            fold(history, m_playbook, {static_cast<std::uint32_t>(i)}, {m_asOf, Depth::Proofs}, m_state);
            if (!m_state.exists || !m_state.pipeline || m_state.pipelineAt != m_query.pipeline)
                continue;
            findWay();
            bool placed = false;
            for (std::size_t place = 0; place < m_places.size() && !m_way.steps.empty(); ++place)
                placed = addStay(place) || placed;
            m_deals.push_back(dealOf(placed));
        }
    }

    [[nodiscard]] const std::vector<StayDeal> &deals() const { return m_deals; }
    /// Appends the stays in one stage, whose deals come behind `before` others.
    void give(std::size_t place, std::uint32_t before, Place &to) const
    {
        const Place &from = m_places[place];
        const auto append = [before](const auto &some, auto &all) {
            for (auto one : some) {
                one.deal += before;
                all.push_back(one);
            }
        };
        append(from.stays, to.stays);
        append(from.toWin, to.toWin);
        append(from.dwell, to.dwell);
    }

private:
    [[nodiscard]] StayDeal dealOf(bool placed) const
    {
        return {m_state.deal, m_state.customer, m_state.owner,    m_state.team,   m_state.product, m_state.created.at,
                m_way.end,    m_state.amount,   m_state.currency, m_state.status, placed};
    }
    void findWay()
    {
        m_way.steps.clear();
        m_way.status = m_state.status;
        m_way.end = std::min(m_state.closed, m_asOf);
        if (m_query.proven)
            provenWay(m_state, m_asOf, m_way);
        else
            claimedWay(m_state, m_way);
    }

    /// False where the way does not lead through the stage.
    bool addStay(std::size_t place)
    {
        const int at = static_cast<int>(place);
        const auto entry = std::ranges::find(m_way.steps, at, &Step::place);
        if (entry == m_way.steps.end() || entry->at > m_way.end)
            return false;
        const support::Instant entered = entry->at;
        const auto deal = static_cast<std::uint32_t>(m_deals.size());
        const Outcome outcome = outcomeOf(m_way, at);
        const support::Instant next = outcome == Outcome::Forward ? firstBeyond(m_way, at, entered) : m_way.end;
        const support::Duration dwell = timeSpent(m_state, m_way, at);
        const auto [fields, evidence] = missing(place);
        Place &here = m_places[place];
        here.stays.push_back({entered, next - entered, dwell, deal, fields, evidence, outcome, m_way.status});
        here.toWin.push_back({m_way.end - entered, entered, deal, here.stays.back().win()});
        here.dwell.push_back({dwell, entered, deal, outcome == Outcome::Open ? Ending::Censored : Ending::Event});
        return true;
    }

    /// How many of the fields and of the evidence that the stage asks for are not there.
    [[nodiscard]] std::pair<std::uint16_t, std::uint16_t> missing(std::size_t place)
    {
        m_unmet.clear();
        static_cast<void>(gateHolds(m_state, place, m_asOf, &m_unmet));
        const auto count = [&](GatePart part) { return std::ranges::count(m_unmet, part, &Unmet::part); };
        return {static_cast<std::uint16_t>(count(GatePart::Field) + count(GatePart::Value)),
                static_cast<std::uint16_t>(count(GatePart::Evidence))};
    }

    const CompiledPlaybook &m_playbook;
    support::Instant m_asOf;
    StayQuery m_query;
    std::vector<StayDeal> m_deals;
    std::vector<Place> m_places;
    // Kept from deal to deal, so that nothing is allocated.
    DealState m_state;
    Way m_way;
    std::vector<Unmet> m_unmet;
};

Stays::Stays(const history::History &history, const CompiledPlaybook &playbook, support::Instant asOf, StayQuery query,
             const history::ForEach &forEach)
    : m_pipeline(playbook.pipelines()[query.pipeline])
    , m_places(m_pipeline.stages.size())
{
    constexpr std::size_t each = 16 * history::Block::slots;
    const std::size_t count = history.deals().size();
    std::vector<Maker> makers((count + each - 1) / each, Maker(playbook, asOf, query));
    forEach(makers.size(), [&](std::size_t at) { makers[at].look(history, at * each, std::min(count, (at + 1) * each)); });
    std::vector<std::uint32_t> before;
    for (const Maker &maker : makers) {
        before.push_back(static_cast<std::uint32_t>(m_deals.size()));
        m_deals.insert(m_deals.end(), maker.deals().begin(), maker.deals().end());
    }
    forEach(m_places.size(), [&](std::size_t place) {
        Place &here = m_places[place];
        for (std::size_t at = 0; at < makers.size(); ++at)
            makers[at].give(place, before[at], here);
        sortBy(&Stay::toNext, here.stays);
        sortBy(&StaySpan::length, here.toWin);
        sortBy(&StaySpan::length, here.dwell);
    });
}

} // namespace engine
