// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "workbench/spelling.h"

#include "exchange/textcell.h"

#include <algorithm>

namespace workbench {

namespace {

constexpr char32_t firstChinese = 0x4E00;
constexpr Sound firstDigit = 1;
constexpr Sound firstLatin = 11;

bool isDigit(char32_t letter)
{
    return letter >= U'0' && letter <= U'9';
}

bool isLatin(char32_t letter)
{
    return letter >= U'a' && letter <= U'z';
}

bool isChinese(char32_t letter)
{
    return letter >= firstChinese && letter - firstChinese < chineseLetters().size();
}

Sound soundOf(char32_t letter)
{
    if (isDigit(letter))
        return static_cast<Sound>(firstDigit + (letter - U'0'));
    if (isLatin(letter))
        return static_cast<Sound>(firstLatin + (letter - U'a'));
    return isChinese(letter) ? chineseLetters()[letter - firstChinese] : Sound{0};
}

struct Letter {
    char32_t point;
    std::size_t bytes;
};

/// The letters of ASCII and those of three bytes, which the Chinese ones are; of the others only that they are there.
Letter letterAt(std::string_view text, std::size_t at)
{
    constexpr unsigned char three = 0xE0;
    constexpr unsigned char four = 0xF0;
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
    if (byte(0) >= three && byte(0) < four && at + 2 < text.size())
        return {static_cast<char32_t>((byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU)), 3};
    return {byte(0), 1};
}

/// Calls `visit(reading)` for each reading of a sound until one says true.
template <class Visit>
bool anyReading(Sound sound, const Visit &visit)
{
    std::string_view rest = sounds()[sound];
    while (!rest.empty()) {
        const std::size_t space = std::min(rest.find(' '), rest.size());
        if (visit(rest.substr(0, space)))
            return true;
        rest.remove_prefix(std::min(space + 1, rest.size()));
    }
    return false;
}

/// A bit for each letter of ASCII.
std::uint64_t bitOf(char letter)
{
    const bool digit = isDigit(static_cast<char32_t>(static_cast<unsigned char>(letter)));
    return std::uint64_t{1} << static_cast<unsigned>(digit ? letter - '0' : letter - 'a' + 10);
}

/// The letters that the readings of each sound begin with: what most sounds of most names are passed over by.
const std::vector<std::uint64_t> &firstLetters()
{
    static const std::vector<std::uint64_t> letters = [] {
        std::vector<std::uint64_t> made(sounds().size());
        for (std::size_t sound = 0; sound < made.size(); ++sound) {
            anyReading(static_cast<Sound>(sound), [&](std::string_view reading) {
                made[sound] |= bitOf(reading.front());
                return false;
            });
        }
        return made;
    }();
    return letters;
}

std::size_t alike(std::string_view one, std::string_view other)
{
    return static_cast<std::size_t>(std::ranges::mismatch(one, other).in1 - one.begin());
}

/// Whether so many letters of a syllable may stand for it when others follow.
bool standsFor(std::string_view syllable, std::size_t letters)
{
    return letters == syllable.size() || letters == 1 || (letters == 2 && syllable[1] == 'h');
}

} // namespace

std::vector<Sound> soundsOf(std::string_view text)
{
    std::vector<Sound> all;
    all.reserve(text.size() / 3);
    for (std::size_t at = 0; at < text.size();) {
        const Letter letter = letterAt(text, at);
        if (const Sound sound = soundOf(letter.point); sound != 0)
            all.push_back(sound);
        at += letter.bytes;
    }
    return all;
}

std::string asSpelling(std::string_view text)
{
    std::string spelling;
    for (const char c : text) {
        const auto letter = static_cast<char32_t>(static_cast<unsigned char>(c));
        if (isLatin(letter) || isDigit(letter))
            spelling += c;
        else if (c != ' ' && c != '\'')
            return {};
    }
    return spelling;
}

bool spells(std::string_view spelling, std::span<const Sound> sounds)
{
    if (spelling.empty())
        return true;
    if (sounds.empty() || (firstLetters()[sounds.front()] & bitOf(spelling.front())) == 0)
        return false;
    return anyReading(sounds.front(), [&](std::string_view syllable) {
        const std::size_t most = alike(syllable, spelling);
        if (most == spelling.size())
            return true;
        for (std::size_t letters = most; letters > 0; --letters) {
            if (standsFor(syllable, letters) && spells(spelling.substr(letters), sounds.subspan(1)))
                return true;
        }
        return false;
    });
}

std::vector<std::string> spellingsOf(std::string_view name)
{
    const std::vector<Sound> all = soundsOf(exchange::foldCase(name));
    if (std::ranges::all_of(all, [](Sound sound) { return sound < firstLatin + 26; }))
        return {};
    std::string rest;
    for (std::size_t i = 1; i < all.size(); ++i) {
        const std::string_view readings = sounds()[all[i]];
        rest += ' ';
        rest += readings.substr(0, readings.find(' '));
    }
    std::vector<std::string> spellings;
    anyReading(all.front(), [&](std::string_view first) {
        spellings.push_back(std::string(first) + rest);
        return false;
    });
    return spellings;
}

} // namespace workbench
