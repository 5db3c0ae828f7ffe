// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/actions/actionset.h"
#include "ui/models/session.h"

#include <QFrame>

class QToolButton;

namespace ui {

class Picker;
class SearchField;
class TimeBar;

/// Whose deals, as of when, and the search: what every page has above it.
class TopBar final : public QFrame {
    Q_OBJECT
public:
    TopBar(Session &session, ActionSet &actions, QWidget *window);

    void retranslate();
    /// Searches for `text` as if somebody had typed it.
    void search(const QString &text);

Q_SIGNALS:
    void dealChosen(const domain::DealId &deal);

private:
    void handleActions(ActionSet &actions);
    void wire();
    void follow();
    void openScopes();

    Session &m_session;
    QToolButton *m_scope;
    Picker *m_picker;
    TimeBar *m_time;
    SearchField *m_search;
    std::vector<workbench::TeamView> m_teams;
};

} // namespace ui
