// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "engine/evaluate.h"

namespace engine {

/// A board, and the history that it was evaluated from.
struct Known {
    const Board &board;
    const history::History &history;
};

/// The board that `evaluate` gives for `source` at `when`, byte for byte, where `known` is not of a later instant, was evaluated
/// from the same playbook and rules, and `source.history` is its history or a successor. Looks only at the facts that are new or
/// fall due; at the instant of `known` the rest of the board is shared with it, later it is scored again from what it came to.
/// When the new facts change what all deals tell about each other, or which rules are silent, everything is evaluated. A
/// requested stop gives nothing.
[[nodiscard]] std::shared_ptr<const Board> amend(const Known &known, const Source &source, When when,
                                                 const history::ForEach &forEach = history::inOrder, std::stop_token stop = {});

} // namespace engine
