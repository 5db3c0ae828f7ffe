// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/textcell.h"

#include <gtest/gtest.h>

#include <array>

namespace exchange {

TEST(TextCell, FoldsFullWidthToOrdinary)
{
    EXPECT_EQ(foldWidth("ＡＢＣ　１２３（￥）：商机"), "ABC 123(¥):商机");
    EXPECT_EQ(foldCase("ＡＢＣ Straße É"), "abc straße é");
    EXPECT_EQ(foldName("王 芳　 明"), "王芳明");
    EXPECT_EQ(foldName("王芳 Ann 明 "), "王芳 ann 明 ");
}

TEST(TextCell, MakesOneLineOfManyForNames)
{
    EXPECT_EQ(oneLine("  Edge\r\n  Communications \t Ltd\xC2\xA0 "), "Edge Communications Ltd");
    EXPECT_EQ(oneLine(" \n "), "");
}

TEST(TextCell, SeesTheSameHeaderInManySpellings)
{
    EXPECT_EQ(headerKey("Deal - Value"), headerKey("deal_value"));
    EXPECT_EQ(headerKey("partner_id/id"), headerKey("Partner ID / ID"));
    EXPECT_EQ(headerKey(" 商机金额（元） "), "商机金额元");
    EXPECT_EQ(headerKey("-/-"), "");
}

TEST(TextCell, KnowsTheWordsThatSayNothing)
{
    const std::array<std::string, 1> own{"Select"};
    for (const char *word : {"", "  ", "-", "--", "N/A", "n/a", "#N/A", "null", "NULL", "—", "无", "暂无"})
        EXPECT_TRUE(isPlaceholder(word)) << word;
    EXPECT_FALSE(isPlaceholder("Select"));
    EXPECT_TRUE(isPlaceholder(" Select ", own));
    EXPECT_FALSE(isPlaceholder("None")) << "a literal word of some systems";
    EXPECT_FALSE(isPlaceholder("Unknown"));
    EXPECT_FALSE(isPlaceholder("0"));
}

TEST(TextCell, ReadsTruthInTheWordsOfManySystems)
{
    for (const char *word : {"TRUE", "True", "1", "Yes", "是", "y"})
        EXPECT_EQ(readBool(word), true) << word;
    for (const char *word : {"FALSE", "0", "No", "否", " n "})
        EXPECT_EQ(readBool(word), false) << word;
    EXPECT_EQ(readBool("perhaps"), std::nullopt);
    EXPECT_EQ(readBool(""), std::nullopt);
}

} // namespace exchange
