// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/actions/actions.h"

#include "ui/actions/actiontable.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

std::span<const ActionInfo> allActions()
{
    return actionTable;
}

const ActionInfo &info(Action action)
{
    return *std::ranges::find(allActions(), action, &ActionInfo::action);
}

QList<QKeySequence> keysOf(const ActionInfo &info)
{
    if (*info.keys == '\0')
        return {};
    return QKeySequence::listFromString(QLatin1String(info.keys), QKeySequence::PortableText);
}

QString textOf(const ActionInfo &info)
{
    return QCoreApplication::translate("ui::Action", info.text);
}

QString titleOf(Menu menu)
{
    switch (menu) {
    case Menu::Workspace: return QCoreApplication::translate("ui::Menu", "&Workspace");
    case Menu::Edit: return QCoreApplication::translate("ui::Menu", "&Edit");
    case Menu::View: return QCoreApplication::translate("ui::Menu", "&View");
    case Menu::Time: return QCoreApplication::translate("ui::Menu", "&Time");
    case Menu::Deal: return QCoreApplication::translate("ui::Menu", "&Deal");
    case Menu::Help: return QCoreApplication::translate("ui::Menu", "&Help");
    }
    return {};
}

} // namespace ui
