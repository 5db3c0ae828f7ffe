// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "engine/funnel.h"
#include "workbench/inscope.h"
#include "workbench/processviews.h"
#include "workbench/slices.h"

namespace workbench {

/// A question about funnels of one pipeline, with what it is answered from.
class FunnelAsked {
public:
    FunnelAsked(const Core &core, const FunnelBase &base, FunnelBy by);

    /// Fails with UnknownStage where the playbook has no such pipeline, with Cancelled where it was stopped.
    [[nodiscard]] support::Result<void> prepare(const std::stop_token &stop);

    /// Made anew each time: of a large workspace they take more room than may be kept.
    [[nodiscard]] engine::Stays stays(bool proven) const;
    /// The deals of a side; refers to this.
    [[nodiscard]] engine::FunnelQuery query(const FunnelSide &side);
    /// All slices, each with its key; refers to this.
    [[nodiscard]] engine::FunnelQuery sliced(const FunnelSide &period);

    [[nodiscard]] const domain::Pipeline &pipeline() const { return pipelines()[m_pipeline]; }
    [[nodiscard]] const std::vector<domain::Pipeline> &pipelines() const { return m_playbook.compiled->playbook().pipelines; }
    [[nodiscard]] const PlaybookInForce &playbook() const { return m_playbook; }
    [[nodiscard]] const Snapshot &snapshot() const { return *m_snapshot; }
    [[nodiscard]] const engine::Board &board() const { return *m_board; }
    [[nodiscard]] const InScope &scope() const { return m_inScope; }
    [[nodiscard]] Slices &slices() { return m_slices; }
    [[nodiscard]] Ground ground() const;
    /// Fails with UnknownStage.
    [[nodiscard]] support::Result<std::size_t> place(const std::string &stage) const;
    /// The first `limit` of these deals, the worst first.
    [[nodiscard]] DealList listOf(const std::vector<history::DealIndex> &deals, std::size_t limit) const;
    /// How many deals each pipeline has in the scope.
    [[nodiscard]] std::vector<PipelineChoice> choices() const;

private:
    void takePeriod(const FunnelSide &side, engine::FunnelQuery &query) const;

    const Core &m_core;
    std::shared_ptr<const Snapshot> m_snapshot;
    const FunnelBase &m_base;
    const PlaybookInForce &m_playbook;
    InScope m_inScope;
    Slices m_slices;
    std::shared_ptr<const engine::Board> m_board;
    std::size_t m_pipeline = 0;
};

/// What is told of every answer about the snapshot.
[[nodiscard]] Ground groundOf(const Core &core, const Snapshot &snapshot, support::Instant asOf);

/// The first `limit` of these deals as they are on the board: open ones first, the worst health first.
[[nodiscard]] DealList dealList(const Core &core, const Snapshot &snapshot, const engine::Board &board,
                                const std::vector<history::DealIndex> &deals, std::size_t limit);

/// A stage's figures with the stage's names.
[[nodiscard]] FunnelStageLine stageLine(const engine::FunnelStage &stage, const domain::Stage &definition);

} // namespace workbench
