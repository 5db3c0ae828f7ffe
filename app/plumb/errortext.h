// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "support/error.h"

#include <string>

namespace plumb {

/// What went wrong in the parts of a sentence.
struct Told {
    std::string wrong;
    std::string remedy; ///< what would mend it; empty where that is not known
    std::string detail; ///< what the sentence does not say yet; mostly empty
};
[[nodiscard]] Told told(const support::Error &error);

/// What `error` means and what to do about it, in one English sentence.
[[nodiscard]] std::string sentence(const support::Error &error);

} // namespace plumb
