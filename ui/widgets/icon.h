// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <QColor>
#include <QIcon>
#include <QPixmap>
#include <QString>

namespace ui {

/// The icon drawn in `:/icons/<name>.svg`. It takes the colour of the application's palette whenever it is painted, so that
/// it follows light and dark; with `colour` it keeps that.
[[nodiscard]] QIcon icon(const QString &name, const QColor &colour = {});

/// The same for a painter: `size` in device-independent pixels, sharp at `scale`.
[[nodiscard]] QPixmap iconPixmap(const QString &name, int size, const QColor &colour, qreal scale);

[[nodiscard]] bool hasIcon(const QString &name);

} // namespace ui
