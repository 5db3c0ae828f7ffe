// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "workbench/resolver.h"

namespace workbench {

/// Finds the closed deals that are like an open one: of its industry and size, as big, and stuck where it is. What they refer to
/// outlives it.
class SimilarCases {
public:
    SimilarCases(const Snapshot &snapshot, Resolver &resolver, const engine::Board &board);

    /// The likest first, at most `limit`.
    [[nodiscard]] std::vector<SimilarCase> of(const engine::DealRow &deal, std::size_t limit) const;

private:
    struct Candidate;
    struct Stall;

    [[nodiscard]] std::vector<Candidate> candidates(const engine::DealRow &deal) const;
    [[nodiscard]] std::vector<Stall> stalls(const engine::DealRow &row) const;
    [[nodiscard]] SimilarCase told(const Candidate &candidate) const;
    [[nodiscard]] std::vector<domain::Label> helped(const engine::DealRow &row, const Stall &stall) const;

    const Snapshot &m_snapshot;
    Resolver &m_resolver;
    const engine::Board &m_board;
    const PlaybookInForce &m_playbook;
};

} // namespace workbench
