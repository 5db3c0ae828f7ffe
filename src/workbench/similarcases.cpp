// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/similarcases.h"

#include "engine/fold.h"

#include <algorithm>
#include <array>
#include <bitset>

namespace workbench {

namespace {

/// The reasons for which two deals are alike, and what each weighs. That one was stuck where the other is, is found out last.
constexpr std::array<std::pair<const char *, int>, 5> likeness{
    {{"industry", 3}, {"size", 1}, {"stage", 1}, {"amount", 2}, {"stuck", 2}}};
constexpr std::size_t stuckReason = likeness.size() - 1;
/// Enough closed deals to find likeness in; a million of them would only take longer.
constexpr std::size_t searched = 20'000;
/// So many of the likest are asked where they were stuck.
constexpr std::size_t opened = 100;

using Reasons = std::bitset<likeness.size()>;

/// Which of these hold between a deal and another one, each with its customer.
Reasons alike(const engine::DealRow &deal, const CustomerTraits &own, const engine::DealRow &other, const CustomerTraits &others)
{
    const bool comparable = other.hasAmount && deal.hasAmount && other.currency == deal.currency;
    Reasons reasons;
    reasons[0] = own.industry != 0 && others.industry == own.industry;
    reasons[1] = own.size != 0 && others.size == own.size;
    reasons[2] = other.claimed >= deal.claimed;
    reasons[3] = comparable && other.amount <= 2 * deal.amount && deal.amount <= 2 * other.amount;
    return reasons;
}

} // namespace

struct SimilarCases::Candidate {
    const engine::DealRow *row;
    std::size_t place; ///< the later deals first
    Reasons reasons;

    [[nodiscard]] int points() const
    {
        // What was won shows how; that it was is told beside it.
        int points = row->status == engine::Status::Won ? 1 : 0;
        for (std::size_t i = 0; i < likeness.size(); ++i)
            points += reasons[i] ? likeness[i].second : 0;
        return points;
    }
    [[nodiscard]] std::pair<int, std::size_t> rank() const { return {-points(), place}; }
};

/// A stay in a stage beyond its limit.
struct SimilarCases::Stall {
    int stage;
    support::Instant from; ///< when the limit was over
    support::Instant to;   ///< when it went on, or was closed
    double days;           ///< spent in the stage
};

SimilarCases::SimilarCases(const Snapshot &snapshot, Resolver &resolver, const engine::Board &board)
    : m_snapshot(snapshot)
    , m_resolver(resolver)
    , m_board(board)
    , m_playbook(snapshot.playbook(board.asOf))
{}

std::vector<SimilarCases::Candidate> SimilarCases::candidates(const engine::DealRow &deal) const
{
    const CustomerTraits own = customerTraits(*m_snapshot.history, deal.customer, m_board.asOf);
    std::vector<Candidate> found;
    const auto rows = m_board.deals.rows();
    for (auto row = rows.end(); row != rows.begin() && found.size() < searched;) {
        --row;
        if (row->status == engine::Status::Open || row->pipeline != deal.pipeline || row->key == deal.key)
            continue;
        const CustomerTraits others = customerTraits(*m_snapshot.history, row->customer, m_board.asOf);
        found.push_back({&*row, found.size(), alike(deal, own, *row, others)});
    }
    return found;
}

std::vector<SimilarCases::Stall> SimilarCases::stalls(const engine::DealRow &row) const
{
    std::vector<Stall> found;
    if (row.pipeline < 0)
        return found;
    const auto &stages = m_playbook.compiled->playbook().pipelines[static_cast<std::size_t>(row.pipeline)].stages;
    engine::DealState state;
    engine::fold(*m_snapshot.history, *m_playbook.compiled, row.deal, {m_board.asOf, engine::Depth::Path}, state);
    const auto stay = [&](int stage, support::Instant from, support::Instant to) {
        if (stage < 0)
            return;
        const double limit = stages[static_cast<std::size_t>(stage)].limitDays;
        const double days = support::inDays(to - from - state.closedTime(from, to));
        if (days > limit)
            found.push_back({stage, from + support::Duration{std::llround(limit * 86'400e6)}, to, days});
    };
    const support::Instant end = std::min(state.closed, m_board.asOf);
    if (state.startedUnmoved())
        stay(0, state.created.at, state.moves.empty() ? end : state.moves.front().at);
    for (std::size_t i = 0; i < state.moves.size(); ++i)
        stay(state.moves[i].place, state.moves[i].at, i + 1 < state.moves.size() ? state.moves[i + 1].at : end);
    return found;
}

std::vector<SimilarCase> SimilarCases::of(const engine::DealRow &deal, std::size_t limit) const
{
    std::vector<Candidate> all = candidates(deal);
    const auto keep = [&](std::size_t count) {
        const auto end = all.begin() + static_cast<std::ptrdiff_t>(std::min(all.size(), count));
        std::ranges::partial_sort(all, end, {}, &Candidate::rank);
        all.erase(end, all.end());
    };
    keep(std::max(opened, limit));
    for (Candidate &one : all)
        one.reasons[stuckReason] =
            std::ranges::any_of(stalls(*one.row), [&](const Stall &stall) { return stall.stage == deal.claimed; });
    keep(limit);
    std::vector<const engine::DealRow *> rows;
    std::ranges::transform(all, std::back_inserter(rows), &Candidate::row);
    m_resolver.prefetch(rows);
    std::vector<SimilarCase> cases;
    std::ranges::transform(all, std::back_inserter(cases), [this](const Candidate &one) { return told(one); });
    return cases;
}

SimilarCase SimilarCases::told(const Candidate &candidate) const
{
    SimilarCase one{m_resolver.summary(*candidate.row), {}};
    for (std::size_t i = 0; i < likeness.size(); ++i) {
        if (candidate.reasons[i])
            one.reasons.emplace_back(likeness[i].first);
    }
    const std::vector<Stall> all = stalls(*candidate.row);
    const auto longest =
        std::ranges::max_element(all, {}, [](const Stall &stall) { return support::inDays(stall.to - stall.from); });
    if (longest == all.end())
        return one;
    const auto &stages = m_resolver.playbook().pipelines[static_cast<std::size_t>(candidate.row->pipeline)].stages;
    one.stallStage = stages[static_cast<std::size_t>(longest->stage)].name;
    one.stallDays = longest->days;
    one.helped = helped(*candidate.row, *longest);
    return one;
}

/// Of what is lost nothing helped.
std::vector<domain::Label> SimilarCases::helped(const engine::DealRow &row, const Stall &stall) const
{
    std::vector<domain::Label> found;
    if (row.status != engine::Status::Won)
        return found;
    engine::DealState state;
    engine::fold(*m_snapshot.history, *m_playbook.compiled, row.deal, {m_board.asOf, engine::Depth::Proofs}, state);
    const auto add = [&](support::Instant at, const domain::Label &name) {
        if (at > stall.from && at <= stall.to && std::ranges::find(found, name) == found.end())
            found.push_back(name);
    };
    const domain::Playbook &playbook = m_resolver.playbook();
    for (const engine::FileState &file : state.files) {
        if (file.kind < playbook.evidenceKinds.size() && file.verdict != domain::Verdict::Rejected && !file.duplicate)
            add(file.occurred, playbook.evidenceKinds[file.kind].name);
    }
    for (std::size_t role = 0; role < state.roles.size(); ++role) {
        if (state.roles[role].contact != 0)
            add(state.roles[role].at, playbook.roles[role].name);
    }
    return found;
}

} // namespace workbench
