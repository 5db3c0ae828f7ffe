// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/importing.h"

#include "workbench/workbench.h"

namespace workbench {

using support::Result;

Result<ImportRehearsal> ImportJob::rehearse(std::size_t shown, const OnProgress &progress, std::stop_token stop)
{
    const std::uint64_t passes = m_workbench->facts() == 0 ? 1 : 2;
    std::uint64_t pass = 0;
    const auto hear = [&](std::uint64_t done, std::uint64_t total) {
        if (progress)
            progress({pass * total + done, passes * total});
    };
    auto previewed = preview(shown, {hear, stop});
    if (!previewed)
        return tl::unexpected(previewed.error());
    ImportRehearsal rehearsal{.preview = *std::move(previewed), .news = {}};
    rehearsal.news = rehearsal.preview.counts.byType;
    rehearsal.created = rehearsal.preview.counts.facts;
    if (passes == 1)
        return rehearsal;
    pass = 1;
    const auto written = run(
        {.dryRun = true}, [&](const Progress &now) { hear(now.done, now.total); }, std::move(stop));
    if (!written)
        return tl::unexpected(written.error());
    rehearsal.news = written->news;
    rehearsal.created = written->created;
    rehearsal.updated = written->updated;
    rehearsal.unchanged = written->unchanged;
    return rehearsal;
}

Result<exchange::ImportPreview> ImportJob::preview(std::size_t shown, const exchange::Watch &watch) const
{
    const auto publication = newPipeline();
    auto preview = exchange::previewImport(m_inputs, m_plan, m_context, shown, watch);
    if (!publication || !preview)
        return publication ? std::move(preview) : tl::unexpected(publication.error());
    if (*publication) { // it is written before what the rows come to
        ++preview->counts.facts;
        ++preview->counts.byType[std::string(domain::PlaybookPublished::type)];
    }
    return preview;
}

} // namespace workbench
