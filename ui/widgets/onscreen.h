// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <QSize>

class QWidget;

namespace ui {

/// The size of a window that would like to be `wanted`: no larger than what its screen has room for beside the frame.
[[nodiscard]] QSize onScreen(const QWidget &window, QSize wanted);

} // namespace ui
