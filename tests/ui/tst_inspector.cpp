// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "tests/ui/samplewindow.h"

#include "ui/dialogs/inspector.h"
#include "ui/dialogs/rankpopover.h"
#include "ui/models/deallines.h"
#include "ui/models/timelinemodel.h"
#include "ui/pages/deal/dealpage.h"
#include "ui/pages/deal/timelinepane.h"
#include "ui/pages/today/dealglance.h"
#include "ui/widgets/contentlist.h"
#include "ui/widgets/countrow.h"
#include "ui/widgets/figurerow.h"
#include "ui/widgets/stagestrip.h"

#include <QComboBox>
#include <QListView>

#include <algorithm>

/// Every number opens, by mouse and by keys, on a sample workspace in a real file.
class InspectorTest : public QObject, SampleWindow {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(make(300, 1)); }

    void init()
    {
        show();
        open();
        QTRY_VERIFY(figures()->cell(0) != nullptr);
    }

    void cleanup() { close(); }

    void opensEachFigureOfTodayWithTheMouse()
    {
        for (std::size_t place = 0; place < 4; ++place) {
            QTest::mouseClick(figures()->cell(place), Qt::LeftButton);
            QVERIFY2(inspector() != nullptr, qPrintable(figures()->cell(place)->accessibleName()));
            QVERIFY(inspector()->lines().rowCount() > 0);
            QVERIFY(window->navigation().today().rect().contains(inspector()->geometry()));
            QTest::keyClick(target(), Qt::Key_Escape);
            QTRY_VERIFY(inspector() == nullptr);
        }
    }

    void opensEachFigureOfADealWithTheKeyboard()
    {
        QTest::keyClick(target(), Qt::Key_Return);
        auto *page = window->findChild<ui::DealPage *>();
        QTRY_VERIFY(page->isVisible() && !session->isBusy());
        auto *row = page->findChild<ui::FigureRow *>();
        row->cell(0)->setFocus(Qt::TabFocusReason);
        for (std::size_t place = 0; place < 4; ++place) {
            QVERIFY(row->cell(place)->hasFocus());
            QTest::keyClick(target(), Qt::Key_Space);
            QVERIFY(inspector() != nullptr);
            QTest::keyClick(target(), Qt::Key_Escape);
            QTRY_VERIFY(inspector() == nullptr);
            QVERIFY2(row->cell(place)->hasFocus(), "the focus goes back to the figure");
            QTest::keyClick(target(), Qt::Key_Tab);
        }
    }

    void stepsThroughAllNumbersOfADealAndLeadsToTheirRecords()
    {
        QTest::keyClick(target(), Qt::Key_I);
        QVERIFY(inspector() != nullptr);
        auto *choices = inspector()->findChild<QComboBox *>();
        QVERIFY(choices->hasFocus());
        QVERIFY(choices->count() > 10);
        const int row = stepToOneWithARecord(*choices);
        QVERIFY2(row >= 0, "some number rests on a record");
        const auto record = ui::recordOf(inspector()->lines().row(row).id);
        QTest::keyClick(target(), Qt::Key_Tab);
        auto *list = inspector()->findChild<ui::ContentList *>();
        QVERIFY(list->hasFocus());
        while (list->currentIndex().row() < row)
            QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Return);
        auto *page = window->findChild<ui::DealPage *>();
        QTRY_VERIFY(page->isVisible() && inspector() == nullptr);
        QTRY_VERIFY(!session->isBusy());
        QListView *timeline = page->findChild<ui::TimelinePane *>()->findChild<QListView *>();
        const auto *model = qobject_cast<const ui::TimelineModel *>(timeline->model());
        QTRY_VERIFY(timeline->currentIndex().isValid());
        QCOMPARE(timeline->currentIndex(), model->indexOf(*record));
    }

    void opensTheCountsOfTheDayDownToTheirDeals()
    {
        auto *counts = window->navigation().today().findChild<ui::CountRow *>();
        QVERIFY(counts->text().contains(QStringLiteral("open")));
        for (int place = 0; place < 2; ++place) {
            counts->button(place)->setFocus(Qt::TabFocusReason);
            QTest::keyClick(target(), Qt::Key_Space);
            QTRY_VERIFY(inspector() != nullptr);
            const ui::Line last = inspector()->lines().row(inspector()->lines().rowCount() - 1);
            QVERIFY(last.leads && ui::idAfter(std::string(ui::dealPrefix), last.id));
            if (place == 0) {
                QTest::keyClick(target(), Qt::Key_Escape);
                QTRY_VERIFY(inspector() == nullptr);
            }
        }
        auto *list = inspector()->findChild<ui::ContentList *>();
        QTest::keyClick(list, Qt::Key_End);
        QTest::keyClick(list, Qt::Key_Return);
        QTRY_VERIFY(window->findChild<ui::DealPage *>()->isVisible());
    }

    void countsTheRedDealsThatItLists()
    {
        const std::size_t red = window->navigation().today().model().today().redDeals;
        const auto counted = session->workbench()->counted({}, session->asOf(), workbench::Counted::Red, 1'000);
        QVERIFY(counted.has_value());
        QCOMPARE(counted->total, red);
        QCOMPARE(counted->deals.size(), red);
        for (const workbench::DealSummary &deal : counted->deals)
            QVERIFY(deal.red && deal.status == workbench::DealStatus::Open);
    }

    void opensTheAmountAndThePlaceOfARowWhereTheyStand()
    {
        QListView *list = window->navigation().today().list();
        const QRect third = list->visualRect(list->model()->index(2, 0));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, third.topRight() + QPoint(-20, 16));
        QTRY_VERIFY(inspector() != nullptr);
        QCOMPARE(list->currentIndex().row(), 2);
        QVERIFY(inspector()->findChild<QComboBox *>()->currentText().startsWith(QStringLiteral("Amount")));
        QTest::keyClick(target(), Qt::Key_Escape);
        QTRY_VERIFY(inspector() == nullptr);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, third.topLeft() + QPoint(16, 16));
        QTRY_VERIFY(window->findChild<ui::RankPopover *>() != nullptr);
        QTest::keyClick(target(), Qt::Key_Escape);
        QTRY_VERIFY(window->findChild<ui::RankPopover *>() == nullptr);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, third.center());
        QTRY_VERIFY(!session->isBusy());
        QVERIFY(inspector() == nullptr);
    }

    void opensTheNumberOfAnotherFlagOfTheDeal()
    {
        QListView *list = window->navigation().today().list();
        const auto &listed = window->navigation().today().model().today().listed;
        const auto several = std::ranges::find_if(
            listed, [](const workbench::TodayItem &item) { return item.flags.size() > 1 && !item.flags[1].quoted.empty(); });
        QVERIFY(several != listed.end());
        list->setCurrentIndex(list->model()->index(static_cast<int>(several - listed.begin()), 0));
        QTRY_VERIFY(!session->isBusy());
        ui::ContentList *others = nullptr;
        for (auto *one : window->findChild<ui::DealGlance *>()->findChildren<ui::ContentList *>()) {
            if (one->accessibleName() == QStringLiteral("Also flagged"))
                others = one;
        }
        QVERIFY(others != nullptr && others->isVisible());
        others->setFocus(Qt::TabFocusReason);
        others->setCurrentIndex(others->model()->index(0, 0));
        QTest::keyClick(others, Qt::Key_Return);
        QVERIFY(inspector() != nullptr);
    }

    void opensTheDaysOfAStage()
    {
        QTest::keyClick(target(), Qt::Key_Return);
        auto *page = window->findChild<ui::DealPage *>();
        QTRY_VERIFY(page->isVisible() && !session->isBusy());
        auto *strip = page->findChild<ui::StageStrip *>();
        QTRY_VERIFY(strip->currentIndex().isValid());
        strip->setFocus(Qt::TabFocusReason);
        QTest::keyClick(strip, Qt::Key_Return);
        QVERIFY(inspector() != nullptr);
        QVERIFY(inspector()->lines().rowCount() > 0);
    }

    void opensTheTermsOfTheHealthBesideTheList()
    {
        QTRY_VERIFY(!session->isBusy());
        ui::ContentList *terms = nullptr;
        for (auto *list : window->findChild<ui::DealGlance *>()->findChildren<ui::ContentList *>()) {
            if (list->accessibleName() == QStringLiteral("What the health is made of"))
                terms = list;
        }
        QVERIFY(terms != nullptr);
        QTRY_VERIFY(terms->isVisible() && terms->model()->rowCount() == 4);
        terms->setFocus(Qt::TabFocusReason);
        QTest::keyClick(terms, Qt::Key_Space);
        QTRY_VERIFY(terms->model()->rowCount() > 4);
        QTest::keyClick(terms, Qt::Key_Space);
        QTRY_COMPARE(terms->model()->rowCount(), 4);
    }

private:
    [[nodiscard]] ui::Inspector *inspector() const
    {
        for (auto *one : window->findChildren<ui::Inspector *>()) {
            if (one->isVisible())
                return one;
        }
        return nullptr;
    }
    [[nodiscard]] ui::FigureRow *figures() const { return window->findChild<ui::DealGlance *>()->figures(); }

    /// The row of the record under the first number that has one.
    [[nodiscard]] int stepToOneWithARecord(QComboBox &choices) const
    {
        QTest::keyClick(&choices, Qt::Key_Home);
        for (int number = 0; number < choices.count(); ++number) {
            for (int row = 0; row < inspector()->lines().rowCount(); ++row) {
                const ui::Line &line = inspector()->lines().row(row);
                if (line.leads && ui::recordOf(line.id))
                    return row;
            }
            QTest::keyClick(&choices, Qt::Key_Down);
        }
        return -1;
    }
};

QTEST_MAIN(InspectorTest)
#include "tst_inspector.moc"
