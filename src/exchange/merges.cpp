// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/merges.h"

namespace exchange {

std::optional<std::string> Merges::into(const std::string &id) const
{
    std::optional<std::string> target;
    auto step = m_merges.find(id);
    for (std::size_t steps = 0; step != m_merges.end() && steps < m_merges.size(); ++steps) {
        target = step->second;
        step = m_merges.find(*target);
    }
    return target;
}

std::optional<std::string> Merges::use(const std::string &id)
{
    auto target = into(id);
    if (target)
        m_used.insert(id);
    return target;
}

std::optional<std::string> Merges::wrong(const std::function<bool(const std::string &id)> &isThere) const
{
    for (const auto &[id, other] : m_merges) {
        if (!m_used.contains(id))
            return id;
        const std::string target = into(id).value_or(other);
        if (m_merges.contains(target) || !isThere(target))
            return target;
    }
    return std::nullopt;
}

} // namespace exchange
