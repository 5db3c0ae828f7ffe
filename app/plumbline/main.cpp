// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "app/plumbline/arguments.h"
#include "app/plumbline/render.h"
#include "app/plumbline/startwatch.h"
#include "ui/application.h"
#include "ui/mainwindow.h"
#include "ui/navigation.h"
#include "ui/opening.h"
#include "ui/viewing.h"

#include "support/clock.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QIcon>
#include <QTemporaryDir>

#include <algorithm>
#include <string_view>

namespace {

constexpr QSize pictureSize{1280, 800}; ///< unless told; no screen limits a picture

/// What is answered in words needs no display.
bool asksForWords(int argc, char **argv)
{
    return std::any_of(argv, argv + argc, [](std::string_view word) {
        return word == "--help" || word == "-h" || word == "--version" || word == "-v";
    });
}

/// A picture needs no display; where there is none, Qt would end the program for the want of it.
void paintWithoutDisplay(int argc, char **argv)
{
    const bool rendering =
        std::any_of(argv, argv + argc, [](std::string_view word) { return word == "--render" || word.starts_with("--render="); });
    const auto isSet = [](const char *variable) { return !qEnvironmentVariableIsEmpty(variable); };
    if (rendering && !isSet("DISPLAY") && !isSet("WAYLAND_DISPLAY") && !isSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
}

/// Where it goes beside Today, which every workspace opens with, and the deal that Today leads to.
std::optional<ui::Action> workspaceOf(StartPage page)
{
    switch (page) {
    case StartPage::Funnel: return ui::Action::ShowFunnel;
    case StartPage::Map: return ui::Action::ShowMap;
    case StartPage::Today:
    case StartPage::Deal: break;
    }
    return std::nullopt;
}

void nameApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("plumbline"));
    QCoreApplication::setApplicationVersion(QStringLiteral(PLUMBLINE_VERSION));
}

void dressApplication()
{
    QApplication::setApplicationDisplayName(QStringLiteral("Plumbline"));
    QApplication::setDesktopFileName(QStringLiteral("plumbline"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/plumbline.svg")));
}

} // namespace

int main(int argc, char **argv)
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    nameApplication();
    if (asksForWords(argc, argv)) {
        const QCoreApplication application(argc, argv);
        static_cast<void>(readArguments());
    }
    paintWithoutDisplay(argc, argv);
    const QApplication application(argc, argv);
    dressApplication();
    const Arguments arguments = readArguments();
    const bool rendering = !arguments.picture.isEmpty();

    // A picture shows what the arguments say, whatever its maker has set for himself, and leaves his settings alone.
    const QTemporaryDir ownSettings;
    ui::AppSettings settings(rendering ? ownSettings.filePath(QStringLiteral("settings.ini")) : QString());
    ui::Language language;
    language.apply(arguments.language.value_or(settings.language()));
    ui::Theme theme;
    theme.apply(arguments.theme.value_or(settings.theme()));
    const support::SystemClock clock;
    ui::Session session(clock);
    session.setLocale(language.locale());

    ui::MainWindow window({session, settings, language, theme});
    if (arguments.size || rendering)
        window.resize(arguments.size.value_or(pictureSize));
    const StartWatch watch(sinceStart, window, session);
    window.opening().setQuiet(rendering);
    if (arguments.day)
        QObject::connect(
            &session, &ui::Session::opened, &window, [&] { session.setDay(arguments.day); }, Qt::SingleShotConnection);
    if (arguments.page == StartPage::Deal && !rendering)
        QObject::connect(
            &session, &ui::Session::todayReady, &window,
            [&](const workbench::Today &today) {
                if (!today.listed.empty() && today.listed.front().deal.id)
                    window.navigation().showDeal(*today.listed.front().deal.id);
            },
            Qt::SingleShotConnection);
    if (const auto workspace = workspaceOf(arguments.page))
        QObject::connect(
            &window.opening(), &ui::Opening::ready, &window, [&window, workspace] { window.navigation().show(*workspace); },
            Qt::SingleShotConnection);
    if (!arguments.view.isEmpty())
        QObject::connect(
            &window.opening(), &ui::Opening::ready, &window, [&] { window.viewing().openAddress(arguments.view); },
            Qt::SingleShotConnection);
    window.show();
    if (arguments.workspace.isEmpty())
        window.opening().openLast();
    else
        window.opening().openFile(arguments.workspace);
    std::optional<Render> render;
    if (rendering)
        render.emplace(window, session, arguments);
    return QApplication::exec();
}
