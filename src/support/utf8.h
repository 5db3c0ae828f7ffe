// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "support/error.h"

#include <string_view>

namespace support {

/// True when `bytes` is well-formed UTF-8 (shortest forms, no surrogates, at most U+10FFFF).
[[nodiscard]] bool isUtf8(std::string_view bytes);

/// True when `bytes` holds a control character other than tab, line feed and carriage return.
[[nodiscard]] bool hasControls(std::string_view bytes);

/// `text` without the white space (ASCII, no-break and ideographic spaces, byte order mark) at either end.
[[nodiscard]] std::string_view trimmed(std::string_view text);

} // namespace support
