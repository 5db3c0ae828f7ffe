// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "engine/board.h"
#include "workbench/todayviews.h"

#include <memory>
#include <mutex>
#include <unordered_map>

namespace workbench {

/// The deals of the last answer about Today: after a decision on one of them the others are on parts of the board that are the
/// same as before, and need not be told again.
class KeptToday {
public:
    /// What an item is told from beside the part that its deal is on.
    struct Ground {
        std::uint64_t descent = 0; ///< Snapshot::descent
        std::uint64_t naming = 0;  ///< Snapshot::naming
        support::Instant asOf;
        std::shared_ptr<const engine::Calibration> calibration;
        bool judgesHealth = true;

        friend bool operator==(const Ground &, const Ground &) = default;
    };
    struct Entry {
        std::shared_ptr<const engine::Part<engine::DealRow>> part;
        bool listed = false;
        TodayItem item;
    };
    using Entries = std::unordered_map<std::uint32_t, Entry>; ///< by deal

    /// Those told on the same ground; none where the last answer was on another.
    [[nodiscard]] std::shared_ptr<const Entries> on(const Ground &ground) const
    {
        const std::lock_guard lock(m_mutex);
        return m_ground == ground ? m_entries : std::make_shared<const Entries>();
    }
    void keep(const Ground &ground, Entries entries)
    {
        auto kept = std::make_shared<const Entries>(std::move(entries));
        const std::lock_guard lock(m_mutex);
        m_ground = ground;
        m_entries.swap(kept);
    }

private:
    mutable std::mutex m_mutex;
    Ground m_ground;
    std::shared_ptr<const Entries> m_entries = std::make_shared<const Entries>();
};

} // namespace workbench
