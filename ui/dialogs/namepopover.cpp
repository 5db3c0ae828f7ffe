// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/dialogs/namepopover.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace ui {

NamePopover::NamePopover(const QString &title, const QString &name, QWidget *page) : Popover(page), m_name(new QLineEdit(name))
{
    setTitle(title);
    m_name->setAccessibleName(title);
    content()->addWidget(m_name);
    setHint(tr("Esc closes"));
    setConfirm(tr("OK"));
}

QString NamePopover::name() const
{
    return m_name->text().simplified();
}

void NamePopover::begin()
{
    m_name->setFocus(Qt::PopupFocusReason);
    m_name->selectAll();
}

} // namespace ui
