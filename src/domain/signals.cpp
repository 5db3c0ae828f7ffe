// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "domain/signals.h"

#include <algorithm>
#include <span>

namespace domain {

namespace {

/// Stands before the first letter of a run of letters, in texts and words alike; no byte of UTF-8.
constexpr unsigned char runOfLetters = 0xFF;
/// In a state: a phrase ends here inside which words do not count.
constexpr Signals phraseEnds = Signals{1} << 31U;

unsigned char folded(char c)
{
    const bool capital = c >= 'A' && c <= 'Z';
    return static_cast<unsigned char>(capital ? c - 'A' + 'a' : c);
}

/// Gives the bytes of `text` as they are compared.
template <class Take>
void read(std::string_view text, Take take)
{
    bool inRun = false;
    for (const char c : text) {
        const unsigned char byte = folded(c);
        const bool letter = byte >= 'a' && byte <= 'z';
        if (letter && !inRun)
            take(runOfLetters);
        inRun = letter;
        take(byte);
    }
}

std::string asRead(std::string_view text)
{
    std::string bytes;
    read(text, [&](unsigned char byte) { bytes += static_cast<char>(byte); });
    return bytes;
}

/// Where something stands in a text: [from, to).
struct Span {
    std::size_t from;
    std::size_t to;

    [[nodiscard]] bool holds(const Span &other) const { return from <= other.from && other.to <= to; }
};

/// Whether `found` is true of one of the places where `word` stands in `text`.
template <class Found>
bool anyOf(std::string_view text, std::string_view word, Found found)
{
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        if (found(Span{at, at + word.size()}))
            return true;
    }
    return false;
}

} // namespace

Lexicon::Lexicon(const std::vector<std::pair<std::string, Signal>> &words) : m_states(1)
{
    Trie trie;
    for (const auto &[text, signal] : words) {
        std::uint32_t state = 0;
        read(text, [&](unsigned char byte) {
            const auto [edge, added] = trie.try_emplace({state, byte}, static_cast<std::uint32_t>(m_states.size()));
            if (added)
                m_states.emplace_back();
            state = edge->second;
        });
        if (state == 0)
            continue;
        const Signals given = signal == Signal::Nothing ? phraseEnds : static_cast<Signals>(signal);
        m_states[state].signals |= given;
        m_words.emplace_back(asRead(text), given);
    }
    layEdges(trie);
    linkShorter();
}

void Lexicon::layEdges(const Trie &trie)
{
    m_edges.reserve(trie.size());
    for (const auto &[from, to] : trie) {
        State &state = m_states[from.first];
        if (state.edges++ == 0)
            state.firstEdge = static_cast<std::uint32_t>(m_edges.size());
        m_edges.push_back({from.second, to});
        if (from.first == 0)
            m_first[from.second] = to;
    }
}

void Lexicon::linkShorter()
{
    // Short beginnings first: the link of a state leads to one that is done already.
    std::vector<std::uint32_t> queue{0};
    for (std::size_t i = 0; i < queue.size(); ++i) {
        const std::uint32_t at = queue[i];
        for (const Edge &edge : std::span(m_edges).subspan(m_states[at].firstEdge, m_states[at].edges)) {
            State &state = m_states[edge.to];
            state.shorter = at == 0 ? 0 : next(m_states[at].shorter, edge.byte);
            state.signals |= m_states[state.shorter].signals;
            queue.push_back(edge.to);
        }
    }
}

std::uint32_t Lexicon::next(std::uint32_t state, unsigned char byte) const
{
    while (state != 0) {
        const auto edges = std::span(m_edges).subspan(m_states[state].firstEdge, m_states[state].edges);
        const auto edge = std::ranges::lower_bound(edges, byte, {}, &Edge::byte);
        if (edge != edges.end() && edge->byte == byte)
            return edge->to;
        state = m_states[state].shorter;
    }
    return m_first[byte];
}

Signals Lexicon::signalsOf(std::string_view text) const
{
    if (m_edges.empty())
        return 0;
    Signals found = 0;
    std::uint32_t state = 0;
    read(text, [&](unsigned char byte) {
        state = next(state, byte);
        found |= m_states[state].signals;
    });
    if ((found & phraseEnds) != 0)
        found = outsideOfPhrases(text);
    // An empty phrase beside something concrete is just politeness.
    if (has(found, Signal::Substance))
        found &= ~static_cast<Signals>(Signal::Filler);
    return found;
}

/// Few texts have such a phrase: each word is looked for by itself.
Signals Lexicon::outsideOfPhrases(std::string_view text) const
{
    const std::string bytes = asRead(text);
    std::vector<Span> phrases;
    for (const auto &[word, signals] : m_words) {
        if (signals != phraseEnds)
            continue;
        anyOf(bytes, word, [&](const Span &place) {
            phrases.push_back(place);
            return false;
        });
    }
    const auto isOutside = [&](const Span &place) {
        return std::ranges::none_of(phrases, [&](const Span &phrase) { return phrase.holds(place); });
    };
    Signals found = 0;
    for (const auto &[word, signals] : m_words) {
        if (signals != phraseEnds && anyOf(bytes, word, isOutside))
            found |= signals;
    }
    return found;
}

} // namespace domain
