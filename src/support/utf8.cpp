// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "support/utf8.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace support {

namespace {

constexpr std::array<std::string_view, 9> spaces{" ", "\t", "\r", "\n", "\v", "\f", "\xC2\xA0", "\xE3\x80\x80", "\xEF\xBB\xBF"};

bool isContinuation(unsigned char byte)
{
    return (byte & 0xC0U) == 0x80U;
}

/// The number of bytes of the well-formed sequence that starts at `at`, or 0.
std::size_t sequenceLength(std::string_view bytes, std::size_t at)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(at + i < bytes.size() ? bytes[at + i] : 0); };
    const unsigned char lead = byte(0);
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead <= 0xDF)
        return isContinuation(byte(1)) ? 2 : 0;
    if (lead >= 0xE0 && lead <= 0xEF) {
        const bool shortest = lead != 0xE0 || byte(1) >= 0xA0;
        const bool scalar = lead != 0xED || byte(1) <= 0x9F;
        return shortest && scalar && isContinuation(byte(1)) && isContinuation(byte(2)) ? 3 : 0;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        const bool shortest = lead != 0xF0 || byte(1) >= 0x90;
        const bool inRange = lead != 0xF4 || byte(1) <= 0x8F;
        return shortest && inRange && isContinuation(byte(1)) && isContinuation(byte(2)) && isContinuation(byte(3)) ? 4 : 0;
    }
    return 0;
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
