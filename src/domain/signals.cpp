// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "domain/signals.h"

#include <algorithm>
#include <span>

namespace domain {

namespace {

unsigned char folded(char c)
{
    const bool capital = c >= 'A' && c <= 'Z';
    return static_cast<unsigned char>(capital ? c - 'A' + 'a' : c);
}

} // namespace

Lexicon::Lexicon(const std::vector<std::pair<std::string, Signal>> &words) : m_states(1)
{
    Trie trie;
    for (const auto &[text, signal] : words) {
        std::uint32_t state = 0;
        for (const char c : text) {
            const auto [edge, added] = trie.try_emplace({state, folded(c)}, static_cast<std::uint32_t>(m_states.size()));
            if (added)
                m_states.emplace_back();
            state = edge->second;
        }
        if (state != 0)
            m_states[state].signals |= static_cast<Signals>(signal);
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
    for (const char c : text) {
        state = next(state, folded(c));
        found |= m_states[state].signals;
    }
    // An empty phrase beside something concrete is just politeness.
    if (has(found, Signal::Substance))
        found &= ~static_cast<Signals>(Signal::Filler);
    return found;
}

} // namespace domain
