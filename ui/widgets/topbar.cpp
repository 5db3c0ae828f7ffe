// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/widgets/topbar.h"

#include "ui/models/organisationpicks.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/picker.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/theme.h"
#include "ui/widgets/timebar.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace ui {

namespace {

constexpr int searchWidth = 280;
constexpr int scopeWidth = 168;

} // namespace

TopBar::TopBar(Session &session, ActionSet &actions, QWidget *window)
    : QFrame(window)
    , m_session(session)
    , m_scope(new QToolButton(this))
    , m_picker(new Picker(window))
    , m_time(new TimeBar(session, actions, this))
    , m_search(new SearchField(window, this))
{
    setObjectName(QStringLiteral("topBar"));
    m_scope->setProperty("field", true);
    m_scope->setIcon(icon(QStringLiteral("people")));
    m_scope->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_scope->setFocusPolicy(Qt::TabFocus);
    m_scope->setMinimumWidth(scopeWidth);
    m_search->setMaximumWidth(searchWidth);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(4 * grid, 2 * grid, 4 * grid, 2 * grid);
    layout->setSpacing(3 * grid);
    layout->addWidget(m_scope);
    layout->addWidget(m_time);
    layout->addStretch(1);
    layout->addWidget(m_search, 2);

    handleActions(actions);
    wire();
    retranslate();
}

void TopBar::handleActions(ActionSet &actions)
{
    const auto open = [this] { return m_session.isOpen(); };
    actions.handle(
        Action::ChooseScope, this, [this] { openScopes(); }, open);
    actions.handle(
        Action::WholeScope, this, [this] { m_session.setScope({}); }, open);
    actions.handle(
        Action::MyScope, this, [this] { m_session.setScope(startScope(*m_session.person(), m_teams)); },
        [this] { return m_session.person().has_value(); });
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
    connect(m_picker, &Picker::picked, this, [this](const QString &pick) { m_session.setScope(scopeOf(pick)); });
    connect(m_search, &SearchField::asked, &m_session, &Session::search);
    connect(&m_session, &Session::found, this, [this](const QString &text, const std::vector<workbench::SearchHit> &hits) {
        m_search->setHits(text, hits, m_session.format());
    });
    connect(m_search, &SearchField::dealChosen, this, [this](const QString &id) {
        if (const auto deal = domain::DealId::parse(id.toStdString()))
            Q_EMIT dealChosen(*deal);
    });
    connect(m_search, &SearchField::personChosen, this,
            [this](const QString &id) { m_session.setScope(scopeOf(QStringLiteral("person:") + id)); });
    connect(m_search, &SearchField::customerChosen, this, [this](const QString &, const QString &name) { search(name); });
    connect(&m_session, &Session::organisationReady, this, [this](const std::vector<workbench::TeamView> &teams) {
        m_teams = teams;
        follow();
    });
    connect(&m_session, &Session::closed, this, [this] { m_teams.clear(); });
    connect(&m_session, &Session::viewChanged, this, &TopBar::follow);
}

void TopBar::retranslate()
{
    m_scope->setToolTip(tr("Whose deals are shown"));
    m_scope->setAccessibleName(tr("Whose deals are shown"));
    m_picker->setPlaceholder(tr("Team or person"));
    m_time->retranslate();
    m_search->retranslate();
    follow();
}

void TopBar::follow()
{
    m_scope->setText(QStringLiteral(" ") + nameOf(m_session.scope(), m_teams));
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
