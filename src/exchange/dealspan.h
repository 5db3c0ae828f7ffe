// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/dealcells.h"
#include "exchange/standing.h"

namespace exchange {

/// When a deal's row says that things were, and what it leaves to be assumed of that.
struct DealSpan {
    DealTimes said; ///< `closed` also where it is assumed
    domain::Times creation{};
    support::Instant current; ///< since when what the row tells of an open deal is taken to hold: its amount, its plans
    /// When an open deal is seen in its stage: in the one where deals begin since its creation, else by a time of its own or of
    /// the row's change, else on the day of the export. Since when it stands there nobody says then, and counting from its
    /// creation would call it late.
    domain::Times inStage{};
    bool endAssumed = false; ///< no cell says the day of its end
};

/// What else is known of the row's deal; null where nothing is.
struct SpanBasis {
    const HistoryBegin *begin = nullptr;
    const KnownDeal *known = nullptr;
    const KnownLead *lead = nullptr;
    std::string_view target;   ///< a stage's id, "won", "lost", "ignore" or nothing
    bool endIsStage = false;   ///< the cell of the stage says that it has ended
    bool beginsThere = false;  ///< `target` is the stage in which deals begin
    bool endsAsPlanned = true; ///< the day on which it was to close may be the one on which it did
};

/// `input` is the name of the file. What is assumed is noted.
[[nodiscard]] Read<DealSpan> spanOf(const ImportState &state, const Cells &cells, const std::string &input,
                                    const SpanBasis &basis);

} // namespace exchange
