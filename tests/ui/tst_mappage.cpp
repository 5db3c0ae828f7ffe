// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "tests/ui/samplewindow.h"

#include "ui/dialogs/handoverpopover.h"
#include "ui/dialogs/taskpopover.h"
#include "ui/pages/map/mappage.h"
#include "ui/pages/map/mapside.h"

#include <QClipboard>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QSlider>

/// The battle map in the window of the program, on a sample in a real file.
class MapPageTest : public QObject, SampleWindow {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(make(600, 1)); }

    void init()
    {
        show();
        open();
        QTest::keyClick(target(), Qt::Key_3, Qt::ControlModifier);
        QTRY_VERIFY(page().isVisible() && page().map().cloud() != nullptr && !session->isBusy());
        QTRY_VERIFY(!page().listed().empty());
    }

    void cleanup() { close(); }

    void showsEveryOpenDealOfTheScope()
    {
        const auto &map = page().map().cloud()->map();
        const workbench::Today &today = window->navigation().today().model().today();
        QCOMPARE(map.size(), today.openDeals);
        QCOMPARE(page().listed().size(), std::min<std::size_t>(map.size(), 100));
    }

    void listsWhatIsChosenAndOpensIt()
    {
        page().map().select({1, 4, 6});
        QTRY_COMPARE(page().listed().size(), std::size_t{3});
        QListView *list = page().side().list();
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down);
        QTRY_VERIFY(page().map().current());
        const auto id = page().listed()[static_cast<std::size_t>(list->currentIndex().row())].id;
        QTRY_VERIFY(page().map().text(*page().map().current()) != nullptr);
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_VERIFY(!page().isVisible());
        QVERIFY(id);
    }

    void copiesTheListAsATable()
    {
        page().map().select({2, 3});
        QTRY_COMPARE(page().listed().size(), std::size_t{2});
        QTest::keyClick(&page().map(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n');
        QCOMPARE(lines.size(), qsizetype{3});
        QVERIFY(lines[1].contains(ui::qstring(page().listed()[0].name)));
    }

    void givesATaskForEachChosenDealAndTakesAllBackInOneStep()
    {
        page().map().select({0, 1, 2});
        QTRY_COMPARE(page().listed().size(), std::size_t{3});
        const std::uint64_t facts = session->workbench()->facts();
        page().map().setFocus();
        QTest::keyClick(&page().map(), Qt::Key_T);
        QTRY_VERIFY(page().findChild<ui::TaskPopover *>() != nullptr);
        auto *popover = page().findChild<ui::TaskPopover *>();
        popover->findChild<QLineEdit *>()->setText(QStringLiteral("Call them"));
        popover->findChild<QComboBox *>()->setCurrentIndex(0);
        settle([&] { QTest::keyClick(popover->findChild<QLineEdit *>(), Qt::Key_Return); });
        QCOMPARE(session->workbench()->facts(), facts + 3);
        undo();
        QCOMPARE(session->workbench()->facts(), facts + 6);
        const auto deal = session->workbench()->deal(*page().listed()[0].id, session->asOf());
        QVERIFY(deal && !deal->tasks.empty());
        QVERIFY(deal->tasks.back().state == domain::TaskState::Cancelled
                || deal->tasks.front().state == domain::TaskState::Cancelled);
    }

    void handsADealOverWithItsSimilarCases()
    {
        page().map().select({5});
        QTRY_COMPARE(page().listed().size(), std::size_t{1});
        const domain::DealId deal = *page().listed()[0].id;
        page().map().setFocus();
        QTest::keyClick(&page().map(), Qt::Key_H);
        QTRY_VERIFY(page().findChild<ui::HandOverPopover *>() != nullptr);
        auto *popover = page().findChild<ui::HandOverPopover *>();
        QVERIFY(popover->findChild<QListView *>()->model()->rowCount() > 1);
        if (popover->taker().empty())
            popover->findChild<QComboBox *>()->setCurrentIndex(0);
        settle([&] { QTest::keyClick(popover, Qt::Key_Return); });
        const auto page = session->workbench()->deal(deal, session->asOf());
        QVERIFY(page.has_value());
        const auto task = std::ranges::find(page->tasks, domain::TaskKind::HandOver, &workbench::TaskView::kind);
        QVERIFY(task != page->tasks.end());
        QVERIFY(QString::fromStdString(task->title).contains(QStringLiteral("Similar cases")));
        undo();
    }

    void doesNothingInThePastAndSaysWhy()
    {
        page().map().select({1});
        session->setDay(session->today() + -30);
        QTRY_VERIFY(!session->isBusy() && page().map().cloud()->map().asOf == session->asOf());
        page().map().select({1});
        QVERIFY(!window->actions().action(ui::Action::Assign)->isEnabled());
        QVERIFY(!window->actions().action(ui::Action::HandOver)->isEnabled());
    }

    void playsTheQuarterAndLeavesTheInstantOfTheSessionAlone()
    {
        const support::Instant asOf = session->asOf();
        page().map().select({1, 2});
        auto *slider = page().findChild<QSlider *>();
        slider->setValue(3);
        QTRY_COMPARE(page().player().week(), 3);
        QCOMPARE(page().map().cloud()->map().asOf, page().player().at(3));
        QVERIFY(page().map().cloud()->map().asOf < asOf);
        QCOMPARE(session->asOf(), asOf);
        slider->setValue(5);
        QTRY_COMPARE(page().player().week(), 5);
        QVERIFY(!page().player().before().empty());
        QVERIFY(!window->actions().action(ui::Action::Assign)->isEnabled());
        slider->setValue(ui::MapPlayer::weeks);
        QTRY_VERIFY(page().player().isNow());
        QCOMPARE(page().map().selection(), (std::vector<std::uint32_t>{1, 2}));
    }

    void playsOnItsOwnAndPausesAnywhere()
    {
        page().player().setSpeed(50);
        page().player().play();
        QTRY_VERIFY(page().player().week() >= 2 && !page().player().isNow());
        page().player().pause();
        QVERIFY(!page().player().isPlaying());
    }

    void saysCalmlyThatThereIsNothing()
    {
        session->setScope({.product = domain::ProductId::parse("none").value()});
        QTRY_VERIFY(!page().map().isVisible());
    }

private:
    [[nodiscard]] ui::MapPage &page() const { return *window->findChild<ui::MapPage *>(); }
};

QTEST_MAIN(MapPageTest)
#include "tst_mappage.moc"
