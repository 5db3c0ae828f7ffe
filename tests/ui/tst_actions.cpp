// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "ui/actions/actionset.h"
#include "ui/models/language.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/theme.h"

#include <QKeySequence>
#include <QLineEdit>
#include <QMainWindow>
#include <QPushButton>
#include <QSet>
#include <QStackedWidget>
#include <QTest>

using ui::Action;

namespace {

bool clash(const ui::ActionInfo &a, const ui::ActionInfo &b)
{
    // Every place is a part of the window's.
    const bool sameReach = a.place == b.place || a.place != ui::Place::Deals || b.place != ui::Place::Deals;
    for (const QKeySequence &key : ui::keysOf(a)) {
        if (sameReach && ui::keysOf(b).contains(key))
            return true;
    }
    return false;
}

/// A window with two pages, of which the first is shown.
struct TwoPages {
    QMainWindow window;
    ui::ActionSet actions{&window};
    QStackedWidget *pages = new QStackedWidget;
    QWidget *first = new QWidget;
    QWidget *second = new QWidget;

    TwoPages()
    {
        pages->addWidget(first);
        pages->addWidget(second);
        window.setCentralWidget(pages);
    }
    void show()
    {
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        actions.refresh();
    }
};

} // namespace

class ActionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme.apply(ui::ThemeChoice::Light); }

    void listsEveryActionOnce()
    {
        QSet<int> actions;
        QSet<QString> ids;
        for (const ui::ActionInfo &info : ui::allActions()) {
            actions.insert(static_cast<int>(info.action));
            ids.insert(QLatin1String(info.id));
        }
        QCOMPARE(actions.size(), static_cast<qsizetype>(ui::allActions().size()));
        QCOMPARE(ids.size(), static_cast<qsizetype>(ui::allActions().size()));
        QCOMPARE(static_cast<std::size_t>(*std::max_element(actions.begin(), actions.end())) + 1, ui::allActions().size());
    }

    void sharesNoKeyWithinAPlace()
    {
        for (const ui::ActionInfo &a : ui::allActions()) {
            for (const ui::ActionInfo &b : ui::allActions())
                QVERIFY2(&a == &b || !clash(a, b), qPrintable(QStringLiteral("%1 and %2").arg(a.id, b.id)));
        }
    }

    void writesKeysThatQtUnderstands()
    {
        for (const ui::ActionInfo &info : ui::allActions()) {
            for (const QKeySequence &key : ui::keysOf(info))
                QVERIFY2(!key.isEmpty() && !key.toString().isEmpty(), info.id);
        }
    }

    void hasAnIconForEveryAction()
    {
        for (const ui::ActionInfo &info : ui::allActions())
            QVERIFY2(ui::hasIcon(QLatin1String(info.icon)), info.id);
    }

    void hasAChineseTextForEveryAction()
    {
        ui::Language language;
        language.apply(ui::LanguageChoice::English);
        for (const ui::ActionInfo &info : ui::allActions()) {
            const QStringList texts = language.inAllLanguages("ui::Action", info.text);
            QVERIFY2(texts.size() == 2 && !texts[1].isEmpty() && texts[1] != texts[0], info.id);
        }
    }

    void drawsIconsInThePalettesColour()
    {
        const QImage dark = ui::iconPixmap(QStringLiteral("today"), 24, Qt::red, 2).toImage();
        QCOMPARE(dark.size(), QSize(48, 48));
        int red = 0;
        for (int x = 0; x < 48; ++x) {
            for (int y = 0; y < 48; ++y)
                red += qAlpha(dark.pixel(x, y)) == 255 && dark.pixelColor(x, y) == QColor(Qt::red) ? 1 : 0;
        }
        QVERIFY(red > 20);
    }

    void asksTheHandlerThatIsVisible()
    {
        TwoPages it;
        QStringList calls;
        it.actions.handle(Action::Snooze, it.first, [&] { calls += "first"; });
        it.actions.handle(Action::Snooze, it.second, [&] { calls += "second"; });
        it.show();
        it.actions.action(Action::Snooze)->trigger();
        it.pages->setCurrentWidget(it.second);
        it.actions.action(Action::Snooze)->trigger();
        QCOMPARE(calls, (QStringList{"first", "second"}));
    }

    void greysOutWhatNobodyHandlesOrWhatIsNotPossible()
    {
        TwoPages it;
        bool possible = false;
        int calls = 0;
        it.actions.handle(
            Action::Assign, it.first, [&] { ++calls; }, [&] { return possible; });
        it.show();
        QVERIFY(!it.actions.action(Action::Dismiss)->isEnabled());
        QVERIFY(!it.actions.action(Action::Assign)->isEnabled());
        possible = true;
        it.actions.refresh();
        QVERIFY(it.actions.action(Action::Assign)->isEnabled());
        possible = false;
        it.actions.action(Action::Assign)->trigger();
        QCOMPARE(calls, 0);
    }

    void leavesKeysToWhatIsTypedIn()
    {
        TwoPages it;
        auto *input = new QLineEdit(it.first);
        int opened = 0;
        int snoozed = 0;
        it.actions.handle(Action::OpenDeal, it.first, [&] { ++opened; });
        it.actions.handle(Action::Snooze, it.first, [&] { ++snoozed; });
        it.show();
        input->setFocus();
        QTest::keyClick(input, Qt::Key_S);
        QTest::keyClick(input, Qt::Key_Return);
        QCOMPARE(input->text(), QStringLiteral("s"));
        QCOMPARE(opened, 0);
        QCOMPARE(snoozed, 0);
        it.first->setFocusPolicy(Qt::StrongFocus);
        it.first->setFocus();
        QTest::keyClick(it.first, Qt::Key_S);
        QTest::keyClick(it.first, Qt::Key_Return);
        QCOMPARE(opened, 1);
        QCOMPARE(snoozed, 1);
    }

    void leavesEnterToAButton()
    {
        TwoPages it;
        auto *button = new QPushButton(it.first);
        int opened = 0;
        it.actions.handle(Action::OpenDeal, it.first, [&] { ++opened; });
        it.show();
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Return);
        QCOMPARE(opened, 0);
    }

private:
    ui::Theme m_theme;
};

QTEST_MAIN(ActionsTest)
#include "tst_actions.moc"
