// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "store/batch.h"

#include <cstdint>

namespace store {

class Connection;

/// All facts of a workspace up to one, and which of them count: where two marks are equal, so are the facts.
struct FactMark {
    FactNumber last = 0; ///< 0: none yet
    BatchId batch = 0;   ///< the last of them
    /// Of the batches up to then, with when they were written and withdrawn, and of the last facts among them.
    std::uint64_t fingerprint = 0;

    friend bool operator==(const FactMark &, const FactMark &) = default;
};

/// The mark of all facts that are there.
[[nodiscard]] support::Result<FactMark> markOf(Connection &connection);
/// Whether the facts up to `mark` are what they were when it was set.
[[nodiscard]] support::Result<bool> holds(Connection &connection, const FactMark &mark);

} // namespace store
