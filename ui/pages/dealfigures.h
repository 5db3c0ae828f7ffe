// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/format.h"
#include "ui/widgets/figurerow.h"

#include "workbench/views.h"

namespace ui {

// The figures by which a deal is known on every page.

[[nodiscard]] Figure amountFigure(const workbench::DealSummary &deal, const Format &format);
[[nodiscard]] Figure healthFigure(const workbench::DealSummary &deal, const Format &format);
/// Expected days to close, with the rep's own date beside it.
[[nodiscard]] Figure closeFigure(const workbench::DealSummary &deal, const Format &format);
/// The claimed stage, and the proven one where it lags behind.
[[nodiscard]] Figure stageFigure(const workbench::DealSummary &deal, const Format &format);

} // namespace ui
