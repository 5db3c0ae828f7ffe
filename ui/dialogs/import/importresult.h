// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/format.h"
#include "ui/models/importwords.h"

#include "workbench/importing.h"

#include <QString>

namespace ui {

/// What came of an import: the counts, what was made up, and where what is beside it was put.
[[nodiscard]] QString resultText(const Format &format, const StageNames &stages, const workbench::ImportReport &report,
                                 const QString &refusedFile);

} // namespace ui
