// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/pages/map/mappage.h"

namespace ui {

MapPage::MapPage(const PageContext &context, QWidget *parent) : Page(context, parent)
{
    retranslate();
}

QString MapPage::title() const
{
    return tr("Battle map");
}

void MapPage::retranslate()
{
    setAccessibleName(title());
}

void MapPage::activate() {}

} // namespace ui
