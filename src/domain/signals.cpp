// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "domain/signals.h"

#include <algorithm>

namespace domain {

namespace {

std::string folded(std::string_view text)
{
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

} // namespace

Lexicon::Lexicon(std::vector<std::pair<std::string, Signal>> words) : m_words(std::move(words))
{
    for (auto &[text, signal] : m_words)
        text = folded(text);
    std::erase_if(m_words, [](const auto &entry) { return entry.first.empty(); });
}

Signals Lexicon::signalsOf(std::string_view text) const
{
    if (text.empty())
        return 0;
    const std::string lower = folded(text);
    Signals found = 0;
    for (const auto &[word, signal] : m_words) {
        if (lower.find(word) != std::string::npos)
            found |= static_cast<Signals>(signal);
    }
    // An empty phrase beside something concrete is just politeness.
    if (has(found, Signal::Substance))
        found &= ~static_cast<Signals>(Signal::Filler);
    return found;
}

} // namespace domain
