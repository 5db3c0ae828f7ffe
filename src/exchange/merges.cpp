// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/merges.h"

namespace exchange {

Merges::Merges(const std::map<std::string, std::string> &said, const std::map<std::string, std::string> &before)
    : m_said(said)
    , m_before(before)
    , m_merges(said)
{
    m_merges.insert(before.begin(), before.end());
    for (const auto &[id, other] : said) {
        if (!said.contains(other))
            m_merges.erase(other); // it was another one before, and is now what others are
    }
}

std::optional<std::string> Merges::into(const std::string &id) const
{
    std::optional<std::string> target;
    auto step = m_merges.find(id);
    for (std::size_t steps = 0; step != m_merges.end() && steps < m_merges.size(); ++steps) {
        target = step->second;
        step = m_merges.find(*target);
    }
    return target == id ? std::nullopt : target;
}

std::optional<std::string> Merges::use(const std::string &id)
{
    if (m_merges.contains(id))
        m_used.insert(id);
    return into(id);
}

std::optional<std::string> Merges::wrong(const std::function<bool(const std::string &id)> &isThere) const
{
    for (const auto &[id, other] : m_said) {
        const bool endsOne = other == id && m_before.contains(id);
        if (!m_used.contains(id))
            return id;
        const std::string target = into(id).value_or(other);
        if (!endsOne && (m_said.contains(target) || !isThere(target)))
            return target;
    }
    return std::nullopt;
}

std::map<std::string, std::string> Merges::news() const
{
    std::map<std::string, std::string> news;
    for (const auto &[id, other] : m_said) {
        const auto before = m_before.find(id);
        if (before == m_before.end() ? other != id : before->second != other)
            news.emplace(id, other);
        if (!m_said.contains(other) && m_before.contains(other))
            news.emplace(other, other);
    }
    return news;
}

} // namespace exchange
