// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "support/error.h"

#include <QString>

namespace ui {

/// What happened and what to do about it, in the language of the interface. Names `error.subject` where that helps.
[[nodiscard]] QString textOf(const support::Error &error);

} // namespace ui
