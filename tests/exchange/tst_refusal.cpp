// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/delimited.h"
#include "exchange/refusal.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace exchange {

namespace {

std::vector<std::string> readBack(const std::string &line)
{
    DelimitedReader reader(std::make_unique<MemorySource>(line), {Encoding::Utf8, ',', 9});
    Row row;
    EXPECT_TRUE(reader.next(row).value());
    return row.cells;
}

} // namespace

TEST(Refusal, IsALineThatASpreadsheetOpens)
{
    const RefusalWords words{"this is \"no\" amount", "write it, like 128000.50"};
    Refusal refusal{"deals.csv", 17, "Amount", "1,2,3", RefusalReason::BadAmount, "a,\"b\",\"1,2,3\""};
    EXPECT_EQ(readBack(refusedLine(refusal, words)),
              (std::vector<std::string>{"deals.csv", "17", "Amount", "1,2,3", words.reason, words.remedy, "bad_amount", "row",
                                        "a,\"b\",\"1,2,3\""}));
    refusal.valueOnly = true;
    EXPECT_EQ(readBack(refusedLine(refusal, words))[7], "value");
    EXPECT_TRUE(refusedHeader().starts_with("\xEF\xBB\xBF"));
    EXPECT_EQ(std::ranges::count(refusedHeader(), ','), 8);
}

TEST(Refusal, OfALineOfFactsHasTheSameCells)
{
    EXPECT_EQ(
        readBack(refusedLine(RefusedFact{"f.jsonl", 3, "occurred_at", "yesterday", "{}"}, support::ErrorCode::BadTime,
                             {"no time", "write one"})),
        (std::vector<std::string>{"f.jsonl", "3", "occurred_at", "yesterday", "no time", "write one", "bad_time", "row", "{}"}));
}

TEST(Refusal, CannotBecomeAFormula)
{
    EXPECT_EQ(readBack(refusedLine({"deals.csv", 1, "Name", "=HYPERLINK(\"x\")", RefusalReason::BadText, "-1+1"}, {}))[3],
              "'=HYPERLINK(\"x\")");
}

TEST(Refusal, HasAWordAndARemedyForEveryReason)
{
    std::set<std::string_view> words;
    std::set<std::string_view> remedies;
    for (int i = 0; i <= static_cast<int>(RefusalReason::ErrorValue); ++i) {
        words.insert(name(static_cast<RefusalReason>(i)));
        remedies.insert(remedy(static_cast<RefusalReason>(i)));
    }
    EXPECT_EQ(words.size(), 25U);
    EXPECT_EQ(remedies.size(), 25U);
    EXPECT_FALSE(words.contains(""));
    EXPECT_FALSE(remedies.contains(""));
}

} // namespace exchange
