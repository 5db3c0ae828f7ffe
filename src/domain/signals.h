// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace domain {

/// What a piece of talk contains, as far as words can tell. Bits, stored with the fact: new ones go at the end.
enum class Signal : std::uint32_t {
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

/// Words and the signal each gives. Letters of ASCII are compared without case.
class Lexicon {
public:
    Lexicon() = default;
    explicit Lexicon(std::vector<std::pair<std::string, Signal>> words);

    [[nodiscard]] Signals signalsOf(std::string_view text) const;

private:
    std::vector<std::pair<std::string, Signal>> m_words;
};

} // namespace domain
