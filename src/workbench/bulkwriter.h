// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "store/workspace.h"
#include "workbench/core.h"

namespace workbench {

/// Writes one batch of any number of facts and brings the snapshot up to date with it.
class BulkWriter {
public:
    BulkWriter(Core &core, store::BatchSpec spec) : m_core(core), m_spec(std::move(spec)) {}

    using Append = std::function<support::Result<void>(const domain::Record &record, std::uint64_t tag)>;
    /// Gives facts to its argument, and in the end how many lines it refused itself.
    using Produce = std::function<support::Result<std::uint64_t>(const Append &)>;
    /// Runs `produce` inside one transaction; commits unless `dryRun`. A failure of `produce` leaves nothing behind.
    [[nodiscard]] support::Result<store::Summary> run(const Produce &produce, const store::Batch::RefusalSink &refused,
                                                      bool dryRun);

private:
    Core &m_core;
    store::BatchSpec m_spec;
};

} // namespace workbench
