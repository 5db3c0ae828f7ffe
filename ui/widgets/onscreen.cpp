// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/onscreen.h"

#include <QScreen>
#include <QWidget>

namespace ui {

QSize onScreen(const QWidget &window, QSize wanted)
{
    constexpr QSize frame{8, 40}; // what a window manager puts around a window
    return wanted.boundedTo(window.screen()->availableSize() - frame);
}

} // namespace ui
