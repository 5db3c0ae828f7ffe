// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "exchange/textcell.h"

#include "support/utf8.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace exchange {

namespace {

constexpr std::array<std::string_view, 13> saysNothing{"-",    "--",   "\xE2\x80\x94",  "\xE2\x80\x93", "/",    "n/a", "na",
                                                       "#n/a", "null", "none selected", "无",           "暂无", "空"};
constexpr std::array<std::string_view, 8> trueWords{"true", "yes", "y", "1", "t", "是", "有", "对"};
constexpr std::array<std::string_view, 8> falseWords{"false", "no", "n", "0", "f", "否", "无", "错"};

/// Calls `use` with every code point of `text`; a malformed byte counts as U+FFFD.
template <class Use>
void eachPoint(std::string_view text, Use use)
{
    const auto length = static_cast<std::int32_t>(text.size());
    for (std::int32_t at = 0; at < length;) {
        UChar32 point = 0;
        U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t *>(text.data()), at, length, point);
        use(point);
    }
}

void appendPoint(std::string &text, UChar32 signedPoint)
{
    const auto point = static_cast<std::uint32_t>(signedPoint);
    const auto tail = [&](unsigned shift) { text += static_cast<char>(0x80U | (point >> shift & 0x3FU)); };
    if (point < 0x80) {
        text += static_cast<char>(point);
    } else if (point < 0x800) {
        text += static_cast<char>(0xC0U | point >> 6U);
        tail(0);
    } else if (point < 0x10000) {
        text += static_cast<char>(0xE0U | point >> 12U);
        tail(6);
        tail(0);
    } else {
        text += static_cast<char>(0xF0U | point >> 18U);
        tail(12);
        tail(6);
        tail(0);
    }
}

UChar32 ordinaryWidth(UChar32 point)
{
    if (point >= 0xFF01 && point <= 0xFF5E)
        return point - 0xFF01 + '!';
    if (point == 0xFFE5) // full-width yen sign
        return 0xA5;
    return point == 0x3000 ? ' ' : point;
}

template <class Words>
bool contains(const Words &words, std::string_view word)
{
    return std::ranges::find(words, word) != words.end();
}

} // namespace

std::string foldWidth(std::string_view text)
{
    std::string folded;
    folded.reserve(text.size());
    eachPoint(text, [&](UChar32 point) { appendPoint(folded, ordinaryWidth(point)); });
    return folded;
}

std::string foldCase(std::string_view text)
{
    std::string folded;
    folded.reserve(text.size());
    eachPoint(text, [&](UChar32 point) {
        const bool upper = point >= 'A' && point <= 'Z';
        if (point < 0x80) // most letters of most names: they need no table
            folded += static_cast<char>(upper ? point - 'A' + 'a' : point);
        else
            appendPoint(folded, u_tolower(ordinaryWidth(point)));
    });
    return folded;
}

std::string foldName(std::string_view text)
{
    std::string folded;
    std::size_t gap = std::string::npos; // where the spaces begin that stand last, behind a Chinese character
    bool behindIdeograph = false;
    eachPoint(foldCase(text), [&](UChar32 point) {
        if (point == ' ' && behindIdeograph && gap == std::string::npos)
            gap = folded.size();
        if (point != ' ') {
            behindIdeograph = u_hasBinaryProperty(point, UCHAR_IDEOGRAPHIC) != 0;
            if (behindIdeograph && gap != std::string::npos)
                folded.resize(gap);
            gap = std::string::npos;
        }
        appendPoint(folded, point);
    });
    return folded;
}

std::string oneLine(std::string_view text)
{
    std::string line;
    bool gap = false;
    eachPoint(support::trimmed(text), [&](UChar32 point) {
        if (u_isUWhiteSpace(point) || u_iscntrl(point)) {
            gap = !line.empty();
            return;
        }
        if (gap)
            line += ' ';
        gap = false;
        appendPoint(line, point);
    });
    return line;
}

std::string headerKey(std::string_view header)
{
    std::string key;
    eachPoint(header, [&](UChar32 point) {
        const UChar32 folded = u_tolower(ordinaryWidth(point));
        if (u_isalnum(folded))
            appendPoint(key, folded);
    });
    return key;
}

bool isPlaceholder(std::string_view cell, std::span<const std::string> more)
{
    const std::string_view text = support::trimmed(cell);
    if (text.empty() || contains(more, text))
        return true;
    constexpr std::size_t longest = 16;
    return text.size() <= longest && contains(saysNothing, foldCase(text));
}

bool isErrorValue(std::string_view cell)
{
    constexpr std::array<std::string_view, 13> errors{"#REF!",     "#VALUE!",       "#DIV/0!",  "#NAME?",  "#NULL!",
                                                      "#NUM!",     "#SPILL!",       "#CALC!",   "#FIELD!", "#BLOCKED!",
                                                      "#CONNECT!", "#GETTING_DATA", "#UNKNOWN!"};
    return cell.starts_with('#') && contains(errors, support::trimmed(cell));
}

std::optional<bool> readBool(std::string_view cell)
{
    const std::string word = foldCase(support::trimmed(cell));
    if (contains(trueWords, word))
        return true;
    if (contains(falseWords, word))
        return false;
    return std::nullopt;
}

} // namespace exchange
