// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "engine/dealstate.h"
#include "engine/survival.h"
#include "history/builder.h"

#include <cstdint>
#include <span>
#include <vector>

namespace engine {

/// A deal of a funnel's pipeline, with what a funnel can be cut by.
struct StayDeal {
    history::DealIndex deal;
    domain::SymbolKey customer = 0;
    domain::SymbolKey owner = 0;
    domain::SymbolKey team = 0; ///< named by the deal itself; 0: the owner's
    domain::SymbolKey product = 0;
    support::Instant created;
    support::Instant ended;             ///< when it closed; of an open one, as-of
    std::optional<std::int64_t> amount; ///< minor units of `currency`
    std::uint32_t currency = 0;
    Status status = Status::Open;
    bool placed = false; ///< has a stay in some stage
};

/// What became of a deal that entered a stage.
enum class Outcome : std::uint8_t {
    Forward,  ///< is further on, or won
    Back,     ///< is before it
    Lost,     ///< was lost from here
    Open,     ///< is still here
    Elsewhere ///< left for a stage that the playbook does not know, which is neither after it nor before
};

/// A deal in a stage that it entered, all visits together.
struct Stay {
    support::Instant entered; ///< for the first time
    support::Duration toNext; ///< until it first went past the stage; without that, until it ended or until as-of
    support::Duration dwell;  ///< spent here, while it was open
    std::uint32_t deal;       ///< its place among Stays::deals
    std::uint16_t fieldsMissing;
    std::uint16_t evidenceMissing;
    Outcome outcome;
    Status status;

    /// A deal that fell back and is open may still come through: it is censored, not failed.
    [[nodiscard]] Ending next() const { return outcome == Outcome::Forward ? Ending::Event : closing(); }
    [[nodiscard]] Ending win() const { return status == Status::Won ? Ending::Event : closing(); }

private:
    [[nodiscard]] Ending closing() const { return status == Status::Open ? Ending::Censored : Ending::Competing; }
};

/// A span of a stay, and what ended it.
struct StaySpan {
    support::Duration length;
    support::Instant entered;
    std::uint32_t deal; ///< its place among Stays::deals
    Ending ending;
};

/// Whose stays, and on which way through the stages.
struct StayQuery {
    std::size_t pipeline = 0; ///< place in the playbook
    bool proven = false;      ///< the proven way instead of the claimed one
};

/// All stays of the deals of one pipeline as of an instant, in the orders in which estimates read them: made once, any number
/// of funnels are cut from them. Never changes.
class Stays {
public:
    Stays(const history::History &history, const CompiledPlaybook &playbook, support::Instant asOf, StayQuery query,
          const history::ForEach &forEach = history::inOrder);

    /// In the order of the history.
    [[nodiscard]] std::span<const StayDeal> deals() const { return m_deals; }
    [[nodiscard]] const CompiledPipeline &pipeline() const { return m_pipeline; }

    /// Those in one stage, the shortest `toNext` first.
    [[nodiscard]] std::span<const Stay> in(std::size_t place) const { return m_places[place].stays; }
    /// Their spans from entry to the win, the shortest first.
    [[nodiscard]] std::span<const StaySpan> toWin(std::size_t place) const { return m_places[place].toWin; }
    /// What they spent here, the shortest first; leaving is the event.
    [[nodiscard]] std::span<const StaySpan> dwell(std::size_t place) const { return m_places[place].dwell; }

private:
    struct Place {
        std::vector<Stay> stays;
        std::vector<StaySpan> toWin;
        std::vector<StaySpan> dwell;
    };
    class Maker;

    const CompiledPipeline &m_pipeline;
    std::vector<StayDeal> m_deals;
    std::vector<Place> m_places;
};

} // namespace engine
