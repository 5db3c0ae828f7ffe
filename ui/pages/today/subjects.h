// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/todaymodel.h"
#include "ui/pages/decider.h"

namespace ui {

/// What is decided on in a row of the list: its deal, or the person or lead that it is about. None for a row of neither.
[[nodiscard]] std::optional<Subject> subjectAt(const TodayModel &model, const QModelIndex &index);

} // namespace ui
