// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/directory.h"

#include "exchange/textcell.h"

#include <algorithm>
#include <cstring>
#include <iterator>

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
        const std::string folded = exchange::foldCase(name);
        m_folded += folded;
        m_soundStarts.push_back(m_sounds.size());
        // A name in Latin letters alone is found by those.
        if (std::ranges::any_of(folded, [](char c) { return static_cast<unsigned char>(c) > 0x7F; }))
            std::ranges::copy(soundsOf(folded), std::back_inserter(m_sounds));
    }
    m_soundStarts.push_back(m_sounds.size());
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
    findSpelled(asSpelling(text), limit, places);
    return places;
}

std::span<const Sound> NameList::soundsAt(std::size_t place) const
{
    return std::span(m_sounds).subspan(m_soundStarts[place], m_soundStarts[place + 1] - m_soundStarts[place]);
}

void NameList::findSpelled(std::string_view spelling, std::size_t limit, std::vector<std::size_t> &places) const
{
    if (spelling.empty() || m_sounds.empty())
        return;
    std::vector<std::size_t> before = places; // one is named once
    std::ranges::sort(before);
    const auto isNew = [&before](std::size_t place) { return !std::ranges::binary_search(before, place); };
    const auto inside = [&](std::span<const Sound> sounds) {
        for (std::size_t from = 1; from < sounds.size(); ++from) {
            if (spells(spelling, sounds.subspan(from)))
                return true;
        }
        return false;
    };
    for (const bool starting : {true, false}) {
        for (std::size_t place = 0; place < m_names.size() && places.size() < limit; ++place) {
            const std::span<const Sound> sounds = soundsAt(place);
            const bool starts = spells(spelling, sounds);
            if ((starting ? starts : !starts && inside(sounds)) && isNew(place))
                places.push_back(place);
        }
    }
}

} // namespace workbench
