// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "tests/ui/handmade.h"

#include "ui/models/todaymodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace {

const ui::Format english(QLocale(QLocale::English), support::TimeZone::utc());
const ui::Format chinese(QLocale(QLocale::Chinese, QLocale::China), support::TimeZone::utc());

ui::TodayRow::Kind kindAt(const ui::TodayModel &model, int row)
{
    return static_cast<ui::TodayRow::Kind>(model.index(row).data(ui::TodayKindRole).toInt());
}

} // namespace

class TodayModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void listsTheFocusThenPeopleThenTheLine()
    {
        ui::TodayModel model(english);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setToday(handmade::todayWithPeople());
        QCOMPARE(model.rowCount(), 8 + 1 + 2 + 1);
        QCOMPARE(kindAt(model, 0), ui::TodayRow::Kind::Deal);
        QCOMPARE(kindAt(model, 8), ui::TodayRow::Kind::Heading);
        QCOMPARE(kindAt(model, 9), ui::TodayRow::Kind::People);
        QCOMPARE(kindAt(model, 10), ui::TodayRow::Kind::Leads);
        QCOMPARE(kindAt(model, 11), ui::TodayRow::Kind::Line);
        QVERIFY(!model.flags(model.index(8)).testFlag(Qt::ItemIsSelectable));
    }

    void givesWhatADealIsKnownBy()
    {
        ui::TodayModel model(english);
        model.setToday(handmade::today(8, 0));
        const QModelIndex first = model.index(0);
        QCOMPARE(first.data(ui::PlaceRole).toInt(), 1);
        QCOMPARE(first.data(ui::AmountRole).toString(), english.amount(*handmade::item(1).deal.amount));
        QCOMPARE(first.data(ui::HealthRole).toLongLong(), 25);
        QVERIFY(first.data(ui::RedRole).toBool());
        QCOMPARE(first.data(ui::ReasonRole).toString(),
                 QStringLiteral("A decision is expected in 9 days, yet health is only 25: step in today."));
    }

    void speaksTheLanguageOfItsFormat()
    {
        ui::TodayModel model(english);
        model.setToday(handmade::today(1, 0));
        QCOMPARE(model.index(0).data(ui::StageRole).toString(), QStringLiteral("Quoting and negotiating"));
        model.setFormat(chinese);
        QCOMPARE(model.index(0).data(ui::StageRole).toString(), QStringLiteral("报价谈判"));
        QCOMPARE(model.index(0).data(ui::AmountRole).toString(), QStringLiteral("¥128.06万"));
    }

    void keepsTheChosenDealWhenTheListRenumbers()
    {
        ui::TodayModel model(english);
        model.setToday(handmade::today(8, 3));
        const QPersistentModelIndex chosen = model.index(model.rowOf("deal-4"));
        workbench::Today next = handmade::today(8, 3);
        next.listed.erase(next.listed.begin(), next.listed.begin() + 2);
        next.listed.push_back(next.below.front());
        next.below.erase(next.below.begin());
        model.setToday(std::move(next));
        QVERIFY(chosen.isValid());
        QCOMPARE(chosen.row(), 1);
    }

    void showsWhatIsBelowTheLineWhenItIsOpened()
    {
        ui::TodayModel model(english);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setToday(handmade::today(8, 30));
        QCOMPARE(model.rowCount(), 9);
        model.setOpened(true);
        QCOMPARE(model.rowCount(), 39);
        model.setOpened(false);
        QCOMPARE(model.rowCount(), 9);
    }

    void takesAHundredThousandBelowTheLineAPortionAtATime()
    {
        ui::TodayModel model(english);
        model.setToday(handmade::today(8, 100'000));
        model.setOpened(true);
        QVERIFY(model.rowCount() < 1'000);
        QVERIFY(model.canFetchMore({}));
        const int before = model.rowCount();
        model.fetchMore({});
        QVERIFY(model.rowCount() > before);
        model.setToday(handmade::today(8, 100'000));
        QVERIFY(model.rowCount() > before); // what was fetched stays
    }

    void asksForMoreAtTheEndOfWhatItWasTold()
    {
        ui::TodayModel model(english);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const QSignalSpy wanted(&model, &ui::TodayModel::moreWanted);
        workbench::Today today = handmade::today(8, 20);
        today.belowTotal = 45;
        model.setToday(std::move(today));
        QVERIFY(model.index(8).data().toString().contains(QStringLiteral("45")));
        model.setOpened(true);
        QCOMPARE(model.rowCount(), 8 + 1 + 20);
        QVERIFY(model.canFetchMore({}));
        model.fetchMore({});
        QVERIFY(!wanted.isEmpty());
        model.setToday(handmade::today(8, 45));
        QCOMPARE(model.rowCount(), 8 + 1 + 45);
        QVERIFY(!model.canFetchMore({}));
    }

    void namesALeadByItsCustomerAndOtherwiseByItsNumber()
    {
        ui::TodayModel model(english);
        workbench::Today today = handmade::todayWithPeople();
        today.leads.front().name = "华东精密检验中心";
        today.leads.front().source = "官网";
        today.leads.push_back(today.leads.front());
        today.leads.back().id = "lead-205";
        today.leads.back().name.clear();
        model.setToday(std::move(today));
        QCOMPARE(model.index(10).data().toString(), QString::fromUtf8("华东精密检验中心"));
        QVERIFY(model.index(10).data(ui::DealNameRole).toString().contains(QString::fromUtf8("官网")));
        QCOMPARE(model.index(11).data().toString(), QStringLiteral("Lead lead-205"));
    }

    void saysHowManyOfTheLeadsItShows()
    {
        ui::TodayModel model(english);
        workbench::Today today = handmade::todayWithPeople();
        const auto shown = today.leads.size();
        today.leadsTotal = shown;
        model.setToday(today);
        QCOMPARE(model.index(8).data().toString(), QStringLiteral("People and leads"));
        today.leadsTotal = 1'234;
        model.setToday(std::move(today));
        QCOMPARE(model.index(8).data().toString(), QStringLiteral("People and leads, the %1 most urgent of 1,234").arg(shown));
        const int more = 8 + 1 + 2;
        QCOMPARE(kindAt(model, more), ui::TodayRow::Kind::MoreLeads);
        QCOMPARE(model.index(more).data().toString(),
                 QStringLiteral("%1 more leads").arg(english.count(1'234 - static_cast<qint64>(shown))));
    }

    void showsNoHealthWhereItIsNotTold()
    {
        ui::TodayModel model(english);
        workbench::Today today = handmade::today(1, 0);
        today.listed.front().deal.shownHealth.reset();
        model.setToday(std::move(today));
        QVERIFY(!model.index(0).data(ui::HealthRole).isValid());
        QVERIFY(!model.index(0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("health 25")));
    }

    void marksWhatSomebodyHasTakenNoteOf()
    {
        ui::TodayModel model(english);
        workbench::Today today = handmade::today(2, 0);
        today.listed.front().flags.front().state = workbench::FlagState::Acknowledged;
        model.setToday(std::move(today));
        QCOMPARE(model.index(0).data(ui::SeenRole).toString(), QStringLiteral("Acknowledged"));
        QVERIFY(model.index(1).data(ui::SeenRole).toString().isEmpty());
    }

    void saysADealInOneSentenceForAScreenReader()
    {
        ui::TodayModel model(english);
        model.setToday(handmade::today(1, 0));
        const QString spoken = model.index(0).data(Qt::AccessibleTextRole).toString();
        for (const char *part : {"华东精密检验中心", "health 25", "step in today", "李雷"})
            QVERIFY2(spoken.contains(QString::fromUtf8(part)), qPrintable(spoken));
    }
};

QTEST_GUILESS_MAIN(TodayModelTest)
#include "tst_todaymodel.moc"
