// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/mainwindow.h"
#include "ui/navigation.h"
#include "ui/opening.h"
#include "ui/pages/today/todaypage.h"

#include "workbench/sampling.h"

#include <QFile>
#include <QTemporaryDir>

#include <memory>

/// The program with a sample in a real file, in a folder of its own, on a clock that stands still.
struct SampleProgram {
    [[nodiscard]] QString file() const { return folder.filePath(QStringLiteral("sample.plumb")); }

    /// Makes the file; false where that cannot be done.
    [[nodiscard]] bool make(std::uint64_t deals, std::uint64_t seed) const
    {
        return workbench::createSample(file().toStdString(), {.deals = deals, .seed = seed, .asOf = clock.now()}, clock)
            .has_value();
    }

    /// A window that asks nobody who they are, with nothing open yet.
    void start()
    {
        const QString settingsFile = folder.filePath(QStringLiteral("settings.ini"));
        QFile::remove(settingsFile);
        session = std::make_unique<ui::Session>(clock);
        settings = std::make_unique<ui::AppSettings>(settingsFile);
        language.apply(ui::LanguageChoice::English);
        session->setLocale(language.locale());
        theme.apply(ui::ThemeChoice::Light);
        window = std::make_unique<ui::MainWindow>(ui::Application{*session, *settings, language, theme});
        window->opening().setQuiet(true);
        window->show();
    }

    void close()
    {
        window.reset();
        session.reset();
        settings.reset();
    }

    QTemporaryDir folder;
    support::FixedClock clock{*support::parseInstant("2026-03-12T01:30:00Z")};
    ui::Theme theme;
    ui::Language language;
    std::unique_ptr<ui::Session> session;
    std::unique_ptr<ui::AppSettings> settings;
    std::unique_ptr<ui::MainWindow> window;
};
