// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace workbench {

// How Chinese names are typed in Latin letters: by syllables without tones ("huasheng"), by first letters ("hs"), or by any mix
// of both ("huas").

/// How a letter is said: a place in `sounds()`. 0: not at all.
using Sound = std::uint16_t;

/// The readings behind each sound, a space between them, the usual one first; a letter or digit of ASCII is its own reading.
[[nodiscard]] std::span<const std::string_view> sounds();
/// The sounds of the letters from U+4E00 on.
[[nodiscard]] std::span<const Sound> chineseLetters();

/// The sounds of a text whose case is folded; what has none (spaces, signs, other scripts) is passed over.
[[nodiscard]] std::vector<Sound> soundsOf(std::string_view text);

/// `text`, whose case is folded, as a spelling: without spaces and apostrophes. Empty where something else than small Latin
/// letters and digits is in it.
[[nodiscard]] std::string asSpelling(std::string_view text);

/// Whether `spelling` spells the beginning of `sounds`: each syllable in full or by its first letter (zh, ch, sh as well), the
/// last as far as it goes.
[[nodiscard]] bool spells(std::string_view spelling, std::span<const Sound> sounds);

/// `name` as it is spelled, syllable by syllable, with every reading of its first letter; nothing for a name without Chinese.
[[nodiscard]] std::vector<std::string> spellingsOf(std::string_view name);

} // namespace workbench
