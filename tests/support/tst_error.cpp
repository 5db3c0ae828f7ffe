// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "support/error.h"

#include <gtest/gtest.h>

#include <set>
#include <string_view>

using support::ErrorCode;

TEST(ErrorCode, SharesItsNameWithNoOther)
{
    std::set<std::string_view> names;
    for (int code = 0; code < 256; ++code) {
        const std::string_view word = name(static_cast<ErrorCode>(code));
        EXPECT_TRUE(word == "unknown" || names.insert(word).second) << word << " names two codes";
    }
    EXPECT_GT(names.size(), 30U);
}

TEST(ErrorCode, IsNamedInLowerCaseForJson)
{
    EXPECT_EQ(name(ErrorCode::DanglingReference), "dangling_reference");
}

TEST(Failure, CarriesCodeSubjectAndDetail)
{
    const support::Result<int> result = support::failure(ErrorCode::BadTime, "occurred_at", "no offset");
    ASSERT_FALSE(result);
    EXPECT_EQ(result.error(), (support::Error{ErrorCode::BadTime, "occurred_at", "no offset"}));
}
