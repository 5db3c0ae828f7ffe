// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "support/error.h"

#include <string>

namespace plumb {

/// What `error` means and what to do about it, in one English sentence.
[[nodiscard]] std::string sentence(const support::Error &error);

} // namespace plumb
