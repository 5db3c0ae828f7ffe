// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "app/plumb/session.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <string_view>
#include <utility>

namespace plumb {

// Everything that the program says goes through here: a full disk is told once, at the end, and never ends the program
// before its work is done. The stream itself remembers that something could not be written.

/// Writes to the standard output; false where that is known to have failed.
bool write(std::string_view text);
/// Writes to the error stream, as well as that goes.
void writeError(std::string_view text);

template <class... Args>
void say(fmt::format_string<Args...> format, Args &&...args)
{
    write(fmt::format(format, std::forward<Args>(args)...));
}

template <class... Args>
void sayError(fmt::format_string<Args...> format, Args &&...args)
{
    writeError(fmt::format(format, std::forward<Args>(args)...));
}

/// Says `document` on a line of its own.
void printLine(const nlohmann::ordered_json &document);

/// How the program ends when a command ended with `how`: Failed, and told, where its answer could not be written whole.
[[nodiscard]] Exit finished(bool json, Exit how);

} // namespace plumb
