// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "engine/dealstate.h"

namespace engine {

/// How much of a deal is asked for.
enum class Depth : std::uint8_t {
    Path,   ///< without the talk and the files, which are nearly all of the facts
    Proofs, ///< without the talk
    Scores, ///< without the lists of the facts behind what the talk counts
    Full
};

/// At which instant, and how much.
struct Look {
    support::Instant asOf;
    Depth depth = Depth::Full;
    /// The talk about closed deals that were created no later is left out.
    support::Instant closedTalkFrom = support::Instant::min();
};

/// Folds the facts of `deal` that count at `look.asOf` into `state` (engine.md, "Two times"): of one attribute the latest
/// occurred wins, ties go to the later recorded, then to the later arrival. An activity that names only the customer counts where
/// the deal was open when it occurred.
void fold(const history::History &history, const CompiledPlaybook &playbook, history::DealIndex deal, Look look,
          DealState &state);

} // namespace engine
