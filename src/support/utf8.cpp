// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "support/utf8.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace support {

namespace {

constexpr std::array<std::string_view, 9> spaces{" ", "\t", "\r", "\n", "\v", "\f", "\xC2\xA0", "\xE3\x80\x80", "\xEF\xBB\xBF"};

/// A row of table 3-7 of the Unicode Standard: lead bytes, what the byte after them may be, and the length. Any further
/// byte is a continuation.
struct Form {
    unsigned char firstLead;
    unsigned char lastLead;
    unsigned char firstSecond;
    unsigned char lastSecond;
    std::size_t length;
};

constexpr std::array<Form, 8> wellFormed{{
    {0xC2, 0xDF, 0x80, 0xBF, 2},
    {0xE0, 0xE0, 0xA0, 0xBF, 3},
    {0xE1, 0xEC, 0x80, 0xBF, 3},
    {0xED, 0xED, 0x80, 0x9F, 3},
    {0xEE, 0xEF, 0x80, 0xBF, 3},
    {0xF0, 0xF0, 0x90, 0xBF, 4},
    {0xF1, 0xF3, 0x80, 0xBF, 4},
    {0xF4, 0xF4, 0x80, 0x8F, 4},
}};

bool isContinuation(char c)
{
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// The number of bytes of the well-formed sequence that starts at `at`, or 0.
std::size_t sequenceLength(std::string_view bytes, std::size_t at)
{
    const auto lead = static_cast<unsigned char>(bytes[at]);
    if (lead < 0x80)
        return 1;
    const auto form = std::ranges::find_if(wellFormed, [&](const Form &f) { return lead >= f.firstLead && lead <= f.lastLead; });
    if (form == wellFormed.end() || bytes.size() - at < form->length)
        return 0;
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    const bool tailed = std::ranges::all_of(bytes.substr(at + 1, form->length - 1), isContinuation);
    return tailed && second >= form->firstSecond && second <= form->lastSecond ? form->length : 0;
}

} // namespace

bool isUtf8(std::string_view bytes)
{
    for (std::size_t at = 0; at < bytes.size();) {
        const std::size_t length = sequenceLength(bytes, at);
        if (length == 0)
            return false;
        at += length;
    }
    return true;
}

bool hasControls(std::string_view bytes)
{
    return std::ranges::any_of(bytes, [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
    });
}

std::string_view trimmed(std::string_view text)
{
    const auto cutFront = [&] {
        return std::ranges::any_of(spaces, [&](std::string_view space) {
            const bool hit = text.starts_with(space);
            if (hit)
                text.remove_prefix(space.size());
            return hit;
        });
    };
    const auto cutBack = [&] {
        return std::ranges::any_of(spaces, [&](std::string_view space) {
            const bool hit = text.ends_with(space);
            if (hit)
                text.remove_suffix(space.size());
            return hit;
        });
    };
    while (cutFront()) {}
    while (cutBack()) {}
    return text;
}

} // namespace support
