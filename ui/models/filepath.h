// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <QString>

#include <filesystem>

namespace ui {

/// The name that Qt shows as the libraries take it.
[[nodiscard]] std::filesystem::path pathOf(const QString &file);

/// A file of that name and suffix in `folder` that is not there yet: behind the name stands a number where it has to.
[[nodiscard]] QString freeFile(const QString &folder, const QString &name, QLatin1String suffix);

} // namespace ui
