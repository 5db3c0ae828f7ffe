// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "ui/mainwindow.h"
#include "ui/opening.h"
#include "ui/pages/today/todaypage.h"

#include "workbench/sampling.h"

#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>

/// The program with a sample in a real file, in a folder of its own, on a clock that stands still: one file for all tests of a
/// class, a fresh window for each.
struct SampleWindow {
    static constexpr int patience = 60'000;

    [[nodiscard]] QString file() const { return folder.filePath(QStringLiteral("sample.plumb")); }

    /// Makes the file; false where that cannot be done.
    [[nodiscard]] bool make(std::uint64_t deals, std::uint64_t seed) const
    {
        return workbench::createSample(file().toStdString(), {.deals = deals, .seed = seed, .asOf = clock.now()}, clock)
            .has_value();
    }

    /// A window that asks nobody who they are, with nothing open yet.
    void show()
    {
        QFile::remove(settingsFile());
        session = std::make_unique<ui::Session>(clock);
        settings = std::make_unique<ui::AppSettings>(settingsFile());
        language.apply(ui::LanguageChoice::English);
        session->setLocale(language.locale());
        theme.apply(ui::ThemeChoice::Light);
        window = std::make_unique<ui::MainWindow>(ui::Application{*session, *settings, language, theme});
        window->opening().setQuiet(true);
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }

    void open() const
    {
        window->opening().openFile(file());
        QTRY_VERIFY_WITH_TIMEOUT(window->todayPage().model().rowCount() > 0 && !session->isBusy(), patience);
        QTRY_VERIFY(!window->opening().teams().empty());
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }

    void close()
    {
        window.reset();
        session.reset();
        settings.reset();
    }

    /// Where a key goes: to what has the focus.
    [[nodiscard]] QWidget *target() const
    {
        QWidget *focus = QApplication::focusWidget();
        return focus != nullptr ? focus : window.get();
    }

    /// Does something that writes, and waits until it is written.
    void settle(const std::function<void()> &act) const
    {
        const std::uint64_t facts = session->workbench()->facts();
        act();
        QTRY_VERIFY(session->workbench()->facts() > facts && !session->isWriting());
    }

    void undo() const
    {
        settle([this] { QTest::keyClick(target(), Qt::Key_Z, Qt::ControlModifier); });
    }

    QTemporaryDir folder;
    support::FixedClock clock{*support::parseInstant("2026-03-12T01:30:00Z")};
    ui::Theme theme;
    ui::Language language;
    std::unique_ptr<ui::Session> session;
    std::unique_ptr<ui::AppSettings> settings;
    std::unique_ptr<ui::MainWindow> window;

private:
    [[nodiscard]] QString settingsFile() const { return folder.filePath(QStringLiteral("settings.ini")); }
};
