// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "domain/measure.h"

#include <QString>

namespace ui {

// The words for the measures of a deal: what a number is called, and what it counts or how long it runs.

[[nodiscard]] QString nameOf(domain::Measure measure);
[[nodiscard]] QString definitionOf(domain::Measure measure);

} // namespace ui
