// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "app/plumbline/arguments.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>

namespace {

QString text(const char *english)
{
    return QCoreApplication::translate("Arguments", english);
}

[[noreturn]] void refuse(const QString &why)
{
    std::fprintf(stderr, "plumbline: %s\n", qUtf8Printable(why));
    std::exit(2); // NOLINT(concurrency-mt-unsafe): no other thread runs yet
}

/// The place of `word` in `choices`.
int chosen(const QString &option, const QString &word, const QStringList &choices)
{
    const qsizetype at = choices.indexOf(word);
    if (at < 0)
        refuse(text(QT_TRANSLATE_NOOP("Arguments", "--%1 takes one of: %2")).arg(option, choices.join(QStringLiteral(", "))));
    return static_cast<int>(at);
}

QSize parsedSize(const QString &word)
{
    const QStringList parts = word.split(QChar(u'x'));
    const QSize size = parts.size() == 2 ? QSize(parts[0].toInt(), parts[1].toInt()) : QSize();
    constexpr int most = 8192;
    if (size.isEmpty() || size.width() > most || size.height() > most)
        refuse(text(QT_TRANSLATE_NOOP("Arguments", "--size takes a width and a height like 1280x800")));
    return size;
}

support::Date parsedDay(const QString &word)
{
    const auto day = support::parseDate(word.toStdString());
    if (!day)
        refuse(text(QT_TRANSLATE_NOOP("Arguments", "--as-of takes a day like 2026-03-01")));
    return *day;
}

} // namespace

Arguments readArguments()
{
    QCommandLineParser parser;
    parser.setApplicationDescription(text(QT_TRANSLATE_NOOP("Arguments", "The sales manager's workbench over a local file.")));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("workspace"), text(QT_TRANSLATE_NOOP("Arguments", "The workspace file to open.")),
                                 QStringLiteral("[workspace]"));
    const auto add = [&](const char *name, const QString &description, const char *value) {
        parser.addOption({QLatin1String(name), description, QLatin1String(value)});
    };
    add("render", text(QT_TRANSLATE_NOOP("Arguments", "Paint the window into a picture file and end.")), "file");
    add("language", text(QT_TRANSLATE_NOOP("Arguments", "en or zh_CN, for this run.")), "language");
    add("theme", text(QT_TRANSLATE_NOOP("Arguments", "light or dark, for this run.")), "theme");
    add("size", text(QT_TRANSLATE_NOOP("Arguments", "The size of the window, like 1280x800.")), "size");
    add("page", text(QT_TRANSLATE_NOOP("Arguments", "today, deal, funnel or map: the page to begin with.")), "page");
    add("as-of", text(QT_TRANSLATE_NOOP("Arguments", "The day to show, like 2026-03-01.")), "day");
    add("view",
        text(QT_TRANSLATE_NOOP("Arguments", "The address of a view to begin with, like plumbline:funnel?period=quarter.")),
        "address");
    parser.process(*QCoreApplication::instance());

    Arguments arguments;
    const QStringList files = parser.positionalArguments();
    if (files.size() > 1)
        refuse(text(QT_TRANSLATE_NOOP("Arguments", "one workspace at a time")));
    arguments.workspace = files.value(0);
    arguments.picture = parser.value(QStringLiteral("render"));
    const auto given = [&](const QString &option) { return parser.isSet(option); };
    if (const QString o = QStringLiteral("language"); given(o))
        arguments.language = static_cast<ui::LanguageChoice>(1 + chosen(o, parser.value(o), {"en", "zh_CN"}));
    if (const QString o = QStringLiteral("theme"); given(o))
        arguments.theme = static_cast<ui::ThemeChoice>(1 + chosen(o, parser.value(o), {"light", "dark"}));
    if (const QString o = QStringLiteral("page"); given(o))
        arguments.page = static_cast<StartPage>(chosen(o, parser.value(o), {"today", "deal", "funnel", "map"}));
    if (const QString o = QStringLiteral("view"); given(o))
        arguments.view = parser.value(o);
    if (const QString o = QStringLiteral("size"); given(o))
        arguments.size = parsedSize(parser.value(o));
    if (const QString o = QStringLiteral("as-of"); given(o))
        arguments.day = parsedDay(parser.value(o));
    return arguments;
}
