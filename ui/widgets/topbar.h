// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/actions/actionset.h"
#include "ui/models/inquiry.h"
#include "ui/models/session.h"

#include "workbench/scopechoices.h"

#include <QFrame>

class QToolButton;

namespace ui {

class FilterBar;
class Picker;
class SearchField;
class TimeBar;

/// Whose deals, of what, as of when, and the search: what every page has above it.
class TopBar final : public QFrame {
    Q_OBJECT
public:
    TopBar(Session &session, ActionSet &actions, QWidget *window);

    void retranslate();
    /// Searches for `text` as if somebody had typed it.
    void search(const QString &text);

Q_SIGNALS:
    void dealChosen(const domain::DealId &deal);
    void choicesKnown(const workbench::ScopeChoices &choices);

private:
    void handleActions(ActionSet &actions);
    void wire();
    void follow();
    void narrowTo(const workbench::Scope &people);
    void openScopes();
    void openFilters();
    void askChoices();
    void layOut();

    Session &m_session;
    Inquiry m_choicesAsked;
    workbench::ScopeChoices m_choices;
    QToolButton *m_scope;
    QToolButton *m_filter;
    QToolButton *m_views;
    FilterBar *m_chips;
    Picker *m_picker;
    Picker *m_filterPicker;
    bool m_filtersWanted = false; ///< when the choices are there
    TimeBar *m_time;
    SearchField *m_search;
    std::vector<workbench::TeamView> m_teams;
};

} // namespace ui
