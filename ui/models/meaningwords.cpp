// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/models/importwords.h"

#include <QCoreApplication>

#include <array>

namespace ui {

namespace {

/// By exchange::Meaning.
constexpr std::array<const char *, exchange::meaningCount> meanings{{
    QT_TRANSLATE_NOOP("ui::Meaning", "id of the deal"),
    QT_TRANSLATE_NOOP("ui::Meaning", "name of the deal"),
    QT_TRANSLATE_NOOP("ui::Meaning", "stage"),
    QT_TRANSLATE_NOOP("ui::Meaning", "won or lost"),
    QT_TRANSLATE_NOOP("ui::Meaning", "amount"),
    QT_TRANSLATE_NOOP("ui::Meaning", "currency"),
    QT_TRANSLATE_NOOP("ui::Meaning", "created on"),
    QT_TRANSLATE_NOOP("ui::Meaning", "expected close"),
    QT_TRANSLATE_NOOP("ui::Meaning", "closed on"),
    QT_TRANSLATE_NOOP("ui::Meaning", "entered the stage on"),
    QT_TRANSLATE_NOOP("ui::Meaning", "last changed on"),
    QT_TRANSLATE_NOOP("ui::Meaning", "reason of the loss"),
    QT_TRANSLATE_NOOP("ui::Meaning", "forecast category"),
    QT_TRANSLATE_NOOP("ui::Meaning", "next step"),
    QT_TRANSLATE_NOOP("ui::Meaning", "next step due"),
    QT_TRANSLATE_NOOP("ui::Meaning", "id of the customer"),
    QT_TRANSLATE_NOOP("ui::Meaning", "customer"),
    QT_TRANSLATE_NOOP("ui::Meaning", "id of the rep"),
    QT_TRANSLATE_NOOP("ui::Meaning", "rep"),
    QT_TRANSLATE_NOOP("ui::Meaning", "id of who did it"),
    QT_TRANSLATE_NOOP("ui::Meaning", "team"),
    QT_TRANSLATE_NOOP("ui::Meaning", "manager"),
    QT_TRANSLATE_NOOP("ui::Meaning", "sales region"),
    QT_TRANSLATE_NOOP("ui::Meaning", "id of the product"),
    QT_TRANSLATE_NOOP("ui::Meaning", "product"),
    QT_TRANSLATE_NOOP("ui::Meaning", "id of the lead"),
    QT_TRANSLATE_NOOP("ui::Meaning", "id of the contact"),
    QT_TRANSLATE_NOOP("ui::Meaning", "contact"),
    QT_TRANSLATE_NOOP("ui::Meaning", "industry"),
    QT_TRANSLATE_NOOP("ui::Meaning", "size of the customer"),
    QT_TRANSLATE_NOOP("ui::Meaning", "customer's region"),
    QT_TRANSLATE_NOOP("ui::Meaning", "channel"),
    QT_TRANSLATE_NOOP("ui::Meaning", "web site"),
    QT_TRANSLATE_NOOP("ui::Meaning", "first name"),
    QT_TRANSLATE_NOOP("ui::Meaning", "last name"),
    QT_TRANSLATE_NOOP("ui::Meaning", "title"),
    QT_TRANSLATE_NOOP("ui::Meaning", "phone"),
    QT_TRANSLATE_NOOP("ui::Meaning", "mail address"),
    QT_TRANSLATE_NOOP("ui::Meaning", "product line"),
    QT_TRANSLATE_NOOP("ui::Meaning", "list price"),
    QT_TRANSLATE_NOOP("ui::Meaning", "source"),
    QT_TRANSLATE_NOOP("ui::Meaning", "behaviour of the lead"),
    QT_TRANSLATE_NOOP("ui::Meaning", "id of the activity"),
    QT_TRANSLATE_NOOP("ui::Meaning", "kind of activity"),
    QT_TRANSLATE_NOOP("ui::Meaning", "who began"),
    QT_TRANSLATE_NOOP("ui::Meaning", "time of the activity"),
    QT_TRANSLATE_NOOP("ui::Meaning", "duration"),
    QT_TRANSLATE_NOOP("ui::Meaning", "subject"),
    QT_TRANSLATE_NOOP("ui::Meaning", "kept as a field of its own"),
    QT_TRANSLATE_NOOP("ui::Meaning", "left out"),
}};

} // namespace

QString word(exchange::Meaning meaning)
{
    return QCoreApplication::translate("ui::Meaning", meanings.at(static_cast<std::size_t>(meaning)));
}

} // namespace ui
