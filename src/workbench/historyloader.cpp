// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/historyloader.h"

#include "history/builder.h"
#include "history/image.h"

#include "workbench/parallel.h"

#include <algorithm>

namespace workbench {

using support::Result;

namespace {

/// Rows on their way into columns take a multiple of the columns' room: so many are let wait.
constexpr std::uint64_t buildEvery = std::uint64_t{1} << 22U;

} // namespace

HistoryLoader::Loaded HistoryLoader::keptColumns()
{
    const auto content = m_columns.read();
    auto history = content ? history::readImage(content->bytes, content->keeper) : nullptr;
    if (!history)
        return {};
    m_kept = history->facts();
    return {std::move(history), content->mark};
}

Result<std::optional<HistoryLoader::Loaded>> HistoryLoader::goOn(const Loaded &known, const store::Workspace &file,
                                                                 const store::Watch &watch)
{
    history::Builder builder(known.history);
    std::uint64_t waiting = 0;
    const auto take = [&](const domain::FactRow &row) {
        builder.add(row);
        if (++waiting % buildEvery == 0)
            static_cast<void>(builder.finish(onAllCores()));
    };
    const auto mark = file.scan(take, watch, known.mark);
    if (!mark)
        return tl::unexpected(mark.error());
    if (!*mark)
        return std::optional<Loaded>();
    return std::optional(Loaded{builder.finish(onAllCores()), **mark});
}

Result<std::shared_ptr<const history::History>> HistoryLoader::load(const store::Workspace &file, const store::Watch &watch)
{
    const Loaded known = m_loaded.mark.last == 0 ? keptColumns() : m_loaded;
    auto loaded = goOn(known, file, watch);
    if (loaded && !*loaded) {
        m_kept = 0;
        loaded = goOn({}, file, watch);
    }
    if (!loaded)
        return tl::unexpected(loaded.error());
    m_loaded = **loaded;
    keepColumns();
    return m_loaded.history;
}

void HistoryLoader::keepColumns()
{
    const std::uint64_t facts = m_loaded.history->facts();
    const std::uint64_t fresh = facts - std::min(facts, m_kept);
    if (!m_keeping.allowed || fresh < std::max(m_keeping.from, facts / 8))
        return;
    m_kept = facts;
    // Two at once would write into one file.
    if (m_writing.joinable())
        m_writing.join();
    m_writing = std::jthread([columns = m_columns, loaded = m_loaded] {
        // Without the file the next start is slower, and that is all.
        static_cast<void>(columns.write(
            loaded.mark, [&](const store::SideFile::Sink &sink) { return history::writeImage(*loaded.history, sink); }));
    });
}

} // namespace workbench
