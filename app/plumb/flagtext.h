// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "workbench/todayviews.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace plumb {

/// The rule's sentence in both languages, with the values in it, lengths as the desktop tells them: "No progress for 12 days".
[[nodiscard]] domain::Label reasonLabel(const workbench::Flag &flag);

/// The format's word for a flag's state.
[[nodiscard]] std::string_view word(workbench::FlagState state);

/// What a flag misses, each by its name in the language of the environment: "Budget approver; purchase process or quotation".
[[nodiscard]] std::string missingText(const std::vector<workbench::MissingItem> &missing, bool inChinese);

/// Days until something is expected: whole ones, "today" where there is none left, "—" where nobody knows.
[[nodiscard]] std::string daysText(const std::optional<double> &days);

} // namespace plumb
