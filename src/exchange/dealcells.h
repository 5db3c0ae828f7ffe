// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/importstate.h"

namespace exchange {

// What the cells of a deal's row say by themselves.

/// An id made of what stays the same in the next export of a deal without one.
[[nodiscard]] Read<std::string> essenceOf(const Cells &cells);

/// The deal's name, or one made up of its customer and product, or of its id.
[[nodiscard]] std::string nameOf(const Cells &cells, const domain::DealId &id);

/// Whether the system has another column for the day on which a deal was closed than for the one it is to close on.
[[nodiscard]] bool plansApart(const Cells &cells);

/// The times that a deal's row says.
struct DealTimes {
    std::optional<support::Instant> created;
    std::optional<support::Instant> closed;
    std::optional<support::Instant> entered; ///< into its stage
    std::optional<support::Instant> modified;
};
/// Of a creation without its hour the first row of the deal's history tells that hour, if it is of that day; null where the
/// deal has none.
[[nodiscard]] Read<DealTimes> timesIn(const Cells &cells, const HistoryBegin *history);

/// The stage, or the end, of a row that says `target`: a stage's id, "won" or "lost".
[[nodiscard]] Read<domain::EventBody> stateIn(const Cells &cells, const std::string &target, const std::optional<Amount> &amount);

} // namespace exchange
