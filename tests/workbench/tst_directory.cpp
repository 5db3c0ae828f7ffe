// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/directory.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <numeric>

using testing::ElementsAre;
using testing::IsEmpty;
using workbench::NameList;

namespace {

NameList listOf(std::vector<std::string> names)
{
    std::vector<domain::SymbolKey> keys(names.size());
    std::iota(keys.begin(), keys.end(), 1U);
    return {std::move(keys), std::move(names)};
}

/// Few letters, some of which share their first byte, so that there is much to find.
rc::Gen<std::string> anyWord()
{
    return rc::gen::map(
        rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>("a", "b", "远", "迟", " ")),
        [](const std::vector<std::string> &letters) { return std::accumulate(letters.begin(), letters.end(), std::string()); });
}

} // namespace

TEST(NameList, FindsWhatBeginsWithTheTextBeforeWhatHoldsIt)
{
    const NameList list = listOf({"苏州远景诊断", "远景", "", "北京远景", "天津"});
    EXPECT_THAT(list.find("远景", 20), ElementsAre(1, 0, 3));
    EXPECT_THAT(list.find("远景", 2), ElementsAre(1, 0));
    EXPECT_THAT(list.find("远景诊断", 20), ElementsAre(0));
    EXPECT_THAT(list.find("重庆", 20), IsEmpty());
}

TEST(NameList, LooksAtTheLettersAndNotTheirCaseOrWidth)
{
    const NameList list = listOf({"ACME Tools", "ａｃｍｅ二厂"});
    EXPECT_THAT(list.find("acme", 20), ElementsAre(0, 1));
}

TEST(NameList, NamesADealOnceHoweverOftenItHoldsTheText)
{
    EXPECT_THAT(listOf({"aaaa", "baaa"}).find("aa", 20), ElementsAre(0, 1));
}

TEST(NameList, DoesNotFindAcrossTwoNames)
{
    const NameList list = listOf({"ab", "cd"});
    EXPECT_THAT(list.find("bc", 20), IsEmpty());
    EXPECT_THAT(list.find("b\nc", 20), IsEmpty());
    EXPECT_THAT(list.find("\n", 20), IsEmpty());
    EXPECT_THAT(NameList().find("a", 20), IsEmpty());
}

TEST(NameList, FindsAChineseNameByHowItIsSpelled)
{
    const NameList list = listOf({"华胜科技有限公司", "北京华胜", "Huasheng", "厦门长城", "重庆银行"});
    EXPECT_THAT(list.find("huasheng", 20), ElementsAre(2, 0, 1)) << "letters first, then what begins with it";
    EXPECT_THAT(list.find("huashengkeji", 20), ElementsAre(0));
    EXPECT_THAT(list.find("hskj", 20), ElementsAre(0));
    EXPECT_THAT(list.find("hua sheng", 20), ElementsAre(0, 1));
    EXPECT_THAT(list.find("xiamen", 20), ElementsAre(3));
    EXPECT_THAT(list.find("changcheng", 20), ElementsAre(3));
    EXPECT_THAT(list.find("cqyh", 20), ElementsAre(4));
    EXPECT_THAT(list.find("hs", 1), ElementsAre(0));
    EXPECT_THAT(list.find("hsx", 20), IsEmpty());
}

RC_GTEST_PROP(NameList, FindsWhatASearchOfEachNameFinds, ())
{
    const auto names = *rc::gen::container<std::vector<std::string>>(anyWord());
    const auto text = *rc::gen::suchThat(anyWord(), [](const std::string &word) { return !word.empty(); });
    std::vector<std::size_t> expected;
    for (const bool starting : {true, false}) {
        for (std::size_t i = 0; i < names.size(); ++i) {
            const std::size_t at = names[i].find(text);
            if (at != std::string::npos && (at == 0) == starting)
                expected.push_back(i);
        }
    }
    auto found = listOf(names).find(text, names.size());
    RC_ASSERT(found.size() >= expected.size());
    found.resize(expected.size()); // what is spelled like it comes after
    RC_ASSERT(found == expected);
    const auto limit = *rc::gen::inRange<std::size_t>(0, names.size() + 1);
    expected.resize(std::min(expected.size(), limit));
    found = listOf(names).find(text, limit);
    RC_ASSERT(found.size() >= expected.size() && found.size() <= limit);
    found.resize(expected.size());
    RC_ASSERT(found == expected);
}
