// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "domain/signals.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

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

/// What the automaton is to find, found the slow way.
Signals searched(const Words &words, std::string_view text)
{
    Signals found = 0;
    for (const auto &[word, signal] : words) {
        if (!word.empty() && text.find(word) != std::string_view::npos)
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
    const auto text = rc::gen::container<std::string>(rc::gen::element('a', 'b', 'c'));
    const auto signal = rc::gen::element(Signal::Substance, Signal::Price, Signal::GoodTalk, Signal::Filler);
    const auto words = *rc::gen::container<Words>(rc::gen::pair(text, signal));
    const auto talk = *text;
    RC_ASSERT(signalsOf(words, talk) == searched(words, talk));
}
