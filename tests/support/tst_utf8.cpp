// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "support/utf8.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace {

std::string encoded(std::uint32_t scalar)
{
    const auto byte = [](std::uint32_t bits) { return static_cast<char>(static_cast<unsigned char>(bits)); };
    const auto tail = [&](unsigned shift) { return byte(0x80U | (scalar >> shift & 0x3FU)); };
    if (scalar < 0x80)
        return {byte(scalar)};
    if (scalar < 0x800)
        return {byte(0xC0U | scalar >> 6U), tail(0)};
    if (scalar < 0x10000)
        return {byte(0xE0U | scalar >> 12U), tail(6), tail(0)};
    return {byte(0xF0U | scalar >> 18U), tail(12), tail(6), tail(0)};
}

/// Any Unicode scalar value: all code points but the surrogates.
rc::Gen<std::uint32_t> anyScalar()
{
    return rc::gen::oneOf(rc::gen::inRange<std::uint32_t>(0, 0xD800), rc::gen::inRange<std::uint32_t>(0xE000, 0x110000));
}

} // namespace

TEST(Utf8, TakesEveryLengthOfSequence)
{
    EXPECT_TRUE(support::isUtf8(""));
    EXPECT_TRUE(support::isUtf8("plain"));
    EXPECT_TRUE(support::isUtf8("é 准绳 𠮷 \xF4\x8F\xBF\xBF"));
}

TEST(Utf8, RefusesLongFormsSurrogatesAndWhatLiesPastUnicode)
{
    for (const char *bytes : {"\xC0\xAF", "\xC1\xBF", "\xE0\x80\xAF", "\xE0\x9F\xBF", "\xF0\x80\x80\xAF", "\xF0\x8F\xBF\xBF",
                              "\xED\xA0\x80", "\xED\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFF"})
        EXPECT_FALSE(support::isUtf8(bytes));
}

TEST(Utf8, RefusesCutAndStrayBytes)
{
    for (const char *bytes : {"\x80", "a\xBF", "\xE5\x87", "\xE5", "\xC3", "\xF0\xA0\xAE", "\xE5\x87x", "\xC3(", "\xF0\xA0(\x80"})
        EXPECT_FALSE(support::isUtf8(bytes));
}

TEST(Utf8, DoesNotReadPastTheEndOfAView)
{
    const std::string_view whole = "准";
    EXPECT_TRUE(support::isUtf8(whole));
    EXPECT_FALSE(support::isUtf8(whole.substr(0, 2)));
    EXPECT_FALSE(support::isUtf8(whole.substr(0, 1)));
}

RC_GTEST_PROP(Utf8, TakesEveryScalarValue, ())
{
    std::string text;
    for (const std::uint32_t scalar : *rc::gen::container<std::vector<std::uint32_t>>(anyScalar()))
        text += encoded(scalar);
    RC_ASSERT(support::isUtf8(text));
}

RC_GTEST_PROP(Utf8, RefusesASequenceWithoutItsLastByte, ())
{
    const std::string sequence = encoded(*rc::gen::suchThat(anyScalar(), [](std::uint32_t scalar) { return scalar >= 0x80; }));
    RC_ASSERT(!support::isUtf8(sequence.substr(0, sequence.size() - 1)));
    RC_ASSERT(!support::isUtf8(sequence.substr(1)));
}

TEST(Utf8, CountsTabsAndLineEndsAsText)
{
    EXPECT_FALSE(support::hasControls("a\tb\r\nc 准绳"));
    EXPECT_TRUE(support::hasControls("\x01"));
    EXPECT_TRUE(support::hasControls("a\x7F"));
    EXPECT_TRUE(support::hasControls(std::string_view("\0", 1)));
}

TEST(Utf8, TrimsEverySpaceAtEitherEndAndNoneWithin)
{
    EXPECT_EQ(support::trimmed(""), "");
    EXPECT_EQ(support::trimmed(" \t\r\n\v\f"), "");
    EXPECT_EQ(support::trimmed("  a b  "), "a b");
    EXPECT_EQ(support::trimmed("　\xC2\xA0准 绳\xC2\xA0　"), "准 绳");
    EXPECT_EQ(support::trimmed("\xEF\xBB\xBFname"), "name");
}

RC_GTEST_PROP(Utf8, HasNothingLeftToTrimOnceTrimmed, (const std::string &text))
{
    const std::string_view once = support::trimmed(text);
    RC_ASSERT(support::trimmed(once) == once);
}
