// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "engine/conditions.h"
#include "engine/dealstate.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace engine {

/// What is kept of a deal so that its score can be told without its facts: the measures and the tests that the rules ask for,
/// with those that every score needs. It depends on what a playbook asks, not on its limits and weights.
class LiveLayout {
public:
    LiveLayout();

    void add(domain::Measure measure);
    /// The number that the answers to a test of records have.
    [[nodiscard]] std::size_t add(const CompiledCondition &test);

    [[nodiscard]] std::span<const domain::Measure> measures() const { return m_measures; }
    [[nodiscard]] std::span<const CompiledCondition> tests() const { return m_tests; }
    /// The column of a measure that is kept; for another the number of columns.
    [[nodiscard]] std::size_t column(domain::Measure measure) const;

private:
    std::vector<domain::Measure> m_measures;
    std::vector<CompiledCondition> m_tests;
};

/// The last decision on a flag of a deal.
struct LiveDecision {
    std::uint16_t deal; ///< its place in Live
    Decision decision;
};

/// What the deals of one block come to while nothing is recorded about them and no window closes, in columns: from the instant
/// that it was made for, `from`, a later board is scored from this without a look at a fact (budgets.md, "Rescoring everything
/// each minute is cheaper than book-keeping of what expires"). Only of deals whose row can change so: open ones, those a rule
/// about won deals is asked about, and those in the window of responses. Never changes once made.
struct Live {
    std::vector<std::uint16_t> rows;                    ///< their places among the rows of the part
    std::vector<double> origins;                        ///< of each measure of the layout, one column after the other
    std::vector<std::uint8_t> tests;                    ///< of each test of the layout: 1 where it holds
    std::vector<double> inquired;                       ///< the first inquiry, in microseconds; noValue without one
    std::vector<double> answered;                       ///< our first response to it; noValue without one
    std::vector<support::Instant> until;                ///< from here on the facts have to be looked at again
    std::vector<LiveDecision> decisions;                ///< by deal, then by rule
    support::Instant expires = support::Instant::max(); ///< the earliest of `until`

    [[nodiscard]] std::size_t size() const { return rows.size(); }
    [[nodiscard]] std::span<const double> column(std::size_t number) const
    {
        return std::span(origins).subspan(number * size(), size());
    }
    [[nodiscard]] std::span<const std::uint8_t> test(std::size_t number) const
    {
        return std::span(tests).subspan(number * size(), size());
    }
    [[nodiscard]] std::size_t bytes() const;
};

/// Makes the columns of a block, deal by deal.
class LiveWriter {
public:
    LiveWriter(const CompiledPlaybook &playbook, const LiveLayout &layout);

    /// The deal in `state`, whose row has the place `row`.
    void add(std::uint16_t row, const DealState &state, const DealContext &context);
    /// The deal at `place` of `old`, as it is there.
    void copy(std::uint16_t row, const Live &old, std::size_t place);

    [[nodiscard]] std::shared_ptr<const Live> finish() &&;

private:
    void addDecisions(const DealState &state);

    const CompiledPlaybook &m_playbook;
    const LiveLayout &m_layout;
    Live m_live; // its matrices still deal by deal
};

} // namespace engine
