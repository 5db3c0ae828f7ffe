// SPDX-License-Identifier: GPL-3.0-or-later
// SPDX-FileCopyrightText: Plumbline contributors
#include "tests/ui/handmade.h"

#include "ui/models/deallines.h"
#include "ui/models/dealwords.h"
#include "ui/models/stagepathmodel.h"
#include "ui/models/timelinemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

namespace {

const ui::Format english(QLocale(QLocale::English), support::TimeZone::utc());

std::shared_ptr<const workbench::DealPage> page()
{
    return std::make_shared<const workbench::DealPage>(handmade::deal());
}

const ui::Line *find(const std::vector<ui::Line> &lines, const std::string &id)
{
    const auto found = std::find_if(lines.begin(), lines.end(), [&](const ui::Line &line) { return line.id == id; });
    return found == lines.end() ? nullptr : &*found;
}

} // namespace

class DealModelsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensATermToItsRecords()
    {
        const auto closed = ui::termLines(english, handmade::deal(), {});
        QCOMPARE(closed.size(), 4);
        QCOMPARE(closed[0].trailing, QStringLiteral("+30"));
        QCOMPARE(closed[3].trailing, QStringLiteral("−30"));
        const auto open = ui::termLines(english, handmade::deal(), {"roles"});
        QCOMPARE(open.size(), 5);
        QVERIFY(open[1].text.contains(QStringLiteral("王建国")));
        QCOMPARE(ui::recordOf(open[1].id), std::optional<std::uint32_t>(22));
        QVERIFY(!ui::recordOf(open[0].id));
        QVERIFY(open[1].leads && !open[0].leads);
    }

    void namesTheEmptyRolesOfTheChain()
    {
        const auto lines = ui::roleLines(english, handmade::deal());
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[0].body.contains(QStringLiteral("检验科主任")));
        QCOMPARE(lines[1].chipTone, ui::Tone::Bad);
    }

    void callsThingsOfWhichOneWouldDoOneMissingThing()
    {
        const domain::Label process{"Purchase process", "采购流程图"};
        const domain::Label prices{"Price comparison", "比价单"};
        const domain::Label confirmation{"Technical confirmation", "技术确认邮件"};
        const workbench::MissingItem three{domain::Missing::StageEvidence, {"a", "b", "c"}, {process, prices, confirmation}};
        QCOMPARE(ui::missingText(english, three), QStringLiteral("Purchase process, Price comparison or Technical confirmation"));
        const workbench::MissingItem two{domain::Missing::StageEvidence, {"a", "b"}, {process, prices}};
        QCOMPARE(ui::missingText(english, two), QStringLiteral("Purchase process or Price comparison"));
        const workbench::MissingItem together{domain::Missing::StageEvidence, {"a", "b"}, {{"Minutes of the visit", "首访纪要"}}};
        QCOMPARE(ui::missingText(english, together), QStringLiteral("Minutes of the visit"));
        QCOMPARE(ui::missingText(english, {domain::Missing::Payment}), QStringLiteral("Payment"));
        QCOMPARE(ui::missingText(english, {domain::Missing::Fields, {"next_step"}, {{"next_step", "next_step"}}}),
                 QStringLiteral("Next step"));
    }

    void putsStandingFlagsFirst()
    {
        const auto lines = ui::flagLines(english, handmade::deal(), handmade::now());
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines[0].chip.isEmpty());
        QVERIFY(!lines[2].chip.isEmpty());
    }

    void saysThatATaskIsOverdue()
    {
        const auto lines = ui::taskLines(english, handmade::deal(), english.zone().dateOf(handmade::now()));
        QCOMPARE(lines[0].trailingTone, ui::Tone::Bad);
        QCOMPARE(lines[1].ticked, std::optional(true));
    }

    void groupsFilesByTheStageThatAsksForThem()
    {
        const auto lines = ui::evidenceLines(english, handmade::deal());
        QCOMPARE(lines.front().look, ui::RowLook::Heading);
        QCOMPARE(lines.front().text, QStringLiteral("Needs diagnosed"));
        QCOMPARE(find(lines, "e1")->chipTone, ui::Tone::Good);
        QCOMPARE(find(lines, "e3")->chipTone, ui::Tone::Bad);
        QCOMPARE(find(lines, "e4")->chipTone, ui::Tone::Warning); // a duplicate, whatever its verdict
    }

    void listsWhatTheGateOfAStageAsks()
    {
        const auto lines = ui::gateLines(english, handmade::deal().stages[3]);
        QVERIFY(find(lines, "unmet 1price_comparison")->text.contains(QStringLiteral("0 of 1")));
        QCOMPARE(find(lines, "item negotiating.1")->ticked, std::optional(true));
        QCOMPARE(find(lines, "field payment_terms")->trailingTone, ui::Tone::Bad);
        QCOMPARE(ui::idAfter("item ", "item negotiating.1"), std::optional<std::string>("negotiating.1"));
        QVERIFY(!ui::idAfter("item ", "field x"));
    }

    void tellsATickAndWritesNothing()
    {
        ui::LineModel model;
        model.setLines(ui::gateLines(english, handmade::deal().stages[3]));
        QSignalSpy ticks(&model, &ui::LineModel::tickRequested);
        const QModelIndex item = model.index(model.rowOf("item negotiating.2"));
        QVERIFY(model.setData(item, Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(ticks.size(), 1);
        QCOMPARE(item.data(Qt::CheckStateRole).toInt(), static_cast<int>(Qt::Unchecked));
    }

    void laysClaimedAgainstProven()
    {
        ui::StagePathModel model(english);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setStages(handmade::deal().stages);
        QCOMPARE(model.claimedRow(), 3);
        QVERIFY(model.index(1).data(ui::StageProvedRole).toBool());
        QVERIFY(!model.index(2).data(ui::StageProvedRole).toBool());
        QVERIFY(model.index(2).data(ui::StageReachedRole).toBool());
        QVERIFY(!model.index(4).data(ui::StageReachedRole).toBool());
        QVERIFY(model.index(1).data(ui::StageTimeRole).toString().startsWith(QStringLiteral("21 of 14")));
    }

    void tellsThatALimitIsPassedByTheExactTime()
    {
        workbench::StageView stage;
        stage.id = "quoted";
        stage.limitDays = 40;
        ui::StagePathModel model(english);
        const auto isOver = [&](double days) {
            stage.days = days;
            model.setStages({stage});
            const bool said = model.index(0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("over its limit"));
            return said && model.index(0).data(ui::StageOverRole).toBool();
        };
        QVERIFY(!isOver(40));
        QVERIFY(!model.index(0).data(ui::StageOverRole).toBool());
        QVERIFY(isOver(40.04));
        QVERIFY(isOver(41));
    }

    void groupsTheTimelineByDays()
    {
        ui::TimelineModel model(english);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setPage(page());
        QCOMPARE(model.index(0).data(ui::LookRole).toInt(), static_cast<int>(ui::RowLook::Heading));
        QCOMPARE(model.index(0).data().toString(), QStringLiteral("12 Mar 2026, Thursday"));
        QVERIFY(model.index(1).data(ui::TextRole).toString().startsWith(QStringLiteral("王主任")));
    }

    void saysAFieldsDayAndChoiceInTheLanguageOfTheReader()
    {
        workbench::TimelineEntry entry;
        entry.kind = domain::RowKind::FieldSet;
        entry.label = {"Service period ends", "服务到期日"};
        entry.text = "2028-08-26";
        entry.date = support::toDate({2028, 8, 26}).value();
        QCOMPARE(ui::headline(english, entry), QStringLiteral("Service period ends: 26 Aug 2028"));
        entry.label = {"Terms", "付款条件"};
        entry.text = "预付";
        entry.date.reset();
        entry.value = {"Prepaid", "预付"};
        QCOMPARE(ui::headline(english, entry), QStringLiteral("Terms: Prepaid"));
    }

    void marksWhatWasRecordedLateWithBothTimes()
    {
        ui::TimelineModel model(english);
        model.setPage(page());
        const QModelIndex late = model.indexOf(28);
        QVERIFY(late.data(ui::ChipRole).toString().contains(QStringLiteral("11 Mar 2026 17:30")));
        QVERIFY(late.data(Qt::ToolTipRole).toString().contains(QStringLiteral("10 Mar 2026 09:30")));
        QVERIFY(model.indexOf(30).data(ui::ChipRole).toString().isEmpty());
    }

    void filtersTheTimelineByKindAndByText()
    {
        ui::TimelineModel model(english);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setPage(page());
        const int all = model.rowCount();
        ui::TimelineModel::Kinds money;
        money.set(static_cast<std::size_t>(ui::TimelineKind::Money));
        model.setKinds(money);
        QCOMPARE(model.rowCount(), 2); // its day and itself
        QVERIFY(model.indexOf(26).isValid());
        model.setKinds({});
        model.setSearch(QStringLiteral("付款条件"));
        QCOMPARE(model.rowCount(), 2);
        model.setSearch({});
        QCOMPARE(model.rowCount(), all);
    }
};

QTEST_GUILESS_MAIN(DealModelsTest)
#include "tst_dealmodels.moc"
