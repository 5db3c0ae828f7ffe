// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/actions/actionset.h"

#include "ui/widgets/icon.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QKeyEvent>
#include <QMenu>
#include <QMenuBar>

namespace ui {

namespace {

/// Whether a key means something to the widget itself: Space presses a button, Enter ends an input.
bool isOwnKey(const QWidget *focus, const QKeyEvent &key)
{
    if (focus == nullptr || (key.modifiers() & (Qt::ControlModifier | Qt::AltModifier)) != 0)
        return false;
    const bool button =
        qobject_cast<const QAbstractButton *>(focus) != nullptr || qobject_cast<const QComboBox *>(focus) != nullptr;
    const bool input = focus->inherits("QLineEdit") || focus->inherits("QTextEdit") || focus->inherits("QPlainTextEdit")
                       || focus->inherits("QAbstractSpinBox");
    switch (key.key()) {
    case Qt::Key_Space: return button;
    case Qt::Key_Return:
    case Qt::Key_Enter: return button || input;
    default: return false;
    }
}

} // namespace

ActionSet::ActionSet(QWidget *window) : QObject(window), m_window(window)
{
    for (const ActionInfo &info : allActions()) {
        auto *action = new QAction(this);
        action->setObjectName(QLatin1String(info.id));
        action->setShortcuts(keysOf(info));
        action->setShortcutContext(Qt::WindowShortcut);
        action->setAutoRepeat(info.action == Action::NextDeal || info.action == Action::PreviousDeal);
        if (*info.icon != '\0')
            action->setIcon(icon(QLatin1String(info.icon)));
        connect(action, &QAction::triggered, this, [this, which = info.action] { carryOut(which); });
        m_actions[info.action] = action;
        window->addAction(action);
    }
    window->installEventFilter(this);
    retranslate();
    refresh();
}

void ActionSet::handle(Action action, QWidget *owner, std::function<void()> work, std::function<bool()> possible)
{
    m_handlers[action].push_back({owner, std::move(work), std::move(possible)});
}

void ActionSet::refresh()
{
    for (const auto &[which, action] : m_actions) {
        const Handler *handler = handlerOf(which);
        action->setEnabled(handler != nullptr && (!handler->possible || handler->possible()));
    }
}

void ActionSet::retranslate()
{
    for (const ActionInfo &info : allActions())
        m_actions[info.action]->setText(textOf(info));
    for (const auto &[which, menu] : m_menus)
        menu->setTitle(titleOf(which));
}

QAction *ActionSet::action(Action action) const
{
    return m_actions.at(action);
}

QString ActionSet::hint(Action action) const
{
    const QAction *of = m_actions.at(action);
    const QString keys = of->shortcut().toString(QKeySequence::NativeText);
    QString text = of->text();
    if (text.endsWith(QChar(u'…')))
        text.chop(1);
    return keys.isEmpty() ? text : QStringLiteral("%1 (%2)").arg(text, keys);
}

void ActionSet::fill(QMenuBar *bar)
{
    for (const ActionInfo &info : allActions()) {
        QMenu *&menu = m_menus[info.menu];
        if (menu == nullptr)
            menu = bar->addMenu(titleOf(info.menu));
        if (info.separated)
            menu->addSeparator();
        menu->addAction(m_actions[info.action]);
    }
}

bool ActionSet::eventFilter(QObject *watched, QEvent *event)
{
    // The question whether a key is a shortcut rises from the widget with the keyboard up to the window.
    if (event->type() == QEvent::ShortcutOverride && isOwnKey(m_window->focusWidget(), *static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

const ActionSet::Handler *ActionSet::handlerOf(Action action) const
{
    const auto found = m_handlers.find(action);
    if (found == m_handlers.end())
        return nullptr;
    for (const Handler &handler : found->second) {
        if (handler.owner && (handler.owner == m_window || handler.owner->isVisibleTo(m_window)))
            return &handler;
    }
    return nullptr;
}

void ActionSet::carryOut(Action action)
{
    const Handler *handler = handlerOf(action);
    if (handler != nullptr && (!handler->possible || handler->possible()))
        handler->work();
}

} // namespace ui
