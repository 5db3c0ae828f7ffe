// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/delimited.h"
#include "exchange/refusal.h"

#include <gtest/gtest.h>

#include <set>

namespace exchange {

namespace {

std::vector<std::string> readBack(const std::string &line)
{
    DelimitedReader reader(std::make_unique<MemorySource>(line), {Encoding::Utf8, ',', 7});
    Row row;
    EXPECT_TRUE(reader.next(row).value());
    return row.cells;
}

} // namespace

TEST(Refusal, IsALineThatASpreadsheetOpens)
{
    const auto cells = readBack(refusedLine({"deals.csv", 17, "Amount", "1,2,3", RefusalReason::BadAmount, "a,\"b\",\"1,2,3\""}));
    EXPECT_EQ(cells, (std::vector<std::string>{"deals.csv", "17", "Amount", "1,2,3", "bad_amount",
                                               "write_the_amount_as_128000.50", "a,\"b\",\"1,2,3\""}));
    EXPECT_TRUE(refusedHeader().starts_with("\xEF\xBB\xBF"));
}

TEST(Refusal, CannotBecomeAFormula)
{
    EXPECT_EQ(readBack(refusedLine({"deals.csv", 1, "Name", "=HYPERLINK(\"x\")", RefusalReason::BadText, "-1+1"}))[3],
              "'=HYPERLINK(\"x\")");
}

TEST(Refusal, HasAWordAndARemedyForEveryReason)
{
    std::set<std::string_view> words;
    std::set<std::string_view> remedies;
    for (int i = 0; i <= static_cast<int>(RefusalReason::Inconsistent); ++i) {
        words.insert(name(static_cast<RefusalReason>(i)));
        remedies.insert(remedy(static_cast<RefusalReason>(i)));
    }
    EXPECT_EQ(words.size(), 15U);
    EXPECT_EQ(remedies.size(), 15U);
    EXPECT_FALSE(words.contains(""));
    EXPECT_FALSE(remedies.contains(""));
}

} // namespace exchange
