// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/sidebar.h"

#include "ui/widgets/icon.h"
#include "ui/widgets/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int wide = 184;
constexpr int narrow = 56;
constexpr int logoSize = 24;

} // namespace

Sidebar::Sidebar(ActionSet &actions, QWidget *parent)
    : QFrame(parent)
    , m_actions(actions)
    , m_layout(new QVBoxLayout(this))
    , m_wordmark(new QLabel(this))
{
    setObjectName(QStringLiteral("sidebar"));
    m_layout->setContentsMargins(2 * grid, 3 * grid, 2 * grid, 2 * grid);
    m_layout->setSpacing(grid / 2);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(2 * grid, 0, 0, 3 * grid);
    head->setSpacing(2 * grid);
    auto *logo = new QLabel(this);
    logo->setPixmap(QIcon(QStringLiteral(":/plumbline.svg")).pixmap(QSize(logoSize, logoSize), devicePixelRatioF()));
    m_wordmark->setObjectName(QStringLiteral("wordmark"));
    head->addWidget(logo);
    head->addWidget(m_wordmark, 1);
    m_layout->addLayout(head);

    for (const Action workspace : {Action::ShowToday, Action::ShowFunnel, Action::ShowMap})
        add(workspace, true);
    m_layout->addStretch(1);
    add(Action::Import, false);
    add(Action::Settings, false);
    setFolded(false);
    retranslate();
}

void Sidebar::add(Action action, bool page)
{
    const QAction *of = m_actions.action(action);
    auto *button = new QToolButton(this);
    button->setIcon(of->icon());
    button->setIconSize(QSize(18, 18));
    button->setCheckable(page);
    button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    button->setFocusPolicy(Qt::TabFocus);
    button->setEnabled(of->isEnabled());
    connect(button, &QToolButton::clicked, of, &QAction::trigger);
    connect(of, &QAction::changed, button, [button, of] { button->setEnabled(of->isEnabled()); });
    m_layout->addWidget(button);
    m_buttons[action] = button;
}

void Sidebar::setFolded(bool folded)
{
    m_folded = folded;
    setFixedWidth(folded ? narrow : wide);
    m_wordmark->setVisible(!folded);
    for (const auto &[action, button] : m_buttons)
        button->setToolButtonStyle(folded ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
}

void Sidebar::setCurrent(std::optional<Action> page)
{
    for (const auto &[action, button] : m_buttons) {
        const bool current = page == action;
        button->setChecked(current);
        const ActionInfo &of = info(action);
        button->setIcon(icon(QLatin1String(of.icon), current ? colours(palette()).accent : QColor()));
    }
}

void Sidebar::retranslate()
{
    m_wordmark->setText(tr("Plumbline"));
    setAccessibleName(tr("Workspaces"));
    for (const auto &[action, button] : m_buttons) {
        QString text = textOf(info(action));
        if (text.endsWith(QChar(u'…')))
            text.chop(1);
        button->setText(QStringLiteral(" ") + text);
        button->setAccessibleName(text);
        button->setToolTip(m_actions.hint(action));
    }
}

} // namespace ui
