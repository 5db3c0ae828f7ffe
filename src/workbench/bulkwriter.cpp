// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/bulkwriter.h"

#include "workbench/parallel.h"

namespace workbench {

using support::Result;

Result<store::Summary> BulkWriter::run(const Produce &produce, const store::Batch::RefusalSink &refused, bool dryRun)
{
    const auto summary = m_core.write([&](store::Workspace &file) -> Result<store::Summary> {
        auto batch = file.begin(m_spec);
        if (!batch)
            return tl::unexpected(batch.error());
        const Result<std::uint64_t> produced = produce([&](const domain::Record &record, std::uint64_t tag) -> Result<void> {
            const auto appended = batch->append(record, tag);
            if (!appended)
                return tl::unexpected(appended.error());
            if (appended->row.number != 0)
                m_builder.add(appended->row);
            m_readAnew = m_readAnew || appended->superseded != 0;
            m_describes = m_describes || appended->row.kind == domain::RowKind::Other;
            return {};
        });
        if (!produced)
            return tl::unexpected(produced.error());
        batch->noteRefused(*produced);
        if (dryRun)
            return batch->rehearse(refused);
        return batch->commit([&](std::uint64_t tag, const support::Error &error) {
            m_readAnew = true;
            refused(tag, error);
        });
    });
    if (!summary || dryRun || summary->batch == 0)
        return summary;
    if (const Result<void> done = bringUpToDate(); !done)
        return tl::unexpected(done.error());
    m_core.announce({Change::Kind::Import, {}});
    return summary;
}

Result<void> BulkWriter::bringUpToDate()
{
    if (m_readAnew)
        return m_core.load({});
    auto next = std::make_shared<Snapshot>(*m_core.snapshot());
    ++next->generation;
    next->history = m_builder.finish(onAllCores());
    if (!m_describes)
        m_core.recompile(*next);
    else if (const Result<void> reloaded = m_core.reload(*next); !reloaded)
        return reloaded;
    return m_core.publishAll(std::move(next));
}

} // namespace workbench
