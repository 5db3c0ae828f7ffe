// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "support/instant.h"

#include <cstdint>
#include <mutex>
#include <optional>

namespace workbench {

/// What was found out about one as-of of one generation, kept from question to question.
template <class T>
class Remembered {
public:
    /// What `find()` gives, unless it was asked the same the last time.
    template <class Find>
    [[nodiscard]] T get(std::uint64_t generation, support::Instant asOf, const Find &find)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (m_last && m_last->generation == generation && m_last->asOf == asOf)
                return m_last->value;
        }
        T value = find();
        const std::lock_guard lock(m_mutex);
        m_last = {generation, asOf, value};
        return value;
    }

private:
    struct Last {
        std::uint64_t generation = 0;
        support::Instant asOf;
        T value;
    };

    std::mutex m_mutex;
    std::optional<Last> m_last;
};

} // namespace workbench
