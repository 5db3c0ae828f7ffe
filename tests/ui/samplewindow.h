// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#pragma once

#include "tests/ui/sampleprogram.h"

#include <QTest>

#include <functional>

/// The same for the tests of a class: one file for all of them, a fresh window for each.
struct SampleWindow : SampleProgram {
    static constexpr int patience = 60'000;

    void show()
    {
        start();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }

    void open() const
    {
        window->opening().openFile(file());
        QTRY_VERIFY_WITH_TIMEOUT(window->navigation().today().model().rowCount() > 0 && !session->isBusy(), patience);
        QTRY_VERIFY(!window->opening().teams().empty());
        window->activateWindow(); // a dialog that has just closed leaves none active without a window manager
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
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
};
