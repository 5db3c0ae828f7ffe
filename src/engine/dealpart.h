// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "engine/evaluate.h"

#include <bitset>

namespace engine {

/// The subjects of one block, by slot.
using Slotted = std::bitset<history::Block::slots>;

/// Scores the deal in `deal.state` and fills the rest of `deal`.
void evaluateState(const history::History &history, const CompiledPlaybook &playbook, const Calibration &calibration, When when,
                   DealEvaluation &deal);

/// What one block of deals puts on the board: those in `anew` evaluated, the others as they are in `old`, which may be null
/// when all are new. A requested stop ends it early, with a part that is of no use.
[[nodiscard]] std::shared_ptr<const Part<DealRow>> dealPart(const Basis &basis, std::size_t block, const Part<DealRow> *old,
                                                            const Slotted &anew, const std::stop_token &stop);

template <class Row>
void addRow(const Row &row, Part<Row> &to)
{
    to.rows.push_back(row);
    to.owners.push_back(row.owner);
    to.customers.push_back(row.customer);
}

/// Appends the row and the flags of the subject at `index` in `from` to `to`, where it has them.
template <class Row>
void copyRow(const Part<Row> &from, std::uint32_t index, Part<Row> &to)
{
    const auto row = std::ranges::lower_bound(from.rows, index, {}, &Row::index);
    if (row == from.rows.end() || row->index() != index)
        return;
    const auto flags = std::ranges::equal_range(from.flags, index, {}, &FlagRow::row);
    to.flags.insert(to.flags.end(), flags.begin(), flags.end());
    addRow(*row, to);
}

} // namespace engine
