// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "engine/evaluate.h"

namespace engine {

/// The board that `evaluate` gives for `source` at the instant of `known`, byte for byte, where `known` was evaluated from
/// `before`, of which `source.history` is a successor, and from the same playbook and rules. Looks only at what the new facts
/// touch and shares the rest with `known`, unless they change what all deals tell about each other, or which rules are silent:
/// then everything is evaluated. A requested stop gives nothing.
[[nodiscard]] std::shared_ptr<const Board> amend(const Board &known, const history::History &before, const Source &source,
                                                 const history::ForEach &forEach = history::inOrder, std::stop_token stop = {});

} // namespace engine
