// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/standing.h"
#include "exchange/tableimport.h"

#include <utility>
#include <vector>

namespace exchange {

/// Finds the row that may be one of an older export. The row of a deal that bears no time of change cannot say which came first,
/// what it says or what stands. Where it is news, but everything in it (the description with its custom fields, `owner`, amount,
/// plans, stage or end) stood together once before, as earlier imports had told it, `facts.asOlder` becomes what stands of it.
void weighAge(const ImportContext &context, const KnownDeal &deal, const std::optional<domain::PersonId> &owner, RowFacts &facts);

/// The doubtful rows of a table, until all of it was read: age belongs to an export and not to its rows. Where none of the other
/// rows has news, of a deal that is new or went on to where it never was, the export is taken for an older one once more; where
/// one has, a deal that stands as it once did went back there, and that is news of the import's day.
class DoubtfulRows {
public:
    /// Takes in the next row; true where it has to wait for the others.
    [[nodiscard]] bool keep(const RowPlace &place, const RowFacts &facts);
    /// The rows that waited, as they are to be told; those that are passed over are noted as `row_older`, with the
    /// ids of the first deals among them.
    [[nodiscard]] std::vector<std::pair<RowPlace, RowFacts>> settle();

private:
    std::vector<std::pair<RowPlace, RowFacts>> m_kept;
    bool m_areNewer = false;
};

} // namespace exchange
