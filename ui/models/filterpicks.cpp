// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/filterpicks.h"

#include "workbench/spelling.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

namespace {

using workbench::ScopeChoice;
using workbench::ScopeChoices;

const QString claimedPick = QStringLiteral("basis:claimed");
const QString comparedPick = QStringLiteral("compared:");
const QString periodPrefix = QStringLiteral("period:");

QString words(const char *text)
{
    return QCoreApplication::translate("ui::Filter", text);
}

/// One of the lists that a scope can be narrowed by.
struct Dimension {
    const char *id;
    const char *name;
    const char *icon;
    std::vector<ScopeChoice> ScopeChoices::*choices;
    std::string (*value)(const workbench::Scope &scope);
    void (*set)(workbench::Scope &scope, const std::string &value);
};

std::string productOf(const workbench::Scope &scope)
{
    return scope.product ? scope.product->text() : std::string();
}

void setProduct(workbench::Scope &scope, const std::string &value)
{
    scope.product.reset();
    if (const auto id = domain::ProductId::parse(value))
        scope.product = *id;
}

const std::array<Dimension, 3> dimensions{
    {{"product", QT_TRANSLATE_NOOP("ui::Filter", "Product"), "evidence", &ScopeChoices::products, productOf, setProduct},
     {"channel", QT_TRANSLATE_NOOP("ui::Filter", "Channel"), "lead", &ScopeChoices::channels,
      [](const workbench::Scope &scope) { return scope.channel; },
      [](workbench::Scope &scope, const std::string &value) { scope.channel = value; }},
     {"segment", QT_TRANSLATE_NOOP("ui::Filter", "Segment"), "customer", &ScopeChoices::segments,
      [](const workbench::Scope &scope) { return scope.segment; },
      [](workbench::Scope &scope, const std::string &value) { scope.segment = value; }}}};

QString prefixOf(const Dimension &dimension)
{
    return QLatin1String(dimension.id) + QChar(u':');
}

QString nameOf(const Dimension &dimension, const ScopeChoices &choices, const std::string &value)
{
    const auto &list = choices.*dimension.choices;
    const auto found = std::ranges::find(list, value, &ScopeChoice::id);
    return qstring(found != list.end() ? found->name : value);
}

QString named(const QString &what, const QString &value)
{
    return words(QT_TRANSLATE_NOOP("ui::Filter", "%1: %2")).arg(what, value);
}

Pick heading(const char *id, const char *text)
{
    return {.id = std::string("heading:") + id, .text = words(text), .heading = true};
}

/// What holds bears a tick; the others the icon of their list.
QString iconOf(bool holds, const char *otherwise)
{
    return QLatin1String(holds ? "check" : otherwise);
}

void addBasis(std::vector<Pick> &picks, bool proven)
{
    picks.push_back(heading("basis", QT_TRANSLATE_NOOP("ui::Filter", "Stages")));
    picks.push_back({.id = claimedPick.toStdString(),
                     .text = words(QT_TRANSLATE_NOOP("ui::Filter", "Claimed: as somebody set them")),
                     .icon = iconOf(!proven, "stage"),
                     .indent = 1});
    picks.push_back({.id = provenPick.toStdString(),
                     .text = words(QT_TRANSLATE_NOOP("ui::Filter", "Proven: as far as the evidence reaches")),
                     .icon = iconOf(proven, "stage"),
                     .indent = 1});
}

void addPeriods(std::vector<Pick> &picks, const Period &current, const Format &format)
{
    picks.push_back(heading("period", QT_TRANSLATE_NOOP("ui::Filter", "Period")));
    for (const PeriodKind kind : allPeriodKinds) {
        const bool holds = current.kind == kind;
        if (kind == PeriodKind::Between && !holds)
            continue; // its days come from the address of a view
        picks.push_back({.id = (periodPrefix + QString::number(static_cast<int>(kind))).toStdString(),
                         .text = nameOf(holds ? current : Period{.kind = kind}, format),
                         .icon = iconOf(holds, "calendar"),
                         .indent = 1});
    }
}

/// Chinese words are found by how they are typed in Latin letters, too.
QStringList spelled(const ScopeChoice &choice)
{
    QStringList all{qstring(choice.id)};
    for (const std::string &one : workbench::spellingsOf(choice.name))
        all += qstring(one);
    return all;
}

void addChoices(std::vector<Pick> &picks, const Dimension &dimension, const ScopeChoices &choices, const View &view,
                const Format &format)
{
    const auto &list = choices.*dimension.choices;
    if (list.empty())
        return;
    picks.push_back(heading(dimension.id, dimension.name));
    for (const ScopeChoice &choice : list)
        picks.push_back({.id = prefixOf(dimension).toStdString() + choice.id,
                         .text = qstring(choice.name),
                         .trailing = format.count(static_cast<qint64>(choice.open)),
                         .icon = iconOf(dimension.value(view.scope) == choice.id, dimension.icon),
                         .indent = 1,
                         .alsoFound = spelled(choice)});
}

} // namespace

QString nameOf(const Period &period, const Format &format)
{
    switch (period.kind) {
    case PeriodKind::All: return words(QT_TRANSLATE_NOOP("ui::Filter", "All time"));
    case PeriodKind::Month: return words(QT_TRANSLATE_NOOP("ui::Filter", "This month"));
    case PeriodKind::LastMonth: return words(QT_TRANSLATE_NOOP("ui::Filter", "Last month"));
    case PeriodKind::Quarter: return words(QT_TRANSLATE_NOOP("ui::Filter", "This quarter"));
    case PeriodKind::LastQuarter: return words(QT_TRANSLATE_NOOP("ui::Filter", "Last quarter"));
    case PeriodKind::Year: return words(QT_TRANSLATE_NOOP("ui::Filter", "This year"));
    case PeriodKind::LastYear: return words(QT_TRANSLATE_NOOP("ui::Filter", "Last year"));
    case PeriodKind::Between: break;
    }
    const auto day = [&](const std::optional<support::Date> &date) { return date ? format.date(*date) : QString(); };
    return words(QT_TRANSLATE_NOOP("ui::Filter", "%1 – %2")).arg(day(period.between.first), day(period.between.last)).trimmed();
}

std::vector<Pick> filterPicks(const ScopeChoices &choices, const View &view, const Format &format)
{
    std::vector<Pick> picks;
    addBasis(picks, view.proven);
    addPeriods(picks, view.period, format);
    for (const Dimension &dimension : dimensions)
        addChoices(picks, dimension, choices, view, format);
    return picks;
}

View filtered(View view, const QString &pick)
{
    if (pick == provenPick || pick == claimedPick)
        view.proven = pick == provenPick && !view.proven;
    if (pick == comparedPick)
        view.compared.reset();
    if (pick.startsWith(periodPrefix)) {
        const auto kind = static_cast<PeriodKind>(pick.mid(periodPrefix.size()).toInt());
        view.period = view.period.kind == kind ? Period() : Period{.kind = kind};
    }
    for (const Dimension &dimension : dimensions) {
        if (!pick.startsWith(prefixOf(dimension)))
            continue;
        const std::string value = pick.mid(prefixOf(dimension).size()).toStdString();
        dimension.set(view.scope, dimension.value(view.scope) == value ? std::string() : value);
    }
    return view;
}

std::vector<FilterChip> filterChips(const ScopeChoices &choices, const View &view, const Format &format)
{
    std::vector<FilterChip> chips;
    if (view.compared)
        chips.push_back(
            {comparedPick, words(QT_TRANSLATE_NOOP("ui::Filter", "Compared with %1")).arg(format.date(*view.compared))});
    if (view.proven)
        chips.push_back({provenPick, words(QT_TRANSLATE_NOOP("ui::Filter", "Proven stages"))});
    if (view.period.kind != PeriodKind::All)
        chips.push_back({periodPrefix + QString::number(static_cast<int>(view.period.kind)),
                         named(words("Period"), nameOf(view.period, format))});
    for (const Dimension &dimension : dimensions) {
        const std::string value = dimension.value(view.scope);
        if (!value.empty())
            chips.push_back(
                {prefixOf(dimension) + qstring(value), named(words(dimension.name), nameOf(dimension, choices, value))});
    }
    return chips;
}

View unfiltered(View view)
{
    return {.scope = {.team = std::move(view.scope.team), .person = std::move(view.scope.person)}, .day = view.day};
}

} // namespace ui
