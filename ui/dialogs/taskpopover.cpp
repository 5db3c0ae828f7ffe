// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/dialogs/taskpopover.h"

#include "ui/models/format.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QVBoxLayout>

#include <array>

namespace ui {
namespace {

constexpr std::array<int, 4> dueChoices{0, 1, 3, 7};

TextLabel *fieldName(const QString &text, QWidget *buddy)
{
    auto *label = new TextLabel(Type::Body, Tone::Muted);
    label->setText(text);
    label->setBuddy(buddy);
    buddy->setAccessibleName(text);
    return label;
}

} // namespace

TaskPopover::TaskPopover(const std::vector<workbench::PersonView> &people, const Draft &draft, QWidget *page)
    : Popover(page)
    , m_title(new QLineEdit(draft.title))
    , m_assignee(new QComboBox)
    , m_due(new QComboBox)
{
    for (const workbench::PersonView &person : people) {
        if (person.active)
            m_assignee->addItem(qstring(person.name), qstring(person.id));
    }
    m_assignee->setCurrentIndex(m_assignee->findData(qstring(draft.assignee)));
    m_assignee->setMaxVisibleItems(16);
    m_assignee->setPlaceholderText(tr("Choose somebody"));
    for (const int days : dueChoices)
        m_due->addItem(days == 0 ? tr("Today") : days == 1 ? tr("Tomorrow") : tr("In %n day(s)", nullptr, days), days);
    m_due->addItem(tr("No date"), -1);
    m_due->setCurrentIndex(m_due->findData(draft.dueInDays));

    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setHorizontalSpacing(12);
    form->setVerticalSpacing(8);
    form->addRow(fieldName(tr("What"), m_title), m_title);
    form->addRow(fieldName(tr("Who"), m_assignee), m_assignee);
    form->addRow(fieldName(tr("Until"), m_due), m_due);
    content()->addLayout(form);
    setHint(tr("Tab to change · Esc closes"));
    setConfirm(tr("Give the task"));
}

QString TaskPopover::taskTitle() const
{
    return m_title->text().trimmed();
}

std::string TaskPopover::assignee() const
{
    return m_assignee->currentData().toString().toStdString();
}

QString TaskPopover::assigneeName() const
{
    return m_assignee->currentText();
}

std::optional<int> TaskPopover::dueInDays() const
{
    const int days = m_due->currentData().toInt();
    return days < 0 ? std::nullopt : std::optional(days);
}

void TaskPopover::begin()
{
    m_title->setFocus(Qt::PopupFocusReason);
    m_title->setCursorPosition(static_cast<int>(m_title->text().size()));
}

bool TaskPopover::complete() const
{
    if (taskTitle().isEmpty())
        m_title->setFocus(Qt::OtherFocusReason);
    else if (assignee().empty())
        m_assignee->setFocus(Qt::OtherFocusReason);
    return !taskTitle().isEmpty() && !assignee().empty();
}

} // namespace ui
