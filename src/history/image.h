// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "history/history.h"

#include "support/error.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <span>

namespace history {

/// Takes the next bytes of something that is written.
using ByteSink = std::function<support::Result<void>(std::span<const std::byte>)>;

/// A history as bytes, to be kept and used again as they were written: nothing in them is parsed, the blocks lie there as they
/// do in memory. They are for the same program on the same machine and no format for anything else. Fails as `sink` does.
[[nodiscard]] support::Result<void> writeImage(const History &history, const ByteSink &sink);

/// The history in `bytes`, which begin at a multiple of Block::alignment and lie there for as long as `keeper` lives; null
/// where they are of another make. Damage is for whoever kept them to find.
[[nodiscard]] std::shared_ptr<const History> readImage(std::span<const std::byte> bytes,
                                                       const std::shared_ptr<const void> &keeper);

} // namespace history
