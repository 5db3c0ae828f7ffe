// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/bulkwriter.h"

namespace workbench {

using support::Result;

Result<store::Summary> BulkWriter::run(const Produce &produce, const store::Batch::RefusalSink &refused, End end,
                                       const std::stop_token &stop)
{
    const auto summary = m_core.write([&](store::Workspace &file) -> Result<store::Summary> {
        auto batch = file.begin(m_spec);
        if (!batch)
            return tl::unexpected(batch.error());
        const Result<Produced> produced = produce([&](const domain::Record &record, std::uint64_t tag) -> Result<store::Outcome> {
            return batch->append(record, tag).map([](const store::Appended &written) { return written.outcome; });
        });
        if (!produced)
            return tl::unexpected(produced.error());
        batch->noteRefused(produced->refused);
        if (produced->rows)
            batch->noteRows(*produced->rows);
        if (end == End::Rehearse)
            return batch->rehearse(refused);
        return batch->commit(refused, stop);
    });
    if (!summary || end != End::TakeIn || summary->batch == 0)
        return summary;
    // From the file, which has them in order and in full, instead of keeping all of them in memory meanwhile.
    if (const Result<void> done = m_core.load({}); !done)
        return tl::unexpected(done.error());
    m_core.announce({Change::Kind::Import, {}});
    return summary;
}

} // namespace workbench
