// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "exchange/tableimport.h"

namespace exchange {

/// The profile called `id` under which the files of `plan` would be recognised the next time, with the columns and the answers
/// they were imported with: a JSON document as those of resources/profiles.
[[nodiscard]] std::string profileOf(const ImportPlan &plan, std::string_view id);

} // namespace exchange
