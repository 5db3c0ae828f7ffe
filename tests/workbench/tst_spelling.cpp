// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/spelling.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using testing::ElementsAre;
using testing::IsEmpty;

namespace workbench {

namespace {

bool spelled(std::string_view name, std::string_view typed)
{
    return spells(typed, soundsOf(name));
}

/// The first reading of a sound, which every sound of a name has.
std::string firstReading(Sound sound)
{
    const std::string_view readings = sounds()[sound];
    return std::string(readings.substr(0, readings.find(' ')));
}

} // namespace

TEST(Spelling, TakesSyllablesInFullByTheirFirstLettersAndMixed)
{
    for (const char *typed : {"huashengkeji", "hskj", "huaskj", "hshengkj", "hshkeji", "h", "huash", "hshk"})
        EXPECT_TRUE(spelled("华胜科技", typed)) << typed;
    for (const char *typed : {"shkj", "hkj", "huashengkejix", "hxkj", "uasheng"})
        EXPECT_FALSE(spelled("华胜科技", typed)) << typed;
}

TEST(Spelling, KnowsLettersOfSeveralReadings)
{
    for (const char *typed : {"changcheng", "zhangcheng"})
        EXPECT_TRUE(spelled("长城", typed)) << typed;
    for (const char *typed : {"lvse", "luse"})
        EXPECT_TRUE(spelled("绿色", typed)) << typed;
    EXPECT_TRUE(spelled("单雄信", "shanxiongxin"));
    EXPECT_TRUE(spelled("曾国藩", "zenggf"));
}

TEST(Spelling, TakesLettersAndDigitsForThemselvesAndPassesOverTheRest)
{
    EXPECT_TRUE(spelled("mes升级（2期）", "messhengji2qi"));
    EXPECT_TRUE(spelled("a 股·é华", "agh"));
    EXPECT_THAT(soundsOf("（）\xe5"), IsEmpty());
    EXPECT_THAT(soundsOf(""), IsEmpty());
}

TEST(Spelling, IsWhatCanBeTypedAndNothingElse)
{
    EXPECT_EQ(asSpelling("xi'an 1"), "xian1");
    EXPECT_EQ(asSpelling("华hs"), "");
    EXPECT_EQ(asSpelling("a-b"), "");
}

TEST(Spelling, OfANameHasEveryReadingOfItsFirstLetter)
{
    EXPECT_THAT(spellingsOf("袁宏伟"), ElementsAre("yuan hong wei"));
    EXPECT_THAT(spellingsOf("曾敏"), testing::IsSupersetOf({"zeng min", "ceng min"}));
    EXPECT_THAT(spellingsOf("Ann Lee"), IsEmpty());
    EXPECT_THAT(spellingsOf(""), IsEmpty());
}

RC_GTEST_PROP(Spelling, OfEverySyllableInFullOrByItsFirstLetterIsTaken, ())
{
    const auto letters = *rc::gen::container<std::vector<Sound>>(rc::gen::inRange<Sound>(1, static_cast<Sound>(sounds().size())));
    std::string typed;
    for (const Sound sound : letters)
        typed += *rc::gen::arbitrary<bool>() ? firstReading(sound) : firstReading(sound).substr(0, 1);
    RC_ASSERT(spells(typed, letters));
}

} // namespace workbench
