// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/prettyjson.h"

#include <gtest/gtest.h>

using exchange::prettyJson;
using nlohmann::ordered_json;

TEST(PrettyJson, PutsShortThingsOnOneLine)
{
    EXPECT_EQ(prettyJson(ordered_json::parse(R"({"b":[1,2.50,true,null],"a":{"c":"准绳"}})")),
              "{\"b\": [1, 2.5, true, null], \"a\": {\"c\": \"准绳\"}}\n");
    EXPECT_EQ(prettyJson(ordered_json::array()), "[]\n");
    EXPECT_EQ(prettyJson(ordered_json::object()), "{}\n");
}

TEST(PrettyJson, BreaksWhatDoesNotFitOnALineAndIndentsIt)
{
    const std::string word(58, 'x');
    const ordered_json list = {word, word};
    EXPECT_EQ(prettyJson(list), "[\n  \"" + word + "\",\n  \"" + word + "\"\n]\n");
}

TEST(PrettyJson, CountsAnIdeographAsTwoColumns)
{
    std::string wide;
    for (int i = 0; i < 56; ++i)
        wide += "准";
    // Two brackets, two quotes and the comma that might follow: 117 columns; with another ideograph on either side, 121.
    EXPECT_EQ(prettyJson(ordered_json{wide}).find('\n'), wide.size() + 4);
    EXPECT_EQ(prettyJson(ordered_json{"准" + wide + "准"}).find('\n'), 1U);
}

TEST(PrettyJson, KeepsEscapesAndWholeNumbers)
{
    EXPECT_EQ(prettyJson(ordered_json::parse(R"(["a\"b\n", 7.0, -0.25, 1000000])")), "[\"a\\\"b\\n\", 7, -0.25, 1000000]\n");
}
