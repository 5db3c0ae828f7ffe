// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/topbar.h"

#include "ui/models/filterpicks.h"
#include "ui/models/organisationpicks.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/timebar.h"

#include <QHBoxLayout>
#include <QToolButton>

#include <utility>

namespace ui {

namespace {

constexpr int searchWidth = 280;
constexpr int scopeWidth = 168;

} // namespace

TopBar::TopBar(Session &session, ActionSet &actions, QWidget *window)
    : QFrame(window)
    , m_session(session)
    , m_choicesAsked(session, this)
    , m_scope(new QToolButton(this))
    , m_filter(new QToolButton(this))
    , m_views(new QToolButton(this))
    , m_chips(new FilterBar(this))
    , m_picker(new Picker(window))
    , m_filterPicker(new Picker(window))
    , m_time(new TimeBar(session, actions, this))
    , m_search(new SearchField(window, this))
{
    setObjectName(QStringLiteral("topBar"));
    m_scope->setProperty("field", true);
    m_scope->setIcon(icon(QStringLiteral("people")));
    m_scope->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_scope->setFocusPolicy(Qt::TabFocus);
    m_scope->setMinimumWidth(scopeWidth);
    m_filter->setDefaultAction(actions.action(Action::Filter));
    m_views->setDefaultAction(actions.action(Action::ChooseView));
    for (QToolButton *button : {m_filter, m_views})
        button->setFocusPolicy(Qt::TabFocus);
    m_search->setMaximumWidth(searchWidth);
    layOut();
    handleActions(actions);
    wire();
    retranslate();
}

void TopBar::layOut()
{
    auto *line = new QHBoxLayout;
    line->setContentsMargins(4 * grid, 2 * grid, 4 * grid, 2 * grid);
    line->setSpacing(2 * grid);
    line->addWidget(m_scope);
    line->addWidget(m_filter);
    line->addWidget(m_views);
    line->addWidget(m_time, 3);
    line->addWidget(m_search, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(line);
    layout->addWidget(m_chips);
}

void TopBar::handleActions(ActionSet &actions)
{
    const auto open = [this] { return m_session.isOpen(); };
    actions.handle(
        Action::ChooseScope, this, [this] { openScopes(); }, open);
    actions.handle(
        Action::WholeScope, this, [this] { narrowTo({}); }, open);
    actions.handle(
        Action::MyScope, this, [this] { narrowTo(startScope(*m_session.person(), m_teams)); },
        [this] { return m_session.person().has_value(); });
    actions.handle(
        Action::Filter, this, [this] { openFilters(); }, open);
    actions.handle(
        Action::ToggleProven, this, [this] { m_session.setView(filtered(m_session.view(), provenPick)); }, open);
    actions.handle(
        Action::ClearFilters, this, [this] { m_session.setView(unfiltered(m_session.view())); },
        [this] { return unfiltered(m_session.view()) != m_session.view(); });
    actions.handle(
        Action::Find, this,
        [this] {
            m_search->setFocus(Qt::ShortcutFocusReason);
            m_search->selectAll();
        },
        open);
}

void TopBar::wire()
{
    connect(m_scope, &QToolButton::clicked, this, &TopBar::openScopes);
    connect(m_picker, &Picker::picked, this, [this](const QString &pick) { narrowTo(scopeOf(pick)); });
    connect(m_filterPicker, &Picker::picked, this,
            [this](const QString &pick) { m_session.setView(filtered(m_session.view(), pick)); });
    connect(m_chips, &FilterBar::removed, this,
            [this](const QString &pick) { m_session.setView(filtered(m_session.view(), pick)); });
    connect(m_chips, &FilterBar::cleared, this, [this] { m_session.setView(unfiltered(m_session.view())); });
    connect(m_search, &SearchField::asked, &m_session, &Session::search);
    connect(&m_session, &Session::found, this, [this](const QString &text, const std::vector<workbench::SearchHit> &hits) {
        m_search->setHits(text, hits, m_session.format());
    });
    connect(m_search, &SearchField::dealChosen, this, [this](const QString &id) {
        if (const auto deal = domain::DealId::parse(id.toStdString()))
            Q_EMIT dealChosen(*deal);
    });
    connect(m_search, &SearchField::personChosen, this,
            [this](const QString &id) { narrowTo(scopeOf(QStringLiteral("person:") + id)); });
    connect(m_search, &SearchField::customerChosen, this, [this](const QString &, const QString &name) { search(name); });
    connect(&m_session, &Session::organisationReady, this, [this](const std::vector<workbench::TeamView> &teams) {
        m_teams = teams;
        follow();
    });
    connect(&m_session, &Session::closed, this, [this] {
        m_teams.clear();
        m_choices = {};
    });
    connect(&m_session, &Session::viewChanged, this, [this] {
        follow();
        if (m_session.scope().product && m_choices.products.empty())
            askChoices(); // what it is called
    });
}

void TopBar::retranslate()
{
    m_scope->setToolTip(tr("Whose deals are shown"));
    m_scope->setAccessibleName(tr("Whose deals are shown"));
    m_picker->setPlaceholder(tr("Team or person"));
    m_filterPicker->setPlaceholder(tr("Stages, period, product, channel, segment"));
    for (QToolButton *button : {m_filter, m_views})
        button->setAccessibleName(button->defaultAction()->text());
    m_time->retranslate();
    m_search->retranslate();
    follow();
}

void TopBar::follow()
{
    m_scope->setText(QStringLiteral(" ") + nameOf(m_session.scope(), m_teams));
    m_chips->setChips(filterChips(m_choices, m_session.view(), m_session.format()));
}

/// To other people's deals; what they sell and to whom stays asked for.
void TopBar::narrowTo(const workbench::Scope &people)
{
    workbench::Scope scope = m_session.scope();
    scope.team = people.team;
    scope.person = people.person;
    m_session.setScope(scope);
}

void TopBar::openFilters()
{
    m_filtersWanted = true;
    askChoices();
}

void TopBar::askChoices()
{
    m_choicesAsked.ask([asOf = m_session.asOf()](const workbench::Workbench &workbench,
                                                 std::stop_token stop) { return workbench::scopeChoices(workbench, asOf, stop); },
                       [this](support::Result<workbench::ScopeChoices> choices) {
                           if (!choices)
                               return;
                           m_choices = std::move(*choices);
                           Q_EMIT choicesKnown(m_choices);
                           follow();
                           if (std::exchange(m_filtersWanted, false))
                               m_filterPicker->openAt(m_filter, filterPicks(m_choices, m_session.view(), m_session.format()));
                       });
}

void TopBar::openScopes()
{
    m_picker->openAt(m_scope, scopePicks(m_teams), pickOf(m_session.scope()));
}

void TopBar::search(const QString &text)
{
    m_search->setFocus();
    m_search->setText(text);
    m_session.search(text);
}

} // namespace ui
