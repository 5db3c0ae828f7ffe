// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "engine/dealstate.h"

namespace engine {

enum class GatePart : std::uint8_t { Field, Value, Item, Evidence, Role, Wait };

/// A condition of a gate that does not hold. `at` is its place in the stage's own list of that part; a field that has to hold
/// one of certain values stands in the list of fields, like one that only has to be filled.
struct Unmet {
    GatePart part;
    std::size_t at = 0;
    int have = 0;
    int need = 1;
};

struct GateView {
    bool holds = false;      ///< its conditions are met
    bool overridden = false; ///< a manager let the deal pass
    std::vector<Unmet> unmet;

    [[nodiscard]] bool open() const { return holds || overridden; }
};

/// Whether the conditions of the gate of the stage at `place` hold. `unmet`, where given, receives those that do not.
[[nodiscard]] bool gateHolds(const DealState &state, std::size_t place, support::Instant asOf,
                             std::vector<Unmet> *unmet = nullptr);

/// The one judgement of a gate that every write path asks.
[[nodiscard]] GateView judgeGate(const DealState &state, std::size_t place, support::Instant asOf);

/// The stages whose gates stand against a move of `state` to the stage at `target`: all left behind on the way forward, in
/// order, with what is unmet; none for a move back, nor in a pipeline that the playbook does not know.
[[nodiscard]] std::vector<std::pair<std::size_t, GateView>> judgeMove(const DealState &state, std::size_t target,
                                                                      support::Instant asOf);

/// Since when the gate of a stage is open, given that it is at `asOf`: since the last of its conditions was met or since the
/// override, whichever came first; since the override where the conditions do not hold. Saying again what holds already moves
/// nothing.
[[nodiscard]] support::Instant gateSince(const DealState &state, std::size_t place, support::Instant asOf);

/// The furthest stage all of whose predecessors' gates hold or were overridden. A stage that asks for nothing proves nothing:
/// its gate counts only up to the claimed stage. -1 without a pipeline.
[[nodiscard]] int provenPlace(const DealState &state, support::Instant asOf);

} // namespace engine
