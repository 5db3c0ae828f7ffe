// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/models/format.h"
#include "ui/widgets/popover.h"

#include "workbench/views.h"

namespace ui {

/// Why a flag stands where it stands: money × urgency × actionability, with the numbers.
class RankPopover final : public Popover {
    Q_OBJECT
public:
    RankPopover(const Format &format, const workbench::Flag &flag, std::optional<support::Currency> currency, QWidget *page);

protected:
    void begin() override { setFocus(Qt::PopupFocusReason); }
};

} // namespace ui
