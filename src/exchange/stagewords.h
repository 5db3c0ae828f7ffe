// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/profile.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace exchange {

/// What the stage called `stage` means under `profile` ("won", "lost", "ignore", "deleted", a stage id); nothing when it is not
/// known.
[[nodiscard]] std::optional<std::string> stageTarget(const Profile &profile, std::string_view stage);

/// The stage in which deals of `profile` begin.
[[nodiscard]] std::string_view firstStage(const Profile &profile);

/// The stages that deals of `profile` may stand in.
[[nodiscard]] std::vector<std::string> stageChoices(const Profile &profile);

/// What the name of a stage or an outcome means that other systems give to deals which they have deleted.
inline constexpr std::string_view deletedWord = "deleted";

/// Whether `target` says how a deal ended: "won" or "lost".
[[nodiscard]] bool isEndWord(std::string_view target);

} // namespace exchange
