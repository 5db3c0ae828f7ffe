// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/dialogs/personpopover.h"

#include "ui/models/format.h"
#include "ui/models/personwords.h"

#include <QComboBox>
#include <QVBoxLayout>

namespace ui {

PersonPopover::PersonPopover(const QString &title, const std::vector<workbench::PersonView> &people, QWidget *page)
    : Popover(page)
    , m_people(new QComboBox)
{
    setTitle(title);
    for (const workbench::PersonView &person : people) {
        if (person.active && !isNobody(person.id))
            m_people->addItem(qstring(person.name), qstring(person.id));
    }
    m_people->setCurrentIndex(-1);
    m_people->setMaxVisibleItems(16);
    m_people->setPlaceholderText(tr("Choose somebody"));
    m_people->setAccessibleName(title);
    content()->addWidget(m_people);
    setHint(tr("↑ ↓ choose · Esc closes"));
    setConfirm(tr("Hand over"));
}

std::string PersonPopover::person() const
{
    return m_people->currentData().toString().toStdString();
}

QString PersonPopover::personName() const
{
    return m_people->currentText();
}

void PersonPopover::begin()
{
    m_people->setFocus(Qt::PopupFocusReason);
}

} // namespace ui
