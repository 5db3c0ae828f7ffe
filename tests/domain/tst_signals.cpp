// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "domain/signals.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>

using domain::has;
using domain::Lexicon;
using domain::Signal;
using domain::Signals;

namespace {

using Words = std::vector<std::pair<std::string, Signal>>;

Signals signalsOf(const Words &words, std::string_view text)
{
    return Lexicon(words).signalsOf(text);
}

Signals bits(std::initializer_list<Signal> signals)
{
    Signals all = 0;
    for (const Signal signal : signals)
        all |= static_cast<Signals>(signal);
    return all;
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// The places of a word, from the first byte to the one behind the last.
std::vector<std::pair<std::size_t, std::size_t>> places(const std::string &word, std::string_view text)
{
    std::vector<std::pair<std::size_t, std::size_t>> found;
    for (std::size_t at = 0; !word.empty() && at + word.size() <= text.size(); ++at) {
        const bool inside = at > 0 && isLetter(text[at - 1]) && isLetter(word[0]);
        if (text.substr(at, word.size()) == word && !inside)
            found.emplace_back(at, at + word.size());
    }
    return found;
}

/// What the automaton is to find, found the slow way.
Signals searched(const Words &words, std::string_view text)
{
    const auto isKeptOut = [&](const auto &place) {
        return std::ranges::any_of(words, [&](const auto &phrase) {
            return phrase.second == Signal::Nothing && std::ranges::any_of(places(phrase.first, text), [&](const auto &around) {
                       return around.first <= place.first && place.second <= around.second;
                   });
        });
    };
    Signals found = 0;
    for (const auto &[word, signal] : words) {
        if (!std::ranges::all_of(places(word, text), isKeptOut))
            found |= static_cast<Signals>(signal);
    }
    if (has(found, Signal::Substance))
        found &= ~static_cast<Signals>(Signal::Filler);
    return found;
}

} // namespace

TEST(Lexicon, FindsNothingWithoutWordsOrText)
{
    EXPECT_EQ(Lexicon().signalsOf("报价"), 0U);
    EXPECT_EQ(signalsOf({{"", Signal::Price}}, "报价"), 0U);
    EXPECT_EQ(signalsOf({{"报价", Signal::Price}}, ""), 0U);
}

TEST(Lexicon, FindsWordsAnywhereInAText)
{
    const Words words{{"报价", Signal::Price}, {"竞品", Signal::Competitor}};
    EXPECT_EQ(signalsOf(words, "报价已发"), bits({Signal::Price}));
    EXPECT_EQ(signalsOf(words, "客户拿竞品压报价"), bits({Signal::Price, Signal::Competitor}));
    EXPECT_EQ(signalsOf(words, "报了一个价"), 0U);
}

TEST(Lexicon, TakesCapitalsForSmallLetters)
{
    EXPECT_EQ(signalsOf({{"Send ME", Signal::Request}}, "please SEND me the PDF"), bits({Signal::Request}));
}

TEST(Lexicon, FindsAWordOfLettersOnlyWhereItBegins)
{
    const Words words{{"rival", Signal::Competitor}, {"white paper", Signal::Substance}};
    EXPECT_EQ(signalsOf(words, "the arrival date"), 0U);
    EXPECT_EQ(signalsOf(words, "Rivals were named"), bits({Signal::Competitor}));
    EXPECT_EQ(signalsOf(words, "客户说rival更好"), bits({Signal::Competitor}));
    EXPECT_EQ(signalsOf(words, "arrival of a 2rival"), bits({Signal::Competitor}));
    EXPECT_EQ(signalsOf(words, "offwhite paper"), 0U);
    EXPECT_EQ(signalsOf(words, "our white papers"), bits({Signal::Substance}));
}

TEST(Lexicon, KeepsWordsOutThatLieInsideAPhraseWhichMeansSomethingElse)
{
    const Words words{
        {"对手", Signal::Competitor}, {"竞争对手", Signal::Competitor}, {"费用", Signal::Price}, {"对手续费", Signal::Nothing}};
    EXPECT_EQ(signalsOf(words, "客户对手续费有疑问"), 0U);
    EXPECT_EQ(signalsOf(words, "客户对手续费用有疑问"), bits({Signal::Price})) << "which goes on behind the phrase";
    EXPECT_EQ(signalsOf(words, "竞争对手续费便宜"), bits({Signal::Competitor})) << "which begins before the phrase";
    EXPECT_EQ(signalsOf(words, "对手续费不满，问了对手"), bits({Signal::Competitor})) << "which stands elsewhere too";
}

TEST(Lexicon, GivesAWordAllItsSignals)
{
    EXPECT_EQ(signalsOf({{"报价", Signal::Price}, {"报价", Signal::Substance}}, "报价"),
              bits({Signal::Price, Signal::Substance}));
}

TEST(Lexicon, FindsAWordInsideAnotherThatDoesNotEnd)
{
    const Words words{{"技术参数表", Signal::Request}, {"参数", Signal::Substance}, {"数据", Signal::Price}};
    EXPECT_EQ(signalsOf(words, "技术参数据说已经定了"), bits({Signal::Substance, Signal::Price}));
}

TEST(Lexicon, DropsTheEmptyPhraseBesideSomethingConcrete)
{
    const Words words{{"已电话沟通", Signal::Filler}, {"样品", Signal::Substance}};
    EXPECT_EQ(signalsOf(words, "已电话沟通"), bits({Signal::Filler}));
    EXPECT_EQ(signalsOf(words, "已电话沟通，样品合格"), bits({Signal::Substance}));
}

RC_GTEST_PROP(Lexicon, FindsWhatASearchForEachWordFinds, ())
{
    const auto text = rc::gen::container<std::string>(rc::gen::element('a', 'b', ' ', '\xE5'));
    const auto signal = rc::gen::element(Signal::Substance, Signal::Price, Signal::GoodTalk, Signal::Filler, Signal::Nothing);
    const auto words = *rc::gen::container<Words>(rc::gen::pair(text, signal));
    const auto talk = *text;
    RC_ASSERT(signalsOf(words, talk) == searched(words, talk));
}
