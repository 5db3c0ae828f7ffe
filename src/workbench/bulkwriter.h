// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "store/workspace.h"
#include "workbench/core.h"

namespace workbench {

/// Writes one batch of any number of facts.
class BulkWriter {
public:
    BulkWriter(Core &core, store::BatchSpec spec) : m_core(core), m_spec(std::move(spec)) {}

    /// Says what became of the fact.
    using Append = std::function<support::Result<store::Outcome>(const domain::Record &record, std::uint64_t tag)>;
    /// What went through a batch that is no fact of it.
    struct Produced {
        std::uint64_t refused = 0;              ///< lines that were refused before they became facts
        std::optional<std::uint64_t> rows = {}; ///< of the files
    };
    /// Gives facts to its argument, and in the end what there was beside them.
    using Produce = std::function<support::Result<Produced>(const Append &)>;
    enum class End : std::uint8_t {
        Rehearse, ///< nothing is committed
        Commit,   ///< the snapshot stays as it was
        TakeIn,   ///< the snapshot has what was committed
    };
    /// Runs `produce` inside one transaction. A failure of `produce` leaves nothing behind, nor does `stop` until the commit.
    [[nodiscard]] support::Result<store::Summary> run(const Produce &produce, const store::Batch::RefusalSink &refused, End end,
                                                      const std::stop_token &stop = {});

private:
    Core &m_core;
    store::BatchSpec m_spec;
};

} // namespace workbench
