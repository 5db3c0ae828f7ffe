// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/encoding.h"

#include "support/utf8.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace exchange {

using namespace std::string_literals;

namespace {

EncodingGuess guess(std::string_view bytes)
{
    EncodingProbe probe;
    probe.feed(bytes);
    return probe.guess();
}

std::string decode(std::string_view bytes, Encoding encoding, std::size_t step = 1'000'000)
{
    Decoder decoder(encoding);
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += step)
        decoder.decode(bytes.substr(at, step), false, text);
    decoder.decode({}, true, text);
    return text;
}

// 商机名称,客户名称\n华东项目,一诺科技\n in GB18030.
const std::string chineseGb = "\xC9\xCC\xBB\xFA\xC3\xFB\xB3\xC6,\xBF\xCD\xBB\xA7\xC3\xFB\xB3\xC6\n"
                              "\xBB\xAA\xB6\xAB\xCF\xEE\xC4\xBF,\xD2\xBB\xC5\xB5\xBF\xC6\xBC\xBC\n";
const std::string chinese = "商机名称,客户名称\n华东项目,一诺科技\n";

std::string utf16(std::u16string_view text, bool bigEndian)
{
    std::string bytes;
    for (const char16_t unit : text) {
        const char low = static_cast<char>(unit & 0xFF);
        const char high = static_cast<char>(unit >> 8);
        bytes += bigEndian ? high : low;
        bytes += bigEndian ? low : high;
    }
    return bytes;
}

} // namespace

TEST(Encoding, KnowsUtf8WithAndWithoutAByteOrderMark)
{
    EXPECT_EQ(guess(chinese).encoding, Encoding::Utf8);
    EXPECT_EQ(guess("\xEF\xBB\xBF" + chinese).encoding, Encoding::Utf8);
    EXPECT_EQ(guess("plain,ascii\n").encoding, Encoding::Utf8);
    EXPECT_TRUE(guess("plain,ascii\n").certain);
    EXPECT_EQ(guess("").encoding, Encoding::Utf8);
}

TEST(Encoding, KnowsUtf16ByItsMarkAndWithoutIt)
{
    EXPECT_EQ(guess("\xFF\xFE" + utf16(u"商机", false)).encoding, Encoding::Utf16Le);
    EXPECT_EQ(guess("\xFE\xFF" + utf16(u"商机", true)).encoding, Encoding::Utf16Be);
    EXPECT_EQ(guess(utf16(u"商机名称,金额\r\n一诺,12\r\n", false)).encoding, Encoding::Utf16Le);
    EXPECT_EQ(guess(utf16(u"Deal Name,Amount\r\nEdge,12\r\n", true)).encoding, Encoding::Utf16Be);
}

TEST(Encoding, KnowsAShortChineseFileInGb18030)
{
    EXPECT_EQ(guess(chineseGb).encoding, Encoding::Gb18030);
    EXPECT_TRUE(guess(chineseGb).certain);
    EXPECT_EQ(guess("\xC9\xCC\xBB\xFA\n1\n").encoding, Encoding::Gb18030);
    EXPECT_FALSE(guess("\xC9\xCC\n1\n").certain);
}

TEST(Encoding, TakesWesternLettersForCp1252)
{
    const auto german = guess("Kunde;Ort\nM\xFCller & S\xF6hne;K\xF6ln\nCaf\xE9 Z\xFCrich;Gen\xE8ve\n");
    EXPECT_EQ(german.encoding, Encoding::Cp1252);
    EXPECT_TRUE(german.certain);
    EXPECT_EQ(guess("\x93quoted\x94 \x96 it\x92s 100 \x80\n").encoding, Encoding::Cp1252);
}

TEST(Encoding, StaysWithUtf8WhenAFewBytesAreDamaged)
{
    std::string text;
    for (int i = 0; i < 50; ++i)
        text += chinese;
    EXPECT_EQ(guess(text + "caf\xE9,\n").encoding, Encoding::Utf8);
}

TEST(Encoding, StaysWithUtf8WhenAByteIsCutOutOfASmallFile)
{
    const auto cut = guess("客户,金额\n晨\xE5\x85,1\n");
    EXPECT_EQ(cut.encoding, Encoding::Utf8);
    EXPECT_FALSE(cut.certain);
    EXPECT_EQ(guess("M\xC3\xBCller\nM\xFCller & S\xF6hne\n").encoding, Encoding::Cp1252);
}

TEST(Encoding, StaysWithGb18030WhenAFewBytesAreDamaged)
{
    std::string text;
    for (int i = 0; i < 50; ++i)
        text += chineseGb;
    EXPECT_EQ(guess(text + "\xC9,\n").encoding, Encoding::Gb18030);
}

TEST(Encoding, ANulByteInAPlainFileDoesNotMakeItUtf16)
{
    EXPECT_EQ(guess("id,name\n1,a\0b\n2,cc\n3,dd\n4,eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee\n"s).encoding, Encoding::Utf8);
}

TEST(Decoder, ReadsEveryEncodingInPiecesOfAnySize)
{
    for (const std::size_t step : {1U, 2U, 3U, 5U, 7U, 1000U}) {
        EXPECT_EQ(decode(chinese, Encoding::Utf8, step), chinese);
        EXPECT_EQ(decode("\xEF\xBB\xBF" + chinese, Encoding::Utf8, step), chinese);
        EXPECT_EQ(decode(chineseGb, Encoding::Gb18030, step), chinese);
        EXPECT_EQ(decode("\xFF\xFE" + utf16(u"商机😀,1\n", false), Encoding::Utf16Le, step), "商机😀,1\n");
        EXPECT_EQ(decode("\xFE\xFF" + utf16(u"商机😀,1\n", true), Encoding::Utf16Be, step), "商机😀,1\n");
        EXPECT_EQ(decode("\x93M\xFCller\x94 \x80", Encoding::Cp1252, step), "“Müller” €");
    }
}

TEST(Decoder, ReadsTheFourByteCharactersOfGb18030)
{
    EXPECT_EQ(decode("\x95\x32\x82\x36", Encoding::Gb18030, 1), "𠀀");
}

TEST(Decoder, MarksWhatIsNotTextAndGoesOn)
{
    const std::string mark(Decoder::badMark);
    EXPECT_EQ(decode("caf\xE9,x\n", Encoding::Utf8), "caf" + mark + ",x\n");
    EXPECT_EQ(decode("caf\xE9", Encoding::Utf8), "caf" + mark);
    EXPECT_EQ(decode("a\xFF,b", Encoding::Gb18030), "a" + mark + ",b");
}

TEST(Decoder, ReadsPiecesLargerThanItsOwnBuffer)
{
    std::string wide = "x";
    std::string bytes = utf16(u"x", false);
    for (int i = 0; i < 10'000; ++i) {
        wide += "😀";
        bytes += utf16(u"😀", false);
    }
    EXPECT_EQ(decode(bytes, Encoding::Utf16Le), wide);
}

RC_GTEST_PROP(Decoder, GivesWellFormedTextForAnyBytesHoweverTheyAreCut, (const std::string &bytes))
{
    for (const Encoding encoding : {Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Gb18030, Encoding::Cp1252}) {
        const std::string whole = decode(bytes, encoding);
        RC_ASSERT(support::isUtf8(whole));
        RC_ASSERT(decode(bytes, encoding, 1) == whole);
    }
}

} // namespace exchange
