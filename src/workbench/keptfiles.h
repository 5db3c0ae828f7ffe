// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "support/error.h"

#include <filesystem>
#include <span>
#include <vector>

namespace workbench {

/// The workspace `file` and everything that the program keeps beside it, there or not.
[[nodiscard]] std::vector<std::filesystem::path> filesOf(const std::filesystem::path &file);

/// Fails with FileExists where a file written to `output`, or the one in which it grows until it is whole, would take the place
/// of one of `kept`, however either path is spelt. Devices and pipes take the place of nothing.
[[nodiscard]] support::Result<void> mayWrite(const std::filesystem::path &output, std::span<const std::filesystem::path> kept);

} // namespace workbench
