// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/actions/actions.h"

#include <QAction>
#include <QObject>
#include <QPointer>

#include <functional>
#include <map>
#include <vector>

class QMenuBar;

namespace ui {

/// The actions of one window, made from the table. Several pages may handle the same action: the one that is visible does.
/// An action that nobody visible handles, or whose handler says it is not possible, is greyed out.
class ActionSet final : public QObject {
    Q_OBJECT
public:
    /// Adds every action to `window`, so that its keys work there.
    explicit ActionSet(QWidget *window);

    /// `work` carries `action` out whenever `owner` is visible and `possible` (none: always) says so.
    void handle(Action action, QWidget *owner, std::function<void()> work, std::function<bool()> possible = {});

    /// Asks every handler anew whether it is possible; call it when a selection or a page has changed.
    void refresh();
    /// The words of the interface's language.
    void retranslate();

    [[nodiscard]] QAction *action(Action action) const;
    /// As a tool tip says it: "Assign a task (A)".
    [[nodiscard]] QString hint(Action action) const;
    /// Menus with every action of the table, in its order.
    void fill(QMenuBar *bar);

protected:
    /// Leaves Space, Enter and Escape to the button or input that has the keyboard.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Handler {
        QPointer<QWidget> owner;
        std::function<void()> work;
        std::function<bool()> possible;
    };

    [[nodiscard]] const Handler *handlerOf(Action action) const;
    void carryOut(Action action);

    QWidget *m_window;
    std::map<Action, QAction *> m_actions;
    std::map<Action, std::vector<Handler>> m_handlers;
    std::map<Menu, QMenu *> m_menus;
};

} // namespace ui
