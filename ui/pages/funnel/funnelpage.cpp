// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/pages/funnel/funnelpage.h"

namespace ui {

FunnelPage::FunnelPage(const PageContext &context, QWidget *parent) : Page(context, parent)
{
    retranslate();
}

QString FunnelPage::title() const
{
    return tr("Funnel");
}

void FunnelPage::retranslate()
{
    setAccessibleName(title());
}

void FunnelPage::activate() {}

} // namespace ui
