// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/personwords.h"

#include "workbench/standins.h"

#include <QCoreApplication>

namespace ui {

bool isNobody(const std::string &id)
{
    return id == workbench::nobodyId;
}

QString personName(const std::string &name)
{
    return name == workbench::nobodyId ? QCoreApplication::translate("ui::Import", "Nobody yet") : QString::fromStdString(name);
}

QString teamName(const std::string &name)
{
    return name == workbench::importedTeam ? QCoreApplication::translate("ui::Import", "imported", "a team")
                                           : QString::fromStdString(name);
}

} // namespace ui
