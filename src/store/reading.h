// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "store/file.h"
#include "store/workspace.h"

#include <functional>

namespace store {

/// Reads `until` of versions beside a pass over facts in ascending order.
class UntilCursor {
public:
    [[nodiscard]] static support::Result<UntilCursor> open(Connection &connection, FactNumber first, FactNumber last);
    /// Until when the fact holds; numbers must ascend from call to call.
    [[nodiscard]] support::Result<support::Instant> at(FactNumber number);

private:
    explicit UntilCursor(Lease lease) : m_rows(std::move(lease)) {}
    [[nodiscard]] support::Result<void> advance();

    Lease m_rows;
    FactNumber m_number = 0; // of the row the cursor stands on; 0: at the end
    support::Instant m_until = support::Instant::max();
};

/// Reads the columns of domain::FactRow, in the order of the table, from the current row.
[[nodiscard]] domain::FactRow factRow(const Statement &row);

/// What Workspace::settings gives, but a failure's subject is the setting at fault.
[[nodiscard]] support::Result<Settings> readSettings(const Workspace &workspace);

/// The batch's numbers. Fails with UnknownImport.
[[nodiscard]] support::Result<NumberRanges::Range> rangeOf(Connection &connection, BatchId batch);

/// How many facts of `range` are living.
[[nodiscard]] support::Result<std::uint64_t> countLiving(Connection &connection, NumberRanges::Range range,
                                                         const NumberRanges &withdrawn);
/// The first withdrawn batch of whose own facts some are living, told again by others, and some are not.
[[nodiscard]] support::Result<std::optional<BatchId>> tornBatch(Connection &connection);

[[nodiscard]] support::Result<FactNumber> lastNumber(Connection &connection);
[[nodiscard]] support::Result<domain::SymbolKey> lastSymbol(Connection &connection);

/// Passes over the facts of `range` in order of arrival, withdrawn ones included; the first failure of `take` ends it.
using RowTake = std::function<support::Result<void>(domain::FactRow &)>;
[[nodiscard]] support::Result<void> scanRange(Connection &connection, NumberRanges::Range range, const RowTake &take);

} // namespace store
