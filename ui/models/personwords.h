// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include <QString>

#include <string>

namespace ui {

/// `id` is of the person that stands in for nobody (workbench/standins.h): who can be asked for nothing and given no task.
[[nodiscard]] bool isNobody(const std::string &id);
/// How a person is called on the screen: by `name`, or in words where that is only the stand-in's id.
[[nodiscard]] QString personName(const std::string &name);
/// The same of a team.
[[nodiscard]] QString teamName(const std::string &name);

} // namespace ui
