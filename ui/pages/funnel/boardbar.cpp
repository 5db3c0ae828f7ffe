// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/pages/funnel/boardbar.h"

#include "ui/widgets/keybutton.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace ui {

BoardBar::BoardBar(ActionSet &actions, QWidget *parent)
    : QWidget(parent)
    , m_text(new TextLabel(Type::Body))
    , m_owner(new QPushButton)
    , m_date(new QPushButton)
    , m_category(new QPushButton)
    , m_none(new QPushButton)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 6, 16, 6);
    layout->setSpacing(8);
    layout->addWidget(m_text, 1);
    m_text->setElided(true);
    layout->addWidget(new KeyButton(actions.action(Action::MoveStage)));
    layout->addWidget(new KeyButton(actions.action(Action::Assign)));
    for (QPushButton *button : {m_owner, m_date, m_category, m_none}) {
        button->setFocusPolicy(Qt::TabFocus);
        layout->addWidget(button);
    }
    connect(m_owner, &QPushButton::clicked, this, &BoardBar::handOver);
    connect(m_date, &QPushButton::clicked, this, &BoardBar::setCloseDate);
    connect(m_category, &QPushButton::clicked, this, &BoardBar::setCategory);
    connect(m_none, &QPushButton::clicked, this, &BoardBar::choseNone);
    retranslate();
}

void BoardBar::setText(const QString &text)
{
    m_text->setText(text);
    m_text->setToolTip(text);
}

QString BoardBar::text() const
{
    return m_text->text();
}

void BoardBar::setOpen(bool any, const QString &closed)
{
    for (QPushButton *button : {m_owner, m_date, m_category}) {
        button->setEnabled(any && closed.isEmpty());
        button->setToolTip(!closed.isEmpty() ? closed : any ? button->text() : tr("Choose cards first."));
    }
    m_none->setEnabled(any);
}

void BoardBar::retranslate()
{
    m_owner->setText(tr("Owner…"));
    m_date->setText(tr("Close date…"));
    m_category->setText(tr("Category…"));
    m_none->setText(tr("Choose none"));
    m_none->setToolTip(tr("Choose none (Esc)"));
}

} // namespace ui
