// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace exchange {

/// `text` with full-width ASCII (Ａ１￥：（）) and the ideographic space in their ordinary width; all else stays.
[[nodiscard]] std::string foldWidth(std::string_view text);

/// `text` in lower case by the rules of Unicode, width folded.
[[nodiscard]] std::string foldCase(std::string_view text);
/// The same of a name, by which it is known again: spaces between two Chinese characters are layout, and left out.
[[nodiscard]] std::string foldName(std::string_view text);

/// `text` without surrounding space, with every run of white space and line breaks inside as one space: fit for a name.
[[nodiscard]] std::string oneLine(std::string_view text);

/// What two spellings of a column's header have in common: lower case, only letters and digits ("Deal - Value" → "dealvalue").
[[nodiscard]] std::string headerKey(std::string_view header);

/// True for a cell that says nothing: empty, or a word that a form puts where nobody chose ("N/A", "-", "null", "#N/A", 无),
/// or one of `more`, the placeholders of one system ("Select").
[[nodiscard]] bool isPlaceholder(std::string_view cell, std::span<const std::string> more = {});

/// True for what a spreadsheet shows where a formula came to nothing: #REF!, #VALUE! and the like.
[[nodiscard]] bool isErrorValue(std::string_view cell);

/// TRUE, Yes, 1, 是 … as true and their opposites as false; nothing for any other text.
[[nodiscard]] std::optional<bool> readBool(std::string_view cell);

} // namespace exchange
