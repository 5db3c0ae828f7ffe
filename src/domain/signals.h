// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace domain {

/// What a piece of talk contains, as far as words can tell. Bits, stored with the fact: new ones go at the end.
enum class Signal : std::uint32_t {
    Nothing = 0,           ///< of a phrase in which the words mean something else: those inside it give no signal
    Substance = 1U << 0U,  ///< something concrete: a price, a sample, a document, a decision (catalogue 14, 51)
    Competitor = 1U << 1U, ///< a competitor is named (19)
    Price = 1U << 2U,      ///< price or cost is spoken of (19)
    GoodTalk = 1U << 3U,   ///< the customer speaks well of us (27: "the last demo went very well")
    Request = 1U << 4U,    ///< a quotation, parameters or an interface is asked for: becomes a to-do (37, 64)
    Filler = 1U << 5U,     ///< an empty phrase and nothing concrete ("已电话沟通")
};

using Signals = std::uint32_t;

constexpr bool has(Signals signals, Signal signal)
{
    return (signals & static_cast<Signals>(signal)) != 0;
}

/// Words and the signal each gives. Letters of ASCII are compared without case, and a word that begins with one is found only
/// where no other stands before it: "rival" is not in "arrival". Where words are not parted a phrase with Signal::Nothing says
/// what is no word: with "对手续" there is no 对手 in 对手续费. All words are looked for in one pass over a text, by the
/// automaton of Aho and Corasick (Communications of the ACM 18, 1975): every activity of an import goes through.
class Lexicon {
public:
    Lexicon() = default;
    explicit Lexicon(const std::vector<std::pair<std::string, Signal>> &words);

    [[nodiscard]] Signals signalsOf(std::string_view text) const;

private:
    /// What was read so far ends in the beginning of a word; state 0: in that of none.
    struct State {
        std::uint32_t firstEdge = 0;
        std::uint32_t edges = 0;
        std::uint32_t shorter = 0; ///< the state of the next shorter such beginning
        Signals signals = 0;       ///< of all words that end here
    };
    struct Edge {
        unsigned char byte;
        std::uint32_t to;
    };
    using Trie = std::map<std::pair<std::uint32_t, unsigned char>, std::uint32_t>;

    void layEdges(const Trie &trie);
    void linkShorter();
    [[nodiscard]] std::uint32_t next(std::uint32_t state, unsigned char byte) const;
    [[nodiscard]] Signals outsideOfPhrases(std::string_view text) const;

    std::array<std::uint32_t, 256> m_first{}; ///< from state 0 by each byte: where nearly all bytes of a text are read
    std::vector<State> m_states;
    std::vector<Edge> m_edges;                            ///< by state, then by byte
    std::vector<std::pair<std::string, Signals>> m_words; ///< as they are looked for
};

} // namespace domain
