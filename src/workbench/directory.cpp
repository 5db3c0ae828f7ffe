// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/directory.h"

#include "exchange/textcell.h"

#include <algorithm>
#include <cstring>

namespace workbench {

namespace {

constexpr char separator = '\n'; // a name is one line

} // namespace

NameList::NameList(std::vector<domain::SymbolKey> keys, std::vector<std::string> names)
    : m_keys(std::move(keys))
    , m_names(std::move(names))
{
    for (const std::string &name : m_names) {
        m_folded += separator;
        m_starts.push_back(m_folded.size());
        m_folded += exchange::foldCase(name);
    }
    m_folded += separator;
}

std::size_t NameList::next(std::string_view text, std::size_t from) const
{
    // The last byte tells the most: Chinese letters share their first.
    const std::size_t before = text.size() - 1;
    const char *const begin = m_folded.data();
    const char *const end = begin + m_folded.size();
    for (const char *at = begin + std::min(from + before, m_folded.size()); at < end; ++at) {
        at = static_cast<const char *>(std::memchr(at, text.back(), static_cast<std::size_t>(end - at)));
        if (!at)
            break;
        if (std::string_view(at - before, text.size()) == text)
            return static_cast<std::size_t>(at - before - begin);
    }
    return std::string::npos;
}

std::size_t NameList::placeAt(std::size_t position) const
{
    return static_cast<std::size_t>(std::ranges::upper_bound(m_starts, position) - m_starts.begin()) - 1;
}

std::vector<std::size_t> NameList::find(std::string_view text, std::size_t limit) const
{
    std::vector<std::size_t> places;
    if (text.empty() || text.find(separator) != std::string_view::npos)
        return places;
    const std::string starting = separator + std::string(text);
    for (std::size_t at = next(starting, 0); at != std::string::npos && places.size() < limit; at = next(starting, at + 1))
        places.push_back(placeAt(at + 1));
    for (std::size_t at = next(text, 0); at != std::string::npos && places.size() < limit;) {
        const std::size_t place = placeAt(at);
        if (at != m_starts[place])
            places.push_back(place);
        // On to the next name: one is named once.
        at = place + 1 < m_starts.size() ? next(text, m_starts[place + 1]) : std::string::npos;
    }
    return places;
}

} // namespace workbench
