// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/bytesource.h"

#include <filesystem>

namespace exchange {

/// The file at `path`, named by its last part; a pipe is read to its end at once. Fails with FileMissing or FileUnreadable (a
/// folder, no permission).
[[nodiscard]] support::Result<Input> fileInput(const std::filesystem::path &path);

} // namespace exchange
