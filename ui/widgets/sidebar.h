// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/actions/actionset.h"

#include <QFrame>

class QLabel;
class QToolButton;
class QVBoxLayout;

namespace ui {

/// The workspaces that one can go to, and below them what concerns the whole program. Folded it shows icons only.
class Sidebar final : public QFrame {
    Q_OBJECT
public:
    explicit Sidebar(ActionSet &actions, QWidget *parent = nullptr);

    void setFolded(bool folded);
    [[nodiscard]] bool isFolded() const { return m_folded; }
    /// Marks the workspace that is shown; none: no mark.
    void setCurrent(std::optional<Action> page);
    void retranslate();

private:
    void add(Action action, bool page);

    ActionSet &m_actions;
    QVBoxLayout *m_layout;
    QLabel *m_wordmark;
    std::map<Action, QToolButton *> m_buttons;
    bool m_folded = false;
};

} // namespace ui
