// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "engine/fold.h"

namespace engine {

/// Folds the talk about a deal, its own and that which names only its customer while the deal was open, into `state`, whose
/// events are folded already; the facts behind the counts only where `depth` is full.
void foldTalk(const CompiledPlaybook &playbook, const history::AsOf &deal, const std::optional<history::AsOf> &customer,
              Depth depth, DealState &state);

/// Makes the later of `mark` and (at, number) the mark.
inline void advance(Mark &mark, support::Instant at, std::uint32_t number)
{
    if (at >= mark.at)
        mark = {at, number};
}

} // namespace engine
