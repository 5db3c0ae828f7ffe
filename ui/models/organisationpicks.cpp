// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/organisationpicks.h"

#include "ui/models/personwords.h"

#include "workbench/spelling.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <functional>

namespace ui {

namespace {

constexpr std::string_view teamPrefix = "team:";
constexpr std::string_view personPrefix = "person:";
const std::string everyone = "everyone";

using Teams = std::vector<workbench::TeamView>;

QString words(const char *text)
{
    return QCoreApplication::translate("ui::Organisation", text);
}

/// Calls `visit(team, depth)` for every team, each after the one it belongs to. A team whose parent is not there is a root.
void walk(const Teams &teams, const std::function<void(const workbench::TeamView &, int)> &visit)
{
    const auto isRoot = [&](const workbench::TeamView &team) {
        return team.parent.empty() || std::ranges::find(teams, team.parent, &workbench::TeamView::id) == teams.end();
    };
    const std::function<void(const workbench::TeamView &, int)> descend = [&](const workbench::TeamView &team, int depth) {
        visit(team, depth);
        for (const workbench::TeamView &child : teams) {
            if (child.parent == team.id && child.id != team.id)
                descend(child, depth + 1);
        }
    };
    for (const workbench::TeamView &team : teams) {
        if (isRoot(team))
            descend(team, 0);
    }
}

/// Chinese names are found by how they are typed in Latin letters, too.
QStringList spelled(const std::string &name)
{
    QStringList all;
    for (const std::string &one : workbench::spellingsOf(name))
        all += QString::fromStdString(one);
    return all;
}

Pick personPick(const workbench::PersonView &person, const QString &team, int indent, const QString &trailing)
{
    const QString name = personName(person.name);
    return {.id = std::string(personPrefix) + person.id,
            .text = name,
            .trailing = trailing,
            .icon = QStringLiteral("person"),
            .indent = indent,
            .alsoFound = spelled(person.name)
                         << QString::fromStdString(person.id) << team + QChar(u' ') + name << roleName(person.role)};
}

const workbench::PersonView *find(const domain::PersonId &person, const Teams &teams, const workbench::TeamView **in = nullptr)
{
    for (const workbench::TeamView &team : teams) {
        const auto found = std::ranges::find(team.people, person.text(), &workbench::PersonView::id);
        if (found != team.people.end()) {
            if (in != nullptr)
                *in = &team;
            return &*found;
        }
    }
    return nullptr;
}

template <class Id>
std::optional<Id> idAfter(std::string_view prefix, const QString &pick)
{
    const std::string text = pick.toStdString();
    if (!text.starts_with(prefix))
        return std::nullopt;
    const auto id = Id::parse(std::string_view(text).substr(prefix.size()));
    return id ? std::optional(*id) : std::nullopt;
}

/// Who looks after a team first, then who looks after several, then those who sell, then everybody else.
enum Rank : std::uint8_t { managers, directors, reps, others };

Rank rank(const workbench::PersonView &person)
{
    switch (person.role) {
    case domain::PersonRole::Manager: return managers;
    case domain::PersonRole::Director: return directors;
    case domain::PersonRole::Rep: return reps;
    case domain::PersonRole::Ops:
    case domain::PersonRole::Qa:
    case domain::PersonRole::Presales:
    case domain::PersonRole::Legal:
    case domain::PersonRole::Product: return others;
    }
    return others;
}

struct Calling {
    Rank rank;
    const char *id;
    const char *name;
};

constexpr std::array<Calling, 4> callings{{
    {managers, "role:managers", QT_TRANSLATE_NOOP("ui::Organisation", "Managers")},
    {directors, "role:directors", QT_TRANSLATE_NOOP("ui::Organisation", "Directors")},
    {reps, "role:reps", QT_TRANSLATE_NOOP("ui::Organisation", "Reps")},
    {others, "role:others", QT_TRANSLATE_NOOP("ui::Organisation", "Everybody else")},
}};

/// Otherwise as they come.
std::vector<workbench::PersonView> byRank(std::vector<workbench::PersonView> people)
{
    std::ranges::stable_sort(people, {}, rank);
    return people;
}

} // namespace

QString roleName(domain::PersonRole role)
{
    switch (role) {
    case domain::PersonRole::Rep: return words(QT_TRANSLATE_NOOP("ui::Organisation", "rep"));
    case domain::PersonRole::Manager: return words(QT_TRANSLATE_NOOP("ui::Organisation", "manager"));
    case domain::PersonRole::Director: return words(QT_TRANSLATE_NOOP("ui::Organisation", "director"));
    case domain::PersonRole::Ops: return words(QT_TRANSLATE_NOOP("ui::Organisation", "operations"));
    case domain::PersonRole::Qa: return words(QT_TRANSLATE_NOOP("ui::Organisation", "quality and coaching"));
    case domain::PersonRole::Presales: return words(QT_TRANSLATE_NOOP("ui::Organisation", "presales"));
    case domain::PersonRole::Legal: return words(QT_TRANSLATE_NOOP("ui::Organisation", "legal"));
    case domain::PersonRole::Product: return words(QT_TRANSLATE_NOOP("ui::Organisation", "product"));
    }
    return {};
}

std::vector<Pick> scopePicks(const Teams &teams)
{
    std::vector<Pick> picks{
        {.id = everyone, .text = words(QT_TRANSLATE_NOOP("ui::Organisation", "Everyone")), .icon = QStringLiteral("globe")}};
    walk(teams, [&](const workbench::TeamView &team, int depth) {
        const QString name = teamName(team.name);
        picks.push_back({.id = std::string(teamPrefix) + team.id,
                         .text = name,
                         .icon = QStringLiteral("team"),
                         .indent = depth,
                         .alsoFound = spelled(team.name) << QString::fromStdString(team.id)});
        for (const workbench::PersonView &person : byRank(team.people))
            picks.push_back(personPick(person, name, depth + 1, roleName(person.role)));
    });
    return picks;
}

workbench::Scope scopeOf(const QString &pick)
{
    return {.team = idAfter<domain::TeamId>(teamPrefix, pick), .person = idAfter<domain::PersonId>(personPrefix, pick)};
}

std::string pickOf(const workbench::Scope &scope)
{
    if (scope.person)
        return std::string(personPrefix) + scope.person->text();
    return scope.team ? std::string(teamPrefix) + scope.team->text() : everyone;
}

QString nameOf(const workbench::Scope &scope, const Teams &teams)
{
    if (scope.person)
        return nameOf(*scope.person, teams);
    if (!scope.team)
        return words("Everyone");
    const auto team = std::ranges::find(teams, scope.team->text(), &workbench::TeamView::id);
    return teamName(team != teams.end() ? team->name : scope.team->text());
}

std::vector<Pick> peoplePicks(const Teams &teams)
{
    std::vector<Pick> picks{{.id = everyone,
                             .text = words(QT_TRANSLATE_NOOP("ui::Organisation", "Nobody in particular")),
                             .trailing = words(QT_TRANSLATE_NOOP("ui::Organisation", "shows everyone's deals")),
                             .icon = QStringLiteral("globe")}};
    for (const Calling &calling : callings) {
        const std::size_t before = picks.size();
        picks.push_back({.id = calling.id, .text = words(calling.name), .heading = true});
        walk(teams, [&](const workbench::TeamView &team, int) {
            const QString itsName = teamName(team.name);
            for (const workbench::PersonView &person : team.people) {
                if (person.active && !isNobody(person.id) && rank(person) == calling.rank)
                    picks.push_back(personPick(person, itsName, 0, calling.rank == others ? roleName(person.role) : itsName));
            }
        });
        if (picks.size() == before + 1)
            picks.pop_back();
    }
    return picks;
}

std::optional<domain::PersonId> personOf(const QString &pick)
{
    return idAfter<domain::PersonId>(personPrefix, pick);
}

workbench::Scope startScope(const domain::PersonId &person, const Teams &teams)
{
    const workbench::TeamView *team = nullptr;
    const workbench::PersonView *found = find(person, teams, &team);
    if (found == nullptr)
        return {};
    if (found->role == domain::PersonRole::Rep)
        return {.person = person};
    const auto id = domain::TeamId::parse(team->id);
    return {.team = id ? std::optional(*id) : std::nullopt};
}

QString nameOf(const domain::PersonId &person, const Teams &teams)
{
    const workbench::PersonView *found = find(person, teams);
    return personName(found != nullptr ? found->name : person.text());
}

} // namespace ui
