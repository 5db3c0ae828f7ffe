// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "store/statement.h"
#include "store/workspace.h"

namespace store {

/// Looks at `watch` now and then.
class Watcher {
public:
    Watcher(const Watch &watch, FactNumber total) : m_watch(watch), m_total(total) {}

    [[nodiscard]] bool stopped(FactNumber number)
    {
        if (++m_count % watchedEvery != 0)
            return false;
        if (m_watch.progress)
            m_watch.progress(number, m_total);
        return m_watch.stop.stop_requested();
    }

private:
    static constexpr std::uint64_t watchedEvery = 1U << 14U; ///< facts between two looks

    const Watch &m_watch;
    FactNumber m_total;
    std::uint64_t m_count = 0;
};

inline tl::unexpected<support::Error> cancelled()
{
    return support::failure(support::ErrorCode::Cancelled, "", "reading was stopped");
}

/// Every row of `query`, through `take`, which may fail.
template <class Take>
[[nodiscard]] support::Result<void> each(Statement &query, Take take)
{
    auto row = query.step();
    for (; row && *row; row = query.step()) {
        if (support::Result<void> taken = take(query); !taken)
            return taken;
    }
    if (!row)
        return tl::unexpected(std::move(row.error()));
    return {};
}

} // namespace store
